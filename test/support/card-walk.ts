/** Any object of a card that has a `type`: an element, an input or an action. */
export type CardNode = { readonly type: string; readonly [property: string]: unknown }

/** Every typed object of a card that is shown, from the top; what an action carries as data is not looked into. */
export function nodesOf(card: unknown): readonly CardNode[] {
  if (Array.isArray(card)) return card.flatMap(nodesOf)
  if (typeof card !== 'object' || card === null) return []
  const below = Object.entries(card).flatMap(([property, value]) =>
    property === 'data' || property === 'refresh' ? [] : nodesOf(value),
  )
  return 'type' in card && typeof card.type === 'string' ? [card as CardNode, ...below] : below
}

export const inputsOf = (card: unknown): readonly CardNode[] =>
  nodesOf(card).filter(({ type }) => type.startsWith('Input.'))

export const tapsOf = (card: unknown): readonly CardNode[] =>
  nodesOf(card).filter(({ type }) => type === 'Action.Execute')

/** Every text that a reader sees, as it stands on the card. */
export const textsOf = (card: unknown): readonly string[] =>
  nodesOf(card).flatMap((node) => {
    if (node.type === 'TextBlock') return [String(node.text)]
    if (node.type === 'FactSet') {
      return (node.facts as readonly { title: string; value: string }[]).flatMap(({ title, value }) => [title, value])
    }
    return []
  })

/** The first input with this id; a test that asks for one that is not there has failed. */
export function inputOf(card: unknown, id: string): CardNode {
  const found = inputsOf(card).find((input) => input.id === id)
  if (!found) throw new Error(`no input ${id}`)
  return found
}

/** The first button with this verb. */
export function tapOf(card: unknown, verb: string): CardNode {
  const found = tapsOf(card).find((tap) => tap.verb === verb)
  if (!found) throw new Error(`no button ${verb}`)
  return found
}
