import { type Confirmation, confirmationOf } from '../domain/enrollment/confirmation-link.ts'
import { contactName } from '../domain/enrollment/contact-name.ts'
import type { FiledEnrollment } from '../domain/enrollment/enrollment.ts'
import { isFiled } from '../domain/enrollment/evolve.ts'
import { confirmContact, denySignup } from '../domain/enrollment/ownership.ts'
import { newId, tenantId } from '../domain/ids.ts'
import type { Organization } from '../domain/organization/organization.ts'
import { ORGANIZATION, organizationPk } from '../domain/organization/organizations.ts'
import { load } from '../domain/store/commit.ts'
import type { House } from './capability.ts'
import type { LinkAnswer, LiveLink, VerifyDeps } from './pages/verify.ts'

/** No company has it: read in the place of the one that an unknown token does not lead to. */
const NOBODY = tenantId('00000000-0000-0000-0000-000000000000')

/** What the confirmation page asks of the domain: whose link it is, and the contact's two possible answers. */
export function answerLink(house: House, publicUrl: string): VerifyDeps {
  const { organizations, clock } = house
  const answered = async (token: string, decide: 'confirm' | 'deny', ticks = NO_TICKS): Promise<LinkAnswer> => {
    const found = await applicationOf(house, token)
    if (!found) return { state: 'invalid' }
    const { confirmation, enrollment } = found
    const { locale } = enrollment
    const { email } = enrollment.application.contact
    const answer = { at: clock.now(), ...confirmation }
    const result = await organizations.execute(confirmation.tenantId, {
      by: { kind: 'contact', email },
      correlationId: newId(),
      decide: (state) =>
        decide === 'deny' ? denySignup(state, answer) : confirmContact(state, { ...answer, ...ticks }),
    })
    if (result.ok) return { state: decide === 'deny' ? 'denied' : 'confirmed', locale }
    const now = (await applicationOf(house, token)) ?? found
    const link = liveLink(now, clock.now())
    if (link && result.error.some(({ code }) => code === 'VER_BOTH_FACTS')) return { state: 'bothFacts', link }
    return earlierAnswer(now, decide, clock.now())
  }
  return {
    publicUrl,
    async find(token) {
      const found = await applicationOf(house, token)
      if (!found) return { state: 'invalid' }
      const live = liveLink(found, clock.now())
      if (live) return live
      return isExpired(found, clock.now())
        ? { state: 'expired', locale: found.enrollment.locale }
        : { state: 'invalid' }
    },
    confirm: (token, ticks) => answered(token, 'confirm', ticks),
    deny: (token) => answered(token, 'deny'),
  }
}

const NO_TICKS = { signedUp: false, belongsToCompany: false }

type Found = { confirmation: Confirmation; organization: Organization; enrollment: FiledEnrollment }

/** The application that the token was made for, while it is the company's present one; the same two reads for any token. */
async function applicationOf({ store }: House, token: string): Promise<Found | undefined> {
  const confirmation = await confirmationOf(store, token)
  const loaded = await load(store, ORGANIZATION, organizationPk(confirmation?.tenantId ?? NOBODY))
  const organization = loaded?.state
  if (!confirmation || !organization || !isFiled(organization.enrollment)) return undefined
  const { enrollment } = organization
  const same = enrollment.id === confirmation.enrollmentId && enrollment.mail?.generation === confirmation.generation
  return same ? { confirmation, organization, enrollment } : undefined
}

function liveLink({ organization, enrollment }: Found, now: string): LiveLink | undefined {
  if (enrollment.state !== 'contactPending' || now >= enrollment.mail.expiresAt) return undefined
  const { contact } = enrollment.application
  return {
    state: 'live',
    locale: enrollment.locale,
    company: organization.displayName,
    by: enrollment.submittedBy.kind === 'person' ? enrollment.submittedBy.name : '',
    contactName: contactName(contact),
    email: contact.email,
    expiresAt: enrollment.mail.expiresAt,
  }
}

const isExpired = ({ enrollment }: Found, now: string): boolean =>
  enrollment.state === 'contactPending' && now >= enrollment.mail.expiresAt

/** A repeat of what this very link did says so again; whatever else became of it is nobody's business. */
function earlierAnswer(found: Found, asked: 'confirm' | 'deny', now: string): LinkAnswer {
  const { enrollment } = found
  const { locale } = enrollment
  if (isExpired(found, now)) return { state: 'expired', locale }
  const denied = enrollment.state === 'actionRequired' && enrollment.ask.kind === 'signupDenied'
  if (asked === 'deny') return denied ? { state: 'denied', locale } : { state: 'invalid' }
  return enrollment.confirmedAt !== undefined && !denied ? { state: 'alreadyConfirmed', locale } : { state: 'invalid' }
}
