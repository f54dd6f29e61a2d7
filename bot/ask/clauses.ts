const BREAK =
  /(?:,? and (?:also )?|; ?|[?.!] (?:and |also )*)(?=(?:which|who|has|have|is|are|was|can|could|why|when|where|did|does|do|how|what)\b(?! (?:by whom|so|if so|by who)\b))|[?？。]\s*(?:それと|あと|また|それから|次に|そして|加えて)[、,]?|(?<=か)[?？。]\s*(?=\S.*か[?？。]?$)|、(?:それと|それから)、?/giu

/** The parts of a text that may each ask something. */
export const clausesOf = (text: string): readonly string[] =>
  text
    .slice(0, 500)
    .split(BREAK)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, MOST)

/** More than anybody asks at once; a long text is not taken apart for ever. */
const MOST = 6
