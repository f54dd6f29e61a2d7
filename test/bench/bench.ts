import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { echoMixture, measureMemory, ourMixture } from './memory.ts'
import { here, type Running, start } from './processes.ts'
import { agentsEcho, botbuilderEcho, connector, installEchoes, ours, pinned } from './programs.ts'
import { type Results, reportOf } from './report.ts'
import { runRounds } from './rounds.ts'
import { benchWorld, setUp } from './set-up.ts'
import { measureStarts } from './starts.ts'
import { KINDS, type Kind } from './turns.ts'

const connections = 16
const SIZES = {
  quick: { companies: 32, turns: 400, memoryTurns: 4000, starts: 3 },
  usual: { companies: 64, turns: 2000, memoryTurns: 20_000, starts: 5 },
  full: { companies: 1000, turns: 5000, memoryTurns: 100_000, starts: 9 },
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`)
const running: Running[] = []

try {
  const { json, ...asked } = ask()
  const results = await measure(asked)
  process.stdout.write(`${reportOf(results)}\n`)
  if (json !== undefined) writeFileSync(json, JSON.stringify(results, undefined, 2))
} catch (error) {
  tell(`Nothing could be measured: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  await Promise.all(running.map((server) => server.stop()))
}

type Asked = { size: (typeof SIZES)[keyof typeof SIZES]; rounds: number; kinds: readonly Kind[]; profile: boolean }

/** What the command line asks for. @throws Error when it cannot be understood */
function ask(): Asked & { json: string | undefined } {
  const { values } = parseArgs({
    options: {
      full: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: KINDS.join(',') },
      profile: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number')
  const kinds = KINDS.filter((kind) => values.only.split(',').includes(kind))
  if (kinds.length === 0) throw new Error(`--only takes some of ${KINDS.join(',')}`)
  const size = SIZES[values.full ? 'full' : values.quick ? 'quick' : 'usual']
  return { size, rounds, kinds, profile: values.profile, json: values.json }
}

async function measure({ size, rounds, kinds, profile }: Asked): Promise<Results> {
  tell('installing the stock echo bots, where they are not there yet')
  installEchoes()
  tell('starting and stopping')
  const starts = await measureStarts([ours, () => botbuilderEcho, () => agentsEcho], size.starts)

  const world = benchWorld(size.companies)
  const { url: connectorUrl } = await started(connector)
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${here('../output/bench')}`] : []
  const bot = await started(ours(world), { probe: true, flags })
  const echoes = [await started(botbuilderEcho, { probe: true }), await started(agentsEcho, { probe: true })]
  tell(`setting up ${size.companies} companies`)
  const cast = await setUp(bot.url, size.companies, connectorUrl)
  const plan = { cast, connections, turns: size.turns, rounds, kinds }
  const samples = await runRounds({ ours: bot, echoes, connectorUrl }, plan, tell)

  tell(`memory over ${size.memoryTurns} turns`)
  const mixed = { turns: size.memoryTurns, connections }
  const levels = { [bot.name]: await measureMemory(bot, ourMixture(cast, connections), mixed) }
  for (const echo of echoes) levels[echo.name] = await measureMemory(echo, echoMixture(cast, connections), mixed)
  return {
    head: head(size, rounds),
    ours: bot.name,
    echoes: echoes.map(({ name }) => name),
    kinds,
    samples,
    starts,
    levels,
  }
}

async function started(...given: Parameters<typeof start>): Promise<Running> {
  const server = await start(...given)
  running.push(server)
  return server
}

function head({ turns, companies }: Asked['size'], rounds: number): string {
  const versions = `Node ${process.version}, botbuilder ${pinned('botbuilder')} with restify ${pinned('restify')}, @microsoft/agents-hosting ${pinned('@microsoft/agents-hosting')}`
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform}`
  const method = `${rounds} rounds of ${turns} turns over ${connections} connections, ${companies} companies`
  const busy = loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')
  return `${new Date().toISOString().slice(0, 10)} · ${machine} · load ${busy} · ${versions} · ${method}`
}
