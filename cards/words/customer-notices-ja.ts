import type { News } from '../../domain/bulk/news.ts'
import type { Format } from './format.ts'
import { type CustomerNoticeWords, paragraphs, points } from './notices.ts'

/** What partners are told of their customers. @param format numbers of the reader's own language. */
export function customerNoticesJa(format: Format): CustomerNoticeWords {
  const changes = (news: readonly News[]): string => format.number(news.reduce((sum, one) => sum + one.changes, 0))
  const where = (news: News): string =>
    `${format.number(news.customers)} 社の顧客 (${named(news)}) のサブスクリプション ${changes([news])} 件`
  const named = ({ customers, names }: News): string => {
    const first = names.map((name) => `「${name}」`).join('')
    return customers > names.length ? `${first}ほか ${format.number(customers - names.length)} 社` : first
  }
  const changed: Record<News['as'], (provider: string, news: News) => string> = {
    reseller: (provider, news) =>
      `「${provider}」が、${where(news)}に貴社を関連付けました。インセンティブが設定されている場合は貴社の実績となり、これらのサブスクリプションを管理できます。顧客のアカウント全体へのアクセス権は付与されません。`,
    contact: (provider, news) =>
      `「${provider}」が、${where(news)}の指定のサポート連絡先を貴社に変更しました。これらのサブスクリプションに関する問い合わせは、顧客から貴社に寄せられます。`,
    formerContact: (provider, news) =>
      `「${provider}」が、${where(news)}の指定のサポート連絡先を貴社から別の連絡先に変更しました。`,
    ownCustomer: (_, news) =>
      `貴社の担当者が、${format.number(news.customers)} 社の顧客 (${named(news)}) を、最初のサブスクリプションと一緒に一括で追加しました。`,
    newCustomer: (provider, news) =>
      `「${provider}」が ${format.number(news.customers)} 社の顧客 (${named(news)}) を追加し、貴社を間接リセラーに指定しました。貴社は、これらの顧客のアカウントとサブスクリプションへの管理者アクセス権を持ち、管理を行えます。注文は間接プロバイダーが行います。`,
    invited: (provider, news) =>
      `「${provider}」が、貴社との連名で ${format.number(news.customers)} 社の顧客 (${named(news)}) を招待しました。招待が開かれたときと承認されたときに、それぞれお知らせします。`,
  }
  const only = (news: readonly News[], kind: News['as']): boolean => news.every(({ as }) => as === kind)
  const customers = (news: readonly News[]): string => format.number(Math.max(...news.map((one) => one.customers)))
  const changedTitle = (provider: string, news: readonly News[]): string => {
    if (only(news, 'reseller')) return `サブスクリプション ${changes(news)} 件のリセラーになりました`
    if (only(news, 'ownCustomer')) return `顧客 ${customers(news)} 社が一括で追加されました`
    if (only(news, 'newCustomer')) return `顧客 ${customers(news)} 社の間接リセラーになりました`
    if (only(news, 'invited')) return `「${provider}」が顧客 ${customers(news)} 社を招待しました`
    return `サブスクリプション ${changes(news)} 件のサポート連絡先が変わりました`
  }
  return {
    'customer.created': {
      title: ({ customer }) => `「${customer}」が顧客として追加されました`,
      text: ({ as, customer, other, by }) =>
        as === 'provider'
          ? paragraphs(
              `${by ? `${by} さん` : '貴社の担当者'}が「${customer}」を貴社の顧客として追加しました。`,
              other
                ? `「${other}」は、この顧客のアカウントとサブスクリプションへの管理者アクセス権を持ち、管理を行えます。`
                : '間接リセラーは指定されていません。',
            )
          : paragraphs(
              `${other ? `「${other}」` : '貴社の間接プロバイダー'}が「${customer}」を追加し、貴社を間接リセラーに指定しました。`,
              '貴社は、この顧客のアカウントとサブスクリプションへの管理者アクセス権を持ち、管理を行えます。注文は間接プロバイダーが行います。',
            ),
    },
    'customer.requested': {
      title: ({ reseller }) => `「${reseller}」から顧客の追加の依頼が届いています`,
      text: ({ reseller, customer, by }) =>
        paragraphs(
          customer === ''
            ? `「${reseller}」${by ? `の ${by} さん` : ''}から、新しい顧客を追加してほしいとの依頼が貴社にありました。`
            : `「${reseller}」${by ? `の ${by} さん` : ''}から、顧客「${customer}」を追加してほしいとの依頼が貴社にありました。`,
          '間接リセラーは顧客を作成できません。顧客の詳細を確認のうえ、こちらから追加してください。間接リセラーは選択済みです。',
        ),
    },
    'customer.failed': {
      title: ({ customer }) => `「${customer}」を追加できませんでした`,
      text: ({ customer }) =>
        `貴社の新しい顧客「${customer}」は、パートナー センターで受け付けられませんでした。顧客の作成も注文も行われていません。入力内容は保存されています。確認画面で理由をご確認のうえ、修正してもう一度送信してください。`,
    },
    'customer.resellerChanged': {
      title: ({ customer }) => `「${customer}」のサブスクリプションのリセラーになりました`,
      text: ({ customer, offer, provider }) =>
        `${provider ? `「${provider}」` : '貴社の間接プロバイダー'}が、「${customer}」のサブスクリプション「${offer}」に貴社を関連付けました。インセンティブが設定されている場合は貴社の実績となり、このサブスクリプションを管理できます。顧客のアカウント全体へのアクセス権は付与されません。`,
    },
    'customer.supportContactChanged': {
      title: ({ customer }) => `「${customer}」のサポート連絡先が変わりました`,
      text: ({ as, customer, offer, contact }) =>
        as === 'new'
          ? `貴社が「${customer}」の「${offer}」の指定のサポート連絡先になりました。このサブスクリプションに関する問い合わせは、顧客から貴社に寄せられます。`
          : `「${customer}」の「${offer}」の指定のサポート連絡先が、貴社から「${contact}」に変わりました。`,
    },
    'customer.changedInBulk': {
      title: ({ provider, news }) => changedTitle(provider, news),
      text: ({ provider, news }) => paragraphs(...news.map((one) => changed[one.as](provider, one))),
    },
    'customer.changeRefused': {
      title: ({ offer }) => `「${offer}」を変更できませんでした`,
      text: ({ customer, offer }) =>
        `貴社による「${customer}」の「${offer}」の変更は、パートナー センターで受け付けられませんでした。サブスクリプションは変更前のままです。理由は顧客の画面でご確認ください。`,
    },
    'customer.dapRemoved': {
      title: ({ customer }) => `「${customer}」が代理管理者特権を削除しました`,
      text: ({ customer }) =>
        `「${customer}」の全体管理者が、貴社の代理管理者特権を削除しました。再販業者関係は継続し、サポートは引き続き貴社の責任で行います。`,
    },
    'customer.relationshipRemoved': {
      title: ({ customer }) => `「${customer}」との再販業者関係が終了しました`,
      text: ({ customer, by }) =>
        `${by ? `${by} さん` : '貴社の担当者'}が「${customer}」との再販業者関係を削除しました。顧客は貴社の一覧に表示されなくなり、貴社の代理管理者特権も終了しました。`,
    },
    'customer.removalRefused': {
      title: ({ customer }) => `「${customer}」との再販業者関係を削除できませんでした`,
      text: ({ customer }) =>
        `貴社と「${customer}」との再販業者関係の削除は、パートナー センターで受け付けられませんでした。関係は元のまま継続しています。理由は顧客の画面でご確認ください。`,
    },
    'order.confirmed': {
      title: ({ customer }) => `「${customer}」の注文が確定しました`,
      text: ({ as, customer, lines }) =>
        paragraphs(
          as === 'provider'
            ? `貴社が行った「${customer}」の注文がパートナー センターで確定しました。`
            : `貴社の間接プロバイダーが、貴社をリセラーに指定して「${customer}」の注文を行いました。`,
          points(
            '注文内容:',
            '・',
            lines.map(({ offer, licenses }) => `${offer} ${format.number(licenses)} ライセンス`),
          ),
        ),
    },
    'order.failed': {
      title: ({ customer }) => `「${customer}」の注文を完了できませんでした`,
      text: ({ customer, lines }) =>
        paragraphs(
          `貴社が行った「${customer}」の注文は、パートナー センターで受け付けられませんでした。購入は行われていません。顧客の画面で理由をご確認のうえ、もう一度注文してください。`,
          points(
            '注文できなかった内容:',
            '・',
            lines.map(({ offer, licenses }) => `${offer} ${format.number(licenses)} ライセンス`),
          ),
        ),
    },
  }
}
