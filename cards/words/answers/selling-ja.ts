import type { BuyerName, SellingFinding } from '../../../domain/questions/selling.ts'
import type { ThemeWords } from './answers.ts'

export const sellingJa: ThemeWords<SellingFinding> = (format, terms) => {
  const to = (buyer: BuyerName | undefined): string => {
    if (buyer === undefined) return ''
    return 'company' in buyer ? ` ${buyer.company} に` : ` ${terms.country(buyer.country)} の顧客に`
  }
  const count = (reasons: number): string => `解決が必要な点が ${format.number(reasons)} 件あります。`
  const aProvider = (providers: readonly string[]): string =>
    providers.length > 0 ? ` ${format.any(providers)} ` : '間接プロバイダー'

  return {
    'selling.can': ({ seller, buyer, way }) =>
      way === 'asProvider'
        ? `${seller} は、間接プロバイダーとして${to(buyer)}販売できます。`
        : `${seller} は、直接請求パートナーとして${to(buyer)}販売できます。`,
    'selling.canThrough': ({ seller, buyer, providers }) =>
      `${seller} は、${aProvider(providers).trimStart()}を通じて${to(buyer)}販売できます。`,
    'selling.cannot': ({ seller, buyer, reasons }) => `${seller} は、現在${to(buyer)}販売できません。${count(reasons)}`,
    'selling.providerCreates': ({ reseller, providers }) =>
      `顧客の作成は${providers.length === 1 ? ` ${providers[0]} ` : '間接プロバイダー'}が行い、${reseller} を間接リセラーとして指定します。`,
    'selling.resellerOptional': ({ provider }) =>
      `${provider} は、間接リセラーを指定せずに販売することもできます。その場合、サブスクリプションに対するリセラーのインセンティブは誰にも付与されません。`,
    'selling.existingDirect': ({ company }) =>
      `${company} は、既存の直接顧客を請求も含めて引き続き管理できます。間接プロバイダーを通す必要があるのは、新しい顧客のみです。`,
    'selling.supplierReady': () => '問題はありません。',
    'selling.supplierBlocked': ({ reasons }) => count(reasons),
    'selling.canAdd': ({ company, as }) =>
      as === 'indirectProvider'
        ? `${company} は顧客を追加できます。追加するときに、間接リセラーを指定できます。`
        : `${company} は自社の顧客を追加できます。`,
    'selling.cannotAdd': ({ company, reasons }) => `${company} は自社で顧客を追加できません。${count(reasons)}`,
    'selling.addThroughProvider': ({ company, providers }) =>
      providers.length > 0
        ? `${company} は、顧客の作成を ${format.any(providers)} に依頼できます。既存の顧客であれば、両社との関係を一度に依頼することもできます。`
        : `先に間接プロバイダーとのパートナーシップが必要です。顧客の作成は間接プロバイダーが行い、${company} を間接リセラーとして指定します。`,
    'selling.noRollback': ({ company }) =>
      `${company} は元に戻せません。間接リセラーの機能をテナントから削除することはできません (ロールバック不可)。直接顧客はそのまま残ります。`,
    'selling.notBoth': ({ company, kind }) =>
      `${company} には、元に戻すものがありません。この制限は、間接リセラーにもなった直接請求パートナーに適用されます。${company} は${terms.kinds[kind].one}として登録されています。`,
    'selling.withdrawable': ({ company }) =>
      `${company} には手続き中の申請があります。決定されるまでは、全体管理者が取り下げることができます。`,
    'selling.endPartnership': ({ company }) =>
      `${company} のパートナーシップは終了できます。削除は間接プロバイダーが行うか、依頼を受けた Microsoft サポートが行います。間接リセラーとしての登録は残ります。`,
    'selling.canTransition': ({ company }) =>
      `${company} は、直接請求のテナントのまま間接リセラーになることができます。`,
    'selling.cannotTransition': ({ company, reasons }) =>
      `${company} は、現在、直接請求のテナントで間接リセラーになることができません。${count(reasons)}`,
    'selling.alreadyReseller': ({ company, kind }) => `${company} は既に${terms.kinds[kind].one}です。`,
    'selling.enrollInstead': ({ company }) =>
      `${company} はまだ CSP に参加していません。登録の手続きを行うと、間接リセラーになることができます。`,
    'selling.transitionSteps': () =>
      '全体管理者が、パートナー センターの概要ページで [間接リセラーになる] を選択して開始します。一度行うと、元に戻すことはできません。',
    'selling.pairPartners': ({ provider, reseller, since }) =>
      `${reseller} は ${format.date(since)} から ${provider} の間接リセラーであるため、${provider} の顧客になることはできません。`,
    'selling.pairCustomer': ({ provider, reseller }) =>
      `${reseller} は ${provider} の顧客であるため、${provider} の間接リセラーになることはできません。`,
    'selling.pairFree': ({ provider, reseller, inCsp }) =>
      inCsp
        ? `${reseller} と ${provider} の間には、現在、関係がありません。${reseller} は ${provider} の間接リセラーになることができますが、テナントを CSP に使用しているため、同じテナントで顧客になることはできません。`
        : `${reseller} と ${provider} の間には、現在、関係がありません。${reseller} は ${provider} の間接リセラーまたは顧客になることができますが、両方になることはできません。`,
    'selling.pairApart': ({ provider, reseller }) =>
      `${reseller} と ${provider} の間には、現在、関係がありません。CSP の地域が異なるため、${reseller} は ${provider} の間接リセラーにも顧客にもなることはできません。`,
    'selling.pairUnrecorded': ({ provider, reseller }) =>
      `${reseller} と ${provider} の関係は、ここではご確認いただけません。同じ間接プロバイダーの間接リセラーと顧客を兼ねることはできません。`,
    'selling.optionOtherTenant': ({ provider, reseller, present }) => {
      switch (present) {
        case 'csp':
          return `別のテナントを使用する方法: ${reseller} が、CSP に使用しない別のテナントを独立した環境として用意し、そのテナントで購入します。${provider} は、${reseller} を間接リセラーとして指定せずに販売します。`
        case 'customer':
          return `別のテナントを使用する方法: ${reseller} が、CSP 用に別のテナントを用意して登録の手続きを行い、そのテナントで ${provider} の間接リセラーになります。${provider} は、${reseller} を間接リセラーとして指定せずに、現在のテナントへの販売を続けます。`
        case 'both':
          return `別のテナントを使用する方法: ${reseller} が、CSP に使用しない別のテナントを独立した環境として用意し、そのテナントで購入します。現在のテナントの再販業者関係を削除すると、現在のテナントで ${provider} の間接リセラーになることができます。${provider} は、${reseller} を間接リセラーとして指定せずに、別のテナントに販売します。`
        case 'neither':
          return `2 つのテナントを使い分ける方法: ${reseller} が、一方のテナントを CSP に使用し、もう一方を独立した環境として購入に使用します。${provider} は、${reseller} を間接リセラーとして指定せずに、購入用のテナントに販売します。`
      }
    },
    'selling.optionOtherProvider': ({ provider, reseller }) =>
      `別の間接プロバイダーと取引する方法: ${reseller} が ${provider} とのパートナーシップを終了し、別の間接プロバイダーとパートナーシップを確立します。自社で使用するライセンスは、直接請求パートナーまたはほかの CSP パートナーから購入できます。`,
    'selling.optionKeepCustomer': ({ provider, reseller }) =>
      `顧客としての関係を維持する方法: ${reseller} が ${provider} の顧客のまま、別の間接プロバイダーの間接リセラーになります。CSP に使用しているテナントに新しいサービスをプロビジョニングすることはできません。`,
    'selling.optionResellerOnly': ({ provider, reseller }) =>
      `間接リセラーのみになる方法: ${reseller} が ${provider} の間接リセラーになります。自社で使用するライセンスは、別のテナントで、直接請求パートナーまたはほかの CSP パートナーから購入します。`,
    'selling.optionCustomerOnly': ({ provider, reseller }) =>
      `顧客のみになる方法: ${reseller} が ${provider} の顧客になり、別の間接プロバイダーの間接リセラーになります。テナントを CSP に使用し始めた後は、そのテナントに新しいサービスをプロビジョニングすることはできません。`,
    'selling.optionEndCustomer': ({ provider, reseller }) =>
      `顧客としての関係を終了する方法: ${provider} が、サブスクリプションの一時停止と、予約およびソフトウェアのキャンセルを行い、${reseller} との再販業者関係を削除します。その後、${reseller} は ${provider} の間接リセラーになることができます。自社で使用するライセンスは、別のテナントで、ほかの CSP パートナーから購入できます。`,
    'selling.buyOnOtherTenant': ({ company }) =>
      `${company} が自社で使用するライセンスは、CSP に使用していない別のテナントで、ほかの CSP パートナーから購入できます。`,
    'selling.buyFromAnyone': ({ company }) =>
      `${company} は CSP に参加していないため、同じ地域のどの CSP パートナーからも購入できます。`,
    'selling.buyFrom': ({ region }) =>
      region === undefined
        ? '購入先: 間接リセラーまたは直接請求パートナーです。'
        : `購入先: ${terms.region(region)} の間接リセラーまたは直接請求パートナーです。`,
    'selling.buyNotOnCspTenant': () =>
      'サービスは、社内でのみ使用する顧客用テナントにプロビジョニングします。CSP に使用しているテナントにはプロビジョニングできません。',
    'selling.buyNotFromSelf': ({ company }) => `${company} 自身や関連組織から購入することはできません。`,
    'selling.buyNotFromPartner': ({ company, providers }) =>
      `${company} は ${format.all(providers)} の間接リセラーであるため、同じテナントで同社の顧客になることはできません。`,
    'selling.buyFromProvider': () =>
      '間接プロバイダーからも購入できますが、その間接プロバイダーの間接リセラーではない場合に限られ、別のテナントが必要です。Microsoft が購入先として挙げているのは、間接リセラーと直接請求パートナーのみです。',
  }
}
