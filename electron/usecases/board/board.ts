import type { board } from '#shared/contract/handoff/board'
import { chooseReachBy } from '#shared/domain/contact/contact-plan'
import { isRiskNoteDue } from '#shared/domain/handoff/deadline-risk'
import { startOfDay } from '#shared/domain/core/moment'
import { ok } from '#shared/domain/core/outcome'
import { isContactClockRunning, isContactDueShown } from '#shared/domain/handoff/state-questions'
import { listBoardLines, type BoardLine } from '../../storage/handoff/board-lines'
import type { ReadableDb } from '../../storage/core/db-types'
import { listComingDates, findNextDate } from '../../storage/handoff/deadline-risks'
import { loadNames } from '../../storage/office/names'
import { getShiftEnd } from '../../storage/office/office-records'
import { toPersonLabel } from '../../storage/person/people'
import { loadPolicyAt } from '../../storage/policy/policies'
import type { UseCases } from '../../session/call-context'
import { chooseSafeMark } from './safe-mark'

/** Finds the earliest deadline risk that has not passed. The record is read for the others only where the first one has passed. */
function findRisk(db: ReadableDb, { id, riskKind, riskDate }: Pick<BoardLine, 'id' | 'riskKind' | 'riskDate'>, now: number) {
  if (riskKind === null || riskDate === null) return null
  const first = { kind: riskKind, date: riskDate }
  return riskDate < now ? (findNextDate(db, id, now) ?? first) : first
}

export const boardCalls: UseCases<typeof board> = {
  'board.dates': ({ db, now, zone, hidden }) => {
    const names = loadNames(db)
    const policy = loadPolicyAt(db, now)
    return ok(
      listComingDates(db, startOfDay(now, zone), hidden).map(({ acknowledgedAt: at, acknowledgedBy: by, ...line }) => {
        const acknowledged = at === null || by === null ? null : { at, by }
        return {
          handoffId: line.handoffId,
          number: line.number,
          label: toPersonLabel(line),
          state: line.state,
          no: line.no,
          kind: line.kind,
          date: line.date,
          routedTo: line.routedTo,
          acknowledged: acknowledged && { at: acknowledged.at, by: names.worker(acknowledged.by) },
          waits: isRiskNoteDue({ ...line, acknowledged }, now, policy, zone),
        }
      }),
    )
  },
  /** Reads every open handoff with its next action, soonest clock first. The renderer, which ticks, derives the lanes. */
  'board.read': ({ db, now, zone, hidden }) => {
    const names = loadNames(db)
    return ok({
      now,
      shiftEndsAt: getShiftEnd(db, now),
      rows: listBoardLines(db, hidden).map((line) => ({
        id: line.id,
        number: line.number,
        label: toPersonLabel(line),
        direction: line.direction,
        from: line.sourcePartner ? names.partner(line.sourcePartner) : line.sourceStaff ? names.worker(line.sourceStaff) : 'herself',
        to: line.receiverPartner ? names.partner(line.receiverPartner) : line.receiverStaff ? names.worker(line.receiverStaff) : 'us',
        sourcePartner: line.sourcePartner,
        assignedTo: line.assignedTo,
        state: line.state,
        clockAt: line.clockAt ?? line.next.dueAt,
        clockFrom: line.clockFrom,
        clockIs: isContactDueShown(line.state) ? ('contact' as const) : ('action' as const),
        measured: line.standardMode === 'measured' && isContactClockRunning(line.state),
        attemptsAt: line.attemptsAt,
        tries: line.tries,
        next: {
          no: line.next.no,
          kind: line.next.kind,
          ownerId: line.next.owner,
          ownerName: names.worker(line.next.owner),
          dueAt: line.next.dueAt,
          until: line.next.until,
          waitsOn: line.next.waitsOn,
          what: line.next.what,
          byHand: line.next.byHand,
        },
        safe: chooseSafeMark(line, line.plan, now, zone),
        reachBy: chooseReachBy(line.plan, now, line.contactMade),
        risk: findRisk(db, line, now),
      })),
    })
  },
}
