export type SellingFinding = { code: 'selling.todo' }
