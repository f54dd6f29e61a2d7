import { memo } from '../memo.ts'

/** Which connector hosts the bot speaks to: those of Teams, or in the sandbox this machine alone. */
export type HostPins = 'teams' | 'loopback'

const TEAMS =
  /^(smba\.trafficmanager\.net|[a-z0-9-]+(\.[a-z0-9-]+)*\.botframework\.com|smba\.infra\.[a-z0-9.-]+\.teams\.microsoft\.com)$/
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Whether a service URL may be trusted with the bot's own token (reliability.md 2, threat 5): asked for every inbound
 * activity, and again for a stored conversation before anything is sent to it.
 */
export const isPinned = (serviceUrl: string, pins: HostPins): boolean => PINNED[pins](serviceUrl)

const PINNED = {
  teams: memo((text) => {
    const url = bare(text)
    return url?.protocol === 'https:' && url.port === '' && TEAMS.test(url.hostname)
  }),
  loopback: memo((text) => {
    const url = bare(text)
    return url?.protocol === 'http:' && LOOPBACK.test(url.hostname)
  }),
}

/** Without a name, a password, a question or a fragment. */
function bare(text: string): URL | undefined {
  const url = URL.parse(text)
  return url && url.username + url.password + url.search + url.hash === '' ? url : undefined
}
