import type { Handoff } from '../handoff/handoff'
import type { StaffId } from '../core/ids'
import { addDays, toInstant, toLocalTime, type Instant, type Zone } from '../core/moment'

/** A6. `not_said`: the person would rather not say, or left it. */
export const FEEDBACK_ANSWERS = ['yes', 'partly', 'no', 'not_said'] as const
export type FeedbackAnswer = (typeof FEEDBACK_ANSWERS)[number]
export const FEEDBACK_QUESTIONS = ['heard', 'inControl', 'repeated'] as const
export type FeedbackQuestion = (typeof FEEDBACK_QUESTIONS)[number]

export type FeedbackAnswerSet = Readonly<Record<FeedbackQuestion, FeedbackAnswer>>

/** A6: a worker who works with the person does not ask; few people would criticise a worker who is present. */
export const isWorkingWithPerson = (
  { assignedTo, supporting }: Pick<Handoff, 'assignedTo' | 'supporting'>,
  alongside: StaffId | null,
  readerId: StaffId,
): boolean => readerId === assignedTo || readerId === alongside || supporting.includes(readerId)

/** The start of the shelter's week: Monday at midnight, UTC ms. All that is kept of when it was said. */
export function getStartOfWeek(at: Instant, zone: Zone): Instant {
  const { date, weekday } = toLocalTime(at, zone)
  return toInstant(addDays(date, 1 - weekday), 0, zone)
}
