import { randomBytes } from 'node:crypto'

/** Twelve random characters with one of each kind that directories ask for. */
export const temporaryPassword = (): string => `${randomBytes(9).toString('base64url')}-Aa7`
