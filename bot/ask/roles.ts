import type { QuestionId } from '../../domain/questions/question.ts'

/** Where a company stands in the text in which `@` stands for every company. */
export type Place = { start: number; end: number; again?: readonly { start: number; end: number }[] }

/** What right before and right after a company makes it the second (or the first) of its question. */
type Marks = {
  prefers?: 'second' | 'after'
  /** What right before a company makes it the first, whatever follows. */
  firmly?: RegExp
  second?: readonly [before: RegExp | undefined, after: RegExp | undefined]
  first?: readonly [before: RegExp | undefined, after: RegExp | undefined]
}

const MARKS: Partial<Record<QuestionId, Marks>> = {
  Q2: {
    second: [
      /(?:\b(?:to|into|serve|serving|supply|supplying|onto)|\b(?:sales?|orders?|subscriptions?|licen[cs]es?|deal|business) (?:for|with)|^for|\b(?:customer|client|buyer)(?: is)?|(?:顧客|お客様)(?:である|の)?)\s*(?:the |our |their |his |a )?(?:customer|client|company)?\s*$/,
      /^ as (?:a |an |the |our )?(?:customer|client|buyer)\b|^ (?:would|will|could|might) (?:\w+ ){0,2}(?:buy|purchase)|^ (?:\w+ ){0,4}to (?:buy|purchase|order(?! for))\b|^ (?:keeps? |is |are |was |has |have )?(?:asking|asks|asked|begging|begs|approached|approaches|turned to) @|^[^@]{0,24}\bto (?:whom|which) @|^(?:さん|様|社|という(?:顧客|会社))?(?:に(?![はも]|よる|とって)|へ|への|向け|宛|相手|に対し|を(?:顧客|相手)| ?←|は(?:買|購入|ご購入)|[がは][^@。、]{0,14}(?:売って|販売して|提供して|卸して)(?:もら|いただ|頂))/,
    ],
    first: [
      /\b(?:from|via|through|(?<!\b(?:quote|asked|approached|contacted|offer) )by|reseller|provider|(?:seller|reseller|provider|supplier|partner) is|(?:customer|client|prospect|lead) of)\s*$/,
      /^ (?:told|tells) |^ (?:\w+ ){1,4}from (?:selling|supplying|serving|making)\b|^ (?:\w+ ){0,2}?(?:tries|tried|trying|attempts|attempted|keeps? (?:telling|saying)|(?:wants|would like|wishes|hopes|intends) to (?:sell|supply|serve))\b|^(?:さん|様|社)?(?:(?:の(?:ほう|方|側))?から|より|経由|による|側で|が(?:販売|再販|売ろ|卸そ)|の(?:販売先|新しい顧客)|[がは][^@。、]{0,14}(?:売って|販売して|提供して|卸して)(?:くれ|くださ))/,
    ],
  },
  Q8: {
    prefers: 'second',
    firmly: /(?:による|→|⇒)\s*$|\bacceptance of @.{0,30} by\s*$/,
    second: [
      /(?:\b(?:(?<!(?:back|word|reply|response|answer|reaction|hears?|heard|news|anything) )from|of)|\b(?:sent|issued|invited|created|made|requested|proposed|offered|initiated|extended|invitation|invite|request|link)(?: (?!seen|read|opened|accepted|received|clicked|noticed|answered|confirmed|ignored|rejected|declined)\w+)? by|\b(?:promised|tell|telling|told|owe|inform|update)|(?:(?<!被)招待者|招待元|送信元|送り主|発信元)(?:は|が|:|=|の)?)\s*$/,
      /^(?:'s?|s')?\s*(?:partnership |partner |pending |open )*(?:invit|request|link|e?-?mail|message|letter)|^ (?:ever |already |yet )?(?:hear|heard|had|got|get|gotten|receive|received) (?:anything |something |any |a |an |word |back )*(?:word|reply|response|answer|reaction|news|back|from)\b|^ (?:(?:says?|claims?|thinks?|swears?|insists?|believes?|reckons?|maintains?) )?(?:that )?(?:it |they )?(?:to )?(?:has |have |had )?(?:sent|issued|invited|made|wants|dispatched|mailed|e-?mailed|raised|put out|fired off|shot over|forwarded)\b|^ ?(?:(?:to|>|->|=>) @|→|による|発の|発、)|^ (?:would like|would love|wants|is asking|asked|asks|needs|wonders|is wondering|is keen) (?:to know|to find out|to hear|to learn|to be told|to see|if|whether)|^(?:さん|様|社)?(?:から(?!あり|泣|苦情|クレーム|催促|質問|指摘|報告|メール|承諾|返|回答|反応|応答|連絡|問い?合|相談|報告|電話|言われ|聞かれ|ok)の?|より|側の|が[^。、]{0,12}?(?:送[っり]|送信し|出し|発行し|よこし|申し込)[^、。は]{0,8}(?:招待|要求|リクエスト|依頼)|が(?:招待し|招[いき][たて])|に(?:招かれ|誘われ|招待され|声をかけられ)[^@。、]{0,8}@|の(?:営業|担当)[^@、。]{0,8}が[^@、。]{0,16}[てで]、|の(?:パートナーシップの?|提携の?|出した|送った)?(?:への)?(?:招待|要求|リクエスト|申し))/,
    ],
    first: [
      /\b(?:to|for|(?<!(?:managers?|reps?|guys?|lady|contacts?|colleagues?|people|folks|admins?|team|lad) )at|reach(?:ed|es|ing)?)\s*$|\b(?:has|have) $/,
      /^ (?:\w+ ){0,2}(?:(?:can|could|may) (?:not|never)|(?:is|was|are|were) (?:unable|not (?:able|allowed|permitted))(?: to)?|fails? to|failed to) (?:\w+ )?(?:accept|confirm|take|agree|approve|say yes)|^(?:さん|様|社)?(?:宛|あて|から(?:あり|泣|苦情|クレーム|催促|質問|指摘|報告|メール|承諾|返|回答|反応|応答|連絡|問い?合|相談|報告|電話|言われ|聞かれ)|への(?:招待|要求)|向け|側で|へ|が(?:その)?招待(?:メール|リンク|状)?を(?:もう|すでに|既に)?(?:開|受|見|読|クリック|承諾|確認)|を(?:もう|すでに|既に)?招待|に(?=送|出|届|招待|[^@。、]{0,14}(?:送[っりる]|出[しさ]|招待|発行)))/,
    ],
  },
  Q14: {
    prefers: 'after',
    firmly: /\b(?:go|goes|going|went|paid|credited|due|given|paid out) to\s*$/,
    second: [
      /(?:\b(?:on|for|to|with|customer|client|of|at|from|(?:held|owned|used|ordered|bought|purchased) by)|(?:顧客|お客様)(?:である|の)?)\s*(?:the |our |their )?(?:customer|client)?\s*$/,
      /^(?:'s?|s')?\s*(?:\w+ )?(?:subscription|sub\b|order|azure|seats|licen|account|microsoft|m365)|^(?:さん|様|社)?の(?:サブスク|契約|ライセンス|分|インセンティブ(?!に[な入])|取引|件|顧客|注文|microsoft|azure|m365)|^(?:さん|様|社)?(?:で|に)(?:関する|対する|つい|対し|紐)|^(?:さん|様|社)?(?:向け|への|に(?![はもよ]|入[るりっ]|インセンティブ|報奨|クレジット|リベート|支払|払|計上|帰属|還元)|で(?!は|す|しょ|き|合|よ|い|間違))/,
    ],
    first: [
      /\b(?:does|is|are|was|will|would|should|shall|may|might|could|do|can|has|did) $|\b(?:reseller|(?<!(?:held|owned|used|ordered|bought|purchased) )by|(?:go|goes|paid|credited|due|given|paid out) to)\s*$/,
      /^ (?:in|on|from|at|out of) (?:the )?(?:\w+ ){0,2}@|^(?:さん|様|社)?(?:は|が|に(?:は|も|(?=入[るりっ]|インセンティブ|報奨|クレジット|リベート|支払|払|計上|帰属|還元))|のインセンティブに(?:な|入))/,
    ],
  },
  Q15: {
    first: [
      /\b(?:mpn(?: ?ids?| numbers?| accounts?| location(?: ids?)?)*|ids?|numbers?|location account|pla) (?:of|for)\s*$/,
      /^(?:'s?|s') (?:\w+ )?(?:mpn|partner id|location|pla)|^(?:さん|様|社)?の(?:正しい)?(?:mpn|場所|id|番号)/,
    ],
  },
  Q16: { second: [undefined, /^(?:さん|様|社)?との[^@、。]{2,16}(?:た|ている)@/] },
  Q17: {
    second: [
      /\b(?:access|rights|privileges|permissions|admin|administrator|control|dap|in) (?:to|into|in|on|over|at|for|inside)\s*$|\b(?:to|into|on|over|in|inside|at|administer|manage|(?:tenant|account|environment|directory|admin) of)\s*$/,
      /^ (?:is |are )?(?:asking|asks|asked|wonders|wondering|worries|worried|fears)\b(?! @)|^ (?:has |have |had |once |previously |originally )*(?:granted|gave|gives|grants|let|asked|told|cut|removed?|revoked?|withdrew|withdrawn|stripped|ended|disabled|kicked|taken|took|take) (?:\w+ ){0,2}@|^(?:'s?|s')?\s*(?:own |azure |ad )*(?:work|tenant|account|environment|directory|system|company|office)|^(?:さん|様|社)?職場|^(?:さん|様|社)?の(?:職場|社内|社用|業務用|テナント|アカウント|環境|会社|システム|組織|ディレクトリ|azure|office|管理画面)|^(?:さん|様|社)?(?:に対|へ|に(?=(?:まだ|管理|アクセス|入|ログイン|今|対))|を(?:管理|操作)|の(?:管理者|担当者?|社長|情シス)(?:さん|様)?(?:から|より))/,
    ],
    first: [
      /\b(?:access|rights|privileges|permissions|dap) (?:of|from|by|for)\s*$|\b(?:from|by|gave|give|gives|given to|gave to|granted to|granted|grants?|forced|urged|instructed|revoked?|removed?|provider)\s*$/,
      /^(?:'s?|s')?\s*(?:still )?(?:delegated |global )?(?:admin|access|dap|gdap|privilege|rights|permission|elevated)|^ to (?:give up|remove|hand back|relinquish|drop|let go|return|renounce)|^(?:さん|様|社)?の(?:持つ|代理|管理者(?!から|より)|アドミン|admin|管理アクセス|管理権|dap|gdap|アクセス|権限|特権)|^(?:さん|様|社)?(?:[にへ](?:お|ご)?(?:与え|付与|渡|許可|委任|委ね|任せ|預け)|側が|管理者|に(?:まだ)?(?:アドミン|管理|特権|代理|アクセス)[^@]{0,8}残[^@]*$)/,
    ],
  },
  Q19: {
    firmly:
      /\b(?:customers?|clients?|accounts?|buyer|cust|book|end-customer) (?:of|with|under|at|for|from)\s*(?:the |our )?(?:partner|reseller)?\s*$|\b(?:under|through|thru|via|by|with)\s*$/,
    first: [
      /\b(?:(?<!case )of|for|by|through|under|via|from|(?<!\b(?:sells?|selling|sold|supply|supplies|bills?|billing) )to|with|at)\s*(?:the |our )?(?:partner|reseller)?\s*$|@\($/,
      /^(?:'s?|s')\s*(?:own |\w+ )?(?:direct|indirect|customer|client|account|book|list)|^ is concerned|^ (?:(?:customer|client|account)(?:s\b| lists?\b| base\b| book\b)|(?:direct|indirect) (?:customer|client|cust|account)\b)|^(?:さん|様|社)?(?:の(?:直|間接|顧客(?!関係)|お客|客|取引|もと|下)|にとって|から(?:見|み)|における|経由|側|との(?:関係|取引|直接)(?!は@)|と(?:の)?(?:直接|間接)|が(?:担当|抱え|持つ|直接)|では)/,
    ],
    second: [
      /(?:\b(?:customer|client)|(?:顧客|お客様)(?:である|の)?)\s*$/,
      /^(?:さん|様|社)?(?:は|って|て|という|との)/,
    ],
  },
  Q24: {
    first: [/(?<!\bbe (?:a|the) |\bas (?:a|the) )\b(?:customer|client|buyer)\s*$/, undefined],
  },
  Q28: {
    first: [
      /(?:\b(?:look after|looking after|take care of|taking care of|serve|serves|serving|supply|supplying|support|supporting|to|for|customer|client|with|handle|handling|on|at|manage|share)|(?:顧客|お客様|お客さん|客)(?:である|の|になって(?:い)?る)?)\s*(?:the |our )?(?:customer|client)?\s*$/,
      /^(?:さん|様|社)?(?:に(?![も加]|は(?!既|すで|もう|もともと))|へ|を(?!追加|加え|足[すせし]|二社目|2社目)|の(?!両|双|顧客|客|お客|(?:二|2)(?!社目)|ど|よう|ほか)|という(?:顧客|お客))|^ (?:is |are )?(?:already |currently |now )?(?:with @|works? with|buys? from|wants|would like|wishes|needs|asks|plans|is (?:happy|satisfied|thinking|considering|looking|asking|planning)|is (?:already )?served|uses|is a customer)/,
    ],
  },
}

/** Who holds the access is the subject; of whom it is held, the other. */
const HOLDS = /@(?:社|様|さん)?[はが].{0,4}@.*(?:持っ|持ち|保持|有して|失っ|失い|なくし|無くし|得て|与えられ)/

/** “X asks why Y refuses to sell to it”. */
const SOLD_TO_IT =
  /@(?! @|, wh(?:o|ich) )(?:(?!\b(?:it|they)\b)[^@.])*@(?:(?!\b(?:it|they)\b)[^@.])*\b(?:sell|resell|supply|distribute) (?:\w+ ){0,2}to (?:it|them)\b/

const isSoldToIt = (masked: string): boolean =>
  (masked.includes('to it') || masked.includes('to them')) && SOLD_TO_IT.test(masked)

/** “The admin of X worries that Y is still in the tenant”, as Japanese tells it: no tenant is said to be anybody's. */
const TELLS =
  /^@(?:さん|様|社)?(?:の[^@、。はがを]{1,14})?(?:が|から|より|は|によると|いわく)[^@]*(?:心配|気に|不安|懸念|問い?合わせ|聞かれ|聞いて|相談|知りた|によると|言って|確認し)[^@]*@(?!.*@.?.?の(?:職場|テナント|アカウント|環境|会社の))/u
const NARRATED =
  /^@(?:さん|様|社)?(?:の[^@、。はがを]{1,14})?(?:が|から|より|は|によると|いわく)[^@]*@(?:さん|様|社)?(?:が|は)[^@]*(?:自社の?|その)?(?:職場アカウント|テナント|アカウント|環境)[^@]*(?:心配|不安|懸念|知りた|気にして|とのこと|質問|問い?合|相談|聞かれ|尋ね|確認して|依頼|連絡|クレーム|そう(?:です|だ)|と(?:言|の|聞))/u

const OWN_TENANT =
  /^(?!'s? ?(?:\w+ )?(?:admin|access|rights|dap|gdap|privilege|permission)|(?:'s?)? (?:own |work |azure |ad )*(?:tenant|account|environment|directory|systems?)\b).*(?:\b(?:their|its|his|her|the) (?:own |work |azure |ad )*(?:tenant|account|environment|directory|systems?)|\bwork account)\b/

