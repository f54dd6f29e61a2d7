import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escapeText } from '../../cards/drawing/render.ts'
import { OPERATOR, worldOf } from '../journeys/companies.ts'
import { answer, fillIn, linkTo, outsider, readable } from '../journeys/way-in.ts'
import { textsOf } from '../support/card-walk.ts'
import { type Person, startWorld, type World } from '../support/world.ts'

/** Signs that would do something if anybody read them as markdown, a template, a mention, a date, an entity or a page. */
const NAMES = [
  '**Bold** _Ltd_',
  '[Fir](https://evil.example)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what somebody may type
  'Fir ${$root} ${toUpper(name)}',
  '<at>all</at> Ltd.',
  '{{DATE(2024-01-01T00:00:00Z,SHORT)}}',
  '<script>alert(1)</script>',
  '<!-- {link} --> Ltd.',
  '&lt;b&gt; &amp; Söhne',
  'O\'Fir "& Sons" \\ Co.',
  '1. Fir\u00a0# Two > Three',
  'もみの木🌲株式会社',
  '🏢🌸 Ltd.',
  '__proto__',
  'constructor',
]

let world: World
let ann: Person
let grace: Person

beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'fir' }, { name: 'oak' }) })
  ann = await world.person('ann@fir.example')
  grace = await world.person(OPERATOR.grace)
  await ann.says('language en')
  await fillIn(ann, { mpnId: '7000001' })
})
afterAll(() => world.close())

describe('what somebody types', () => {
  it.each(NAMES)('“%s” is kept and shown as it was typed, and does nothing', async (name) => {
    await ann.taps('enroll-step', { step: 'legal' })
    const review = await ann.presses('Next', { 'Legal business name': name, City: name.slice(0, 100) })
    const typed = name.replaceAll('\u00a0', ' ')
    expect(review.text).toContain(typed)
    const texts = textsOf(review.card)
    expect(texts.some((text) => text.includes(escapeText(typed)))).toBe(true)
    expect(JSON.stringify(review.card)).not.toContain('[object')
    await ann.taps('enroll-step', { step: 'legal' })
    expect(ann.sees.inputs.find(({ id }) => id === 'companyName')?.value).toBe(typed)
  })

  it('reaches reviewer, mail and page as plain as it was typed', async () => {
    const name = '<b>**Fir**</b> [x](https://evil.example) {link}'
    await ann.taps('enroll-step', { step: 'legal' })
    await ann.presses('Next', { 'Legal business name': name })
    await ann.taps('enroll-step', { step: 'contact' })
    await ann.presses('Next', { ...outsider('kim@kim.example'), "That's me": false, 'First name': '<i>Kim</i> {link}' })
    await ann.presses('Enroll now')
    await world.settle()

    const [mail] = await world.mails('kim@kim.example')
    const link = await linkTo(world, 'kim@kim.example')
    // Once in each language, and nowhere in a name.
    expect(mail?.text.split(link)).toHaveLength(3)
    expect(mail?.text).toContain('<i>Kim</i> (link}')

    const { text: page } = await world.get(link)
    expect(page).not.toContain('<i>Kim')
    expect(readable(page).replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain('<i>Kim</i> {link}')

    await answer(world, link, { signedUp: true, belongsToCompany: true })
    await world.settle()
    await grace.says('reviews')
    const card = await grace.presses('Review')
    expect(card.text).toContain(name)
    expect(textsOf(card.card).some((text) => text.includes(escapeText(name)))).toBe(true)
    expect(card.buttons.filter(({ url }) => url?.includes('evil.example'))).toEqual([])
  })
})

describe('the confirmation page', () => {
  const SENTENCES = [
    ['en', 'language en', 'oak', 'Confirm both statements.'],
    ['ja', '言語 ja', 'oak', '2 つの項目の両方にチェックを入れてください。'],
  ] as const

  it.each(SENTENCES)(
    'R19: asks for both statements in the language of the admin (%s)',
    async (_, language, company, said) => {
      const admin = await world.person(`ann@${company}.example`)
      await admin.says('language en')
      await fillIn(admin, { mpnId: '7000002', contact: outsider('lee@lee.example') })
      const review = admin.sees
      await admin.says(language)
      await admin.taps('enroll-submit', review.buttons.find(({ verb }) => verb === 'enroll-submit')?.data ?? {})
      await world.settle()
      const link = await linkTo(world, 'lee@lee.example')
      for (const ticks of [{}, { signedUp: true }, { belongsToCompany: true }]) {
        const { text } = await answer(world, link, ticks)
        expect(readable(text)).toContain(said)
      }
      await admin.taps('enroll-withdraw', {})
      await admin.presses(language === 'language en' ? 'Yes' : 'はい')
    },
  )
})
