/** Who speaks, and where the answer is to go. */
export type Speaker = { aadObjectId: string; tenantId: string; name: string; locale: string; serviceUrl: string }

let sent = 0

/** A message as Teams sends it. Every activity has an id of its own. */
export const message = (from: Speaker, text: string): object => ({
  ...envelope(from),
  type: 'message',
  text,
  textFormat: 'plain',
})

/** A tap on a button that is an `Action.Execute`. */
export const tap = (from: Speaker, verb: string, data: object): object => ({
  ...envelope(from),
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  replyToId: '1',
})

function envelope({ aadObjectId, tenantId, name, locale, serviceUrl }: Speaker): object {
  const timezone = locale === 'ja-JP' ? 'Asia/Tokyo' : 'America/Los_Angeles'
  const at = new Date().toISOString()
  sent += 1
  return {
    id: `f:${sent}`,
    timestamp: at,
    localTimestamp: at,
    localTimezone: timezone,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${aadObjectId}`, name, aadObjectId },
    recipient: { id: '28:bot', name: 'bot' },
    conversation: { conversationType: 'personal', tenantId, id: `a:${aadObjectId}` },
    channelData: { tenant: { id: tenantId } },
    locale,
    entities: [{ type: 'clientInfo', locale, country: locale.slice(3), platform: 'Web', timezone }],
  }
}
