import { z } from 'zod'
import { GOALS_STATES } from '#shared/domain/stay/stay'
import { reads, writes } from './call'
import { done, goalId, handoffId, instant, line, noInput, note, optionalLine, personId, staffId, stayId } from './values'
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
  /** The internal handoff that began from it. */
  handoff: z.strictObject({ id: handoffId, number: z.int() }).nullable(),
  doneAt: instant.nullable(),
  /** Why she let it go; null: she has not. */
  letGo: z.string().nullable(),
})
export type GoalView = z.output<typeof goalView>

const after = z.strictObject({ wants: z.boolean().nullable(), words: z.string(), nextAt: instant.nullable() })
export const stayView = z.strictObject({
  id: stayId,
  personId,
  intakeAt: instant,
  /** Intake day is day 1; after the end, the day on which she left. */
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

export const stays = {
  /** Who stays here, the longest first; and who left and wants to hear from us, the soonest first. */
  'stay.list': reads(
    noInput,
    z.strictObject({
      here: z.array(stayLine),
      after: z.array(
        z.strictObject({ id: stayId, personId, label: z.string(), endedAt: instant, worker: named, words: z.string(), nextAt: instant }),
      ),
    }),
  ),
  /** Her stays, the last one first. */
  'stay.read': reads(z.strictObject({ personId }), z.array(stayView), { audits: 'opened' }),
  /** A4: intake starts a stay. `intakeAt`: null is now. Refuses `stays_already` and `in_the_future`. */
  'stay.begin': writes(
    ['stays'],
    z.strictObject({ personId, intakeAt: instant.nullable(), worker: staffId }),
    z.strictObject({ id: stayId }),
    { audits: 'acted' },
  ),
  /** A4: the goals were talked about, whether she set any or not. */
  'stay.recordGoalsTalk': writes(['stays'], z.strictObject({ id: stayId }), done, { audits: 'acted' }),
  'stay.assign': writes(['stays'], z.strictObject({ id: stayId, worker: staffId }), done, { audits: 'reassigned' }),
  'stay.end': writes(['stays'], z.strictObject({ id: stayId, at: instant.nullable() }), done, { audits: 'acted' }),
  /** A3: what she says about contact after she has left. */
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
  /** A4: one step to an internal handoff, with the background already in it (M5). `agreed`: she gave her permission just now. */
  'goal.createHandoff': writes(
    ['stays', 'handoffs'],
    z.strictObject({ id: goalId, to: staffId, agreed: z.boolean() }),
    z.strictObject({ handoffId, number: z.int() }),
    { audits: 'created' },
  ),
} as const
