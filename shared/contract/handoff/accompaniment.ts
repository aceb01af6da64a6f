import { z } from 'zod'
import { ACCOMPANIMENT_ENDS, ACCOMPANIMENT_STAGES } from '#shared/domain/accompaniment/stages'
import { MEETING_MODES } from '#shared/domain/meeting/meeting'
import { reads, writes } from '../call'
import { done, handoffId, instant, meetingId, noInput, note, staffId } from '../values'
import { freeText, partyName, personName, workerName } from '../text-kinds'
import { speaksOf, subjects } from '../redact'
import { kindOfHelp } from '../vocabulary'

const stage = z.enum(ACCOMPANIMENT_STAGES)
/** A2: from there the person goes on alone, which is an end of its own. */
const stageToDecide = z.enum(ACCOMPANIMENT_STAGES).exclude(['stepped_back'])
const score = z.int().min(1).max(5)

/** Why the app proposes it (A1), as facts. */
const because = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('not_asked') }),
  z.strictObject({ why: z.enum(['dropped', 'rose']), from: score, to: score }),
  z.strictObject({ why: z.enum(['low', 'high', 'steady']), to: score }),
  z.strictObject({ why: z.literal('target'), held: z.int() }),
])

export const accompanimentView = z
  .strictObject({
    handoffId,
    number: z.int(),
    /** Initials or alias. */
    label: personName,
    /** Who goes along. */
    worker: workerName,
    workerId: staffId,
    to: partyName,
    helps: z.array(kindOfHelp),
    /** The handoff is open: something can be written down. */
    open: z.boolean(),
    /** In the order of time. `meetingId` null: the person asked for more between two meetings. */
    entries: z.array(
      z.strictObject({
        at: instant,
        meetingId: meetingId.nullable(),
        mode: z.enum(MEETING_MODES).nullable(),
        what: freeText,
        stage,
        confidence: z.strictObject({ score, words: freeText }).nullable(),
        /** What the person decided there, if it was asked. */
        decided: stage.nullable(),
        words: freeText,
      }),
    ),
    held: z.int(),
    stage,
    /** The next meeting as it is booked; null: to book. */
    next: z.strictObject({ at: instant, what: freeText }).nullable(),
    /** The last meeting, after which the worker may step back; null once it has ended, or after the person asked for more. `ledBy` empty: the worker. */
    ask: z
      .strictObject({ meetingId, stage, proposed: stage, because, ledBy: freeText, decided: z.boolean(), confident: z.boolean() })
      .nullable(),
    ended: z.strictObject({ at: instant, as: z.enum(ACCOMPANIMENT_ENDS), words: freeText }).nullable(),
  })
  .register(subjects, speaksOf('handoff', 'handoffId'))
export type AccompanimentView = z.output<typeof accompanimentView>

/** Accompaniment: the first worker attends the meetings and steps back (A1, A2). */
export const accompaniments = {
  /** Null before the first meeting with the person. */
  'accompaniment.read': reads(z.strictObject({ handoffId }), accompanimentView.nullable(), { audits: 'opened' }),
  /** Decides at the last meeting. Refuses `not_last_meeting`, `more_since`, `confidence_needed`, `reason_needed`, `series_over`. */
  'accompaniment.decide': writes(
    ['meetings', 'handoffs'],
    z.strictObject({ handoffId, meetingId, stage: stageToDecide, words: note(2_000) }).register(subjects, speaksOf('handoff', 'handoffId')),
    done,
    { audits: 'acted' },
  ),
  /** Increases the accompaniment at any time, also after the end. Refuses `not_nearer`. */
  'accompaniment.increase': writes(
    ['meetings', 'handoffs'],
    z.strictObject({ handoffId, stage: stageToDecide, words: note(2_000) }).register(subjects, speaksOf('handoff', 'handoffId')),
    done,
    {
      audits: 'acted',
    },
  ),
  /** Ends the series (A2). Refuses `reason_needed`, `confidence_needed`, `more_since`, `series_over`. */
  'accompaniment.end': writes(
    ['meetings', 'handoffs'],
    z.strictObject({ handoffId, as: z.enum(ACCOMPANIMENT_ENDS), words: note(2_000) }).register(subjects, speaksOf('handoff', 'handoffId')),
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
        label: personName,
        worker: z.strictObject({ id: staffId, name: workerName }),
        stage,
        held: z.int(),
        confidence: score.nullable(),
        /** The person has not been asked yet about the last meeting. */
        toAsk: z.boolean(),
      }),
    ),
  ),
} as const
