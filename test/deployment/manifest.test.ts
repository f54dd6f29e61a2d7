import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEARCH_COMMANDS } from '../../bot/turn.ts'
import { words } from '../../cards/words/words.ts'
import { invokes, readSearch } from '../support/searching.ts'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { type Command, type Packed, packs, SETTINGS, unpacked } from './packed.ts'
import { pixelsOf } from './png.ts'

const folder = mkdtempSync(join(tmpdir(), 'manifest-'))
let app: Packed
let world: World
let kenichi: Person
let olivia: Person
beforeAll(async () => {
  const file = join(folder, 'app.zip')
  // The longest name that is taken must fit as well.
  await packs(file, { ...SETTINGS, DEVELOPER_NAME: 'x'.repeat(32) })
  app = unpacked(file)
  world = await startWorld()
  kenichi = await world.person('kenichi.sato@toto-distribution.example')
  olivia = await world.person('olivia.carter@cascade-software.example')
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

const EN = words('en-US', 'UTC')
const JA = words('ja-JP', 'UTC')

/** What Microsoft’s schema of the manifest’s own version finds wrong. */
function faultsIn(document: object, schema: 'MicrosoftTeams' | 'MicrosoftTeams.Localization'): unknown {
  const { manifestVersion } = app.manifest
  const folder = `@microsoft/app-manifest/build/json-schemas/teams/v${manifestVersion}`
  const path = createRequire(import.meta.url).resolve(`${folder}/${schema}.schema.json`)
  // The schemas are of draft 4, whose name this validator does not know; of what they use it understands everything.
  const { $schema: _, ...rules } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  const options = { allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }
  const validate = new Ajv(options).compile(rules)
  return validate(document) ? [] : validate.errors
}

/** Every word that a person reads, under the key that a language file has for it. */
function wordsIn(value: unknown, path = ''): readonly [key: string, text: string][] {
  if (typeof value === 'string') return TRANSLATED.test(path) ? [[path, value]] : []
  if (Array.isArray(value)) return value.flatMap((one, at) => wordsIn(one, `${path}[${at}]`))
  return Object.entries(value ?? {}).flatMap(([key, one]) => wordsIn(one, path === '' ? key : `${path}.${key}`))
}
const TRANSLATED = /(^name\.(short|full)|(^|\.)description(\.(short|full))?|\.title)$/

describe('The manifest', () => {
  it('is valid by its schema, and so are the Japanese words', () => {
    expect(faultsIn(app.manifest, 'MicrosoftTeams')).toEqual([])
    expect(faultsIn(app.ja, 'MicrosoftTeams.Localization')).toEqual([])
    const schemas = [app.manifest.$schema, app.ja.$schema].map((one) =>
      /\/v([\d.]+)\/(.+)\.schema\.json$/.exec(one ?? ''),
    )
    expect(schemas.map((one) => one?.slice(1))).toEqual([
      [app.manifest.manifestVersion, 'MicrosoftTeams'],
      [app.manifest.manifestVersion, 'MicrosoftTeams.Localization'],
    ])
  })

  it('says everything in Japanese too', () => {
    const { $schema: _, ...japanese } = app.ja
    const english = wordsIn(app.manifest)
    expect(english.length).toBeGreaterThan(50)
    expect(Object.keys(japanese).sort()).toEqual(english.map(([key]) => key).sort())
    for (const [key, text] of Object.entries(japanese)) expect(text, key).toMatch(/[ぁ-んァ-ヶ一-龠]/)
    for (const [key, text] of english) expect(text, key).not.toMatch(/[ぁ-んァ-ヶ一-龠]/)
  })

  it('calls the bot what it calls itself', () => {
    expect([app.manifest.name.short, app.ja['name.short']]).toEqual([EN.terms.product, JA.terms.product])
  })

  it('offers the bot wherever it answers', () => {
    const [{ scopes, commandLists }] = app.manifest.bots
    expect(scopes).toEqual(['personal', 'team', 'groupChat'])
    expect(commandLists.flatMap((list) => list.scopes)).toEqual(scopes)
  })

  it('names files that are in the package', () => {
    const { localizationInfo, icons } = app.manifest
    const named = [icons.color, icons.outline, ...localizationInfo.additionalLanguages.map(({ file }) => file)]
    expect(Object.keys(app.files).sort()).toEqual([...named, 'manifest.json'].sort())
  })
})

describe('The icons', () => {
  it('have the sizes that Teams asks for', () => {
    const [color, outline] = [app.manifest.icons.color, app.manifest.icons.outline].map((name) =>
      pixelsOf(app.files[name]),
    )
    expect([color?.width, color?.height]).toEqual([192, 192])
    expect([outline?.width, outline?.height]).toEqual([32, 32])
    expect(color?.pixels.every(([, , , alpha]) => alpha === 255)).toBe(true)
  })

  it('are white on nothing in outline', () => {
    const { pixels } = pixelsOf(app.files[app.manifest.icons.outline])
    const seen = pixels.filter(([, , , alpha]) => alpha > 0)
    expect(seen.length).toBeGreaterThan(100)
    expect(seen.length).toBeLessThan(pixels.length / 2)
    expect(seen.every(([red, green, blue]) => Math.min(red, green, blue) === 255)).toBe(true)
  })
})

/** A title in English and in Japanese. */
const titles = (list: number): readonly (readonly [string, string])[] =>
  (app.manifest.bots[0].commandLists[list]?.commands ?? []).map(({ title }: Command, at) => [
    title,
    app.ja[`bots[0].commandLists[${list}].commands[${at}].title`] ?? '',
  ])

const isUnderstood = ({ text }: Shown): boolean => ![EN, JA].some(({ ask }) => text.includes(ask.whatTitle))

describe('A command of the menu', () => {
  it('would be seen here if it were not understood', async () => {
    for (const person of [kenichi, olivia]) expect(isUnderstood(await person.says('reboot the moon'))).toBe(false)
  })

  it('is understood in both languages, by a partner and by a newcomer, as one thing of its own', async () => {
    for (const person of [kenichi, olivia]) {
      const answers = new Set<string>()
      for (const [english, japanese] of titles(0)) {
        const answer = await person.says(english)
        expect(isUnderstood(answer), english).toBe(true)
        expect((await person.says(japanese)).text, `${english}: ${japanese}`).toBe(answer.text)
        answers.add(answer.text)
      }
      if (person === kenichi) expect(answers.size).toBe(titles(0).length)
    }
  })

  it('is answered in both languages where others read along', async () => {
    for (const where of ['channel', 'groupChat'] as const) {
      const [help, ...questions] = titles(1)
      for (const title of help ?? [])
        expect((await olivia.says(title, { where })).text).toContain(EN.personalChat.title)
      expect(questions.length).toBeGreaterThan(2)
      for (const [english, japanese] of questions) {
        const answer = await olivia.says(english, { where })
        for (const elsewhere of [EN.personalChat, EN.ask.askPrivately, EN.ask.sentPrivately])
          expect(answer.text, english).not.toContain(elsewhere.title)
        expect((await olivia.says(japanese, { where })).text, japanese).toBe(answer.text)
      }
    }
  })
})

describe('A search of the menu', () => {
  const query = async (commandId: string, name: string, value: string) =>
    readSearch(
      await invokes(world, kenichi, {
        name: 'composeExtension/query',
        value: { commandId, parameters: [{ name, value }], queryOptions: { skip: 0, count: 15 } },
      }),
    )

  it('is each of those that the bot knows', async () => {
    const [{ commands }] = app.manifest.composeExtensions
    expect(commands.map(({ id }) => id).sort()).toEqual([...SEARCH_COMMANDS].sort())
    const unknown = await query('anything', 'text', 'no such name')
    expect([unknown.type, unknown.results]).toEqual(['result', []])
  })

  it('is answered as it is opened, and to what is typed', async () => {
    for (const { id, type, initialRun, parameters } of app.manifest.composeExtensions[0].commands) {
      expect([type, initialRun, parameters.length]).toEqual(['query', true, 1])
      const opened = await query(id, 'initialRun', 'true')
      expect(opened.note, id).toBe(JA.search.typeAName)
      for (const { name } of parameters)
        expect((await query(id, name, 'no such name')).note, id).toBe(JA.search.nothing)
    }
  })
})
