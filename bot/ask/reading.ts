import { shortForms } from './short-forms.ts'
import { plainJapanese } from './spoken-japanese.ts'

/** What a text is before anything is looked for in it: width folded, quotes and abbreviations made plain, its end cut. */
export function readable(text: string): string {
  const folded = unwrapped(text.slice(0, 1_000).replace(WIDE_DASH, ' - ').normalize('NFKC'))
  const isOdd = ODD.test(folded)
  const told = isOdd ? usual(folded) : folded
  const isFiled = FILED.test(told)
  const plain = isFiled ? told.replace(TICKET, '') : told
  const whole = plain.includes("'") ? plain.replace(WITH_MARK, written) : plain.replace(WITHOUT_MARK, written)
  const spoken = JAPANESE.test(whole) ? plainJapanese(whole) : whole
  return (isOdd || isFiled ? spoken.replace(/\s+/g, ' ') : spoken).trim().slice(0, 500)
}

/** Between Latin names a wide dash parts them. */
const WIDE_DASH = /(?<=[a-z0-9])－(?=[a-z0-9])/gi

const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff]/

/** A message without what a mail puts around it: FW:, the name of whoever signs it, quotation marks around all of it. */
function unwrapped(text: string): string {
  const told = FORWARDED.test(text) ? text.replace(FORWARDED, '') : text
  const unsigned = SIGNS_OFF.test(told.slice(-MOST_SIGNED)) ? told.replace(SIGNED, '$1') : told
  return WHOLLY_QUOTED.exec(unsigned)?.[1] ?? unsigned
}
const FORWARDED = /^\s*(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+/i
/** Thanks in advance, two names and a title. */
const MOST_SIGNED = 90
const SIGNS_OFF = /regards|cheers|thanks|thank you|sincerely|yours|best wishes|\brgds|\bbr\b/i
const SIGNED =
  /([\s,.!?])(?:(?:best|kind|kindest|warm|with|many) ?)?(?:regards|cheers|thanks(?: in advance| a lot| so much)?|thank you|sincerely|yours|best wishes|rgds|br)(?:[,.!]|\s*\n)\s*(?:\/\s*)?\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.]*){0,2}\s*$/iu
const WHOLLY_QUOTED = /^\s*["“]([^"“”]{12,})["”]\s*$/

/** What `usual` changes, and what is not spaced by single spaces: most texts have nothing of it. */
const ODD = /[<‘’ʼ`´“”„«»]|[UK]\.|招待って| {2}|[^\S ]| @|\b[wW]\/|more then|\b[iI]d [a-z]{2}/

const usual = (text: string): string =>
  text
    .replace(/<at>[^<]*<\/at>/g, ' ')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\bU\.\s?S\.(?:\s?A\.?)?(?![a-z])/g, 'US')
    .replace(/\bU\.\s?K\.?(?![a-z])/g, 'UK')
    .replace(/\bK\.\s?K\.?/g, 'KK')
    .replace(/招待って(?!い)/g, '招待は')
    .replace(/\s@\s*(?=[^\s@])/g, ' at ')
    .replace(
      /\bid (?=(?:like|love|be|rather|appreciate|prefer|always|never|very|sleep|say|need|want|hate|guess|suggest|assume|really|just|also)\b)/gi,
      'I would ',
    )
    .replace(/\bw\/(?=\s?\w)/gi, 'with ')
    .replace(/\bmore then\b/gi, 'more than')

/** What a support chat is filed under; it names nobody and no error. */
const TICKET =
  /(?:(?:^[\s:,-]*)?(?:\b(?:support )?(?:ticket|case|incident|reference|ref|srq?|inc)(?:[ -]?(?:no\.?|number|nr\.?|id))?|(?:サポート)?(?:チケット|案件|インシデント|受付|問い?合わせ|ケース|管理|整理|参照)(?:番号|no\.?)?)\s*(?:[:#.]\s*)*\d[\d-]*|(?<!(?:code|error|fault|err|エラー|コード|番号)\s*)#\s?\d{3,})(?:\s*(?:です(?:が)?|の件(?:です)?(?:が)?(?:ですが)?)(?=[。、:]))?(?:\s*[-:–—、。,.]+\s*)?/gi

const FILED =
  /#|(?:[Tt]icket|TICKET|[Cc]ase|CASE|[Ii]ncident|INC|[Rr]ef|REF|[Ii]nc|\b[Ss]r|SR|チケット|案件|インシデント|受付|合わせ|ケース|管理|整理|参照).*\d/

const UNMARKED =
  '\\b(?:cant|cannot|canot|wont|dont|doesnt|didnt|isnt|arent|hasnt|havent|wasnt|werent|couldnt|shouldnt|whos|whats|wheres|hows|whys|ive|im|youre|theyre|theyve|havnt|thats)\\b'
const WITHOUT_MARK = new RegExp(UNMARKED, 'gi')
const WITH_MARK = new RegExp(`(?<![A-Za-z])[A-Za-z]+'[A-Za-z]+\\b|${UNMARKED}`, 'gi')

const SHORT = shortForms(
  "can't=can not,cant=can not,cannot=can not,canot=can not,won't=will not,wont=will not,shan't=shall not,dont=do not,doesnt=does not," +
    'didnt=did not,isnt=is not,arent=are not,hasnt=has not,havent=have not,havnt=have not,wasnt=was not,werent=were not,' +
    "couldnt=could not,shouldnt=should not,who's=who is,whos=who is,what's=what is,whats=what is,where's=where is," +
    "wheres=where is,how's=how is,hows=how is,why's=why is,whys=why is,when's=when is,it's=it is,that's=that is," +
    "thats=that is,there's=there is,here's=here is,let's=let us,he's=he is,she's=she is,which's=which is,ive=i have," +
    "im=i am,i'm=i am,youre=you are,theyre=they are,theyve=they have,ain't=is not",
)

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/i, ' not'],
  [/'re$/i, ' are'],
  [/'ve$/i, ' have'],
  [/'ll$/i, ' will'],
  [/'d$/i, ' would'],
]

/** `can't` in full; an 's that belongs to a name stays. */
function written(word: string): string {
  const whole = SHORT.get(word.toLowerCase())
  if (whole !== undefined) return whole
  for (const [ending, full] of ENDINGS) if (ending.test(word)) return word.replace(ending, full)
  return word
}

/** Four words in capitals after each other, or nothing but capitals. */
export const isShouted = (text: string): boolean => /(?:\p{Lu}{2,}[^\p{L}]+){4}/u.test(text) || !/\p{Ll}/u.test(text)
