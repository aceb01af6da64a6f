import { addDays, daysBetween, toInstant, toLocalTime, type Instant, type Zone } from '../core/moment'
import { ok, refuse, type Outcome } from '../core/outcome'

/** A4: on this day of the stay the goals are talked about; after the next one that is overdue. Intake day is day 1. */
export const GOALS_DAY = 3
export const GOALS_LAST_DAY = 4

/** A stay as its rules need it. Instants are UTC ms. */
export interface StayFacts {
  readonly intakeAt: Instant
  readonly goalsAskedAt: Instant | null
  readonly endedAt: Instant | null
}

/** A4: which day of a stay it is, by the shelter's calendar: intake at 23:50 is day 1, ten minutes later is day 2. */
export const getDayOfStay = (intakeAt: Instant, now: Instant, zone: Zone): number => daysBetween(intakeAt, now, zone) + 1

/** The first instant (UTC ms) of a day of a stay, whatever the clocks did in between. */
export const getStartOfStayDay = (intakeAt: Instant, day: number, zone: Zone): Instant =>
  toInstant(addDays(toLocalTime(intakeAt, zone).date, day - 1), 0, zone)

export const GOALS_STATES = ['later', 'due', 'overdue', 'asked'] as const
export type GoalsState = (typeof GOALS_STATES)[number]

/** A4: how the goals conversation stands. A stay that is over asks for none. */
export function getGoalsState({ intakeAt, goalsAskedAt, endedAt }: StayFacts, now: Instant, zone: Zone): GoalsState {
  if (goalsAskedAt !== null || endedAt !== null) return 'asked'
  const day = getDayOfStay(intakeAt, now, zone)
  return day < GOALS_DAY ? 'later' : day > GOALS_LAST_DAY ? 'overdue' : 'due'
}

/** When the goals conversation is overdue: the first instant after day 4. */
export const getGoalsOverdueAt = (intakeAt: Instant, zone: Zone): Instant => getStartOfStayDay(intakeAt, GOALS_LAST_DAY + 1, zone)

/** An intake is not in the future, and nobody stays twice at once. */
export function checkStayBegin(stays: readonly StayFacts[], intakeAt: Instant, now: Instant): Outcome<null> {
  if (stays.some(({ endedAt }) => endedAt === null)) return refuse('stays_already')
  if (intakeAt > now) return refuse('in_the_future', { field: 'intakeAt' })
  return stays.some(({ endedAt }) => endedAt !== null && endedAt > intakeAt) ? refuse('stays_already', { field: 'intakeAt' }) : ok(null)
}

/** Checks the end of a stay: once, not in the future and not before the intake. */
export function checkStayEnd({ intakeAt, endedAt }: StayFacts, at: Instant, now: Instant): Outcome<null> {
  if (endedAt !== null) return refuse('already_closed')
  if (at > now) return refuse('in_the_future', { field: 'at' })
  return at < intakeAt ? refuse('before_received', { field: 'at' }) : ok(null)
}

/** A3: contact after a stay goes on if the person wants it, and then it has a date. Refuses a stay that has not ended and a date that is missing or past. */
export function checkContactAfterStay(
  { endedAt }: Pick<StayFacts, 'endedAt'>,
  { wants, nextAt }: { readonly wants: boolean | null; readonly nextAt: Instant | null },
  now: Instant,
): Outcome<null> {
  if (endedAt === null) return refuse('still_staying')
  if (wants === true && nextAt === null) return refuse('no_such_time', { field: 'nextContactAt' })
  return wants === true && nextAt !== null && nextAt <= now ? refuse('due_in_the_past', { field: 'nextContactAt' }) : ok(null)
}
