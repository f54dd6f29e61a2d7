/**
 * What of a company's name counts when somebody looks for it: letters and digits alone, in lower case, of full width,
 * without accents on Latin letters, without the long vowel ー, and without the company form at either end. A name of
 * nothing else keeps what it has.
 */
export const searchKey = (name: string): string => keyOf(bareName(name))

/** A name of full width without its company form. */
export const bareName = (name: string): string => withoutForm(name.normalize('NFKC'))

/** The longest word of a name that counts when it is mistyped. */
export const WORD_CHARACTERS = 8

/** The first word of a name, or of a name without spaces its beginning: at most eight characters of its search key. */
export const firstWord = (name: string): string => nameParts(name).word

/** The rest of the search key, after the whole first word: what tells apart the companies that share it. */
export const otherWords = (name: string): string => nameParts(name).rest

/** All three of a name at once. */
export function nameParts(name: string): { key: string; word: string; rest: string } {
  const plain = bareName(name)
  const key = keyOf(plain)
  const words = plain.split(/[\s,/&+・-]+/)
  for (const [index, part] of words.entries()) {
    const word = searchable(part).key
    if (word === '') continue
    if (!LATIN.test(word)) break
    return { key, word: beginning(word, WORD_CHARACTERS), rest: searchable(words.slice(index + 1).join(' ')).key }
  }
  const word = beginning(key, WORD_CHARACTERS)
  return { key, word, rest: key.slice(word.length) }
}

/** At most so many UTF-16 units, and no half of a character. */
export const beginning = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/**
 * A text as search keys are made, company forms left in, and for each character of it where it stands in `text` after
 * NFKC.
 */
export function searchable(text: string): { key: string; at: readonly number[] } {
  let key = ''
  const at: number[] = []
  const plain = text.normalize('NFKC')
  for (let index = 0; index < plain.length; ) {
    const code = plain.codePointAt(index) ?? 0
    const left = ASCII[code] ?? folded(code)
    key += left
    for (let n = 0; n < left.length; n++) at.push(index)
    index += code > 0xffff ? 2 : 1
  }
  return { key, at }
}

/**
 * How many letters have to be left out, put in, changed, or swapped with their neighbour to make one key the other; more
 * than `most` is answered as `most + 1`.
 */
export function edits(one: string, other: string, most = 2): number {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}

const LATIN = /^[\p{Script=Latin}\p{N}]+$/u

/** Letters and digits of a text; of a text without any, all of it but spaces. */
const keyOf = (plain: string): string => searchable(plain).key || plain.toLowerCase().replace(/\s+/g, '')

/** What one character of an NFKC text leaves in a key. */
function folded(code: number): string {
  const known = kept.get(code)
  if (known !== undefined) return known
  const plain = String.fromCodePoint(code)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u30fc]|[^\p{L}\p{N}\p{M}]|\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC')
  const left = VARIANTS.get(plain) ?? plain
  if (kept.size < MOST_KEPT) kept.set(code, left)
  return left
}

/** Most texts are made of the same few characters. */
const kept = new Map<number, string>()
const MOST_KEPT = 20_000

/** Letters that are typed otherwise, and forms of kanji that names keep and keyboards do not offer first. */
const VARIANTS = new Map(
  'ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ı=i 髙=高 﨑=崎 濵=浜 濱=浜 邉=辺 邊=辺 澤=沢 齋=斎 廣=広 國=国 櫻=桜 眞=真 嶋=島'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(2)] as const),
)

/** Most characters of most texts. */
const ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) => folded(code))

/** An NFKC name without its company form; itself when nothing else would be left. */
function withoutForm(plain: string): string {
  let name = plain
  for (let forms = 0; forms < MOST_FORMS; forms++) {
    const shorter =
      shortened(name, withoutEastern) ?? shortened(name, withoutLatinEnd) ?? shortened(name, withoutLatinStart)
    if (shorter === undefined) return name
    name = shorter
  }
  return name
}

/** A name with less of its form; undefined where it has none, or where nothing else would be left. */
function shortened(name: string, without: (name: string) => string): string | undefined {
  const shorter = without(name)
  return shorter !== name && searchable(shorter).key !== '' ? shorter : undefined
}

/** GmbH & Co. KG are three. */
const MOST_FORMS = 6

const withoutEastern = (name: string): string =>
  EASTERN_FORM.test(name) ? name.replace(EASTERN_START, '').replace(EASTERN_END, '') : name

function withoutLatinEnd(name: string): string {
  const words = wordsOf(name)
  for (let n = Math.min(3, words.length - 1); n > 0; n--)
    if (isForm(words.slice(-n))) return words.slice(0, -n).join(' ')
  return name
}

function withoutLatinStart(name: string): string {
  const words = wordsOf(name)
  for (let n = Math.min(2, words.length - 1); n > 0; n--)
    if (LATIN_START.has(lettersOf(words.slice(0, n)))) return words.slice(n).join(' ')
  return name
}

const wordsOf = (name: string): readonly string[] =>
  SEVERAL_WORDS.test(name) ? name.split(/[\s,]+/).filter((word) => searchable(word).key !== '') : [name]
const SEVERAL_WORDS = /[\s,]/

const lettersOf = (words: readonly string[]): string => searchable(words.join('')).key

/** A spa is no S.p.A. unless it is written as one. */
const isForm = (words: readonly string[]): boolean =>
  LATIN_END.has(lettersOf(words)) || /^\(?(S\.?p\.?A\.?|s\.p\.a\.?)\)?$/.test(words.join(''))

const EASTERN = [
  '(?:株式|有限|合同|合資|合名|相互|特例有限)会社',
  '\\([株有同資名社財医学福]\\)',
  '(?:一般|公益|特例)?(?:社団|財団)法人',
  '(?:独立|地方独立)行政法人',
  '(?:特定非営利活動|NPO|医療|学校|社会福祉|宗教)法人',
  '(?:股份)?有限公司',
  '주식회사',
  '유한회사',
  '\\(주\\)',
].join('|')

/** What every one of them has. */
const EASTERN_FORM = /[会社人司회주)]/u
const EASTERN_START = new RegExp(`^[\\s]*(?:${EASTERN})`, 'u')
const EASTERN_END = new RegExp(`(?:${EASTERN})[\\s]*$`, 'u')

const LATIN_END: ReadonlySet<string> = new Set(
  (
    'inc incorporated corp corporation co company ltd limited llc llp lp pllc plc pc pty ptyltd pte pvt sdnbhd bhd ' +
    'kk kabushikikaisha gk godokaisha gmbh ggmbh mbh ag kg kgaa ohg ug ev se sa sas sasu sarl eurl sca scs srl srls sl slu ' +
    'bv nv cv vof ab as asa aps oy oyj ltda eireli sadecv spzoo sro doo kft zrt nyrt ood ead pt tbk'
  ).split(' '),
)

const LATIN_START: ReadonlySet<string> = new Set('kk kabushikikaisha gk sarl sas eurl ab pt ooo'.split(' '))
