export type RegionFinding = { code: 'regions.todo' }
