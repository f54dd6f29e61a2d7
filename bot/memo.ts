/** What `judge` says of a text, on which alone it depends; the last ones are remembered, `most` of them at the most. */
export function memo<T>(judge: (text: string) => T, most = 100): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const judged = judge(text)
    if (known.size >= most) known.clear()
    known.set(text, judged)
    return judged
  }
}
