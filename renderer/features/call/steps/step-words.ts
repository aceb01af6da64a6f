import type { TFunction } from 'i18next'
import type { MeetingView } from '#shared/contract/handoff/meeting'
import { SEED_MEETING_STEPS } from '#shared/domain/meeting/steps'

export type StepView = MeetingView['steps'][number]
export const isSameStep = (a: Pick<StepView, 'list' | 'no'> | null, b: Pick<StepView, 'list' | 'no'>): boolean =>
  a !== null && a.list === b.list && a.no === b.no

const isSeedStep = ({ list, text }: StepView): boolean => SEED_MEETING_STEPS[list].some((seed) => seed.text === text)

/** Describes the step in a word or two, for the list and for the button to it; in the shelter's own words where it reworded the step. */
export const describeStepBriefly = (t: TFunction, step: StepView): string =>
  step.does !== 'check' && isSeedStep(step) ? t(`meeting.steps.${step.does}.short`) : step.text
/** Describes the one question of the step. */
export const describeStepQuestion = (t: TFunction, step: StepView): string =>
  step.does !== 'check' && isSeedStep(step) ? t(`meeting.steps.${step.does}.title`) : step.text

/** Lowercases the first letter, as in the middle of a sentence. */
const uncapitalize = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1)
export const describeNextStep = (t: TFunction, next: StepView | undefined): string =>
  next ? t('meeting.next', { step: uncapitalize(describeStepBriefly(t, next)) }) : t('meeting.nextEnd')

/** Finds where to go on: the step after the last finished one; the first where there is none. */
export function findStepToGoOn(steps: readonly StepView[]): StepView | undefined {
  const last = steps.findLastIndex((step) => step.state !== 'open')
  return steps[Math.min(last + 1, steps.length - 1)]
}
