import type { OrderLine, SubscriptionEdit } from '../../domain/customer/customer.ts'
import type { ReminderAbout } from '../../domain/questions/answer.ts'
import type { CustomerEventWords } from './customer-events.ts'
import { customersJa } from './customers-ja.ts'

const { roles } = customersJa

/** 履歴に表示する、顧客に関する操作の言葉。 */
export const customerEventsJa: CustomerEventWords = {
  CustomerCreated: ({ name }) => `顧客「${name}」を作成`,
  RelationsEstablished: ({ relations }) =>
    `再販業者関係を確立: ${relations.map(({ partnerName, role }) => `「${partnerName}」(${roles[role]})`).join('、')}`,
  AgreementAttested: () => 'Microsoft 顧客契約への顧客の同意をパートナーが証明',
  AgreementSigned: ({ signedAt }) =>
    signedAt === undefined ? '顧客が Microsoft 顧客契約に署名' : '顧客が Microsoft 顧客契約に署名済みであることを確認',
  OrderSubmitted: ({ order }) => `注文を送信: ${linesOf(order.lines)}`,
  OrderConfirmed: () => 'パートナー センターで注文が確定',
  OrderFailed: () => 'パートナー センターが注文を拒否',
  ResellerAssociated: ({ reseller }) => `サブスクリプションのリセラーを設定: 「${reseller.name}」(${reseller.mpnId})`,
  ResellerRemoved: () => 'サブスクリプションのリセラーを解除',
  ResellerReplaced: ({ former }) => `サブスクリプションのリセラーを「${former.name}」から変更`,
  SupportContactChanged: ({ from, to }) =>
    `サブスクリプションのサポート連絡先を変更: 「${from.name}」から「${to.name}」へ`,
  LicensesChanged: ({ from, to }) => `ライセンス数を変更: ${from} → ${to}`,
  SubscriptionSuspended: () => 'サブスクリプションを一時停止',
  SubscriptionEditOrdered: ({ edit }) => `サブスクリプションの変更をパートナー センターに依頼: ${EDITS[edit.kind]}`,
  SubscriptionEditRefused: () => 'パートナー センターがサブスクリプションの変更を拒否',
  DapRemoved: ({ role }) => `顧客が代理管理者特権を削除 (${roles[role]})`,
  RelationRemovalOrdered: () => '再販業者関係の削除をパートナー センターに依頼',
  RelationRemovalRefused: () => 'パートナー センターが再販業者関係の削除を拒否',
  RelationRemoved: ({ role }) => `再販業者関係を削除 (${roles[role]})`,
  NewCustomerStarted: () => '新しい顧客の入力を開始',
  CustomerDetailsSaved: ({ details }) => `新しい顧客の詳細を保存: 「${details.companyName}」`,
  CustomerLinesSaved: ({ lines }) => `新しい顧客のサブスクリプションを保存: ${linesOf(lines)}`,
  NewCustomerSubmitted: () => '新しい顧客を送信',
  CustomerTenantRequested: () => '新しい顧客のテナントの作成をパートナー センターに依頼',
  CustomerTenantCreated: () => '新しい顧客のテナントを作成',
  CustomerRecorded: () => '新しい顧客を登録',
  NewCustomerFailed: () => '新しい顧客を作成できず、確認画面に差し戻し',
  NewCustomerDone: ({ orderFailure }) =>
    orderFailure === undefined ? '新しい顧客の追加が完了' : '新しい顧客の追加が完了 (最初の注文は拒否)',
  NewCustomerDiscarded: () => '新しい顧客の追加をキャンセル',
  CustomerRequested: ({ providerName, customer }) =>
    customer === '' ? `「${providerName}」に顧客の追加を依頼` : `「${providerName}」に顧客「${customer}」の追加を依頼`,
  ReminderSent: ({ company, about }) => `「${company}」に${REMINDED[about]}を依頼`,
}

const linesOf = (lines: readonly OrderLine[]): string =>
  lines.map(({ offerName, licenses }) => `${offerName} × ${licenses}`).join('、')

const REMINDED: Record<ReminderAbout, string> = {
  mpa: ' MPA への署名',
  enrollment: '登録の手続き',
  invitation: '招待への回答',
  adminAgent: '管理エージェントの追加',
}

const EDITS: Record<SubscriptionEdit['kind'], string> = {
  licenses: 'ライセンス数',
  reseller: 'リセラー',
  supportContact: 'サポート連絡先',
  suspension: '一時停止',
}
