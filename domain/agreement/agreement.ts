import type { By } from '../actor.ts'
import type { RegionKey } from '../regions.ts'

/** The version of the MPA text that is offered; acceptance names it (domain.md 2.9). */
export const MPA_VERSION = '2020-02'
export const MPA_URL = 'https://aka.ms/mpa'

/** A signed Microsoft Partner Agreement: perpetual, one for each CSP region of business (D1, D2). */
export type Mpa = { type: 'MPA'; region: RegionKey; version: string; acceptedAt: string; acceptedBy?: By }

/** The life of one region's MPA (SM3). There is no refusal and no revocation by the partner. */
export type Agreement =
  | { status: 'offered'; region: RegionKey; at: string; viewedAt?: string }
  | ({ status: 'accepted'; at: string; viewedAt?: string } & Mpa)

export type AgreementEvent =
  | { type: 'AgreementOffered'; at: string; region: RegionKey }
  | { type: 'AgreementViewed'; at: string; by: By; region: RegionKey }
  | { type: 'AgreementAccepted'; at: string; by: By; region: RegionKey; version: string }
