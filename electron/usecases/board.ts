import { and, asc, eq, isNull } from 'drizzle-orm'
import type { board, SafeMark } from '#shared/contract/board'
import { allowedChannels, hasSafeWay, nextSafeStretch, planStanding, type PlanVersion } from '#shared/domain/contact-plan'
import { shiftEnd } from '#shared/domain/moment'
import { ok } from '#shared/domain/outcome'
import type { Direction } from '#shared/domain/vocabulary'
import { namesIn } from '../storage/names'
import { labelOf } from '../storage/people'
import { officeRow } from '../storage/office-records'
import { contactPlan, handoff, person, task } from '../storage/schema'
import type { UseCases } from './context'

interface Reachable {
  readonly direction: Direction
  readonly stopped: boolean
  readonly contactMade: boolean
}

/** What a row says about reaching her (P1, P2, P4, C7); the heaviest mark wins. */
export function safeMarkOf(
  { direction, stopped, contactMade }: Reachable,
  version: PlanVersion | null,
  now: number,
  zone: string,
): SafeMark {
  const bare = (kind: SafeMark['kind']): SafeMark => ({ kind, from: null, until: null })
  if (direction !== 'incoming') return bare('not_ours')
  if (!version) return bare('not_verified')
  const { plan } = version
  if (stopped) return bare('do_not_contact')
  if (plan.mayContact === 'she_calls') return bare('she_calls')
  if (!hasSafeWay(plan)) return bare('do_not_contact')
  if (plan.mayContact === 'through_partner' || (allowedChannels(plan).length === 1 && allowedChannels(plan)[0] === 'through_partner'))
    return bare('through_partner')
  const next = plan.safeHours.kind === 'times' || plan.neverHours.length > 0 ? nextSafeStretch(plan, now, zone) : null
  if (planStanding(version, now, contactMade) !== 'verified')
    return { kind: 'not_verified', from: next?.from ?? null, until: next?.until ?? null }
  return next ? { kind: 'only_hours', from: next.from, until: next.until } : bare('may_call')
}

export const boardCalls: UseCases<typeof board> = {
  /** Every open handoff with its next action, soonest clock first; lanes follow from it in the renderer, which ticks. */
  'board.read': ({ db, now, zone }) => {
    const { policy } = officeRow(db)
    const names = namesIn(db)
    const rows = db
      .select({ handoff, person: { alias: person.alias, initials: person.initials }, task, plan: contactPlan })
      .from(handoff)
      .innerJoin(task, and(eq(task.handoffId, handoff.id), eq(task.no, handoff.nextTaskNo)))
      .innerJoin(person, eq(person.id, handoff.personId))
      .leftJoin(contactPlan, and(eq(contactPlan.personId, person.id), eq(contactPlan.version, person.planVersion)))
      .where(isNull(handoff.endedAt))
      .orderBy(asc(handoff.clockAt))
      .all()
    return ok({
      now,
      shiftEndsAt: shiftEnd(now, policy.shiftStarts, zone),
      rows: rows.map(({ handoff: row, person: her, task: next, plan }) => ({
        id: row.id,
        number: row.number,
        label: labelOf(her),
        direction: row.direction,
        from: row.sourcePartner ? names.partner(row.sourcePartner) : row.sourceStaff ? names.worker(row.sourceStaff) : 'herself',
        to: row.receiverPartner ? names.partner(row.receiverPartner) : row.receiverStaff ? names.worker(row.receiverStaff) : 'us',
        sourcePartner: row.sourcePartner,
        assignedTo: row.assignedTo,
        state: row.state,
        clockAt: row.clockAt ?? next.dueAt,
        clockFrom: row.clockFrom,
        clockIs:
          row.state.kind === 'contact_due' || row.state.kind === 'attempting' || row.state.kind === 'reached_not_confirmed'
            ? ('contact' as const)
            : ('action' as const),
        measured: row.standardMode === 'measured' && row.firstConfirmedAt === null,
        attemptsAt: [...row.attemptsAt],
        tries: row.tries,
        next: {
          no: next.no,
          kind: next.kind,
          ownerId: next.owner,
          ownerName: names.worker(next.owner),
          dueAt: next.dueAt,
          until: next.until,
          waitsOn: next.waitsOn,
          what: next.what,
          byHand: next.byHand,
        },
        safe: safeMarkOf(row, plan, now, zone),
        risk: row.riskKind && row.riskDate ? { kind: row.riskKind, date: row.riskDate } : null,
      })),
    })
  },
}
