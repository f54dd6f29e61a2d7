import type { HistoryWords } from './history.ts'

export const historyJa: HistoryWords = {
  everybody: 'すべての会社',
  since: (day) => `${day} から`,
  until: (day) => `${day} まで`,
  filter: '絞り込み',
  apply: '表示',
  clear: 'すべて表示',
  labels: {
    company: '会社',
    person: '担当者',
    operation: '操作',
    from: '開始日',
    to: '終了日',
    show: '表示内容',
  },
  show: { changes: '操作の記録', looks: 'サポート担当者の閲覧記録' },
  anyOperation: 'すべての操作',
  none: '該当する記録はありません。',
  noneBackTo: (at) =>
    `${at} までさかのぼって検索しました。さらに古い記録を検索するには、[以前の履歴] を選択してください。`,
  noCompany: (typed) => `「${typed}」に該当する会社は見つかりません。`,
  several: (typed) => `「${typed}」はどの会社ですか`,
  file: 'CSV ファイル',
  ready: {
    title: '履歴の CSV ファイル',
    text: 'ページを開いてファイルをダウンロードしてください。リンクはご本人専用で、1 回だけ使用でき、10 分後に無効になります。',
    open: 'ダウンロード ページを開く',
  },
  fileName: { changes: '履歴.csv', looks: '閲覧記録.csv' },
  columns: { at: '日時 (UTC)', companies: '会社', by: '担当者', what: '内容' },
  cut: (rows) => `このファイルには新しい順に ${rows} 行までが含まれます。残りは期間を短くして取得してください。`,
}
