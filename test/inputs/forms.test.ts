import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../cards/words/words.ts'
import type { Locale } from '../../domain/actor.ts'
import type { Field, FieldRefusal } from '../../domain/refusals.ts'
import { maxLength } from '../../domain/text.ts'
import { OPERATOR, worldOf } from '../journeys/companies.ts'
import { provider } from '../journeys/invited.ts'
import { apply, fillIn, outsider, toActive, toApproval, toReview } from '../journeys/way-in.ts'
import { nodesOf } from '../support/card-walk.ts'
import { type Input, type Shown, shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { catalogued, LABELS, LOCALES } from './catalogue.ts'
import { FORMS, type Form, type Ids } from './forms.ts'
import type { Wrong } from './wrong-values.ts'

const NAMES = ['draft', 'japan', 'brazil', 'pending', 'rejected', 'asked', 'signing', 'active', 'reviewed'] as const
const COUNTRIES: Record<string, string> = { japan: 'JP', brazil: 'BR' }

let world: World
let at: Ids
const people: Partial<Record<Form['of'], Person>> = {}

beforeAll(async () => {
  const file = worldOf(...NAMES.map((name) => ({ name, country: COUNTRIES[name] ?? 'US' })), provider('selling'))
  world = await startWorld({ SANDBOX_WORLD: file })
  const grace = await world.person(OPERATOR.grace)
  const ann = (name: (typeof NAMES)[number]) => world.person(`ann@${name}.example`)
  const entry = (name: (typeof NAMES)[number]) => ({
    mpnId: String(7_000_001 + NAMES.indexOf(name)),
    contact: outsider(),
  })
  const reviewed = async (name: (typeof NAMES)[number]): Promise<Person> => {
    const person = await ann(name)
    await toReview(world, person, { ...entry(name), contact: outsider(`kim@${name}-friends.example`) })
    return person
  }
  /** The newest application in the list of the reviewers. */
  const open = async (company: string) => {
    await grace.says('reviews')
    const row = grace.sees.buttons.filter(({ verb }) => verb === 'review').map(({ data }) => data)
    for (const data of row) {
      const card = await grace.taps('review', data)
      if (card.text.toLowerCase().includes(company)) return data as { tenant: string; enrollment: string }
    }
    throw new Error(`no application of ${company}`)
  }

  for (const name of ['draft', 'japan', 'brazil'] as const) {
    people[name] = await ann(name)
    await people[name].says('enroll')
    await people[name].presses('Next')
  }
  await fillIn(people.draft as Person, entry('draft'))

  people.pending = await ann('pending')
  await apply(world, people.pending, entry('pending'))

  people.rejected = await reviewed('rejected')
  await open('rejected')
  await grace.presses('Reject')
  await grace.presses('Reject', { Reason: 'The name is not the registered one.', 'What has to be fixed': ['Business'] })

  people.asked = await reviewed('asked')
  await open('asked')
  await grace.presses('Ask for documents')
  await grace.presses('Ask for documents', { 'Document name': 'Proof', 'Document type': 'Proof of domain ownership' })

  people.selling = await world.person('ann@selling.example')
  people.signing = await ann('signing')
  await toApproval(world, people.signing, { mpnId: '7000007' })
  people.active = await ann('active')
  await toActive(world, people.active, { mpnId: '7000008' })
  await people.active.says('home')
  await people.active.presses('Add me')
  await world.settle()

  await reviewed('reviewed')
  const { tenant, enrollment } = await open('reviewed')
  at = { tenant, enrollment, user: (await world.person('sal@active.example')).aadObjectId }
  people.reviewing = grace
  people.profile = await world.person('bea@active.example')
  await world.settle()
})
afterAll(() => world.close())

const formOf = async ({ of, open }: Form, locale: Locale): Promise<Person> => {
  const person = people[of]
  if (!person) throw new Error(`nobody for ${of}`)
  await person.says(locale === 'en-US' ? 'language en' : '言語 ja')
  await open(person, at)
  return person
}

/** What the save button of the form on the screen carries, with these values in the inputs. */
const press = (person: Person, { verb, name }: Form, values: Readonly<Record<string, string>>): Promise<Shown> => {
  const button = person.sees.buttons.find((one) => one.verb === verb)
  if (!button) throw new Error(`${name} has no button ${verb}:\n${person.sees.text}`)
  return person.taps(verb, { ...button.data, ...values })
}

const inputOf = ({ inputs }: Shown, id: string): Input => {
  const found = inputs.find((input) => input.id === id)
  if (!found) throw new Error(`no input ${id}`)
  return found
}

/** What stands in red beside an input. */
function beside({ card }: Shown, id: string): readonly string[] {
  const box = nodesOf(card).find(
    ({ type, items }) => type === 'Container' && Array.isArray(items) && items.some((item) => item.id === id),
  )
  const items = (box?.items ?? []) as readonly { type: string; color?: string }[]
  return items.filter(({ color }) => color === 'Attention').map((block) => shown(block).text)
}

/** What of a typed text an input can show again. */
function kept(field: Field, typed: string): string {
  const seen = typed.replace(/(?![\t\n\r])\p{Cc}/gu, '')
  const max = maxLength(field)
  return seen.length > max ? [...seen].slice(0, max + 1).join('') : seen
}

const brief = ({ typed }: Wrong): string => {
  const visible = JSON.stringify(typed).replace(
    /[^\x20-\x7e\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/gu,
    (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`,
  )
  return visible.length > 50 ? `${visible.slice(0, 40)}… (${typed.length})` : visible
}

/** The sentence that both the catalogue and the words have for it. */
function sentence(refusal: FieldRefusal, locale: Locale): string {
  const said = words(locale, 'UTC').refusal(refusal)
  const official = catalogued(refusal, locale)
  if (official !== undefined) expect(said.startsWith(official) || said).toBe(true)
  return said
}

const INPUTS = FORMS.flatMap((form) =>
  Object.entries(form.wrong).map(([field, values]) => ({ form, field: field as Field, values: values ?? [] })),
)

describe.each(LOCALES)('in %s', (locale) => {
  describe.each(INPUTS)('$form.name: $field', ({ form, field, values }) => {
    it('gives each wrong value its own sentence beside the input, and saves nothing', async () => {
      const person = await formOf(form, locale)
      // That a form was opened may be noted after it was shown.
      await world.settle()
      const before = world.stored()
      for (const value of values) {
        const card = await press(person, form, { ...form.good, [field]: value.typed })
        expect(beside(card, field), brief(value)).toContain(sentence(value.refusal, locale))
        for (const id of Object.keys(form.good))
          if (id !== field && card.inputs.some((input) => input.id === id))
            expect(beside(card, id), `${brief(value)}: ${id}`).toEqual([])
      }
      expect([...world.stored().difference(before)]).toEqual([])
    })
  })

  describe.each(FORMS)('$name', (form) => {
    it('says all that is wrong at once, each beside its input, and keeps what was typed', async () => {
      const person = await formOf(form, locale)
      const worst = Object.entries(form.wrong).map(([field, values]) => ({
        field: field as Field,
        ...(values?.at(-1) as Wrong),
      }))
      const typed = { ...form.good, ...Object.fromEntries(worst.map((one) => [one.field, one.typed])) }
      const card = await press(person, form, typed)
      for (const { field, refusal } of worst) expect(beside(card, field)).toContain(sentence(refusal, locale))
      for (const input of card.inputs)
        if (input.choices.length === 0)
          expect(input.value, input.id).toBe(kept(input.id as Field, typed[input.id as keyof typeof typed] ?? ''))
    })

    it('keeps what is right beside what is wrong', async () => {
      const person = await formOf(form, locale)
      for (const [field, values] of Object.entries(form.wrong)) {
        const card = await press(person, form, { ...form.good, [field]: values?.[0]?.typed ?? '' })
        for (const [id, value] of Object.entries(form.good))
          if (id !== field && card.inputs.some((input) => input.id === id)) expect(inputOf(card, id).value).toBe(value)
      }
    })

    it('labels its inputs with the words of the glossary', async () => {
      const person = await formOf(form, locale)
      for (const { id, label } of person.sees.inputs) {
        const wanted = form.labels?.[id] ?? LABELS[id]
        if (wanted) expect(label).toBe(wanted[locale === 'en-US' ? 0 : 1])
        expect(label).not.toBe('')
      }
    })
  })
})
