import { deadTeaserCard, liveTeaserCard } from '../../cards/drawing/teaser.ts'
import { type InviteDeps, inviteWords, whoInvites } from '../pages/invite.ts'
import type { Unfurl } from '../turn.ts'

/**
 * The link of an invitation, pasted anywhere in Teams, as its page shows it to a stranger: a live one names the provider,
 * every other one is the same teaser. To show it is not to open it.
 */
export const unfurlInvitation =
  (deps: InviteDeps, publicUrl: string): Unfurl =>
  async (url, asked) => {
    const token = tokenIn(url, publicUrl)
    if (token === undefined) return undefined
    const live = await deps.find(token)
    const locale = asked ?? live?.locale ?? 'en-US'
    const words = inviteWords(locale)
    if (!live) return { card: deadTeaserCard({ locale, words }), title: words.dead.heading, text: words.title }
    const invites = whoInvites(live, locale)
    return {
      card: liveTeaserCard({ ...invites, url: deps.teamsUrl(token) }, { locale, words }),
      title: invites.heading,
      text: invites.title,
    }
  }

/** The token of a link to our own page, whatever a client has hung on it; undefined for any other address. */
function tokenIn(url: string, publicUrl: string): string | undefined {
  const [one, own] = [URL.parse(url), URL.parse(publicUrl)]
  if (one === null || own === null || one.origin !== own.origin) return undefined
  const base = own.pathname.replace(/\/$/, '')
  return one.pathname.startsWith(`${base}/i/`) ? one.pathname.slice(base.length + 3) : undefined
}
