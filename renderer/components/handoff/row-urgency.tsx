import { useTranslation } from 'react-i18next'
import type { BoardRow } from '#shared/contract/handoff/board'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { chooseLane, CONTACT_TASKS, getUrgency, type Lane, type Urgency } from '#shared/domain/board/lane'
import { formatDay } from '#shared/domain/core/wording'
import { DeadlineRiskMark, SafeContactMark } from './Mark'
import { describeSafeContact, findBeginning } from './next-action'

/** Judges lane and urgency of a row at this moment. Both change as time passes; the domain decides, the screen only ticks. */
export function judgeRowUrgency(
  row: Pick<BoardRow, 'state' | 'clockAt' | 'measured'> & Partial<Pick<BoardRow, 'next' | 'safe'>>,
  now: Instant,
  shiftEndsAt: Instant,
): { readonly lane: Lane; readonly urgency: Urgency } {
  const isContactNow = row.next !== undefined && CONTACT_TASKS.includes(row.next.kind) && findBeginning(row.next, row.safe, now) <= now
  const lane = chooseLane(row.state, row.clockAt, row.measured, now, shiftEndsAt, isContactNow)
  return { lane, urgency: getUrgency(lane, row.state, row.clockAt, row.measured, now) }
}

/** Shows whether the person may be contacted, the same on board and record. */
export function SafeContactStatus({
  row,
  now,
  zone,
}: {
  readonly row: Pick<BoardRow, 'safe' | 'reachBy'>
  readonly now: Instant
  readonly zone: Zone
}) {
  const { t } = useTranslation()
  const written = row.safe.kind === 'may_call' && row.reachBy !== 'call'
  return <SafeContactMark is={written ? 'may_write' : row.safe.kind}>{describeSafeContact(t, row, now, zone)}</SafeContactMark>
}

/** Shows a deadline risk: 'Court, Tue 24 Nov'; one that has passed says so. */
export function DeadlineRisk({
  risk,
  now,
  zone,
}: {
  readonly risk: NonNullable<BoardRow['risk']>
  readonly now: Instant
  readonly zone: Zone
}) {
  const { t } = useTranslation()
  return (
    <DeadlineRiskMark>
      <span className="hidden">{t('handoffState.deadline')}</span>
      {t(`handoffState.risk.${risk.kind}`)}, {formatDay(risk.date, now, zone)}
      {risk.date < now && `, ${t('handoffState.datePassed')}`}
    </DeadlineRiskMark>
  )
}
