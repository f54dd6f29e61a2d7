/** The middle value; of an even number of values the mean of the two in the middle. @throws RangeError for no values */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new RangeError('the median of nothing')
  return (upper + lower) / 2
}

/** The smallest value that at least `share` (0 to 1) of all values do not exceed. @throws RangeError for no values */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (found === undefined) throw new RangeError('a percentile of nothing')
  return found
}

/** How much of the first value the last one has gained, e.g. 0.05. A level that falls has gained nothing. */
export function growth(levels: readonly number[]): number {
  const [first, last] = [levels[0], levels.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError('the growth of nothing')
  return Math.max(0, last / first - 1)
}

/** One number of each round, side by side, round by round: what the machine did meanwhile hits both. */
export const ratio = (ours: readonly number[], theirs: readonly number[]): number =>
  median(ours.map((one, round) => one / (theirs[round] ?? Number.NaN)))
