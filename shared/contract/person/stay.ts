import { z } from 'zod'
import { GOALS_STATES } from '#shared/domain/stay/stay'
import { reads, writes } from '../call'
import { done, goalId, handoffId, instant, line, noInput, note, optionalLine, personId, staffId, stayId } from '../values'
import { freeText, personName, workerName } from '../text-kinds'
import { speaksOf, subjects } from '../redact'
import { kindOfHelp } from '../vocabulary'

const named = z.strictObject({ id: staffId, name: workerName })
const goals = z.strictObject({ state: z.enum(GOALS_STATES), askedAt: instant.nullable(), overdueAt: instant })

export const goalView = z.strictObject({
  id: goalId,
  words: freeText,
  help: kindOfHelp,
  need: freeText,
  setAt: instant,
  setBy: workerName,
  /** The internal handoff that began from it. */
  handoff: z.strictObject({ id: handoffId, number: z.int() }).nullable(),
  doneAt: instant.nullable(),
  /** Why the person let it go; null: it was not let go. */
  letGo: freeText.nullable(),
})
export type GoalView = z.output<typeof goalView>

const after = z.strictObject({ wants: z.boolean().nullable(), words: freeText, nextAt: instant.nullable() })
export const stayView = z
  .strictObject({
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
  .register(subjects, speaksOf('person', 'personId'))
export type StayView = z.output<typeof stayView>

const stayLine = z.strictObject({
  id: stayId,
  personId,
  /** Alias or initials (L6). */
  label: personName,
  intakeAt: instant,
  day: z.int(),
  worker: named,
  goals,
  goalsOpen: z.int(),
})
export type StayLine = z.output<typeof stayLine>

export const stays = {
  /** Lists who stays here, longest first, and who left and wants contact, soonest first. */
  'stay.list': reads(
    noInput,
    z.strictObject({
      here: z.array(stayLine),
      after: z.array(
        z
          .strictObject({ id: stayId, personId, label: personName, endedAt: instant, worker: named, words: freeText, nextAt: instant })
          .register(subjects, speaksOf('person', 'personId')),
      ),
    }),
  ),
  /** The person's stays, the last one first. */
  'stay.read': reads(z.strictObject({ personId }), z.array(stayView), { audits: 'opened' }),
  /** Begins a stay with an intake (A4). `intakeAt`: null is now. Refuses `stays_already` and `in_the_future`. */
  'stay.begin': writes(
    ['stays'],
    z.strictObject({ personId, intakeAt: instant.nullable(), worker: staffId }),
    z.strictObject({ id: stayId }),
    { audits: 'acted' },
  ),
  /** A4: the goals were talked about, whether any was set or not. */
  'stay.recordGoalsTalk': writes(['stays'], z.strictObject({ id: stayId }), done, { audits: 'acted' }),
  'stay.assign': writes(['stays'], z.strictObject({ id: stayId, worker: staffId }), done, { audits: 'reassigned' }),
  'stay.end': writes(['stays'], z.strictObject({ id: stayId, at: instant.nullable() }), done, { audits: 'acted' }),
  /** A3: what the person says about contact after leaving. */
  'stay.saveLaterContact': writes(
    ['stays'],
    z
      .strictObject({ id: stayId, wants: z.boolean().nullable(), words: optionalLine(500), nextContactAt: instant.nullable() })
      .register(subjects, speaksOf('stay', 'id')),
    done,
    { audits: 'acted' },
  ),
  /** `id: null` adds one. */
  'goal.save': writes(
    ['stays'],
    z
      .strictObject({ stayId, id: goalId.nullable(), words: line(1_000), help: kindOfHelp, need: note(1_000) })
      .register(subjects, speaksOf('stay', 'stayId')),
    z.strictObject({ id: goalId }),
    { audits: 'acted' },
  ),
  'goal.reached': writes(['stays'], z.strictObject({ id: goalId }), done, { audits: 'acted' }),
  'goal.drop': writes(['stays'], z.strictObject({ id: goalId, why: line(500) }).register(subjects, speaksOf('goal', 'id')), done, {
    audits: 'acted',
  }),
  /** A4: one step to an internal handoff, with the background already in it (M5). `agreed`: the person gave permission just now. */
  'goal.createHandoff': writes(
    ['stays', 'handoffs'],
    z.strictObject({ id: goalId, to: staffId, agreed: z.boolean() }),
    z.strictObject({ handoffId, number: z.int() }),
    { audits: 'created' },
  ),
} as const
