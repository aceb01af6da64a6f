import { z } from 'zod'
import { ACCOMPANIMENT_ENDS, ACCOMPANIMENT_STAGES } from '#shared/domain/accompaniment/stages'
import { MEETING_MODES } from '#shared/domain/meeting/meeting'
import { reads, writes } from './call'
import { handoffId, instant, meetingId, note, noInput, staffId } from './values'
import { kindOfHelp } from './vocabulary'

const stage = z.enum(ACCOMPANIMENT_STAGES)
/** After stepping back the person goes on alone, which is an end of its own (A2). */
const stageToDecide = z.enum(ACCOMPANIMENT_STAGES).exclude(['stepped_back'])
const score = z.int().min(1).max(5)
const done = z.strictObject({ done: z.literal(true) })

/** Why the app proposes it (A1), as facts. */
const because = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('not_asked') }),
  z.strictObject({ why: z.enum(['dropped', 'rose']), from: score, to: score }),
  z.strictObject({ why: z.enum(['low', 'high', 'steady']), to: score }),
  z.strictObject({ why: z.literal('target'), held: z.int() }),
])

export const accompanimentView = z.strictObject({
  handoffId,
  number: z.int(),
  /** Initials or alias. */
  label: z.string(),
  /** The accompanying worker's name. */
  worker: z.string(),
  workerId: staffId,
  to: z.string(),
  helps: z.array(kindOfHelp),
  /** True while the handoff is open: something can be recorded. */
  open: z.boolean(),
  /** In the order of time. `meetingId` is null where the person asked for more between two meetings. Words are redacted (M5). */
  entries: z.array(
    z.strictObject({
      at: instant,
      meetingId: meetingId.nullable(),
      mode: z.enum(MEETING_MODES).nullable(),
      what: z.string(),
      stage,
      confidence: z.strictObject({ score, words: z.string() }).nullable(),
      /** The person's decision there, if it was asked. */
      decided: stage.nullable(),
      words: z.string(),
    }),
  ),
  held: z.int(),
  stage,
  /** The next meeting as it is booked; null where it is still to book. */
  next: z.strictObject({ at: instant, what: z.string() }).nullable(),
  /**
   * The last meeting, at which the worker may step back; null once the series has ended, or after the person asked for more. `ledBy` is
   * empty for the worker alone.
   */
  ask: z
    .strictObject({ meetingId, stage, proposed: stage, because, ledBy: z.string(), decided: z.boolean(), confident: z.boolean() })
    .nullable(),
  ended: z.strictObject({ at: instant, as: z.enum(ACCOMPANIMENT_ENDS), words: z.string() }).nullable(),
})
export type AccompanimentView = z.output<typeof accompanimentView>

/** Accompaniment: the first worker attends the meetings and steps back (A1, A2). */
export const accompaniments = {
  /** Returns null before the first meeting with the person. */
  'accompaniment.read': reads(z.strictObject({ handoffId }), accompanimentView.nullable(), { audits: 'opened' }),
  /** Decides at the last meeting. Refuses `not_last_meeting`, `more_since`, `confidence_needed`, `reason_needed`, `series_over`. */
  'accompaniment.decide': writes(
    ['meetings', 'handoffs'],
    z.strictObject({ handoffId, meetingId, stage: stageToDecide, words: note(2_000) }),
    done,
    { audits: 'acted' },
  ),
  /** Increases the accompaniment at any time, also after the end. Refuses `not_nearer`. */
  'accompaniment.increase': writes(
    ['meetings', 'handoffs'],
    z.strictObject({ handoffId, stage: stageToDecide, words: note(2_000) }),
    done,
    {
      audits: 'acted',
    },
  ),
  /** Ends the series (A2). Refuses `reason_needed`, `confidence_needed`, `more_since`, `series_over`. */
  'accompaniment.end': writes(
    ['meetings', 'handoffs'],
    z.strictObject({ handoffId, as: z.enum(ACCOMPANIMENT_ENDS), words: note(2_000) }),
    done,
    { audits: 'acted' },
  ),
  /** Lists the running series, oldest first. */
  'accompaniment.list': reads(
    noInput,
    z.array(
      z.strictObject({
        handoffId,
        number: z.int(),
        label: z.string(),
        worker: z.strictObject({ id: staffId, name: z.string() }),
        stage,
        held: z.int(),
        confidence: score.nullable(),
        /** True while the person has not been asked about the last meeting. */
        toAsk: z.boolean(),
      }),
    ),
  ),
} as const
