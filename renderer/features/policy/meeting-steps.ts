import type { PolicyShape } from '#shared/contract/office/policy'
import { getStepKind, type MeetingStep } from '#shared/domain/meeting/steps'

type Step = PolicyShape['steps']['before'][number]
/** A step as the form holds it: complete, so that its other fields survive a reworded text. `no` identifies it while it moves. */
export type TypedStep = Step & { readonly no: number }

export const toTypedSteps = (steps: readonly MeetingStep[]): readonly TypedStep[] =>
  steps.map((step, nth) => ({ ...step, does: getStepKind(step), no: nth + 1 }))
/** Converts the steps that have text, each on one line. */
export const toMeetingSteps = (typed: readonly TypedStep[]): Step[] =>
  typed.map(({ no: _no, ...step }) => ({ ...step, text: step.text.replace(/\s+/g, ' ').trim() })).filter(({ text }) => text !== '')

export const addStep = (typed: readonly TypedStep[]): readonly TypedStep[] => [
  ...typed,
  { text: '', required: false, does: 'check', no: Math.max(0, ...typed.map(({ no }) => no)) + 1 },
]
/** Moves a step one place up (−1) or down (1). */
export function moveStep(typed: readonly TypedStep[], no: number, by: -1 | 1): readonly TypedStep[] {
  const from = typed.findIndex((step) => step.no === no)
  const to = from + by
  return typed[from] && typed[to] ? typed.with(from, typed[to]).with(to, typed[from]) : typed
}
