/** A card as a person sees it: its texts, inputs by label, buttons by title. */
type Node = { readonly [property: string]: unknown }

export type Input = {
  id: string
  label: string
  type: string
  value: string
  choices: { title: string; value: string }[]
}
export type Shown = {
  card: Node
  /** Everything that can be read, in order, with escapes taken away. */
  text: string
  buttons: readonly { title: string; verb?: string; url?: string; data: Node }[]
  inputs: readonly Input[]
}

export function shown(card: Node): Shown {
  const nodes = walk(card)
  const inputs = nodes.flatMap((node) => (String(node.type).startsWith('Input.') ? [inputOf(node)] : []))
  const buttons = nodes.flatMap((node) =>
    node.type === 'Action.Execute' || node.type === 'Action.OpenUrl' ? [buttonOf(node)] : [],
  )
  const lines = nodes.flatMap((node) => [
    ...(node.type === 'TextBlock' ? [String(node.text)] : []),
    ...(Array.isArray(node.facts) ? node.facts.map((fact) => `${fact.title}: ${fact.value}`) : []),
  ])
  return { card, text: lines.join('\n').replace(/\\([\\`*~[\]<_{&>#+\-.)])/g, '$1'), buttons, inputs }
}

/** All elements and actions of a card, in reading order; the fallback of a button is the button again and left out, what the card asks by itself too. */
function walk(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(walk)
  if (node === null || typeof node !== 'object') return []
  const { fallback: _, data: __, refresh: ___, ...rest } = node as Node
  return [node as Node, ...Object.values(rest).flatMap(walk)]
}

function inputOf(node: Node): Input {
  const choices = Array.isArray(node.choices) ? (node.choices as { title: string; value: string }[]) : []
  const type = String(node.type)
  const label = type === 'Input.Toggle' ? String(node.title) : String(node.label)
  return { id: String(node.id), label, type, value: String(node.value ?? ''), choices }
}

function buttonOf(node: Node) {
  return {
    title: String(node.title),
    ...(typeof node.verb === 'string' ? { verb: node.verb } : {}),
    ...(typeof node.url === 'string' ? { url: node.url } : {}),
    data: (node.data ?? {}) as Node,
  }
}
