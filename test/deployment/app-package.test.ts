import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import app from '../../package.json' with { type: 'json' }
import { packs, SETTINGS, unpacked } from './packed.ts'

const folder = mkdtempSync(join(tmpdir(), 'app-package-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newFile = (): string => join(folder, 'made', `${++files}.zip`)

describe('The app package', () => {
  it('holds the manifest, the Japanese words and both icons at its top', async () => {
    const file = newFile()
    expect(await packs(file)).toEqual({ code: 0, said: expect.stringContaining(file), faults: '' })
    const { files } = unpacked(file)
    expect(Object.keys(files).sort()).toEqual(['color.png', 'ja.json', 'manifest.json', 'outline.png'])
    for (const name of ['ja.json', 'color.png', 'outline.png'])
      expect(Buffer.from(files[name] ?? [])).toEqual(readFileSync(join('deployment/teams', name)))
  })

  it('is filled in for one bot, and asks for nothing more', async () => {
    const file = newFile()
    await packs(file, {
      ...SETTINGS,
      MicrosoftAppId: ` ${SETTINGS.MicrosoftAppId.toUpperCase()} `,
      PUBLIC_URL: 'https://Bot.Example.com:8443/csp/',
      DEVELOPER_NAME: 'Partner "Desk" $& パートナー',
    })
    const { manifest } = unpacked(file)
    const id = SETTINGS.MicrosoftAppId
    expect(manifest).toMatchObject({
      version: app.version,
      id,
      developer: {
        name: 'Partner "Desk" $& パートナー',
        websiteUrl: SETTINGS.WEBSITE_URL,
        privacyUrl: SETTINGS.PRIVACY_URL,
        termsOfUseUrl: SETTINGS.TERMS_URL,
      },
      bots: [{ botId: id }],
      composeExtensions: [
        {
          botId: id,
          messageHandlers: [
            { type: 'link', value: { domains: ['bot.example.com'], supportsAnonymizedPayloads: true } },
          ],
        },
      ],
      validDomains: ['bot.example.com'],
    })
    expect(JSON.stringify(manifest)).not.toContain('${')
  })

  it('has the same bytes whenever and wherever it is made', async () => {
    const [here, there] = [newFile(), newFile()]
    await packs(here, { ...SETTINGS, TZ: 'America/Los_Angeles' })
    await packs(there, { ...SETTINGS, TZ: 'Asia/Tokyo' })
    expect(readFileSync(here)).toEqual(readFileSync(there))
    // The first file is of midnight on the first day that the format has, not of when it was packed.
    expect(readFileSync(here).readUInt32LE(10).toString(16)).toBe('210000')
  })
})

describe('Without its settings', () => {
  it('nothing is written, and one message names all that is missing', async () => {
    const file = newFile()
    const { code, said, faults } = await packs(file, {})
    expect([code, said, existsSync(file)]).toEqual([1, '', false])
    const [first, ...lines] = faults.trimEnd().split('\n')
    expect(first).toBe('The app package cannot be made with this configuration:')
    expect(lines.map((line) => /^ {2}- (\w+) is missing: .+\. Set it to .+\.$/.exec(line)?.[1])).toEqual(
      Object.keys(SETTINGS),
    )
  })

  it('nothing is written where they are wrong either', async () => {
    const file = newFile()
    const { code, faults } = await packs(file, {
      MicrosoftAppId: 'partner-bot',
      PUBLIC_URL: 'http://bot.example.com',
      DEVELOPER_NAME: 'x'.repeat(33),
      WEBSITE_URL: 'www.example.com',
      PRIVACY_URL: 'http://example.com/privacy',
      TERMS_URL: `https://example.com/${'x'.repeat(2048)}`,
    })
    expect([code, existsSync(file)]).toEqual([1, false])
    expect(faults.trimEnd().split('\n').slice(1)).toEqual([
      '  - MicrosoftAppId is "partner-bot": it must be a GUID.',
      expect.stringContaining('PUBLIC_URL is "http://bot.example.com": it must be an https address of a domain'),
      expect.stringMatching(/DEVELOPER_NAME is "x{33}": it must be the name of who runs the bot, in at most 32/),
      '  - WEBSITE_URL is "www.example.com": it must be the https address of a page about the bot or who runs it.',
      expect.stringContaining('PRIVACY_URL is "http://example.com/privacy": it must be the https address of a page'),
      expect.stringMatching(/TERMS_URL is "https:\/\/example.com\/x{80}": it must be the https address of a page/),
    ])
  })

  it.each([
    'https://localhost:3978',
    'https://203.0.113.7',
    'https://[2001:db8::7]',
    'https://me@bot.example.com',
    'https://bot.example.com/?a',
  ])('no package is made for a bot at %s, and nothing else is wrong', async (PUBLIC_URL) => {
    const { code, faults } = await packs(newFile(), { ...SETTINGS, PUBLIC_URL })
    expect(code).toBe(1)
    expect(faults.trimEnd().split('\n').slice(1)).toEqual([
      `  - PUBLIC_URL is "${PUBLIC_URL}": it must be an https address of a domain without a query, such as https://bot.example.com.`,
    ])
  })
})
