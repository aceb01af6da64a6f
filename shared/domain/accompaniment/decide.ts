import {
  listSeriesMeetings,
  countStepsBack,
  type AccompanimentEnd,
  type AccompanimentStep,
  type HeldMeeting,
  type AccompanimentStage,
  type AccompanimentSeries,
  type StageEntry,
} from './stages'
import { proposeStage } from './propose-stage'
import type { MeetingId, StaffId } from '../core/ids'
import type { Instant } from '../core/moment'
import { ok, refuse, type Outcome } from '../core/outcome'

/** What the person decides. `stepped_back` is reached by going on alone (A2), in the person's own words. */
export type AccompanimentCommand =
  | {
      readonly kind: 'decide'
      readonly meetingId: MeetingId
      readonly stage: Exclude<AccompanimentStage, 'stepped_back'>
      readonly words: string
    }
  | { readonly kind: 'more'; readonly stage: Exclude<AccompanimentStage, 'stepped_back'>; readonly words: string }
  | { readonly kind: 'end'; readonly as: AccompanimentEnd; readonly words: string }

interface AccompanimentStamp {
  readonly now: Instant
  readonly by: StaffId
  /** A7: how many meetings the policy aims at. */
  readonly targetMeetings: number
}
type AccompanimentDecision = Outcome<Omit<AccompanimentStep, 'no'>>
type LastMeetingEntry = StageEntry & { readonly meeting: HeldMeeting }

/** The meeting at which the worker may step back: the last one, as long as the person has not asked for more since. */
function findLastMeeting(series: AccompanimentSeries): Outcome<LastMeetingEntry> {
  const last = listSeriesMeetings(series).at(-1)
  if (last === undefined) return refuse('not_last_meeting')
  return series.entries.at(-1) === last ? ok(last) : refuse('more_since')
}

/**
 * A1: the person decides, whatever was proposed: the same, nearer, or further back. Further back only at the last meeting and
 * with the person's confidence recorded there; more than one step at once only in the person's own words. Refuses `not_last_meeting`,
 * `more_since`, `confidence_needed`, `reason_needed`, `series_over`.
 */
function decideStage(
  series: AccompanimentSeries,
  { meetingId, stage, words }: Extract<AccompanimentCommand, { kind: 'decide' }>,
  stamp: AccompanimentStamp,
): AccompanimentDecision {
  if (series.ended) return refuse('series_over')
  const last = findLastMeeting(series)
  if (!last.ok) return last
  if (last.value.meeting.id !== meetingId) return refuse('not_last_meeting')
  const stepsFurther = countStepsBack(last.value.stage, stage)
  if (stepsFurther > 0 && last.value.meeting.confidence === null) return refuse('confidence_needed')
  if (stepsFurther > 1 && words === '') return refuse('reason_needed', { field: 'words' })
  return ok(createStep(series, { meetingId, stage: last.value.stage, decided: stage, words, ends: null }, stamp))
}

/** A1: more support is given at any time, also after the end. Refuses `not_nearer`. */
function increaseSupport(
  series: AccompanimentSeries,
  { stage, words }: Extract<AccompanimentCommand, { kind: 'more' }>,
  stamp: AccompanimentStamp,
): AccompanimentDecision {
  const stepsFurther = countStepsBack(series.stage, stage)
  if (stepsFurther > 0 || (stepsFurther === 0 && !series.ended)) return refuse('not_nearer', { field: 'stage' })
  return ok(createStep(series, { meetingId: null, stage: series.stage, decided: stage, words, ends: null }, stamp))
}

/** A2: by the person's own words at a meeting; early, with a reason; or both have lost touch. */
function endSeries(
  series: AccompanimentSeries,
  { as, words }: Extract<AccompanimentCommand, { kind: 'end' }>,
  stamp: AccompanimentStamp,
): AccompanimentDecision {
  if (series.ended) return refuse('series_over')
  const endStep = { meetingId: null, stage: series.stage, decided: series.stage, words, ends: as }
  if (as !== 'lost_touch' && words === '') return refuse('reason_needed', { field: 'words' })
  if (as !== 'she_goes_on') return ok(createStep(series, endStep, stamp))
  const last = findLastMeeting(series)
  if (!last.ok) return last
  const { meeting, stage } = last.value
  if (meeting.confidence === null) return refuse('confidence_needed')
  return ok(createStep(series, { ...endStep, meetingId: meeting.id, stage, decided: 'stepped_back' }, stamp))
}

const createStep = (
  series: AccompanimentSeries,
  facts: Pick<AccompanimentStep, 'meetingId' | 'stage' | 'decided' | 'words' | 'ends'>,
  { now: at, by, targetMeetings }: AccompanimentStamp,
): Omit<AccompanimentStep, 'no'> => ({ ...facts, at, by, proposed: proposeStage(series, { targetMeetings })?.stage ?? series.stage })

/** Decides one step of an accompaniment (A1, A2), or says why not. */
export function decideAccompaniment(
  series: AccompanimentSeries,
  command: AccompanimentCommand,
  stamp: AccompanimentStamp,
): AccompanimentDecision {
  switch (command.kind) {
    case 'decide':
      return decideStage(series, command, stamp)
    case 'more':
      return increaseSupport(series, command, stamp)
    case 'end':
      return endSeries(series, command, stamp)
  }
}
