import { useTranslation } from 'react-i18next'
import type { BoardRow, SafeMark as Safe } from '#shared/contract/board'
import type { Instant, Zone } from '#shared/domain/moment'
import { laneOf, standingOf, type Lane, type Standing } from '#shared/domain/standing'
import { dayOf } from '#shared/domain/wording'
import { RiskMark, SafeMark } from './Mark'
import { safeWords } from './next-action'

/** Lane and standing of a row at this moment; both move as time passes (the domain decides, the screen only ticks). */
export function rowStanding(
  row: Pick<BoardRow, 'state' | 'clockAt' | 'measured'>,
  now: Instant,
  shiftEndsAt: Instant,
): { readonly lane: Lane; readonly standing: Standing } {
  const lane = laneOf(row.state, row.clockAt, row.measured, now, shiftEndsAt)
  return { lane, standing: standingOf(lane, row.state, row.clockAt, row.measured, now) }
}

/** May she be contacted, as the board and the record show it. */
export function SafeContact({ safe, now, zone }: { readonly safe: Safe; readonly now: Instant; readonly zone: Zone }) {
  const { t } = useTranslation()
  return <SafeMark is={safe.kind}>{safeWords(t, safe, now, zone)}</SafeMark>
}

/** A date outside our control that is written down: 'Court, Tue 24 Nov'; one that has passed says so. */
export function Deadline({
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
    <RiskMark>
      <span className="hidden">{t('standing.deadline')}</span>
      {t(`standing.risk.${risk.kind}`)}, {dayOf(risk.date, now, zone)}
      {risk.date < now && `, ${t('standing.datePassed')}`}
    </RiskMark>
  )
}
