import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { meetTrade, settleTrade, tradeSketches } from './customers.ts'
import { type Growth, growthAims, growthReport, measureGrowth } from './growth.ts'
import { measureJob } from './jobs.ts'
import { echoMixture, measureMemory, ourMixture } from './memory.ts'
import { askedBy } from './operations.ts'
import { meetTown, settleTown, sketches } from './partners.ts'
import { here, type Running, start } from './processes.ts'
import { agentsEcho, botbuilderEcho, connector, installEchoes, ours, pinned, temporaryFolder } from './programs.ts'
import { type Results, reportOf } from './report.ts'
import { acceptancesIn, assignmentsIn, contestsOf, runRounds } from './rounds.ts'
import { benchWorld, settle, setUp } from './set-up.ts'
import { measureStarts } from './starts.ts'
import { facets, KINDS, type Kind, ourTurns } from './turns.ts'
import { understandingOf } from './understood.ts'

const connections = 16
const SIZES = {
  quick: { companies: 32, partners: 10_000, customers: 10_000, rows: 1000, turns: 400, memoryTurns: 4000, starts: 3 },
  usual: {
    companies: 64,
    partners: 100_000,
    customers: 100_000,
    rows: 10_000,
    turns: 2000,
    memoryTurns: 20_000,
    starts: 5,
  },
  long: {
    companies: 1000,
    partners: 100_000,
    customers: 100_000,
    rows: 10_000,
    turns: 5000,
    memoryTurns: 100_000,
    starts: 9,
  },
}
const WORLDS = [1000, 10_000, 100_000, 1_000_000]
const GROWTH_TURNS = 1000
const BULK = 'bulk'
/** Some with every first word, so that each list and search has rows. */
const LEAST_PARTNERS = 1000

const tell = (line: string): void => void process.stderr.write(`${line}\n`)
const running: Running[] = []

