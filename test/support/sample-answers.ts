import { tap } from '../../cards/drawing/buttons.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { type AnswerView, answerCard } from '../../cards/questions/answer.ts'
import { answersTogetherCard } from '../../cards/questions/answers-together.ts'
import {
  askedInPublicCard,
  pickCompanyCard,
  unknownCompanyCard,
  whatToAskCard,
  whichCompanyCard,
} from '../../cards/questions/ask.ts'
import { askFormCard } from '../../cards/questions/ask-form.ts'
import type { Words } from '../../cards/words/words.ts'
import { tenantId } from '../../domain/ids.ts'
import type { Answer, Check } from '../../domain/questions/answer.ts'
import type { Cast } from './sample-cast.ts'

const OTHER = tenantId('0b1c2d3e-0000-4000-8000-000000000002')
const AT = '2025-11-25T02:10:00.000Z'
const CHAT = 'https://teams.microsoft.com/l/chat/0/0'

/** The cards of questions: an answer of each kind, and what is asked back. */
export function answerCards(
  { company, tenantId, people, query, reason }: Cast,
  words: Words,
): Readonly<Record<string, Card>> {
  const names = { [tenantId]: company, [OTHER]: company }
  const about = (id: Answer['question']['id']): Answer['question'] => ({
    id,
    companies: [tenantId, OTHER],
    countries: [],
  })
  const known = { names, isPrivate: true, rules: [{ id: 'R64', source: 'S3 scenario 7' }] }
  const check = (more: Partial<Check>): Check => ({
    rule: 'R30',
    source: 'S3 Microsoft Partner Agreement',
    about: 'mpa',
    company,
    outcome: 'holds',
    refusals: [],
    ...more,
  })
  const draw = (answer: Answer, more: Omit<AnswerView, 'answer'> = {}): Card => answerCard({ answer, ...more }, words)
  const pick = {
    question: { id: 'Q1' as const, countries: [] },
    companies: [{ tenant: tenantId }, { typed: query }],
    place: 1,
    typed: query.slice(0, 100),
    candidates: [
      { tenantId, name: company, legalName: company, country: 'JP' },
      { tenantId: OTHER, name: company, legalName: query.slice(0, 100), country: 'US' },
    ],
  }
  return {
    'answer: yes': draw(
      {
        ...known,
        question: about('Q7'),
        verdict: 'yes',
        headline: { code: 'company.ready', company },
        checks: [check({}), check({ about: 'enrolled', rule: 'R16' })],
        related: [
          { id: 'Q5', companies: [tenantId], countries: [] },
          { id: 'Q13', companies: [OTHER], countries: [] },
        ],
      },
      { taken: [{ typed: query.slice(0, 60), company }], note: reason },
    ),
    'answer: no, with what mends it': draw({
      ...known,
      question: about('Q2'),
      verdict: 'no',
      headline: { code: 'selling.cannot', seller: company, buyer: { company }, reasons: 2 },
      chain: [
        { as: 'microsoft', name: 'Microsoft', link: 'holds' },
        { as: 'indirectProvider', name: company, link: 'unknown' },
        { as: 'indirectReseller', name: company, link: 'missing' },
        { as: 'customer', name: company },
      ],
      findings: [{ code: 'selling.resellerOptional', provider: company }],
      checks: [
        check({
          outcome: 'fails',
          refusals: [{ code: 'MPA_REQUIRED_RESELLER', reseller: company, region: 'japan' }],
          fix: { kind: 'remind', tenant: OTHER, company, about: 'mpa' },
        }),
        check({
          outcome: 'fails',
          about: 'role',
          rule: 'P22',
          refusals: [{ code: 'AUTH_ROLE', roles: ['GA'] }],
          fix: { kind: 'people', company, names: people },
        }),
        check({
          outcome: 'fails',
          refusals: [{ code: 'MPA_REQUIRED_SELF', region: 'japan' }],
          fix: { kind: 'do', verb: 'sign-mpa' },
        }),
        check({ outcome: 'unknown', about: 'providerRelation', rule: 'R53', source: 'S2 Connect 6 IMPORTANT; F11' }),
        check({ about: 'enrolled', rule: 'R16', source: 'S2 All indirect resellers 2; F30' }),
        check({ about: 'notSuspended', rule: 'D21', source: 'D:suspended-partner-center-account' }),
      ],
    }),
    'answer: after a reminder': draw(
      {
        ...known,
        question: about('Q6'),
        verdict: 'no',
        headline: { code: 'company.mpaNotSigned', company, region: 'japan' },
        findings: [{ code: 'company.mpaOffered', at: AT }],
        fix: { kind: 'remind', tenant: OTHER, company, about: 'mpa' },
        related: [
          { id: 'Q7', companies: [tenantId], countries: [] },
          { id: 'Q7', companies: [tenantId, OTHER], countries: [] },
        ],
      },
      { note: words.ask.reminded(company), reminded: { tenant: OTHER, about: 'mpa' } },
    ),
    'answer: in a channel': draw(
      {
        ...known,
        isPrivate: false,
        question: about('Q7'),
        verdict: 'yes',
        headline: { code: 'company.ready', company },
      },
      { isPublic: true },
    ),
    'answer: pending, with the whole way': draw({
      ...known,
      question: about('Q27'),
      verdict: 'pending',
      headline: { code: 'company.history', company, count: 3, more: true },
      moments: [
        { at: AT, finding: { code: 'company.rejectedFor', reason }, state: 'done' },
        { finding: { code: 'company.notEnrolled', company }, state: 'waiting' },
        { finding: { code: 'company.enrolled', company }, state: 'open' },
        { at: AT, finding: { code: 'company.neverApplied', company }, state: 'stopped' },
      ],
      next: 'aud:0000000012',
    }),
    'answer: a list': draw({
      ...known,
      question: { ...about('Q26'), operation: 'P24' },
      headline: { code: 'company.mayDo', company, operation: 'P24', people: 15 },
      rows: Array.from({ length: 15 }, (_, n) => ({
        title: people[n % people.length] ?? '',
        findings: [{ code: 'company.holds' as const, roles: ['GA', 'AA', 'SA'] as const }],
        tone: (['good', 'warning', 'attention', 'default'] as const)[n % 4] ?? 'default',
        ...(n === 0 ? { open: { verb: 'partner' as const, tenant: OTHER } } : {}),
        ...(n === 1 ? { open: { verb: 'invitation' as const, invitation: '1f6d8f0e-7a64' } } : {}),
        ...(n === 2 ? { question: about('Q1') } : {}),
        ...(n === 3 ? { open: { verb: 'customer' as const, tenant: OTHER } } : {}),
        ...(n === 4 ? { open: { verb: 'new-customer' as const, draft: OTHER } } : {}),
        ...(n === 5
          ? { open: { verb: 'received-invitation' as const, provider: OTHER, invitation: '1f6d8f0e-7a64' } }
          : {}),
      })),
    }),
    'answer: not found': draw({
      ...known,
      names: {},
      question: about('Q1'),
      verdict: 'notFound',
      headline: { code: 'company.notFound' },
    }),
    'answer: not recorded': draw({
      ...known,
      question: about('Q15'),
      verdict: 'notRecorded',
      headline: { code: 'company.noMpnId', company, kind: 'prospect' },
    }),
    'answers: several together': answersTogetherCard(
      {
        answers: (['Q7', 'Q1', 'Q13'] as const).map((id) => ({
          answer: {
            ...known,
            question: about(id),
            verdict: 'no',
            headline: { code: 'company.notReady', company, missing: 2 },
            findings: [{ code: 'company.rejectedFor', reason }],
            checks: [
              check({
                outcome: 'fails',
                refusals: [{ code: 'MPA_REQUIRED_SELF', region: 'japan' }],
                fix: { kind: 'people', company, names: people },
              }),
            ],
            related: [{ id: 'Q5', companies: [tenantId], countries: [] }],
          },
        })),
        notes: [words.refusal({ code: 'AUTH_ROLE', roles: ['GA'] })],
        unknown: [query.slice(0, 100)],
        more: [
          { question: about('Q2'), companies: [{ tenant: tenantId }, { tenant: OTHER }], names: [company, company] },
          { question: about('Q8'), companies: [{ tenant: tenantId }, { typed: query.slice(0, 100) }], names: [] },
        ],
      },
      words,
    ),
    'ask: form': askFormCard(
      {
        recent: [{ title: words.search.choice(company, words.terms.country('JP')), value: tenantId }],
        isPartner: true,
        values: { typed1: query.slice(0, 100) },
        ask: tap(words.search.form.ask, 'ask-filled', {}, { style: 'positive' }),
        buttons: [tap(words.buttons.home, 'home', {}, { inputs: 'none' })],
      },
      words,
    ),
    'ask: several companies': pickCompanyCard(pick, words),
    'ask: nobody of that name': unknownCompanyCard(pick, words),
    'ask: nobody near': unknownCompanyCard({ ...pick, candidates: [] }, words),
    'ask: which company': whichCompanyCard({ question: 'Q5' }, words),
    'ask: what a company asks': whatToAskCard({ examples: 'company' }, words),
    'ask: what a provider types': whatToAskCard({ examples: 'provider' }, words),
    'ask: what support asks': whatToAskCard({ examples: 'support' }, words),
    'ask: what a reviewer types': whatToAskCard({ examples: 'reviewer' }, words),
    'ask: answered privately': askedInPublicCard({ sent: true, chatUrl: CHAT }, words),
    'ask: to be asked privately': askedInPublicCard({ sent: false, chatUrl: CHAT }, words),
  }
}
