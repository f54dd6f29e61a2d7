import type { BulkKind, Tally } from '../../domain/bulk/bulk.ts'
import type { BulkEventWords } from './bulk-events.ts'

const rows = (n: number): string => `${n.toLocaleString('ja-JP')} 行`

const KINDS: Record<BulkKind, string> = {
  reseller: '指名リセラー',
  support: '指定のサポート連絡先',
  invitations: '顧客の招待',
  newCustomers: '新しい顧客',
}

/** 一括処理の履歴の言葉。 */
export const bulkEventsJa: BulkEventWords = {
  BulkStarted: ({ kind }) => `一括処理を開始: ${KINDS[kind]}`,
  BulkRowsGiven: ({ sheet }) => `${rows(sheet.rows)}を受け付け`,
  BulkChecked: ({ tally }) => `${rows(all(tally))}を確認`,
  BulkConfirmed: ({ kind, rows: left }) => `一括処理を実行: ${KINDS[kind]}、${rows(left)}`,
  BulkAdvanced: ({ tally }) => `${rows(all(tally))}を処理`,
  BulkDone: ({ kind, tally }) =>
    `一括処理が完了: ${KINDS[kind]}、実行 ${rows(tally.good)}、実行不要 ${rows(tally.already)}、実行不可 ${rows(tally.refused + tally.failed)}`,
  BulkStopped: ({ kind, why, rows: done }) =>
    `一括処理を停止${why === 'person' ? '' : ' (権限なし)'}: ${KINDS[kind]}、${rows(done)}を処理済み`,
  BulkMailsSent: ({ invitations: n }) =>
    n === undefined
      ? '一括処理のメールを送信済みと報告'
      : `一括処理のメールを送信済みと報告: 顧客への招待 ${n.toLocaleString('ja-JP')} 件`,
  BulkMailsMarked: ({ marked }) => `一括処理の招待を送信済みに変更: ${marked} 件`,
  BulkMailsDropped: () => '一括処理の招待の送信済みへの変更に失敗',
  BulkSwept: () => '保管期間を過ぎた一括処理の行を削除',
}

const all = ({ good, already, refused, failed }: Tally): number => good + already + refused + failed
