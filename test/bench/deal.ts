/** Deals the people out to the connections, and calls those of one connection in turn. */
export function inTurn<T>(people: readonly T[], connections: number): (connection: number) => T {
  const hands = Array.from({ length: connections }, (_, hand) => people.filter((_, n) => n % connections === hand))
  const calls = new Array<number>(connections).fill(0)
  return (connection) => {
    const hand = hands[connection] ?? []
    const call = calls[connection] ?? 0
    calls[connection] = call + 1
    const one = hand[call % hand.length]
    if (one === undefined) throw new RangeError('there are more connections than people')
    return one
  }
}
