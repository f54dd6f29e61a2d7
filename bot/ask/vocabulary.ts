/** Words of the trade that are often mistyped, in the form in which the lexicon knows them. */
const WORDS: readonly string[] = (
  'partnership partnerships partnered partner partners invitation invitations invited invite accept accepted accepting ' +
  'accepts receive received reseller resellers provider providers distributor distributors customer customers client ' +
  'clients enrollment enrolment enrolled enrolled registration registered application subscription subscriptions ' +
  'agreement signed signature support supports supported contact incentive incentives password credentials licenses ' +
  'licences currency region country countries official officially authorized direct indirect directly pending ' +
  'outstanding remove removed removal delete deleted ended terminated relationship access administrator admin account ' +
  'tenant status progress ready transact transaction transactions order orders ordered rejected refused failed error ' +
  'become becoming transition revert reverse reversed rollback shared common history activity employee employees ' +
  'permission permissions privileges allowed profile business address document documents verification verified ' +
  'approved approve decline declined revoke revoked resend resent request requested renewal transfer change changed ' +
  'create created assigned purchase purchased market markets selling sell against already temporary initial'
).split(' ')

const NEAR = new Map<string, string>()
for (const word of WORDS) for (const less of oneLess(word)) if (!NEAR.has(less)) NEAR.set(less, word)
for (const word of WORDS) NEAR.set(word, word)

/** The word of ours that one which nobody knows is, when only one letter is wrong. */
export function mistypedWord(word: string): string | undefined {
  if (word.length < 5) return undefined
  const known = KEPT.get(word)
  if (known !== undefined) return known === '' ? undefined : known
  if (KEPT.size >= MOST_KEPT) KEPT.clear()
  const right = lookUp(word)
  KEPT.set(word, right ?? '')
  return right
}

/** Texts are made of the same few words. */
const KEPT = new Map<string, string>()
const MOST_KEPT = 5_000

function lookUp(word: string): string | undefined {
  const whole = NEAR.get(word)
  if (whole !== undefined) return whole
  for (const less of oneLess(word)) {
    const found = NEAR.get(less)
    if (found !== undefined) return found
  }
  return undefined
}

function oneLess(word: string): readonly string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))
}
