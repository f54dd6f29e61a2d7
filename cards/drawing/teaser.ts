import type { Locale } from '../../domain/actor.ts'
import type { InviteWords } from '../words/pages.ts'
import { type ButtonRow, link, rows } from './buttons.ts'
import type { Fact } from './form.ts'
import { type Card, drawing, spoken } from './render.ts'
import template from './teaser.json' with { type: 'json' }

export type LiveTeaser = {
  heading: string
  intro: string
  facts: readonly Fact[]
  steps: readonly string[]
  /** Where *Open in Teams* leads. */
  url: string
}

type Spoken = { locale: Locale; words: InviteWords }

/**
 * What an invitation link shows wherever it is pasted: who invites, and where to answer. Version 1.3 at most, and the same
 * for everybody, since Teams keeps it for others (teams.md 2.4).
 */
export function liveTeaserCard(live: LiveTeaser, { locale, words }: Spoken): Card {
  const { heading, intro, facts, steps, url } = live
  return teaser(
    {
      title: heading,
      paragraphs: [intro],
      facts,
      notes: steps.slice(0, 1),
      buttons: rows([link(words.openInTeams, url)]),
    },
    locale,
  )
}

/** One card for every link that is not live, whatever became of it. */
export const deadTeaserCard = ({ locale, words }: Spoken): Card =>
  teaser({ title: words.dead.heading, paragraphs: [words.dead.text], facts: [], notes: [], buttons: [] }, locale)

type Teaser = {
  title: string
  paragraphs: readonly string[]
  facts: readonly Fact[]
  notes: readonly string[]
  buttons: readonly ButtonRow[]
}

const teaser = ({ facts, ...rest }: Teaser, locale: Locale): Card =>
  draw({
    ...rest,
    lang: locale,
    speak: spoken(rest.title, ...rest.paragraphs),
    factSets: facts.length > 0 ? [{ facts }] : [],
  })

type View = Omit<Teaser, 'facts'> & { lang: Locale; speak: string; factSets: readonly { facts: readonly Fact[] }[] }

const draw = drawing<View>(template)
