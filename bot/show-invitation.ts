import { tenantId } from '../domain/ids.ts'
import type { RelationshipRequest } from '../domain/invitation/invitation.ts'
import type { House } from './capability.ts'
import type { Config } from './config.ts'
import type { InviteDeps } from './pages/invite.ts'

/** Read in the place of the provider that an unknown link does not have. */
const NOBODY = tenantId('00000000-0000-0000-0000-000000000000')

const throughOf = (request: RelationshipRequest): { through?: string } =>
  request.kind === 'both' ? { through: request.through.name } : {}

/** What the invitation page asks of the domain, with the same reads for any text. */
export const showInvitation = ({ invitations, organizations, clock }: House, config: Config): InviteDeps => ({
  async find(token) {
    const invitation = await invitations.byToken(token)
    const provider = await organizations.find(invitation?.provider ?? NOBODY)
    if (!invitation || !provider) return undefined
    const { state, locale, request } = invitation
    const expiresAt = 'expiresAt' in invitation ? invitation.expiresAt : undefined
    const live = state === 'draft' || state === 'sent' || state === 'opened'
    if (!live || (expiresAt !== undefined && clock.now() >= expiresAt)) return undefined
    const { displayName, country } = provider
    return {
      locale,
      provider: displayName,
      country,
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(request ? { customer: { dap: request.includeDap, ...throughOf(request) } } : {}),
    }
  },
  teamsUrl: (code) =>
    config.sandbox
      ? `${config.publicUrl}/sandbox?code=${encodeURIComponent(code)}`
      : `https://teams.microsoft.com/l/chat/0/0?users=28:${config.bot.appId}${code && `&message=${encodeURIComponent(code)}`}`,
})
