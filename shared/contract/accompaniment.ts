import { z } from 'zod'
import { ACCOMPANIMENT_ENDS, ACCOMPANIMENT_STAGES } from '#shared/domain/accompaniment/stages'
import { MEETING_MODES } from '#shared/domain/meeting/meeting'
import { reads, writes } from './call'
import { done, handoffId, instant, meetingId, noInput, note, staffId } from './values'
import { kindOfHelp } from './vocabulary'

const stage = z.enum(ACCOMPANIMENT_STAGES)
/** A2: from there she goes on alone, which is an end of its own. */
const stageToDecide = z.enum(ACCOMPANIMENT_STAGES).exclude(['stepped_back'])
const score = z.int().min(1).max(5)

/** Why the app proposes it (A1), in facts. */
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
  /** Who goes along. */
  worker: z.string(),
  workerId: staffId,
  to: z.string(),
  helps: z.array(kindOfHelp),
  /** The handoff is open: something can be written down. */
  open: z.boolean(),
  /** In the order of time. `meetingId` null: she asked for more between two meetings. Words are struck out (M5). */
  entries: z.array(
    z.strictObject({
      at: instant,
      meetingId: meetingId.nullable(),
      mode: z.enum(MEETING_MODES).nullable(),
      what: z.string(),
      stage,
      confidence: z.strictObject({ score, words: z.string() }).nullable(),
      /** What she decided there, if it was asked. */
      decided: stage.nullable(),
      words: z.string(),
    }),
  ),
  held: z.int(),
  stage,
  /** The next meeting as it is booked; null: to book. */
  next: z.strictObject({ at: instant, what: z.string() }).nullable(),
  /** The last meeting, where she may step back; null once it has ended, or after she asked for more. `ledBy` empty: the worker herself. */
  ask: z
    .strictObject({ meetingId, stage, proposed: stage, because, ledBy: z.string(), decided: z.boolean(), confident: z.boolean() })
    .nullable(),
  ended: z.strictObject({ at: instant, as: z.enum(ACCOMPANIMENT_ENDS), words: z.string() }).nullable(),
})
export type AccompanimentView = z.output<typeof accompanimentView>

/** A1, A2: the first worker goes along and steps back. */
export const accompaniments = {
  /** Null before the first meeting with her. */
  'accompaniment.read': reads(z.strictObject({ handoffId }), accompanimentView.nullable(), { audits: 'opened' }),
  /** At the last meeting. Refuses `not_last_meeting`, `more_since`, `confidence_needed`, `reason_needed`, `series_over`. */
  'accompaniment.decide': writes(
    ['meetings', 'handoffs'],
    z.strictObject({ handoffId, meetingId, stage: stageToDecide, words: note(2_000) }),
    done,
    { audits: 'acted' },
  ),
  /** At any time, also after the end. Refuses `not_nearer`. */
  'accompaniment.increase': writes(
    ['meetings', 'handoffs'],
    z.strictObject({ handoffId, stage: stageToDecide, words: note(2_000) }),
    done,
    {
      audits: 'acted',
    },
  ),
  /** A2. Refuses `reason_needed`, `confidence_needed`, `more_since`, `series_over`. */
  'accompaniment.end': writes(
    ['meetings', 'handoffs'],
    z.strictObject({ handoffId, as: z.enum(ACCOMPANIMENT_ENDS), words: note(2_000) }),
    done,
    { audits: 'acted' },
  ),
  /** What goes on now, the oldest first. */
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
        /** She has not been asked yet about the last meeting. */
        toAsk: z.boolean(),
      }),
    ),
  ),
} as const
