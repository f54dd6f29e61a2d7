/** Words by what they are short for, as `thru=through,cust=customer`. */
export const shortForms = (pairs: string): ReadonlyMap<string, string> =>
  new Map(
    pairs.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const),
  )
