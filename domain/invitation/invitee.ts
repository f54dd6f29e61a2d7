import { createHash } from 'node:crypto'
import type { TenantId } from '../ids.ts'
import type { RelationshipRequest } from './invitation.ts'

/**
 * What an invitation is reserved under (`uq:invitee`), so that a company has one open invitation of a kind to an address;
 * `apart` is what else tells two of them apart.
 */
export const inviteePlace = (company: TenantId, email: string, apart = ''): string =>
  createHash('sha256').update(`${company} ${email}${apart}`).digest('base64url')

/** Of a customer: for each kind, and of `both` for each provider. */
export const customerApart = (request: RelationshipRequest): string =>
  ` ${request.kind} ${request.kind === 'both' ? request.through.tenantId : ''}`
