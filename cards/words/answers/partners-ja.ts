import type { PartnerFinding } from '../../../domain/questions/partners.ts'
import type { OrderCause } from '../../../domain/questions/refused-order.ts'
import type { ThemeWords } from './answers.ts'

export const partnersJa: ThemeWords<PartnerFinding> = (format, terms) => {
  const person = (who: string | undefined): string => (who === undefined ? '自動処理' : `${who} さん`)
  /** Its particle follows at once. */
  const personOf = (who: string | undefined, company: string): string =>
    who === undefined ? `${company} ` : `${company} の ${who} さん`
  const reasons = (count: number): string => `解決が必要な点が ${format.number(count)} 件あります。`
  const counted = (company: string, what: string, count: number, more: boolean): string =>
    count === 0
      ? `${company} の${what}はありません。`
      : `${company} の${what}は${more ? 'このページに' : ''} ${format.number(count)} 件あります。`
  const pending = (days: number | undefined): string =>
    days === undefined ? '保留中の招待' : `保留中の招待 (${format.number(days)} 日より前に作成) `
  const companies = (company: string, what: string, count: number, more: boolean): string =>
    count === 0
      ? `${company} とパートナーシップがある${what}はありません。`
      : `${company} とパートナーシップがある${what}は${more ? 'このページに' : ''} ${format.number(count)} 社あります。`

  return {
    'partners.active': ({ provider, reseller, since }) =>
      `${provider} (間接プロバイダー) と ${reseller} (間接リセラー) の間には、${format.date(since)} からパートナーシップがあります。`,
    'partners.establishedBy': ({ company, who }) => `間接プロバイダーを承認したのは ${personOf(who, company)}です。`,
    'partners.accessGranted': ({ provider, reseller }) =>
      `${provider} には、パートナーシップの確立時に付与された ${reseller} の職場アカウントへの管理者アクセス権があります。`,
    'partners.accessEnds': ({ reseller }) =>
      `アクセス権は、${reseller} の全体管理者が Office 365 ポータルで削除できます。削除しても、パートナーシップは有効なままです。`,
    'partners.accessRemoved': ({ provider, reseller, at, who }) =>
      `${provider} には、${reseller} の職場アカウントへの管理者アクセス権はありません。${format.date(at)} に削除済みとして記録されました (記録した人: ${person(who)})。`,
    'partners.accessUnrecorded': ({ provider, reseller }) =>
      `${provider} に ${reseller} の職場アカウントへの管理者アクセス権が残っているかどうかは、記録されていません。パートナーシップを削除してもアクセス権はなくなりません。${reseller} の全体管理者が Office 365 ポータルで削除する必要があります。`,
    'partners.endRequested': ({ company, at, who }) =>
      `${personOf(who, company)}が、${format.date(at)} にパートナーシップの終了を Microsoft サポートに依頼しています。`,
    'partners.removed': ({ provider, reseller, at }) =>
      `${provider} と ${reseller} のパートナーシップは、${format.date(at)} に削除されました。`,
    'partners.removedBy': ({ provider, how, who }) =>
      how === 'microsoft' ? '終了したのは Microsoft サポートです。' : `削除したのは ${personOf(who, provider)}です。`,
    'partners.lasted': ({ since }) => `パートナーシップが確立されたのは ${format.date(since)} でした。`,
    'partners.removedBefore': ({ at }) => `両社の以前のパートナーシップは、${format.date(at)} に削除されています。`,
    'partners.declared': ({ declarations }) =>
      `削除時に間接プロバイダーが確認した内容: ${declarations.map((one) => terms.declarations[one]).join('')}`,
    'partners.customersStay': ({ reseller, count, more }) =>
      count === undefined
        ? `${reseller} の顧客はそのまま残ります。`
        : count === 0
          ? `${reseller} の顧客はそのまま残ります。両社に共通の顧客はありません。`
          : `${reseller} の顧客はそのまま残ります。両社に共通の顧客は ${format.number(count)} 社${more ? 'を超えています' : 'です'}。`,
    'partners.delegatedAdminStays': () => '顧客に対する代理管理者特権は変わりません。',
    'partners.noNotice': () => '顧客や相手先のパートナーへの通知は送信されていません。',
    'partners.accessStays': ({ provider, reseller }) =>
      `${reseller} の職場アカウントに対する ${provider} の管理者アクセス権は、削除してもなくなりません。${reseller} の全体管理者が Office 365 ポータルで削除できます。`,
    'partners.howAgain': ({ provider, reseller }) =>
      `削除は取り消せません。再びパートナーになるには、${provider} がパートナーシップを改めて要求し、${reseller} の全体管理者がその招待を承諾する必要があります。`,
    'partners.notRemoved': ({ provider, reseller, since }) =>
      `${provider} と ${reseller} のパートナーシップは ${format.date(since)} から有効で、削除されていません。`,
    'partners.never': ({ a, b }) => `${a} と ${b} の間には、これまでパートナーシップが確立されたことはありません。`,
    'partners.sameCompany': ({ company }) =>
      `どちらも ${company} を指しています。同じ会社の間にパートナーシップを確立することはできません。`,
    'partners.notAPair': ({ a, kindA, b, kindB }) =>
      `パートナーシップを確立できるのは、間接プロバイダーと間接リセラーの間のみです。${a} は${terms.kinds[kindA].one}、${b} は${terms.kinds[kindB].one}として登録されています。`,
    'partners.howItBegins': () =>
      '間接プロバイダーがパートナーシップを要求し、間接リセラーの全体管理者がその招待を承諾すると確立されます。',
    'partners.pending': ({ provider, reseller, state }) => {
      switch (state) {
        case 'draft':
          return `${provider} は ${reseller} への招待を作成しましたが、まだ送信していません。`
        case 'sent':
          return `${provider} が ${reseller} に招待を送信しましたが、まだ開封されていません。`
        case 'opened':
          return `${provider} が ${reseller} に送信した招待は開封されましたが、まだ回答がありません。`
        case 'accepting':
          return `${reseller} が ${provider} の招待を承諾する処理を行っています。`
      }
    },
    'partners.invitation': ({ provider, invited, state }) => `${provider} から ${invited} への招待は${STANDS[state]}。`,
    'partners.lastInvitation': ({ state, at }) =>
      `直近の招待は、${format.date(at)} に「${terms.invitationStates[state]}」になりました。`,
    'partners.noInvitation': ({ provider, reseller }) => `${provider} から ${reseller} への招待の記録はありません。`,
    'partners.noInvitations': ({ company }) => `${company} の招待の記録はありません。`,
    'partners.drafted': ({ email, who }) => `${email} への招待を作成しました (作成した人: ${person(who)})。`,
    'partners.sent': ({ email }) => `${email} に送信されました。`,
    'partners.renewed': ({ times }) =>
      `リンクは ${format.number(times)} 回更新されています。使用できるのは最新のリンクのみです。`,
    'partners.sendAgain': ({ provider, isClosed }) =>
      isClosed
        ? `この招待には回答できなくなりました。${provider} は新しい招待を送信できます。`
        : `${provider} は、「招待」と入力してこの招待を開くと、再送信やリンクの更新ができます。`,
    'partners.opened': ({ company, who }) => `${personOf(who, company)}が開封しました。`,
    'partners.blocked': ({ company, reason }) => `${company} は承諾できませんでした。${BLOCKS[reason]}`,
    'partners.accepted': ({ company, who }) => `${personOf(who, company)}が承諾しました。`,
    'partners.declined': ({ company, who, reason }) =>
      `${personOf(who, company)}が辞退しました。${reason ? `理由: ${reason}` : ''}`,
    'partners.revoked': ({ provider, who }) => `${personOf(who, provider)}が取り消しました。`,
    'partners.expired': () => '有効期限が切れました。招待元のパートナーがリンクを更新できます。',
    'partners.superseded': () => 'この招待は不要になり、リンクも使用できません。',
    'partners.waitsToBeSent': () => 'まだ送信されていません。',
    'partners.waitsToBeOpened': ({ until }) => `まだ開封されていません。リンクは ${format.date(until)} まで有効です。`,
    'partners.waitsForAnswer': ({ until, customer }) =>
      `${customer ? '顧客' : '間接リセラー'}の全体管理者による回答待ちです (${format.date(until)} まで)。`,
    'partners.beingAccepted': ({ company }) => `${company} が承諾する処理を行っています。`,
    'partners.canAccept': ({ provider, reseller }) =>
      `${reseller} は ${provider} の招待を承諾できます。全体管理者がリンクを開き、チェックボックスをオンにして [間接プロバイダーを承認する] を選択します。`,
    'partners.cannotAccept': ({ provider, reseller, reasons: count }) =>
      `${reseller} は、現在 ${provider} の招待を承諾できません。${reasons(count)}`,
    'partners.customerCanAccept': ({ partners, customer }) =>
      `${customer} は ${partners.join(' と ')} を承認できます。全体管理者が招待を開き、チェックボックスをオンにして [承認する] を選択します。`,
    'partners.already': ({ provider, reseller, since }) =>
      `承諾する必要はありません。${provider} と ${reseller} のパートナーシップは ${format.date(since)} に確立されています。`,
    'partners.accepters': ({ company, names }) =>
      `招待を承諾できる ${company} の全体管理者は、${format.all(names.map((name) => `${name} さん`))}です。`,
    'partners.mpaNoObstacle': ({ reseller }) =>
      `${reseller} は Microsoft Partner Agreement (MPA) に署名していません。招待の承諾には支障ありませんが、新しい取引には署名が必要です。`,
    'partners.pendingOf': ({ company, count, more, days }) => counted(company, pending(days), count, more),
    'partners.pendingBetween': ({ company, count, more, days }) =>
      count === 0
        ? `貴社と ${company} の間に、${pending(days)}はありません。`
        : `貴社と ${company} の間の${pending(days)}は${more ? 'このページに' : ''} ${format.number(count)} 件あります。`,
    'partners.invitationsOf': ({ company, count, more }) => counted(company, '招待', count, more),
    'partners.line': ({ state, at, expiresAt, with: company, kind }) =>
      [
        ...(company === undefined ? [] : [company]),
        ...(kind === undefined ? [] : ['顧客への招待']),
        terms.invitationStates[state],
        format.date(at),
        ...(expiresAt === undefined ? [] : [`リンクの有効期限 ${format.date(expiresAt)}`]),
      ].join(' · '),
    'partners.resellers': ({ company, count, more }) => companies(company, '間接リセラー', count, more),
    'partners.providers': ({ company, count, more }) => companies(company, '間接プロバイダー', count, more),
    'partners.since': ({ at }) => `${format.date(at)} からパートナーシップがあります。`,
    'partners.otherSide': ({ company, kind }) =>
      kind === 'indirectProvider'
        ? `${company} は${terms.kinds[kind].one}として登録されているため、間接プロバイダーとではなく、間接リセラーとパートナーシップを確立します。`
        : `${company} は${terms.kinds[kind].one}として登録されているため、間接リセラーとではなく、間接プロバイダーとパートナーシップを確立します。`,
    'partners.noneByKind': ({ company, kind }) =>
      `${company} は${terms.kinds[kind].one}として登録されているため、間接プロバイダーや間接リセラーとのパートナーシップはありません。`,
    'partners.ownRelationOnly': ({ company }) => `${company} については、貴社との関係のみを表示しています。`,
    'later.supportDefault': () =>
      '[指定のサポート連絡先] でほかの連絡先を選択しない限り、サポートは間接プロバイダーが行います。選択できるのは、間接プロバイダーと、その顧客と関係のある間接リセラーです。',
    'later.shared': ({ a, b }) => `${a} と ${b} の共通の顧客は、まだ記録されていません。`,
    'later.sharedNeeds': () =>
      '間接プロバイダーと間接リセラーの両方が再販業者関係を持つ顧客が、共通の顧客です。パートナーシップを削除しても、この関係は変わりません。',
    'later.locationMpn': () =>
      '[リセラー (MPN ID)] には、間接リセラーの登録に使用した場所アカウントの MPN ID を指定します。グローバルの MPN ID は使用できません。既存のサブスクリプションにも指定できます。',
    'later.noCredit': () =>
      '間接リセラーを指定していないサブスクリプションでは、リセラーのインセンティブは誰にも付与されません。',
    'later.adminAtCreation': () =>
      '指定された間接リセラーは、そのサブスクリプションを管理できます。顧客のアカウント全体への管理者アクセス権は、顧客の作成時に間接リセラーを指定するか、両社への招待を顧客が承諾すると付与されます。',
    'later.origin': () => 'この顧客が直接顧客か間接顧客かは、まだ記録されていません。',
    'later.direct': () => '直接顧客については、パートナーが注文、予約の管理、ソフトウェアの購入、請求を直接行います。',
    'later.indirect': () =>
      '間接顧客については、間接プロバイダーが注文を行います。間接リセラーは、ユーザーとライセンスの管理および更新の手続きを行います。',
    'later.recognised': () =>
      'パートナー センターでは、直接顧客にはサブスクリプションと製品の追加のオプションが表示されますが、間接顧客には表示されません。',
    'later.incentive': ({ company }) => `${company} のインセンティブの招待は、まだ記録されていません。`,
    'later.incentiveNone': ({ company }) =>
      `${company} にインセンティブの招待は届きません。招待の対象は、直接請求のテナントで間接リセラーになったパートナーのみです。`,
    'later.incentiveWithin': () =>
      '招待は、直接請求のテナントで間接リセラーになってから 30 日以内にメールで届きます。30 日を過ぎても届かない場合は、Microsoft サポートへの問い合わせが必要です。',
    'later.incentiveTarget': ({ mpnId, email }) =>
      mpnId === undefined
        ? '送信先は、CSP のテナントに関連付けられている MPN アカウントのメール アドレスです。'
        : `送信先は、CSP のテナントに関連付けられている MPN アカウント ${mpnId} のメール アドレス${email === undefined ? '' : ` (${email}) `}です。`,
    'later.incentiveDirect': () =>
      '直接請求のインセンティブも、同じテナントで引き続き受け取ることができます。2 つのプログラムは別々に管理されます。',
    'later.incentiveResellers': ({ company, kind }) =>
      `${company} は${terms.kinds[kind].one}として登録されているため、間接リセラーのインセンティブの招待は届きません。`,
    'later.twoPartners': () => '1 社の顧客を複数のパートナーが担当できます。',
    'later.multiPartner': () => 'サービスごとに異なるパートナーから購入できます。',
    'later.multiChannel': () => 'サブスクリプションの管理を複数のパートナーに任せることもできます。',
    'later.whoServes': () => 'この顧客を担当しているパートナーの記録はありません。',
    'later.order': ({ orderCode, cause }) => `コード ${orderCode}: ${ORDERS[cause].why}`,
    'later.orderFix': ({ cause }) => ORDERS[cause].mend,
    'later.orderUnknown': ({ orderCode }) =>
      `コード ${orderCode} の意味は確認できませんでした。Microsoft サポートへの問い合わせが必要です。`,
    'later.orderNotRecorded': () =>
      '拒否された注文は記録されていません。エラー コードを含めて質問していただければ、原因と対処方法を回答します。',
  }
}

