import {
  meetingsOf,
  stepsBack,
  type AccompanimentEnd,
  type AccompanimentStep,
  type HeldMeeting,
  type Rung,
  type Series,
  type Stair,
} from './accompaniment'
import { proposeStep } from './accompaniment-proposal'
import type { MeetingId, StaffId } from './ids'
import type { Instant } from './moment'
import { ok, refuse, type Outcome } from './outcome'

/** What she decides. `stepped_back` is reached by going on alone (A2), with her own words. */
export type AccompanimentCommand =
  | { readonly kind: 'decide'; readonly meetingId: MeetingId; readonly rung: Exclude<Rung, 'stepped_back'>; readonly words: string }
  | { readonly kind: 'more'; readonly rung: Exclude<Rung, 'stepped_back'>; readonly words: string }
  | { readonly kind: 'end'; readonly as: AccompanimentEnd; readonly words: string }

interface Stamp {
  readonly now: Instant
  readonly by: StaffId
}
type Decided = Outcome<Omit<AccompanimentStep, 'no'>>
type LastMeeting = Stair & { readonly meeting: HeldMeeting }

/** The meeting at which she may step back: the last one, as long as she has not asked for more since. */
function lastMeeting(series: Series): Outcome<LastMeeting> {
  const last = meetingsOf(series).at(-1)
  if (last === undefined) return refuse('not_last_meeting')
  return series.stairs.at(-1) === last ? ok(last) : refuse('more_since')
}

/**
 * A1: she decides, whatever was proposed: the same, nearer, or further back. Further back only at the last meeting and
 * with her confidence recorded there; more than one step at once only in her own words. Refuses `not_last_meeting`,
 * `more_since`, `confidence_needed`, `reason_needed`, `series_over`.
 */
function decideRung(series: Series, { meetingId, rung, words }: Extract<AccompanimentCommand, { kind: 'decide' }>, stamp: Stamp): Decided {
  if (series.ended) return refuse('series_over')
  const last = lastMeeting(series)
  if (!last.ok) return last
  if (last.value.meeting.id !== meetingId) return refuse('not_last_meeting')
  const back = stepsBack(last.value.rung, rung)
  if (back > 0 && last.value.meeting.confidence === null) return refuse('confidence_needed')
  if (back > 1 && words === '') return refuse('reason_needed', { field: 'words' })
  return ok(stepOf(series, { meetingId, rung: last.value.rung, decided: rung, words, ends: null }, stamp))
}

/** A1: more support is given at any time, also after the end. Refuses `not_nearer`. */
function moreSupport(series: Series, { rung, words }: Extract<AccompanimentCommand, { kind: 'more' }>, stamp: Stamp): Decided {
  const back = stepsBack(series.rung, rung)
  if (back > 0 || (back === 0 && !series.ended)) return refuse('not_nearer', { field: 'rung' })
  return ok(stepOf(series, { meetingId: null, rung: series.rung, decided: rung, words, ends: null }, stamp))
}

/** A2: by her own words at a meeting; early, with a reason; or both have lost touch. */
function endSeries(series: Series, { as, words }: Extract<AccompanimentCommand, { kind: 'end' }>, stamp: Stamp): Decided {
  if (series.ended) return refuse('series_over')
  const here = { meetingId: null, rung: series.rung, decided: series.rung, words, ends: as }
  if (as !== 'lost_touch' && words === '') return refuse('reason_needed', { field: 'words' })
  if (as !== 'she_goes_on') return ok(stepOf(series, here, stamp))
  const last = lastMeeting(series)
  if (!last.ok) return last
  const { meeting, rung } = last.value
  if (meeting.confidence === null) return refuse('confidence_needed')
  return ok(stepOf(series, { ...here, meetingId: meeting.id, rung, decided: 'stepped_back' }, stamp))
}

const stepOf = (
  series: Series,
  facts: Pick<AccompanimentStep, 'meetingId' | 'rung' | 'decided' | 'words' | 'ends'>,
  { now: at, by }: Stamp,
): Omit<AccompanimentStep, 'no'> => ({ ...facts, at, by, proposed: proposeStep(series)?.rung ?? series.rung })

export function decideAccompaniment(series: Series, command: AccompanimentCommand, stamp: Stamp): Decided {
  switch (command.kind) {
    case 'decide':
      return decideRung(series, command, stamp)
    case 'more':
      return moreSupport(series, command, stamp)
    case 'end':
      return endSeries(series, command, stamp)
  }
}