const SAME: Partial<Record<QuestionId, QuestionId>> = { Q9: 'Q8' }
const JOINED =
  /^\s*(?:'s)?\s*(?:,?\s*(?:and|&|or|plus|as well as|along with|together with|alongside)(?: also)?|,|と|や|及び|および|、|・|も|・と|並びに|とも|さんと|社と|様と|(?:さん|様|社)?(?:に加えて?|だけでなく|だけじゃなくて?|のほかに?)、?)\s*$/

/** Companies in the order of their question (question.ts): where words and particles do not tell, as they were named. */
export function inOrder<One extends Place>(
  question: QuestionId,
  masked: string,
  places: readonly One[],
): readonly One[] {
  if (places.length < 2) return places
  const grouped = question === 'Q28' && places.length > 2 ? lonelyFirst(masked, places) : undefined
  if (grouped) return grouped
  const marks = MARKS[SAME[question] ?? question]
  if (!marks) return places
  const rank = ({ again = [], ...place }: Place): number =>
    again.reduce((found, one) => found || rankOf(one), rankOf(place))
  const rankOf = (place: Place): number => {
    const before = masked.slice(Math.max(0, place.start - 40), place.start)
    const after = masked.slice(place.end, place.end + 30)
    const stands = (pair: Marks['first']): boolean => Boolean(pair?.[0]?.test(before) || pair?.[1]?.test(after))
    const [first, second] = [stands(marks.first), stands(marks.second)]
    if (marks.firmly?.test(before)) return -2
    if (question === 'Q17' && first && HOLDS.test(masked)) return 1
    if (question === 'Q17' && isOwner(place)) return 1
    if (question === 'Q2' && !first && place.start === places[0]?.start && isSoldToIt(masked)) return 1
    if (first && second && marks.prefers === 'after') return marks.second?.[1]?.test(after) ? 1 : -1
    if (first && second) return marks.prefers === 'second' ? 1 : -1
    return first ? -1 : second ? 1 : 0
  }
  // “X worries that Y is still in their tenant”: whoever speaks of its own tenant comes first.
  const isOwner = ({ start }: Place): boolean =>
    start === places[0]?.start &&
    (OWN_TENANT.test(masked.slice(places.at(-1)?.end)) || TELLS.test(masked) || NARRATED.test(masked))
  return places
    .map((place, index) => ({ place, index, rank: rank(place) }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index)
    .map(({ place }) => place)
}

/** Of three companies two of which are joined by “and”, the other one is the customer. */
function lonelyFirst<One extends Place>(masked: string, places: readonly One[]): readonly One[] | undefined {
  const joined = places.map((place, index) => {
    const next = places[index + 1]
    if (next === undefined || !JOINED.test(masked.slice(place.end, next.start))) return false
    // “X も Y も” joins two, “X も Y に” does not.
    return !/も\s*$/u.test(masked.slice(place.end, next.start)) || /^(?:さん|様|社)?も/u.test(masked.slice(next.end))
  })
  const lonely = places.filter((_, index) => !joined[index] && !joined[index - 1])
  const [customer] = lonely
  if (lonely.length !== 1 || !customer) return undefined
  return [customer, ...places.filter((place) => place !== customer)]
}
