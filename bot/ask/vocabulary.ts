import { memo } from '../memo.ts'
import type { Unit } from './lexicon.ts'
import { shortForms } from './short-forms.ts'

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
  'create created assigned purchase purchased market markets selling sell against already temporary initial ' +
  'together simultaneously authorised recognized unanswered waiting overdue unable problem reason prevent ' +
  'prevents prevented blocked blocking buying purchasing resell resells reselling serve serving overlap mutual ' +
  'commission possible permitted eligible requirement requirements missing verifying registering registers ' +
  'joining transacting readiness invites inviting response responded answered delivered opened receiving ' +
  'location license licence internal colleague colleagues administrators approval signing enrolling updated ' +
  'reversible licensing territory territories wholesaler recover responsible'
).split(' ')

const NEAR = new Map<string, string>()
for (const word of WORDS) for (const less of oneLess(word)) if (!NEAR.has(less)) NEAR.set(less, word)
for (const word of WORDS) NEAR.set(word, word)

/** What is written short in haste, by the word that it stands for. */
const SHORT = shortForms(
  'thru=through,cust=customer,custs=customers,acct=account,accts=accounts,distri=distributor,distris=distributors,redy=ready,' +
    'teh=the,hte=the,taht=that,abt=about,btwn=between,btw=by,cos=because,coz=because,bc=because,ppl=people,mgmt=management,' +
    'req=request,reqs=requests,recd=received,rcvd=received,subscr=subscription,lic=license,lics=licenses,wo=without,adn=and,' +
    'whcih=which,wich=which,waht=what,hwo=how,cna=can,jsut=just,wen=when,wat=what,wot=what,hav=have,whos=who,shud=should,cud=could,coud=could,sme=some,pwds=passwords,enrol=enroll,regist=registration',
)

/** The word of ours that one which nobody knows is, when only one letter is wrong. */
export const mistypedWord = (word: string): string | undefined =>
  SHORT.get(word) ?? (word.length < 5 ? undefined : rightOf(word) || undefined)

/** A text with the mistyped words among its units put right. */
export function righted(text: string, units: readonly Unit[]): string {
  let whole = ''
  let at = 0
  for (const { kind, plain, start, end } of units) {
    if (kind !== 'word' || text.startsWith(plain, start)) continue
    whole += text.slice(at, start) + plain
    at = end
  }
  return at === 0 ? text : whole + text.slice(at)
}

/** Texts are made of the same few words. */
const MOST_KEPT = 5_000
const rightOf = memo((word) => [word, ...oneLess(word)].flatMap((one) => NEAR.get(one) ?? [])[0] ?? '', MOST_KEPT)

function oneLess(word: string): readonly string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))
}
