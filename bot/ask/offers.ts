/**
 * The name of an offer that is written without quotes: a product with what tells its offers apart. A product alone names
 * none of them.
 */
export const offerIn = (text: string): string | undefined =>
  NUMBERED.test(text)
    ? OFFER.exec(text)?.[0].replace(/^[mo]365/i, (short) => `${/^m/i.test(short) ? 'Microsoft' : 'Office'} 365`)
    : undefined

const NUMBERED = /365|azure|online|business|visio|project|power bi|copilot/i
const OFFER =
  /(?<![\p{L}\p{N}])(?:(?:(?:microsoft|office|dynamics|windows) ?365|[mo]365)(?: (?:apps|for (?:business|enterprise)|business|enterprise|frontline|basic|standard|premium|pro|plus|copilot|plan \d|[efa][1357]|p[12]))+|azure plan|exchange online(?: \(?plan \d\)?)?|business (?:basic|standard|premium)|(?:visio|project|power bi|intune|defender|copilot)(?: (?:pro|premium|standard|plan \d|for (?:business|enterprise)))+)(?![\p{L}\p{N}])/iu
