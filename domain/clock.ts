/** The time of day as the product sees it; the sandbox can move it forward. Instants are ISO-8601 UTC with milliseconds. */
export interface Clock {
  now(): string
}

export const DAY_MS = 86_400_000

/** The instant so many milliseconds after another; earlier where they are negative. */
export const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()
