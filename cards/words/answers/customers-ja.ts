import type { CustomerFinding } from '../../../domain/questions/customers.ts'
import { customersJa as say } from '../customers-ja.ts'
import type { ThemeWords } from './answers.ts'

export const customerAnswersJa: ThemeWords<CustomerFinding> = (format) => ({
  'customers.support': ({ offer, customer, contact, since }) =>
    `${customer} の ${offer} のサポート連絡先は、${contact === '' ? 'ほかのリセラーです' : `${contact} です`} (${format.date(since)} から)。`,
  'customers.supportChosen': ({ isChosen }) =>
    isChosen
      ? '[指定のサポート連絡先] で選択された連絡先です。'
      : '既定の連絡先のままです。ほかの連絡先は選択されていません。',
  'customers.contactIds': ({ contact, tenant, mpnId }) =>
    `${contact}: テナント ID ${tenant}${mpnId === undefined ? '' : `、MPN ID ${mpnId}`}`,
  'customers.reseller': ({ offer, customer, reseller, mpnId, since }) =>
    `${customer} の ${offer} のリセラーは ${reseller} (MPN ID ${mpnId}) で、インセンティブの対象です (${format.date(since)} から)。`,
  'customers.notYours': ({ offer, customer }) =>
    `貴社は ${customer} の ${offer} のリセラーではないため、インセンティブの対象になりません。ほかのリセラーが関連付けられているかどうかは、間接プロバイダーとそのリセラーだけが確認できます。`,
  'customers.noReseller': ({ offer, customer }) =>
    `${customer} の ${offer} にはリセラーが関連付けられていないため、インセンティブはどのリセラーにも付与されません。`,
  'customers.subscriptions': ({ customer, count }) =>
    `${customer} のサブスクリプションのうち、確認できるものは ${format.number(count)} 件です。`,
  'customers.subscription': ({ licenses, status }) =>
    `${say.statuses[status]}、${format.number(licenses)} ライセンスです。`,
  'customers.credited': ({ reseller, customer, count }) =>
    `${reseller} は ${customer} のサブスクリプション ${format.number(count)} 件のリセラーで、該当する場合はインセンティブの対象になります。`,
  'customers.notCredited': ({ reseller, customer, count }) =>
    count === 1
      ? `${reseller} は ${customer} のこのサブスクリプションのリセラーではないため、インセンティブの対象になりません。`
      : `${reseller} は ${customer} のサブスクリプション ${format.number(count)} 件のいずれのリセラーでもないため、インセンティブの対象になりません。`,
  'customers.several': ({ subject, count }) =>
    `「${subject}」は ${format.number(count)} 社の顧客のサブスクリプションにあります。どの顧客についての質問ですか。`,
  'customers.offered': ({ offer, licenses, status }) =>
    `${offer} · ${say.statuses[status]}、${format.number(licenses)} ライセンス`,
  'customers.noSubscription': ({ subject }) =>
    `確認できるサブスクリプションの中に「${subject}」は見つかりませんでした。`,
  'customers.whichSubscription': () =>
    'どのサブスクリプションについての質問ですか。ID、名前、顧客名のいずれかを含めて、もう一度入力してください。',
  'customers.nameCustomer': () => 'ID または名前をご確認のうえ、顧客名でもお試しください。',
  'customers.noneRecorded': ({ customer }) => `${customer} のサブスクリプションは、ここには記録されていません。`,
  'customers.direct': ({ partner, customer }) =>
    `${customer} は ${partner} の直接顧客です。注文と請求は ${partner} が直接行います。`,
  'customers.indirect': ({ partner, customer, through }) =>
    through === undefined
      ? `${customer} は ${partner} の間接顧客です。`
      : `${customer} は ${partner} の間接顧客です (${through} 経由)。`,
  'customers.noRelation': ({ partner, customer }) =>
    `${partner} と ${customer} の間に再販業者関係はありません。${customer} は ${partner} の直接顧客でも間接顧客でもありません。`,
  'customers.both': ({ partner, customer }) =>
    `${customer} は ${partner} の直接顧客であり、間接顧客でもあります。サブスクリプションごとに請求元によって異なります。`,
  'customers.serves': ({ role, dap, since }) => `${say.roles[role]} (${format.date(since)} から)。${say.dap[dap]}。`,
  'customers.servedBy': ({ partner, role, dap, since }) =>
    `${partner}: ${say.roles[role]} (${format.date(since)} から)。${say.dap[dap]}。`,
  'customers.served': ({ customer, count }) =>
    `${customer} とパートナーとの関係は、確認できる範囲で ${format.number(count)} 件です。`,
  'customers.shared': ({ a, b, count, more }) =>
    `${a} と ${b} の共通の顧客は${more ? 'このページに ' : ' '}${format.number(count)} 社です。`,
  'customers.noneShared': ({ a, b }) => `${a} と ${b} に共通の顧客はいません。`,
  'customers.orderUnexplained': ({ customer, at }) =>
    `${customer} の前回の注文は ${format.date(at)} にパートナー センターで拒否されましたが、理由は示されませんでした。`,
  'customers.orderRefused': ({ customer, at, orderCode }) =>
    `${customer} の注文は、${format.date(at)} にパートナー センターで拒否されました (コード ${orderCode})。`,
})
