/** Words of the trade that are often mistyped, in the form in which the lexicon knows them. */
const WORDS =
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

/** The word of ours that a mistyped one is, when only one letter is wrong. */
export function vocabularyOf(known: ReadonlySet<string>): (word: string) => string | undefined {
  const near = new Map<string, string>()
  const words = WORDS.split(' ')
  for (const word of words) for (const less of oneLess(word)) if (!near.has(less)) near.set(less, word)
  for (const word of words) near.set(word, word)
  const kept = new Map<string, string | undefined>()
  return (word) => {
    if (word.length < 5 || known.has(word)) return undefined
    if (kept.has(word)) return kept.get(word)
    if (kept.size >= MOST_KEPT) kept.clear()
    const right = lookUp(word)
    kept.set(word, right)
    return right
  }

  function lookUp(word: string): string | undefined {
    const whole = near.get(word)
    if (whole !== undefined) return whole
    for (const less of oneLess(word)) {
      const found = near.get(less)
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** Texts are made of the same few words. */
const MOST_KEPT = 5_000

const oneLess = (word: string): readonly string[] =>
  Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))
