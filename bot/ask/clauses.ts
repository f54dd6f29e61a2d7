const BREAK =
  /(?:,? and (?:also )?|; ?|(?<!\b[ie]\.[eg])[?.!] (?:and |also )*)(?=(?:which|who|has|have|is|are|was|can|could|why|when|where|did|does|do|how|what)\b(?! (?:by whom|so|if so|by who)\b))|[?？。]\s*(?:それと|あと|また|それから|次に|そして|加えて)[、,]?|(?<=か)[?？。]\s*(?=\S.*か[?？。]?$)|、(?:それと|それから)、?/giu

/** What every break has; most texts are one question, and are not searched. */
const BROKEN = /[;?.!？。、].| and /is

/** The questions of a text, each with the story that leads to it and what only asks why. */
export function clausesOf(text: string): readonly string[] {
  const parts = partsOf(text)
  return parts.length < 2 ? parts : toldWithAsked(parts)
}

/** Where the question begins that ends a story; 0 where there is none. */
export function lastSentence(masked: string): number {
  const end = /[.!。:] ?./.test(masked) ? LAST_SENTENCE.exec(masked) : null
  const from = end ? end.index + end[0].length : 0
  return from > 0 && asksByItself(masked.slice(from)) ? from : 0
}

const LAST_SENTENCE =
  /(?<=[\p{L}\p{N}@#$%)"'」])(?<!か)(?:[.!。]|(?<= \S+ \S+ \S+): (?=(?:did|does|do|has|have|had|is|are|was|were|can|could|may|will|would|why)\b))\s*(?=[^.!?。]+[?？]?\s*$)/u

/** Whether a sentence asks something of its own, after what was told before it. */
const asksByItself = (sentence: string): boolean => ASKS.test(sentence) && !ECHOES.test(sentence)

function partsOf(text: string): readonly string[] {
  const whole = text.slice(0, 500).replace(CALLS_FOR_HELP, '')
  if (!BROKEN.test(whole)) return [whole.trim()].filter((clause) => clause !== '')
  const clauses: string[] = []
  let at = 0
  const add = (end: number, mark: string): void => {
    const clause = whole.slice(at, end).trim()
    if (clause !== '' && clauses.length < MOST) clauses.push(/^[?？]/.test(mark) ? `${clause}?` : clause)
  }
  for (const { index, 0: mark } of whole.matchAll(BREAK)) {
    if (mark.includes('and') && !/[?？]/.test(mark) && GOES_ON.test(whole.slice(index + mark.length))) {
      if (!ASKS.test(whole.slice(at, index).trim())) continue
    }
    add(index, mark)
    at = index + mark.length
  }
  add(whole.length, '')
  return clauses
}

/** “Can anyone help me?” asks nothing yet. */
const CALLS_FOR_HELP =
  /^(?:(?:hi|hello|hey|dear|good)\b[^?.!]{0,20}[,.!] ?)?(?:can|could|would|will) (?:anyone|anybody|someone|somebody|you)(?: here| please)* (?:help|assist)(?: me| us)?(?: out| with (?:this|something|a question)| here| please)*[?.!] /i

/** More than anybody asks at once; a long text is not taken apart for ever. */
const MOST = 6

/** What tells a story belongs to the question that it leads to, and what only asks why to what it is about. */
function toldWithAsked(clauses: readonly string[]): readonly string[] {
  const asked: string[] = []
  let told = ''
  for (const clause of clauses) {
    const whole = told === '' ? clause : `${told}. ${clause}`
    const last = asked.at(-1)
    if (told === '' && last !== undefined && ECHOES.test(clause)) asked[asked.length - 1] = `${last}? ${clause}`
    else if (ASKS.test(clause)) asked.push(whole)
    told = ASKS.test(clause) || (last !== undefined && ECHOES.test(clause)) ? '' : whole
  }
  const last = asked.at(-1)
  if (told !== '' && last !== undefined) asked[asked.length - 1] = `${last}? ${told}`
  return asked
}

/** A clause that adds nothing but that an answer is wanted. */
const ECHOES =
  /^(?:(?:and|so|but|or) )*(?:why(?: (?:not|so|is (?:that|this|it)))?|how come|how so|what (?:is|was|could be|can be) (?:the |its )?(?:reason|cause|problem|issue|matter|wrong|blocking|going on|missing)(?: here| there| with it)?|what(?: do we do| can (?:we|i|be) do(?:ne)?)?(?: now| next)|is (?:that|this|it) (?:right|true|correct|so|possible|ok(?:ay)?|allowed|fine|normal)|can (?:that|this|it) be(?: right| true)?|(?:can|could|would) you (?:check|help|look|have a look|confirm|explain|tell me)\b.{0,20}|(?:by )?whom?(?: \w+)? did (?:it|this|that)|when was (?:it|that|this)|原因は?(?:何(?:です|でしょう)か)?|理由は?(?:何(?:です|でしょう)か)?|(?:なぜ|何故|どうして|なんで)(?:そう|でき(?:ない|ません)|だめ|ダメ|駄目|無理)?(?:なの|なん|ん|の)?(?:です|でしょう)?か?)\W*$/iu

/** A clause that asks by itself, not for the reason of what the one before says. */
export const ASKS =
  /[?？]$|^(?:and |also |then |hi,? |hello,? |please,? |ok,? |so,? )*(?:tell me|show|list|give me|check|find out|which|who|whom|whose|has|have|is|are|was|were|can|could|may|why (?!not\b|is (?:it|that|this)\b)(?=\w)|when|where|did|does|do|how|what)\b|(?:か|かな|っけ|の|は|って|何|なに|ください|下さい|教えて|見せて|知りたい(?:です)?|ほしい(?:です)?|お願いします)[?？。]?$/iu

/** “… and has heard nothing” goes on about whoever was spoken of, where nothing was asked before. */
const GOES_ON = /^(?:has|have|is|are|was|can|could|did|does|do)\b/i
