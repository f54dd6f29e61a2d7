const BREAK =
  /(?:,? and (?:also )?|; ?|[?.!] (?:and |also )*)(?=(?:which|who|has|have|is|are|was|can|could|why|when|where|did|does|do|how|what)\b(?! (?:by whom|so|if so|by who)\b))|[?？。]\s*(?:それと|あと|また|それから)[、,]?|、(?:それと|それから)、?/giu

/** The parts of a text that may each ask something. */
export const clausesOf = (text: string): readonly string[] =>
  text
    .slice(0, 500)
    .split(BREAK)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 3)