try {
  const { json, ...asked } = ask()
  const results = asked.worlds ? await compareWorlds(asked, asked.worlds) : await measure(asked)
  process.stdout.write(`${'worlds' in results ? growthReport(results) : reportOf(results)}\n`)
  if (json !== undefined) writeFileSync(json, JSON.stringify(results, undefined, 2))
  // What grows with the world is a fault of the product, however slow the machine is.
  if ('worlds' in results && growthAims(results).some(({ isMet }) => !isMet)) process.exitCode = 1
} catch (error) {
  tell(`Nothing could be measured: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  await Promise.all(running.map((server) => server.stop()))
}

type Asked = {
  size: (typeof SIZES)[keyof typeof SIZES]
  rounds: number
  /** Whether a job is measured beside the turns. */
  bulk: boolean
  kinds: readonly Kind[]
  profile: boolean
  worlds: readonly number[] | undefined
}

/** What the command line asks for. @throws Error when it cannot be understood */
function ask(): Asked & { json: string | undefined } {
  const { values } = parseArgs({
    options: {
      full: { type: 'boolean', default: false },
      worlds: { type: 'string', default: WORLDS.join(',') },
      long: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      rows: { type: 'string' },
      partners: { type: 'string' },
      only: { type: 'string', default: [...KINDS, BULK].join(',') },
      profile: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number')
  const only = values.only.split(',')
  const kinds = KINDS.filter((kind) => only.includes(kind))
  const bulk = only.includes(BULK)
  if (kinds.length === 0 && !bulk) throw new Error(`--only takes some of ${[...KINDS, BULK].join(',')}`)
  const usual = SIZES[values.long ? 'long' : values.quick ? 'quick' : 'usual']
  const rows = Number(values.rows ?? usual.rows)
  if (!Number.isInteger(rows) || rows < 4) throw new Error('--rows takes a number, 4 at least')
  const partners = Number(values.partners ?? usual.partners)
  if (!Number.isInteger(partners) || partners < LEAST_PARTNERS)
    throw new Error(`--partners takes a number, ${LEAST_PARTNERS} at least`)
  const size = { ...usual, rows, partners }
  const worlds = values.worlds.split(',').map(Number)
  if (worlds.some((one) => !Number.isInteger(one) || one < 1))
    throw new Error('--worlds takes numbers, the least first')
  return {
    size,
    rounds,
    kinds,
    bulk,
    profile: values.profile,
    json: values.json,
    worlds: values.full ? worlds : undefined,
  }
}

async function measure({ size, rounds, kinds, bulk, profile }: Asked): Promise<Results> {
  tell('installing the stock echo bots, where they are not there yet')
  installEchoes()
  tell('starting and stopping')
  const starts = await measureStarts([ours, () => botbuilderEcho, () => agentsEcho], size.starts)

  const { companies, partners, customers, rows, turns } = size
  const town = { first: companies, partners, acceptances: acceptancesIn({ turns, rounds }) }
  const file = join(temporaryFolder(), 'bot.db')
  const { url: connectorUrl } = await started(connector)
  tell(`writing ${partners} partnerships`)
  const partnerCast = await settleTown(file, town, connectorUrl)
  tell(`writing ${customers} customers`)
  const trade = { customers, rows: bulk ? rows : 0, assignments: assignmentsIn({ turns, rounds }) }
  const { cast: customerCast, wholesale } = await settleTrade(file, town, trade, connectorUrl)
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${here('../output/bench')}`] : []
  const bot = await started(ours(benchWorld(companies, ...sketches(town), ...tradeSketches(town)), file), {
    probe: true,
    flags,
  })
  const echoes = [await started(botbuilderEcho, { probe: true }), await started(agentsEcho, { probe: true })]
  tell(`setting up ${companies} companies`)
  const cast = { ...(await setUp(bot.url, companies, connectorUrl)), ...partnerCast, ...customerCast }
  await meetTown(bot.url, town, connectorUrl)
  await meetTrade(bot.url, town, connectorUrl)
  const contests = contestsOf({ ours: bot, echoes }, { cast, connections, kinds, turns })
  const samples = await runRounds(contests, { connections, rounds, warmUp: companies, connectorUrl }, tell)
  const asked: Results['asked'] = {}
  for (const [name, next] of facets(cast, kinds)) asked[name] = await askedBy(bot, next, () => settle(bot.url))

  if (bulk) tell(`a job of ${rows} rows`)
  const job = bulk ? await measureJob(bot, file, wholesale) : undefined

  tell(`memory over ${size.memoryTurns} turns`)
  const mixed = { turns: size.memoryTurns, connections }
  const levels = { [bot.name]: await measureMemory(bot, ourMixture(cast, connections), mixed) }
  for (const echo of echoes) levels[echo.name] = await measureMemory(echo, echoMixture(cast, connections), mixed)
  tell('understanding alone')
  const understanding = await understandingOf(bot, ourTurns(cast, connections).help, { connections, turns })
  return {
    head: head(size, rounds),
    ours: bot.name,
    echoes: echoes.map(({ name }) => name),
    kinds,
    samples,
    starts,
    levels,
    asked,
    ...(job ? { job } : {}),
    understanding,
  }
}

async function compareWorlds({ rounds, kinds }: Asked, sizes: readonly number[]): Promise<Growth> {
  const { url: connectorUrl } = await started(connector)
  const plan = { kinds, sizes, connections, turns: GROWTH_TURNS, rounds, connectorUrl }
  const growth = await measureGrowth(plan, (program) => started(program, { probe: true }), tell)
  return { head: `${machine()} · ${rounds} rounds of ${GROWTH_TURNS} turns over ${connections} connections`, ...growth }
}

async function started(...given: Parameters<typeof start>): Promise<Running> {
  const server = await start(...given)
  running.push(server)
  return server
}

function head({ turns, companies, partners, customers }: Asked['size'], rounds: number): string {
  const versions = `botbuilder ${pinned('botbuilder')} with restify ${pinned('restify')}, @microsoft/agents-hosting ${pinned('@microsoft/agents-hosting')}`
  const method = `${rounds} rounds of ${turns} turns over ${connections} connections, ${companies} companies, a provider with ${partners} partners and ${customers} customers`
  return `${machine()}, ${versions} · ${method}`
}

function machine(): string {
  const about = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform}`
  const busy = loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')
  return `${new Date().toISOString().slice(0, 10)} · ${about} · load ${busy} · Node ${process.version}`
}
