export type PartnerFinding = { code: 'partners.todo' }
