import type { z } from 'zod'
import type { accompanimentView, accompaniments } from '#shared/contract/handoff/accompaniment'
import { findFirstWorker, isAccompanied, listSeriesMeetings, type AccompanimentSeries } from '#shared/domain/accompaniment/stages'
import { proposeStage } from '#shared/domain/accompaniment/propose-stage'
import { decideAccompaniment, type AccompanimentCommand } from '#shared/domain/accompaniment/decide'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { HandoffId, StaffId } from '#shared/domain/core/ids'
import type { Policy } from '#shared/domain/policy/policy'
import type { Meeting } from '#shared/domain/meeting/meeting'
import type { Instant } from '#shared/domain/core/moment'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { isOpen } from '#shared/domain/handoff/state'
import {
  findAccompaniment,
  listAccompaniedMeetings,
  addAccompanimentStep,
  startSeries,
  listRunningSeries,
  loadSeries,
} from '../../storage/accompaniment/series'
import type { ReadableDb } from '../../storage/core/db-types'
import { listHandoffEvents, loadHandoff } from '../../storage/handoff/handoffs'
import { loadNames, type StaffAndPartnerNames } from '../../storage/office/names'
import { toPersonLabel, findPerson } from '../../storage/person/people'
import { loadPolicyAt } from '../../storage/policy/policies'
import { findStaff } from '../../storage/staff/staff'
import type { UseCases, WriteContext } from '../../session/call-context'

type AccompanimentView = z.input<typeof accompanimentView>

/** A1: begins the series with the first meeting that was held with the person, where the first worker is one of ours. */
export function beginAccompaniment({ db }: WriteContext, meeting: Meeting): void {
  if (!isAccompanied(meeting)) return
  const handoff = loadHandoff(db, meeting.handoffId)
  const worker = handoff && findFirstWorker(handoff)
  if (worker) startSeries(db, { handoffId: meeting.handoffId, worker, begunAt: meeting.startedAt })
}

/** H4: a worker who has left is followed by the worker who has the record. */
function findAccompanyingWorker(db: ReadableDb, worker: StaffId, handoff: Pick<Handoff, 'assignedTo'>): StaffId {
  return findStaff(db, worker)?.leftAt === null ? worker : handoff.assignedTo
}

/** Finds the purpose of the meeting: as agreed at the previous one, or as written when it was booked. */
function findPurpose(db: ReadableDb, meeting: Meeting, before: Meeting | undefined): string {
  const agreed = before?.next
  if (agreed && agreed !== 'none' && agreed.what !== '') return agreed.what
  const bookedEvent = listHandoffEvents(db, meeting.handoffId).findLast(
    (event) => event.kind === 'meeting_booked' && event.at <= meeting.startedAt && event.what !== '',
  )
  return bookedEvent?.kind === 'meeting_booked' ? bookedEvent.what : ''
}

/** Who else led it, in the words of the meeting; empty: only the worker who goes along. */
function ledBy({ participants }: Meeting, worker: StaffId, names: StaffAndPartnerNames): string {
  const other = participants.find(({ role, staffId, kind }) => role === 'leads' && kind !== 'her' && staffId !== worker)
  if (!other) return ''
  if (other.name !== '') return other.name
  return other.staffId ? names.worker(other.staffId) : other.partnerId ? names.partner(other.partnerId) : ''
}

function findNextMeeting(handoff: Handoff, last: Meeting | undefined, now: Instant): AccompanimentView['next'] {
  const agreed = last?.next && last.next !== 'none' && last.next.at > now ? last.next : null
  const at = handoff.meetingAt !== null && handoff.meetingAt > now ? handoff.meetingAt : (agreed?.at ?? null)
  return at === null ? null : { at, what: agreed?.at === at ? agreed.what : '' }
}

function findStageQuestion(
  policy: Policy,
  series: AccompanimentSeries,
  last: Meeting | undefined,
  worker: StaffId,
  names: StaffAndPartnerNames,
): AccompanimentView['ask'] {
  const lastStage = listSeriesMeetings(series).at(-1)
  const proposal = proposeStage(series, policy)
  if (!lastStage || !last || !proposal || series.ended || series.entries.at(-1) !== lastStage) return null
  return {
    meetingId: lastStage.meeting.id,
    stage: lastStage.stage,
    proposed: proposal.stage,
    because: proposal.because,
    ledBy: ledBy(last, worker, names),
    decided: lastStage.step !== null,
    confident: lastStage.meeting.confidence !== null,
  }
}

