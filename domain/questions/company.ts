export type CompanyFinding = { code: 'company.todo' }
