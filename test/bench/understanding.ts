/** Runs in a measured process when the probe is asked: what it takes there to understand a question, and nothing else. */
import { understand } from '../../bot/ask/understand.ts'
import type { Context } from '../../bot/ask/understanding.ts'
import { tenantId } from '../../domain/ids.ts'
import { namesOf } from '../../domain/store/names.ts'
import { partnerId, partnerName } from './fill.ts'
import { partnered, whyNot } from './turns.ts'

/** Time on the processor for one question of each kind and language, in microseconds. */
export type Timed = { question: string; microseconds: number }[]

const COMPANIES = 1000
const TURNS = 1000
/** Before that the processor is compiling, in a process that understands all day. */
const WARM_UP = 3000

const support: Context = { own: undefined, before: undefined, byId: async () => undefined, today: () => '2026-11-21' }

const ASKING = {
  'Is X partnered with Y?': (x: string, y: string) => partnered('en-US', x, y),
  'XはYとパートナーですか？': (x: string, y: string) => partnered('ja-JP', x, y),
  "Why can't X sell to Z?": (x: string, z: string) => whyNot('en-US', x, z),
  'XがZに販売できないのはなぜですか？': (x: string, z: string) => whyNot('ja-JP', x, z),
}

/** The names lie in memory: what the store takes to find them counts as operations, and into the turns. */
const names = namesOf(
  Array.from({ length: COMPANIES }, (_, n) => {
    const name = partnerName(n)
    return { tenantId: tenantId(partnerId(n)), name, legalName: name, country: 'JP' }
  }),
)

/** @throws Error when a question is not understood */
export async function timeUnderstanding(turns = TURNS, warmUp = WARM_UP): Promise<Timed> {
  const timed: Timed = []
  for (const [question, asking] of Object.entries(ASKING)) {
    const text = (n: number) => asking(partnerName(n % COMPANIES), partnerName((n * 7 + 1) % COMPANIES))
    for (let n = 0; n < warmUp; n++)
      if ((await understand(text(n), names, support)).kind !== 'question') throw new Error(`not understood: ${text(n)}`)
    const texts = Array.from({ length: turns }, (_, n) => text(n))
    const began = process.cpuUsage()
    for (const one of texts) await understand(one, names, support)
    const { user, system } = process.cpuUsage(began)
    timed.push({ question, microseconds: (user + system) / turns })
  }
  return timed
}
