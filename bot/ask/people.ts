import type { Heard } from './listen.ts'

/** Who is asked to have done something, told apart from the companies of the text. */
export type Doing = { heard: Heard; person?: string }

/** A mail address, a name that さん follows, or words nobody knows after “did” or “by”. */
export function apartFromDoer(text: string, heard: Heard): Doing {
  const address = MAIL.exec(text)?.[0]
  if (address !== undefined) return { heard, person: address }
  const { masked, companies, shape } = heard
  const named = companies.find(
    ({ meant, start, end }) =>
      meant?.kind === 'unknown' && (SAN.test(masked.slice(end)) || DOES.test(masked.slice(0, start))),
  )
  if (named?.meant?.kind === 'unknown') {
    const others = companies.filter((one) => one !== named)
    const among = { ...heard, companies: others, shape: { ...shape, companies: others.length } }
    return { heard: among, person: named.meant.typed }
  }
  const person =
    addressed(masked, text) ??
    heard.unknown().find((run) => DOES.test(masked.slice(0, Math.max(0, masked.indexOf(run.toLowerCase())))))
  return person === undefined ? { heard } : { heard, person }
}

/** Whom さん follows, as it was typed: no role and no crowd. */
function addressed(masked: string, text: string): string | undefined {
  const name = NAME_WITH_SAN.exec(masked)?.[1]?.trim()
  if (name === undefined || ANYBODY.test(name)) return undefined
  const start = text.toLowerCase().indexOf(name)
  return start < 0 ? name : text.slice(start, start + name.length)
}

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/
const SAN = /^\s*(?:さん|氏|くん|君)/
const NAME_WITH_SAN = /([\p{Script=Han}\p{Script=Katakana}ーa-z.・ ]{2,30})(?:さん|氏|くん|君)(?=[はがのも、])/u
const ANYBODY = /担当|管理|社員|ユーザー|リセラー|プロバイダー|パートナー|会社|皆|客|業者|誰|どの/
const DOES = /\b(?:did|does|has|have|had|by|done by)\s+$/