/** 「招待は」に続く。 */
const STANDS = {
  draft: '作成されていますが、まだ送信されていません',
  sent: '送信済みですが、まだ開封されていません',
  opened: '開封済みですが、まだ回答がありません',
  accepting: '承諾の処理中です',
  accepted: '承諾されました',
  declined: '辞退されました',
  revoked: '取り消されました',
  expired: '期限切れです',
  superseded: '不要になりました',
} as const

const BLOCKS = {
  notEnrolled: '間接リセラーとして登録されていないためです。',
  region: '間接プロバイダーとは別の CSP の地域にあるためです。',
  customer: '既に間接プロバイダーの顧客であるためです。',
  suspended: 'アカウントが一時停止されているためです。',
  customerRegion: 'CSP の別の地域にあるためです。',
  cspTenant: 'テナントが CSP の取引に使用されているためです。',
  affiliate: '招待元のパートナーと同じ会社または関連組織であるためです。',
  reseller: '既に間接プロバイダーの間接リセラーであるためです。',
  partnership: '間接リセラーと間接プロバイダーの間のパートナーシップが終了しているためです。',
} as const

const ORDERS: Record<OrderCause, { why: string; mend: string }> = {
  noRelation: {
    why: '注文したパートナーと顧客の間に再販業者関係がありません。',
    mend: '間接プロバイダーが顧客を招待し、顧客の全体管理者が承諾すると注文できます。',
  },
  notInThatCountry: {
    why: 'パートナーは、顧客の国または地域で販売できません。',
    mend: '注文できるのは、顧客と同じ CSP の地域のパートナーのみです。複数の地域で販売するには、地域ごとにアカウントが必要です。',
  },
  mpnNotAdvisor: {
    why: 'アドバイザーの MPN ID ではありません。',
    mend: '間接リセラーの登録に使用した場所アカウントの MPN ID を指定します。',
  },
  mpnNotOnRecord: {
    why: 'この MPN ID は、指名リセラーとして指定できません。',
    mend: 'グローバルの MPN ID ではなく、間接リセラーの登録に使用した場所アカウントの MPN ID を指定します。',
  },
  mpnNotFound: {
    why: 'この MPN ID は存在しません。',
    mend: '番号を確認し、間接リセラーの登録に使用した場所アカウントの MPN ID を指定します。',
  },
  mpnNotReseller: {
    why: '間接リセラーの MPN ID ではありません。',
    mend: '先に間接リセラーとして登録する必要があります。',
  },
  resellerMpa: {
    why: '間接リセラーが Microsoft Partner Agreement (MPA) に署名していません。',
    mend: '間接リセラーの全体管理者が署名すると、もう一度注文できます。',
  },
  ownMpa: {
    why: '注文した会社が Microsoft Partner Agreement (MPA) に署名していません。',
    mend: '注文した会社の全体管理者が署名すると、もう一度注文できます。',
  },
  customerAgreement: {
    why: '顧客による Microsoft 顧客契約への同意が確認されていません。',
    mend: '間接プロバイダーまたは直接請求パートナーが顧客の同意を確認すると、もう一度注文できます。',
  },
  addressCorrected: {
    why: '顧客の住所が修正されました。',
    mend: '修正された住所を確認し、その住所でもう一度注文します。',
  },
  invalidValue: {
    why: '入力した値が正しくありません。多くの場合、原因は住所です。',
    mend: '住所などの項目を確認し、もう一度注文します。',
  },
  programInactive: {
    why: 'パートナーのプログラムがアクティブではありません。',
    mend: '一時停止中は、既存の顧客とサブスクリプションの管理のみ行えます。解除については Microsoft サポートへの問い合わせが必要です。',
  },
  underReview: {
    why: 'アカウントが審査中か、承認されていません。',
    mend: '審査の結果はメールで通知されます。結果が出てから、もう一度注文します。',
  },
  partnerFixed: {
    why: 'このサブスクリプションの指名リセラーは変更できません。',
    mend: '[リセラー (MPN ID)] は、現在の値のまま使用します。',
  },
  subscriptionSuspended: {
    why: '一時停止中のサブスクリプションは変更できません。',
    mend: '先にサブスクリプションを再アクティブ化します。',
  },
  quantity: {
    why: 'ライセンス数が範囲外です。',
    mend: 'オファーの範囲内の整数を入力します。',
  },
  stale: {
    why: 'ほかのユーザーが先に更新しています。',
    mend: '現在の状態を開き、もう一度変更します。',
  },
  transfer: {
    why: 'サブスクリプションの移行に問題があります。',
    mend: '進行中の移行に含められるのは、サブスクリプションごとに 1 件のみです。アドオンも一緒に移行されます。移行できない種類は、購入し直す必要があります。',
  },
  transferDisabled: {
    why: 'このアカウントでは、サブスクリプションの移行が有効になっていません。',
    mend: '有効にできるかどうかは、Microsoft サポートへの問い合わせが必要です。',
  },
  role: {
    why: '注文したユーザーのロールでは操作できません。',
    mend: '注文できるのは、全体管理者、ユーザー管理の管理者、管理エージェント、営業担当者です。',
  },
  authorization: {
    why: '注文したユーザーの認証を確認できませんでした。',
    mend: '注文できるロールのアカウントで、サインインし直します。',
  },
  notAllowed: {
    why: 'このアカウントでは許可されていない操作です。',
    mend: '直接顧客か間接顧客かを確認します。注文できるのは、その顧客を担当するパートナーのみです。',
  },
}
