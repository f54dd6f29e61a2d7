import { oneLess } from '../../domain/store/name-entries.ts'
import { memo } from '../memo.ts'
import { COUNTRY_NAMES } from './countries.ts'
import { LEXICON_EN } from './lexicon-en.ts'
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
  'prevents prevented blocked blocking buying purchasing resell resells reselling serving overlap mutual ' +
  'commission possible permitted eligible requirement requirements missing verifying registering registers ' +
  'joining transacting readiness invites inviting response responded answered delivered opened receiving ' +
  'location license licence internal colleague colleagues administrators approval signing enrolling updated ' +
  'reversible licensing territory territories wholesaler recover responsible which where whose ' +
  'second rights right order people seats users admin active under cannot linked everyone everything regions japan spain ' +
  'accredited rebate rebates please going'
).split(' ')

/** Single words that mean something, and countries; of shorter ones too many others are only one letter away. */
const LONGER: readonly string[] = [
  ...Object.entries(LEXICON_EN).flatMap(([concept, words]) => (concept === 'known' ? [] : words.split(','))),
  ...COUNTRY_NAMES.keys(),
]
  .map((word) => word.trim())
  .filter((word) => /^[a-z]{6,}$/.test(word))

const KNOWN: ReadonlySet<string> = new Set([...WORDS, ...LONGER])
const OF_LENGTH = Map.groupBy(KNOWN, ({ length }) => length)

/** The word itself, or the first of ours that is it with one letter more. */
const oneMoreThan = (less: string): string | undefined =>
  KNOWN.has(less) ? less : OF_LENGTH.get(less.length + 1)?.find((word) => isOneMore(word, less))

function isOneMore(word: string, less: string): boolean {
  let same = 0
  while (same < less.length && word.charCodeAt(same) === less.charCodeAt(same)) same++
  return word.endsWith(less.slice(same))
}

/** What is written short in haste, by the word that it stands for. */
const SHORT = shortForms(
  'thru=through,cust=customer,custs=customers,acct=account,accts=accounts,distri=distributor,distris=distributors,redy=ready,' +
    'teh=the,hte=the,taht=that,abt=about,btwn=between,btw=by,cos=because,coz=because,bc=because,ppl=people,mgmt=management,' +
    'req=request,reqs=requests,recd=received,rcvd=received,subscr=subscription,lic=license,lics=licenses,wo=without,adn=and,' +
    'whcih=which,wich=which,waht=what,hwo=how,cna=can,jsut=just,wen=when,wat=what,wot=what,hav=have,whos=who,shud=should,cud=could,coud=could,sme=some,ordr=order,oder=order,orer=order,rady=ready,undr=under,admn=admin,whch=which,keps=keeps,plese=please,pwds=passwords,enrol=enroll,regist=registration',
)

/** The word of ours that one which nobody knows is, when only one letter is wrong. */
export const mistypedWord = (word: string): string | undefined =>
  SHORT.get(word) ?? (word.length < 5 ? undefined : rightOf(word) || undefined)

/** Texts are made of the same few words. */
const MOST_KEPT = 5_000
const rightOf = memo((word) => {
  const near = oneLess(word).flatMap((one) => oneMoreThan(one) ?? [])
  // Few get the first letter wrong, but some type it second.
  return near.find((one) => one[0] === word[0] || (one[0] === word[1] && one[1] === word[0])) ?? ''
}, MOST_KEPT)
