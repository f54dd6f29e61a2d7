import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Import = { file: string; target: string; kind: 'type' | 'value' }

const ROOMS = ['bot', 'cards', 'domain', 'test', 'deployment']
const ELSEWHERE = /(^|\/)(node_modules|output|stock)\//

const files = (pattern: string): readonly string[] => globSync(pattern).filter((file) => !ELSEWHERE.test(file))
const sources = ROOMS.flatMap((room) => files(`${room}/**/*.ts`))
const read = (file: string): string => readFileSync(file, 'utf8')

const STATIC = /^(import|export)(\s+type)?\s+([^'";]*?)\s*from\s+'([^']+)'/gms
const BARE = /^import\s+'([^']+)'/gm
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g

/** What a file imports: paths from the top of the project, names of packages. */
function importsOf(file: string): readonly Import[] {
  const text = read(file)
  const from = (specifier: string): string => (specifier.startsWith('.') ? join(dirname(file), specifier) : specifier)
  const listed = [...text.matchAll(STATIC)].map(([, , type, names = '', specifier = '']): Import => {
    const inBraces =
      /^\{(.*)\}$/s
        .exec(names.trim())?.[1]
        ?.split(',')
        .map((name) => name.trim()) ?? []
    const named = inBraces.filter((name) => name !== '')
    const onlyTypes = type !== undefined || (named.length > 0 && named.every((name) => name.startsWith('type ')))
    return { file, target: from(specifier), kind: onlyTypes ? 'type' : 'value' }
  })
  const others = [...text.matchAll(BARE), ...text.matchAll(DYNAMIC)]
  return [...listed, ...others.map(([, specifier = '']): Import => ({ file, target: from(specifier), kind: 'value' }))]
}

const IMPORTS = sources.flatMap(importsOf)
const PRODUCT = IMPORTS.filter(({ file }) => !file.startsWith('test/'))

const room = (path: string): string => path.split('/', 1)[0] ?? ''
const isOurs = (target: string): boolean => ROOMS.includes(room(target))
const isNode = (target: string): boolean => target.startsWith('node:')
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')

/** Imports that break an arrow, as lines that can be read. */
const wrong = (imports: readonly Import[], allowed: (one: Import) => boolean): readonly string[] =>
  imports.filter((one) => !allowed(one)).map(({ file, target }) => `${file} → ${target}`)

const packages = (name: RegExp): readonly Import[] =>
  PRODUCT.filter(({ target }) => !isOurs(target) && !isNode(target) && name.test(target))

describe('imports', () => {
  it('are read as they stand', () => {
    expect(sources.length).toBeGreaterThan(150)
    expect(IMPORTS).toContainEqual({
      file: 'test/architecture.test.ts',
      target: 'node:path',
      kind: 'value',
    })
    expect(importsOf('domain/clock.ts')).toEqual([])
  })

  it('go from bot to cards to domain, and never back', () => {
    const below: Readonly<Record<string, readonly string[]>> = {
      bot: ['bot', 'cards', 'domain'],
      cards: ['cards', 'domain'],
      domain: ['domain'],
    }
    expect(
      wrong(
        PRODUCT.filter(({ target }) => isOurs(target)),
        ({ file, target }) => below[room(file)]?.includes(room(target)) ?? false,
      ),
    ).toEqual([])
  })

  it('take types alone from domain into cards, and values of ids, regions and text', () => {
    const values = ['domain/ids.ts', 'domain/regions.ts', 'domain/text.ts']
    const fromDomain = PRODUCT.filter(({ file, target }) => room(file) === 'cards' && room(target) === 'domain')
    expect(wrong(fromDomain, ({ kind, target }) => kind === 'type' || values.includes(target))).toEqual([])
  })

  it('lead nowhere into test', () => {
    expect(wrong(PRODUCT, ({ target }) => room(target) !== 'test')).toEqual([])
  })

  it('name every relative file by its whole name', () => {
    expect(
      wrong(
        IMPORTS.filter(({ target }) => isOurs(target)),
        ({ target }) => /\.(ts|json)$/.test(target),
      ),
    ).toEqual([])
  })
})

describe('packages', () => {
  it('of the domain are zod alone, and Azure’s in the Cosmos adapter', () => {
    const foreign = PRODUCT.filter(({ file, target }) => room(file) === 'domain' && !isOurs(target) && !isNode(target))
    const cosmos = (file: string) => file.startsWith('domain/store/cosmos-')
    expect(
      wrong(foreign, ({ file, target }) => target === 'zod' || (cosmos(file) && target.startsWith('@azure/'))),
    ).toEqual([])
  })

  it('of Azure stand nowhere else', () => {
    expect(wrong(packages(/^@azure\//), ({ file }) => file.startsWith('domain/store/cosmos-'))).toEqual([])
  })

  it('of cards draw cards or read Actions', () => {
    const foreign = PRODUCT.filter(({ file, target }) => room(file) === 'cards' && !isOurs(target) && !isNode(target))
    expect(wrong(foreign, ({ target }) => ['zod', 'adaptivecards-templating'].includes(packageOf(target)))).toEqual([])
  })

  it('of the Bot Framework stay in bot/teams', () => {
    const framework = packages(/^(botbuilder|botframework)/)
    expect(framework).not.toEqual([])
    expect(wrong(framework, ({ file }) => file.startsWith('bot/teams/'))).toEqual([])
  })

  it('of the HTTP server stay in the server', () => {
    expect(wrong(packages(/^restify/), ({ file }) => ['bot/server.ts', 'bot/serve-page.ts'].includes(file))).toEqual([])
  })

  it('that the product imports are its dependencies', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    const used = PRODUCT.filter(({ target, kind }) => !isOurs(target) && !isNode(target) && kind === 'value')
    // Comes with @azure/cosmos, whose HTTP client it is.
    const within = ['@azure/core-rest-pipeline']
    expect(
      wrong(used, ({ target }) => packageOf(target) in dependencies || within.includes(packageOf(target))),
    ).toEqual([])
  })
})

describe('concrete things', () => {
  it('meet in bot/compose.ts alone', () => {
    const concrete = /^(domain\/store\/(sqlite|cosmos)-store\.ts|bot\/mail\/.*|bot\/sandbox\/.*)$/
    const reached = PRODUCT.filter(({ target, kind }) => kind === 'value' && concrete.test(target))
    const within = (file: string, target: string) =>
      file.startsWith('bot/sandbox/') && target.startsWith('bot/sandbox/')
    expect(wrong(reached, ({ file, target }) => file === 'bot/compose.ts' || within(file, target))).toEqual([])
  })

  it('of the store are unknown to rules and aggregates', () => {
    const aggregates = PRODUCT.filter(({ file }) => room(file) === 'domain' && !file.startsWith('domain/store/'))
    expect(wrong(aggregates, ({ target }) => !/store\/(sqlite|cosmos)/.test(target))).toEqual([])
  })

  it('of other systems are unknown to what decides', () => {
    const decides = PRODUCT.filter(({ file }) => /^domain\/(rules|permissions|refusals|decision)/.test(file))
    expect(wrong(decides, ({ target }) => !/^domain\/store\//.test(target))).toEqual([])
  })
})

describe('a file', () => {
  const lines = (file: string) => read(file).split('\n')

  it.each(sources)('%s', (file) => {
    const text = read(file)
    expect(text, 'no default export').not.toMatch(/^export default (?!defineConfig)/m)
    expect(text, 'no barrel').not.toMatch(/^export (\*|\{[^}]*\}|type \{[^}]*\}) from /m)
    expect(file, 'named for the one thing inside').toMatch(/^[a-z0-9/.-]+$/)
    expect(file).not.toMatch(/\/index\.ts$|utils?\.ts$|helpers?\.ts$/)
    if (file.startsWith('test/')) return
    expect(text, 'no console').not.toMatch(/\bconsole\./)
    expect(text, 'no any').not.toMatch(/(?::|<|\bas|=>)\s*any\s*[\])>,;=|&\n]/)
    expect(text, 'no enum, no namespace').not.toMatch(/^\s*(export\s+)?(const\s+)?enum\s|^\s*(export\s+)?namespace\s/m)
  })

  it('of more than three hundred lines says in its first why', () => {
    const long = sources.filter((file) => !file.startsWith('test/') && lines(file).length > 310)
    expect(long.filter((file) => !/^(\/\/|\/\*\*) ?Long\b/.test(lines(file)[0] ?? ''))).toEqual([])
  })

  it('carries no word for a thing that does everything', () => {
    const empty = /\b[A-Za-z]*(Manager|Service|Helper|Util|Handler|Impl)\b/
    const declared = /^\s*(?:export )?(?:type|interface|class|const|function|async function) ([A-Za-z]+)/gm
    const found = sources
      .filter((file) => !file.startsWith('test/'))
      .flatMap((file) => [...read(file).matchAll(declared)].map(([, name = '']) => `${file}: ${name}`))
    expect(found.filter((line) => empty.test(line.split(': ')[1] ?? ''))).toEqual([])
  })
})

describe('the repository', () => {
  const DOCUMENTS = [
    ...ROOMS.flatMap((each) => files(`${each}/**/*.{ts,md,json,bicep,mjs}`)),
    ...files('*.{md,json}'),
    '.ci/run',
  ]
  const own = 'test/architecture.test.ts'

  it('speaks of the product alone', () => {
    const foreign = [
      /\/work\/(main|shared)/,
      /\banthropic\b/i,
      /\bclaude\b/i,
      /\bopenai\b/i,
      /\bchatgpt\b/i,
      /\bissue #?\d+\b/i,
    ]
    const found = DOCUMENTS.filter((file) => file !== own && file !== 'package-lock.json').flatMap((file) =>
      foreign.filter((word) => word.test(read(file))).map((word) => `${file}: ${word}`),
    )
    expect(found).toEqual([])
  })

  it('has nothing at its top but the rooms and what tools demand', () => {
    const top = globSync('*', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    const made = ['node_modules', 'data']
    expect(top.filter((name) => !ROOMS.includes(name) && !made.includes(name))).toEqual([])
  })

  it('locks every package without its download address', () => {
    const lock = read('package-lock.json')
    expect(lock).not.toMatch(/"resolved":\s*"http/)
    expect(lock).toContain('"integrity"')
    expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true')
  })
})

describe('the packages of the project', () => {
  type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> }
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Manifest
  const all = Object.entries({ ...dependencies, ...devDependencies })

  /** What the project is built from; everything else has its reason in the README. */
  const AGREED = new Set([
    'botbuilder',
    'restify',
    'adaptivecards-templating',
    '@azure/cosmos',
    'zod',
    'pino',
    'nodemailer',
    'vitest',
    'nock',
    '@biomejs/biome',
    'node',
    '@microsoft/m365agentsplayground',
    'playwright-core',
    'adaptivecards',
    'smtp-server',
    'typescript',
  ])

  it.each(all)('%s %s is one exact version', (_, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('have a line in the README that says why, unless they were agreed on', () => {
    const readme = read('README.md')
    const more = all.map(([name]) => name).filter((name) => !AGREED.has(name) && !name.startsWith('@types/'))
    expect(more.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([])
  })
})
