import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization, OrganizationEvent } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { guard } from '../rules/rule.ts'
import { type Draft, STEPS, type Step, type StepValue } from './enrollment.ts'

/** One step as read from its form; `seen` is the draft's revision the form was drawn from. */
export type SaveStep<S extends Step = Step> = Given & { type: 'SaveStep'; step: S; value: StepValue[S]; seen: number }

/** Saves a step of the draft. Whoever comes later than a colleague gets STALE and is shown both values. */
export function saveStep<S extends Step>(state: Organization, command: SaveStep<S>): Decision<OrganizationEvent> {
  const { actor, at, step, value, seen } = command
  const refusals = guard(permit('P01', actor, state), openDraft(state), newerThan(state, step, seen))
  return decide(refusals, () =>
    // Step and value agree by the command's own type, which the event union cannot express for a generic step.
    [{ type: 'StepSaved', at, by: by(actor), step, value } as Extract<OrganizationEvent, { type: 'StepSaved' }>],
  )
}

/** The first step that is still open, or `review` when everything is there. */
export const nextStep = (draft: Draft): Step | 'review' => STEPS.find((step) => draft[step] === undefined) ?? 'review'

export const openDraft = ({ enrollment }: Organization): readonly Refusal[] =>
  enrollment.state === 'draft' ? [] : [{ code: 'WRONG_STATE', is: enrollment.state, needs: ['draft'] }]

function newerThan({ enrollment }: Organization, step: Step, seen: number): readonly Refusal[] {
  const saved = enrollment.state === 'draft' ? enrollment.draft[step] : undefined
  return saved && saved.rev > seen ? [{ code: 'STALE' }] : []
}
