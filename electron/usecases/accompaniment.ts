import type { z } from 'zod'
import type { accompanimentView, accompaniments } from '#shared/contract/accompaniment'
import { firstWorkerOf, isAccompanied, meetingsOf, type Series } from '#shared/domain/accompaniment'
import { proposeStep } from '#shared/domain/accompaniment-proposal'
import { decideAccompaniment, type AccompanimentCommand } from '#shared/domain/decide-accompaniment'
import type { Handoff } from '#shared/domain/handoff'
import type { HandoffId, StaffId } from '#shared/domain/ids'
import type { Meeting } from '#shared/domain/meeting'
import type { Instant } from '#shared/domain/moment'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { isOpen } from '#shared/domain/standing'
import { accompanimentOf, accompaniedMeetings, addStep, beginSeries, runningSeries, seriesIn } from '../storage/accompaniment'
import type { ReadableDb } from '../storage/database'
import { eventsOf, loadHandoff } from '../storage/handoffs'
import { namesIn, type Names } from '../storage/names'
import { labelOf, personRow } from '../storage/people'
import { staffRow } from '../storage/staff'
import { strikerFor } from '../storage/story'
import type { UseCases, Writing } from './context'

type View = z.input<typeof accompanimentView>

/** A1: the first meeting with her that was held begins the series, where the first worker is one of ours. */
export function accompanyFrom({ db }: Writing, meeting: Meeting): void {
  if (!isAccompanied(meeting)) return
  const handoff = loadHandoff(db, meeting.handoffId)
  const worker = handoff && firstWorkerOf(handoff)
  if (worker) beginSeries(db, { handoffId: meeting.handoffId, worker, begunAt: meeting.startedAt })
}

/** H4: whoever worked here no longer is followed by whoever has the record. */
function whoGoesAlong(db: ReadableDb, worker: StaffId, handoff: Pick<Handoff, 'assignedTo'>): StaffId {
  return staffRow(db, worker)?.leftAt === null ? worker : handoff.assignedTo
}

/** What the meeting was for: as it was agreed at the one before, or written down when it was booked. */
function purposeOf(db: ReadableDb, meeting: Meeting, before: Meeting | undefined): string {
  const agreed = before?.next
  if (agreed && agreed !== 'none' && agreed.what !== '') return agreed.what
  const booked = eventsOf(db, meeting.handoffId).findLast(
    (event) => event.kind === 'meeting_booked' && event.at <= meeting.startedAt && event.what !== '',
  )
  return booked?.kind === 'meeting_booked' ? booked.what : ''
}

/** Who else led it, in the words of the meeting; empty: nobody but her who goes along. */
function ledBy({ participants }: Meeting, worker: StaffId, names: Names): string {
  const other = participants.find(({ role, staffId, kind }) => role === 'leads' && kind !== 'her' && staffId !== worker)
  if (!other) return ''
  if (other.name !== '') return other.name
  return other.staffId ? names.worker(other.staffId) : other.partnerId ? names.partner(other.partnerId) : ''
}

function nextOf(handoff: Handoff, last: Meeting | undefined, now: Instant): View['next'] {
  const agreed = last?.next && last.next !== 'none' && last.next.at > now ? last.next : null
  const at = handoff.meetingAt !== null && handoff.meetingAt > now ? handoff.meetingAt : (agreed?.at ?? null)
  return at === null ? null : { at, what: agreed?.at === at ? agreed.what : '' }
}

function askOf(series: Series, last: Meeting | undefined, worker: StaffId, names: Names): View['ask'] {
  const stair = meetingsOf(series).at(-1)
  const proposal = proposeStep(series)
  if (!stair || !last || !proposal || series.ended || series.stairs.at(-1) !== stair) return null
  return {
    meetingId: stair.meeting.id,
    rung: stair.rung,
    proposed: proposal.rung,
    because: proposal.because,
    ledBy: ledBy(last, worker, names),
    decided: stair.step !== null,
    confident: stair.meeting.confidence !== null,
  }
}

