import type { FileWords } from './files.ts'
import type { Format } from './format.ts'

export const filesJa = ({ number }: Format): FileWords => ({
  facts: { file: 'ファイル', holder: '対象者', format: '形式', most: '上限', validUntil: 'リンクの有効期限' },
  csv: 'CSV (UTF-8)。Excel で開けます',
  limits: (megabytes, rows) => `${megabytes} MB、${rows} 行`,
  download: {
    title: 'ダウンロード',
    heading: 'ファイルの準備ができました',
    intro: 'ファイルはダウンロード時に作成されます。内容は、その時点で閲覧できる範囲のものです。',
    button: 'ダウンロード',
    afterwards: 'このリンクは 1 回だけ使用できます。もう一度必要な場合は、Teams で改めて取得してください。',
  },
  upload: {
    title: 'アップロード',
    heading: '一覧のアップロード',
    intro: 'CSV ファイルを選択してください。先頭行を見出しとし、1 件につき 1 行で記入します。',
    label: 'ファイル',
    button: 'アップロード',
    afterwards: 'アップロードしただけでは何も実行されません。内容は Teams で確認できます。',
  },
  received: (name, rows) => ({
    heading: 'ファイルを受け取りました',
    text: `${name}: ${rows} 行 (見出し行を含む)。Teams に戻って続行してください。このページは閉じてかまいません。`,
  }),
  faults: {
    encoding: () =>
      'ファイルの文字を読み取れませんでした。「CSV UTF-8」形式で保存し、もう一度アップロードしてください。',
    empty: () => 'ファイルが空です。別のファイルを選択してください。',
    tooManyRows: ({ most }) => `${number(most)} 行を超えています。ファイルを分割してアップロードしてください。`,
    tooWide: ({ line }) => `${number(line)} 行目が長すぎます。区切り文字と引用符を確認してください。`,
    quotes: ({ line }) =>
      `${number(line)} 行目の引用符が正しく閉じられていません。表計算ソフトで CSV として保存し直してください。`,
    malformed: () => 'ファイルを最後まで受け取れませんでした。もう一度アップロードしてください。',
    noFile: () => 'ファイルを選択してください。',
    tooLarge: () => 'ファイルが 5 MB を超えています。分割してアップロードしてください。',
    tooSlow: () => 'アップロードに時間がかかりすぎました。接続を確認して、もう一度アップロードしてください。',
  },
  dead: {
    heading: 'このリンクは使用できません',
    text: '既に使用されたか、10 分の有効期限が過ぎた可能性があります。Teams で新しいリンクを取得してください。',
  },
  trouble: {
    notExecuted: {
      heading: '処理できませんでした',
      text: '変更は行われていません。しばらくしてから、もう一度お試しください。',
    },
    unknown: { heading: '結果を確認できませんでした', text: 'Teams でもう一度ファイルを取得してください。' },
  },
})
