import { z } from 'zod'
import { GOALS_STATES } from '#shared/domain/stay/stay'
import { reads, writes } from './call'
import { goalId, handoffId, instant, line, note, noInput, optionalLine, personId, staffId, stayId } from './values'
import { kindOfHelp } from './vocabulary'

const named = z.strictObject({ id: staffId, name: z.string() })
const goals = z.strictObject({ state: z.enum(GOALS_STATES), askedAt: instant.nullable(), overdueAt: instant })

export const goalView = z.strictObject({
  id: goalId,
  words: z.string(),
  help: kindOfHelp,
  need: z.string(),
  setAt: instant,
  setBy: z.string(),
  /** The internal handoff that began from the goal. */
  handoff: z.strictObject({ id: handoffId, number: z.int() }).nullable(),
  doneAt: instant.nullable(),
  /** Why the person gave it up; null while it stands. */
  letGo: z.string().nullable(),
})
export type GoalView = z.output<typeof goalView>

const after = z.strictObject({ wants: z.boolean().nullable(), words: z.string(), nextAt: instant.nullable() })
export const stayView = z.strictObject({
  id: stayId,
  personId,
  intakeAt: instant,
  /** Intake day is day 1; after the end, the day on which the person left. */
  day: z.int(),
  worker: named,
  endedAt: instant.nullable(),
  goals,
  after,
  list: z.array(goalView),
})
export type StayView = z.output<typeof stayView>

const stayLine = z.strictObject({
  id: stayId,
  personId,
  /** Alias or initials (L6). */
  label: z.string(),
  intakeAt: instant,
  day: z.int(),
  worker: named,
  goals,
  goalsOpen: z.int(),
})
export type StayLine = z.output<typeof stayLine>
const done = z.strictObject({ done: z.literal(true) })

export const stays = {
  /** Lists who stays here, longest first, and who left and wants contact, soonest first. */
  'stay.list': reads(
    noInput,
    z.strictObject({
      here: z.array(stayLine),
      after: z.array(
        z.strictObject({ id: stayId, personId, label: z.string(), endedAt: instant, worker: named, words: z.string(), nextAt: instant }),
      ),
    }),
  ),
  /** Lists the person's stays, newest first. */
  'stay.read': reads(z.strictObject({ personId }), z.array(stayView), { audits: 'opened' }),
  /** Begins a stay with an intake (A4). `intakeAt`: null is now. Refuses `stays_already` and `in_the_future`. */
  'stay.begin': writes(
    ['stays'],
    z.strictObject({ personId, intakeAt: instant.nullable(), worker: staffId }),
    z.strictObject({ id: stayId }),
    { audits: 'acted' },
  ),
  /** Records that the goals were talked about, whether the person set any or not (A4). */
  'stay.recordGoalsTalk': writes(['stays'], z.strictObject({ id: stayId }), done, { audits: 'acted' }),
  'stay.assign': writes(['stays'], z.strictObject({ id: stayId, worker: staffId }), done, { audits: 'reassigned' }),
  'stay.end': writes(['stays'], z.strictObject({ id: stayId, at: instant.nullable() }), done, { audits: 'acted' }),
  /** Saves what the person says about contact after leaving (A3). */
  'stay.saveLaterContact': writes(
    ['stays'],
    z.strictObject({ id: stayId, wants: z.boolean().nullable(), words: optionalLine(500), nextContactAt: instant.nullable() }),
    done,
    { audits: 'acted' },
  ),
  /** `id: null` adds one. */
  'goal.save': writes(
    ['stays'],
    z.strictObject({ stayId, id: goalId.nullable(), words: line(1_000), help: kindOfHelp, need: note(1_000) }),
    z.strictObject({ id: goalId }),
    { audits: 'acted' },
  ),
  'goal.reached': writes(['stays'], z.strictObject({ id: goalId }), done, { audits: 'acted' }),
  'goal.drop': writes(['stays'], z.strictObject({ id: goalId, why: line(500) }), done, { audits: 'acted' }),
  /**
   * Creates an internal handoff from a goal in one step, with the background already in it (A4, M5). `agreed`: the person gave permission
   * just now.
   */
  'goal.createHandoff': writes(
    ['stays', 'handoffs'],
    z.strictObject({ id: goalId, to: staffId, agreed: z.boolean() }),
    z.strictObject({ handoffId, number: z.int() }),
    { audits: 'created' },
  ),
} as const