function viewOf(db: ReadableDb, handoffId: HandoffId, now: Instant): View | null {
  const row = accompanimentOf(db, handoffId)
  const handoff = loadHandoff(db, handoffId)
  const person = handoff && personRow(db, handoff.personId)
  if (!row || !handoff || !person) return null
  const names = namesIn(db)
  const strike = strikerFor(db, handoff.personId, null)
  const worker = whoGoesAlong(db, row.worker, handoff)
  const meetings = accompaniedMeetings(db, handoffId)
  const series = seriesIn(db, handoffId)
  const last = meetings.at(-1)
  const next = nextOf(handoff, last, now)
  return {
    handoffId,
    number: handoff.number,
    label: labelOf(person),
    worker: names.worker(worker),
    workerId: worker,
    to: names.party(handoff.receiver),
    helps: [...handoff.helps],
    open: isOpen(handoff),
    stairs: series.stairs.map(({ at, rung, meeting: held, step }) => {
      const index = meetings.findIndex(({ id }) => id === held?.id)
      const meeting = meetings[index]
      return {
        at,
        meetingId: held?.id ?? null,
        mode: meeting?.mode ?? null,
        what: meeting ? strike(purposeOf(db, meeting, meetings[index - 1])) : '',
        rung,
        confidence: held?.confidence ? { score: held.confidence.score, words: strike(held.confidence.words) } : null,
        decided: step?.decided ?? null,
        words: strike(step?.words ?? ''),
      }
    }),
    held: meetings.length,
    rung: series.rung,
    next: next && { at: next.at, what: strike(next.what) },
    ask: isOpen(handoff) ? askOf(series, last, worker, names) : null,
    ended: series.ended?.ends ? { at: series.ended.at, as: series.ended.ends, words: strike(series.ended.words) } : null,
  }
}

function act(context: Writing, handoffId: HandoffId, typed: AccompanimentCommand): Outcome<{ done: true }> {
  const { db, now, me, keep } = context
  const handoff = loadHandoff(db, handoffId)
  if (!handoff) return refuse('no_such_handoff')
  if (!accompanimentOf(db, handoffId)) return refuse('no_accompaniment')
  if (!isOpen(handoff)) return refuse('already_closed')
  // M5: what she keeps back is not in what is written of her decisions either.
  const command = { ...typed, words: strikerFor(db, handoff.personId, null)(typed.words) }
  const decided = decideAccompaniment(seriesIn(db, handoffId), command, { now, by: me.id })
  if (!decided.ok) return decided
  keep({ about: handoffId, facts: { command: `accompaniment_${typed.kind}` } })
  addStep(db, handoffId, decided.value)
  return ok({ done: true })
}

export const accompanimentCalls: UseCases<typeof accompaniments> = {
  'accompaniment.read': ({ db, now, keep }, { handoffId }) => {
    if (!loadHandoff(db, handoffId)) return refuse('no_such_handoff')
    keep({ about: handoffId })
    return ok(viewOf(db, handoffId, now))
  },
  'accompaniment.decide': (context, { handoffId, ...command }) => act(context, handoffId, { kind: 'decide', ...command }),
  'accompaniment.more': (context, { handoffId, ...command }) => act(context, handoffId, { kind: 'more', ...command }),
  'accompaniment.end': (context, { handoffId, ...command }) => act(context, handoffId, { kind: 'end', ...command }),
  'accompaniment.list': ({ db, hidden }) => {
    const names = namesIn(db)
    return ok(
      runningSeries(db, hidden).map(({ handoffId, number, worker, rung, ...her }) => {
        const handoff = loadHandoff(db, handoffId)
        const id = handoff ? whoGoesAlong(db, worker, handoff) : worker
        const series = seriesIn(db, handoffId)
        const meetings = meetingsOf(series)
        const last = meetings.at(-1)
        return {
          handoffId,
          number,
          label: labelOf(her),
          worker: { id, name: names.worker(id) },
          rung,
          held: meetings.length,
          confidence: last?.meeting.confidence?.score ?? null,
          toAsk: last !== undefined && last.step === null && series.stairs.at(-1) === last,
        }
      }),
    )
  },
}