function loadAccompanimentView(db: ReadableDb, handoffId: HandoffId, now: Instant): AccompanimentView | null {
  const row = findAccompaniment(db, handoffId)
  const handoff = loadHandoff(db, handoffId)
  const person = handoff && findPerson(db, handoff.personId)
  if (!row || !handoff || !person) return null
  const names = loadNames(db)
  const worker = findAccompanyingWorker(db, row.worker, handoff)
  const meetings = listAccompaniedMeetings(db, handoffId)
  const series = loadSeries(db, handoffId)
  const last = meetings.at(-1)
  const next = findNextMeeting(handoff, last, now)
  return {
    handoffId,
    number: handoff.number,
    label: toPersonLabel(person),
    worker: names.worker(worker),
    workerId: worker,
    to: names.party(handoff.receiver),
    helps: [...handoff.helps],
    open: isOpen(handoff),
    entries: series.entries.map(({ at, stage, meeting: held, step }) => {
      const index = meetings.findIndex(({ id }) => id === held?.id)
      const meeting = meetings[index]
      return {
        at,
        meetingId: held?.id ?? null,
        mode: meeting?.mode ?? null,
        what: meeting ? findPurpose(db, meeting, meetings[index - 1]) : '',
        stage,
        confidence: held?.confidence ? { score: held.confidence.score, words: held.confidence.words } : null,
        decided: step?.decided ?? null,
        words: step?.words ?? '',
      }
    }),
    held: meetings.length,
    stage: series.stage,
    next: next && { at: next.at, what: next.what },
    ask: isOpen(handoff) ? findStageQuestion(loadPolicyAt(db, now), series, last, worker, names) : null,
    ended: series.ended?.ends ? { at: series.ended.at, as: series.ended.ends, words: series.ended.words } : null,
  }
}

function executeAccompanimentCommand(context: WriteContext, handoffId: HandoffId, command: AccompanimentCommand): Outcome<{ done: true }> {
  const { db, now, me, audit } = context
  const handoff = loadHandoff(db, handoffId)
  if (!handoff) return refuse('no_such_handoff')
  if (!findAccompaniment(db, handoffId)) return refuse('no_accompaniment')
  if (!isOpen(handoff)) return refuse('already_closed')
  const { targetMeetings } = loadPolicyAt(db, now)
  const decided = decideAccompaniment(loadSeries(db, handoffId), command, { now, by: me.id, targetMeetings })
  if (!decided.ok) return decided
  audit({ about: handoffId, facts: { command: `accompaniment_${command.kind}` } })
  addAccompanimentStep(db, handoffId, decided.value)
  return ok({ done: true })
}

export const accompanimentCalls: UseCases<typeof accompaniments> = {
  'accompaniment.read': ({ db, now, audit }, { handoffId }) => {
    if (!loadHandoff(db, handoffId)) return refuse('no_such_handoff')
    audit({ about: handoffId })
    return ok(loadAccompanimentView(db, handoffId, now))
  },
  'accompaniment.decide': (context, { handoffId, ...command }) =>
    executeAccompanimentCommand(context, handoffId, { kind: 'decide', ...command }),
  'accompaniment.increase': (context, { handoffId, ...command }) =>
    executeAccompanimentCommand(context, handoffId, { kind: 'more', ...command }),
  'accompaniment.end': (context, { handoffId, ...command }) => executeAccompanimentCommand(context, handoffId, { kind: 'end', ...command }),
  'accompaniment.list': ({ db, hidden }) => {
    const names = loadNames(db)
    return ok(
      listRunningSeries(db, hidden).map(({ handoffId, number, worker, stage, ...personNames }) => {
        const handoff = loadHandoff(db, handoffId)
        const id = handoff ? findAccompanyingWorker(db, worker, handoff) : worker
        const series = loadSeries(db, handoffId)
        const meetings = listSeriesMeetings(series)
        const last = meetings.at(-1)
        return {
          handoffId,
          number,
          label: toPersonLabel(personNames),
          worker: { id, name: names.worker(id) },
          stage,
          held: meetings.length,
          confidence: last?.meeting.confidence?.score ?? null,
          toAsk: last !== undefined && last.step === null && series.entries.at(-1) === last,
        }
      }),
    )
  },
}
