/** What a picker of a card can look for: companies that its reader may know, or the partners of the own company. */
export const DATASETS = ['companies', 'partners'] as const
export type Dataset = (typeof DATASETS)[number]

/** How many fit under a picker, and how many results a search shows (teams.md 2.5). */
export const MOST_FOUND = 15

/** The longest text that is looked for; the rest is not read. */
export const LONGEST_SOUGHT = 200

/**
 * An input under which a client shows what fits while somebody types; `choices` are there before. Not every client can
 * (teams.md 2.5): beside it stands an input for the same, to be typed.
 */
export type Picker = {
  label: string
  placeholder: string
  dataset: Dataset
  choices: readonly { title: string; value: string }[]
}
