import type { BulkWords } from './bulk-en.ts'
import type { Format } from './format.ts'

/** 一括処理の画面の言葉。 */
export const bulkJa = ({ number, all }: Format): BulkWords => {
  const columns: BulkWords['columns'] = {
    customer: '顧客',
    subscription: 'サブスクリプション',
    reseller: 'リセラー (MPN ID)',
    supportContact: '指定のサポート連絡先',
  }
  return {
    buttons: {
      bulk: '一括処理',
      choose: '選択する',
      open: '開く',
      check: '内容を確認する',
      upload: 'ファイルをアップロードする',
      uploaded: 'アップロードしました',
      template: 'ひな形を取得する',
      fetchTemplate: 'ひな形をダウンロードする',
      confirm: (rows) => `${rows} 行を実行する`,
      resume: '再開する',
      stop: '停止する',
      outcomes: 'すべての行をファイルで取得する',
      fetch: 'ファイルをダウンロードする',
      another: '新しい一括処理',
    },
    title: '一括処理',
    intro: '表を貼り付けるか、アップロードしてください。先にすべての行を確認します。実行するまで何も変更されません。',
    recent: '貴社の一括処理',
    kinds: {
      reseller: {
        title: '登録リセラー',
        text: '複数のサブスクリプションのリセラー (MPN ID) をまとめて設定します。',
        what: '登録リセラーを設定',
      },
      support: {
        title: '指定のサポート連絡先',
        text: '複数のサブスクリプションの指定のサポート連絡先をまとめて設定します。',
        what: '指定のサポート連絡先を設定',
      },
    },
    states: {
      draft: '未開始',
      checking: '確認中',
      checked: '確認済み',
      running: '実行中',
      stopped: '停止',
      done: '完了',
    },
    job: (rows, by, at) => `${rows} 行 · ${by} · ${at}`,
    start: {
      columns: (names) =>
        `列: ${names}。見出し行があれば、列の順番は自由です。見出し行がない場合は、この順番で読み取ります。`,
      hints: {
        customer: 'テナント ID、ドメイン、または正式な名称',
        subscription: 'サブスクリプション ID。同じ名前のものが 1 つだけであれば、名前も使えます',
        reseller: '所在地の MPN ID、テナント ID、または間接リセラーの正式な名称',
        supportContact: '貴社の名称、または間接リセラーの MPN ID、テナント ID、正式な名称',
      },
      heading: '行を貼り付ける',
      rows: '行',
      hint: (most) => `${most} 行まで。表計算ソフトからコピーするか、列をコンマで区切ってください。`,
      upload: (most) =>
        `これより多い場合は、CSV ファイル (${most} 行まで、UTF-8・UTF-16・Shift_JIS) をアップロードしてください。リンクはご本人専用で、有効期限は 10 分です。`,
      ready: 'ひな形の準備ができました。リンクは 10 分以内に 1 回だけ使用できます。',
    },
    columns,
    faults: {
      columns: ({ missing }) => `見出し行に次の列がありません: ${all(missing.map((one) => columns[one]))}`,
      noRows: () => '見出しの下に行がありません。',
      tooMany: ({ most }) => `${number(most)} 行を超えています。ファイルでアップロードするか、分割してください。`,
      encoding: () =>
        'ファイルの文字を読み取れませんでした。「CSV UTF-8」形式で保存し、もう一度アップロードしてください。',
      empty: () => '行を貼り付けるか、ファイルをアップロードしてください。',
      tooManyRows: ({ most }) => `${number(most)} 行を超えています。分割してください。`,
      tooWide: ({ line }) => `${number(line)} 行目が長すぎます。区切り文字と引用符を確認してください。`,
      quotes: ({ line }) => `${number(line)} 行目の引用符が正しく閉じられていません。`,
      waiting: () =>
        'ファイルがまだ届いていません。開いたページでアップロードしてから、もう一度ボタンを選択してください。',
      noFile: () => 'このアップロードは期限切れか、すでに使用されています。新しいリンクでやり直してください。',
    },
    rowFaults: {
      missing: ({ column }) => `「${columns[column]}」が空です。`,
      unknown: ({ column, value }) => `${columns[column]}: 貴社の対象に「${value}」は見つかりません。`,
      ambiguous: ({ column, value }) =>
        `${columns[column]}: 「${value}」に当てはまるものが複数あります。ID で指定してください。`,
      repeated: ({ row }) => `${number(row)} 行目と対象が重複しています。どちらか 1 行だけにしてください。`,
    },
    progress: {
      titles: {
        checking: '行を確認しています',
        checked: '確認が終わりました (まだ何も変更されていません)',
        running: '実行しています',
        stopped: '停止しました',
        done: '完了しました',
      },
      of: (done, rows) => `${rows} 行中 ${done} 行`,
      checked: '実行できない行は、実行時に除外されます。',
      nothing: '変更される行はありません。',
      running: 'この画面を閉じてもかまいません。処理は続き、このカードの表示も更新されます。',
      stopped: {
        person: '完了した行はそのまま残ります。いつでも再開できます。同じ行が 2 回実行されることはありません。',
        rights:
          '実行した担当者の権限がなくなったため停止しました。権限のある方が再開できます。同じ行が 2 回実行されることはありません。',
      },
      rows: '行数',
      by: '担当者',
      check: {
        heading: '実行した場合の結果',
        good: '変更される行',
        already: '変更不要の行',
        refused: '実行できない行',
      },
      done: {
        heading: '結果',
        good: '変更しました',
        already: '変更不要',
        refused: '実行できませんでした',
        failed: 'パートナー センターで失敗',
        left: '残り',
      },
      faulty: '問題のある行',
      faultyMore: (shown, rows) => `${rows} 行のうち最初の ${shown} 行です。すべての行はファイルで確認できます。`,
      row: (n) => `${n} 行目`,
      confirmQuestion: (what, rows) => `${rows} 件のサブスクリプションに${what}します。よろしいですか?`,
      ready: 'ファイルの準備ができました。リンクは 10 分以内に 1 回だけ使用できます。',
    },
    results: {
      row: '行',
      outcome: '結果',
      explanation: '説明',
      dryRun: {
        good: '変更される',
        already: '変更不要',
        refused: '実行できない',
        failed: '実行できない',
        left: '未確認',
      },
      done: { good: '変更済み', already: '変更不要', refused: '実行できず', failed: '失敗', left: '残り' },
    },
  }
}
