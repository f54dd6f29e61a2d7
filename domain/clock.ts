/** The time of day as the product sees it; the sandbox can move it forward. Instants are ISO-8601 UTC with milliseconds. */
export interface Clock {
  now(): string
}
