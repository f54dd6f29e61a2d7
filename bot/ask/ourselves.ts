/** What “I” do only to come to my question: “may I ask”, “I can't tell whether”. */
const TO_ASK =
  'see|find|know|look up|check|tell|ask|view|trouble|bother|just|inquire|enquire|request|kindly|say|can not|have|learn|be told|reassure|answer|route|forward|pass|put|enter|use|key|quote|give|reply|explain|need|assign|direct|get (?:a|the) (?:list|overview|names?)'
const TO_KNOW =
  'make|figure|work|tell|see|find|say|remember|recall|answer|confirm|be sure|understand|get hold|go on|continue|proceed'
/** What is mine and speaks of nobody's company. */
const MINE =
  'guys?|reps?|colleagues?|contacts?|managers?|folks|desk|queue|chat|tickets?|boss|team|records?|notes?|books?|files?|inbox|screen|head|mind|knowledge|shift|opinion|caller|impression|understanding|slides?|list'
const WITH_CUSTOMER = '(?: \\w+)? (?:customers?|clients?|resellers?|providers?|partners?|distributors?)\\b[^@]{0,4}@'

const I_ASK = `(?:can|could|may|might|am|did|have|do|should|must|why|when) i(?! (?:${TO_ASK})\\b)`
const I_TRY = `i(?= (?:(?:can|could)(?! (?:not|only|${TO_ASK})\\b)|(?:can|could) not(?! (?:\\w+ )?(?:${TO_KNOW})\\b)|am (?:blocked|unable(?! to (?:${TO_KNOW}))|not(?! (?:\\w+ )?(?:sure|certain|clear)\\b))|get(?! (?:asked|calls?|mails?|emails?|it|this|the|a)\\b)|tried|try|want to (?:sell|accept|add|become)))`
const WE =
  '(?<!\\b(?:before|until|since|as|so|while|what|once|everything) )we(?! (?:suspect|think|believe|assume|wonder|heard|hear|owe|need|let|would like|were told|got a|keep (?:asking|hearing)|are (?:told|asked|wondering|trying|preparing|unsure|not sure)|do not know|can not (?:go on|tell|see|find|continue|proceed|wait))\\b)'
const OUR = `(?<!")(?:our|my)(?!${WITH_CUSTOMER})(?! (?:\\w+ ){0,2}(?:${MINE})\\b)(?: company| organi[sz]ation| side)?`
/** Colleagues and what they work with are nobody's company. */
const COLLEAGUES =
  '営業|担当|社長|上司|同僚|先輩|後輩|部|課|チーム|若|新人|スタッフ|者|経理|法務|情シス|人間|記録|画面|デスク|窓口|認識|理解|資料'
const HOUSE =
  '弊社|当社|我々|われわれ|わたしたち|私たち|私ども|私達|わが社|我が社|小社|(?<![の「])うち(?=[はがのとにをもで])'
const JAPANESE = `(?:${HOUSE})(?!の(?:顧客|お客様|リセラー|プロバイダー|パートナー)(?:の|である)?@|の(?:${COLLEAGUES}))`

const OURSELVES = new RegExp(
  `\\b(?:${WE}|ours|${I_ASK}|${I_TRY}|(?:with|from|to|by|and) us|us(?= and)|${OUR})\\b|${JAPANESE}`,
  'u',
)
const JOINED = new RegExp(
  `\\b(?:we|us) (?:and|or|&) @|@ (?:and|or|&) (?:we|us)\\b|(?:${HOUSE})(?:も|と|が|は|から|を|、|[にへ](?!問|連絡|相談|電話|質問|メール|聞|来|お))`,
  'u',
)

/** “We at @”: who writes is named, and nobody else is meant. */
const NAMED =
  /\b(?:we|us|i am)(?: are|,)?(?: here)?(?: at| from| of)? \(?@(?!'s? |s' | (?:customers?|clients?|resellers?|partners?|people|staff)\b)/

/** Where a masked text speaks of the company of whoever writes it; `JOINED` to another one where several are named. */
export function ourselvesIn(
  masked: string,
  { named, isParty, from }: { named: number; isParty: boolean; from: number },
) {
  // Support is no party to what it asks of two companies, unless it says so: “can we and @ …”.
  if (NAMED.test(masked)) return undefined
  const found = isParty || named < 2 || JOINED.test(masked) ? OURSELVES.exec(masked.slice(from)) : null
  return found ? { start: from + found.index, end: from + found.index + found[0].length } : undefined
}
