import { expect } from 'vitest'
import type { Decision } from '../../domain/decision.ts'
import { evolve } from '../../domain/organization/evolve.ts'
import type { Organization, OrganizationEvent } from '../../domain/organization/organization.ts'
import type { Refusal, RefusalCode } from '../../domain/refusals.ts'
import { sakura } from './people.ts'

type Decide = (company: Organization) => Decision<OrganizationEvent>
type History = readonly (OrganizationEvent | readonly OrganizationEvent[])[]

/** What came of asking a company for something. */
export type Outcome = {
  /** Exactly these events, which can follow the history: the company afterwards. */
  then(...events: readonly OrganizationEvent[]): Organization
  /** Exactly these refusals, all at once. */
  refuses(...refusals: readonly Refusal[]): void
  /** The codes of all refusals, where their data is beside the point. */
  refusesWith(...codes: readonly RefusalCode[]): void
  /** Accepted without an event: it is already so. */
  nothingHappens(): void
}

/** A company with what happened to it. */
export type Told = { company: Organization; when(decide: Decide): Outcome; and(...history: History): Told }

/** A story about Sakura Systems, a prospect in Japan, in four lines: given … when … then. */
export const given = (...history: History): Told => company(sakura).and(...history)

/** A story about another company. */
export function company(start: Organization): Told {
  return {
    company: start,
    and: (...history) => company(history.flat().reduce(evolve, start)),
    when: (decide) => outcome(start, decide(start)),
  }
}

function outcome(before: Organization, decision: Decision<OrganizationEvent>): Outcome {
  return {
    // biome-ignore lint/suspicious/noThenProperty: the story's own word, and an outcome is never awaited
    then(...events) {
      expect(decision).toEqual({ ok: true, value: events })
      return events.reduce(evolve, before)
    },
    refuses: (...refusals) => expect(decision).toEqual({ ok: false, error: refusals }),
    refusesWith: (...codes) => expect(decision.ok ? decision.value : decision.error.map(codeOf)).toEqual(codes),
    nothingHappens: () => expect(decision).toEqual({ ok: true, value: [] }),
  }
}

const codeOf = ({ code }: Refusal): RefusalCode => code
