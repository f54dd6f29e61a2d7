import { searchKey } from '../../domain/search-key.ts'
import { beginsAlike, heardKana, katakana, LEAST_SOUNDS, soundsOf } from '../../domain/sounds.ts'
import type { Named, Names } from '../../domain/store/names.ts'
import type { Mention } from './find-companies.ts'
import type { Span, Unit } from './lexicon.ts'

type Stretch = { start: number; end: number }
type Text = { text: string; units: readonly Unit[]; spans: readonly Span[] }

/** Companies that a text writes in katakana, and that write themselves otherwise: コントソ is Contoso, ミナト is みなと. */
export async function bySound(text: string, runs: readonly Stretch[], names: Names): Promise<readonly Mention[]> {
  const found = await Promise.all(runs.map((run) => soundingSo(text, run, names)))
  return found.flat()
}

/** Runs of katakana that are not words of ours alone, and the same up to the first such word: コントソパートナー. */
export function runsBySound({ text, units, spans }: Text, taken: readonly Stretch[]): readonly Stretch[] {
  if (!KATAKANA.test(text)) return NO_RUNS
  const open = [...text.matchAll(KATAKANA_RUNS)]
    .slice(0, MOST_RUNS)
    .map(({ index: start, 0: run }) => ({ start, end: start + run.length }))
    .filter(({ start, end }) => !taken.some((one) => one.start < end && start < one.end))
  if (open.length === 0) return NO_RUNS
  const known = spans
    .filter(({ from, to }) => to - from > 1)
    .map(({ from, to }) => ({ start: units[from]?.start ?? 0, end: units[to - 1]?.end ?? 0 }))
  return open.flatMap(({ start, end }) => {
    if (known.some((one) => one.start <= start && one.end >= end)) return []
    const word = known.find((one) => one.start > start && one.start < end)
    return word
      ? [
          { start, end },
          { start, end: word.start },
        ]
      : [{ start, end }]
  })
}

const NO_RUNS: readonly Stretch[] = []

async function soundingSo(text: string, { start, end }: Stretch, names: Names): Promise<readonly Mention[]> {
  const typed = text.slice(start, end)
  const sound = heardKana(typed)
  if (sound.length < LEAST_SOUNDS) return []
  const found = (await names.sounding(sound)).map((named) => ({ named, key: katakana(searchKey(named.name)) }))
  const isShort = typed.length < LEAST_FOR_LATIN || sound.length < LEAST_FOR_LATIN_SOUNDS
  const latin = found
    .filter(
      ({ named: { name }, key }) => !isShort && !KANA.test(key) && beginsAlike(name, typed) && isHeardAs(sound, name),
    )
    .map(({ named }) => named)
  const kana = inKana(
    text,
    { start, end },
    found.filter(({ key }) => KANA.test(key)),
  )
  return [mentionOf(text, { start, end }, latin), kana].filter((mention) => mention !== undefined)
}

/** Whether that is what is heard of a Latin name: of its first word, or of that and others, one of them cut short. */
const isHeardAs = (sound: string, name: string): boolean =>
  soundsOf(name).some(({ first, whole }) => sound === first || (sound.length > first.length && whole.startsWith(sound)))

/** Names in kana of either script, and kanji that go on: ミナト商事 for みなと商事. */
function inKana(
  text: string,
  { start, end }: Stretch,
  found: readonly { named: Named; key: string }[],
): Mention | undefined {
  const kanji = KANJI.exec(text.slice(end, end + MOST_KANJI))?.[0].length ?? 0
  for (let more = kanji; more >= 0; more--) {
    const typed = katakana(searchKey(text.slice(start, end + more)))
    const companies = found.filter(({ key }) => key.startsWith(typed)).map(({ named }) => named)
    if (companies.length > 0) return mentionOf(text, { start, end: end + more }, companies)
  }
  return undefined
}

function mentionOf(text: string, { start, end }: Stretch, companies: readonly Named[]): Mention | undefined {
  const found = [...new Map(companies.map((named) => [named.tenantId, named])).values()]
  return found.length === 0 ? undefined : { start, end, typed: text.slice(start, end), found, exact: false }
}

const KATAKANA = /[ァ-ヺー]{3}/
const KATAKANA_RUNS = /[ァ-ヺー]{3,}/g
const KANJI = /^\p{Script=Han}+/u
const MOST_KANJI = 4
const MOST_RUNS = 4

const KANA = /^[ァ-ヺー]/
/** Of shorter ones too many Latin names are heard. */
const LEAST_FOR_LATIN = 4
const LEAST_FOR_LATIN_SOUNDS = 3
