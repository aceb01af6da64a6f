import { useTranslation } from 'react-i18next'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { formatMarginTime } from '#shared/domain/core/wording'
import {
  describeClock,
  DeadlineRisk,
  Name,
  describeNextAction,
  SafeContactStatus,
  MarkShape,
  TimeBar,
  chooseMarkTone,
  FromTo,
} from '../../../components'
import type { PlacedRow } from '../filters/board-filters'
import css from '../board.module.css'

interface Props {
  readonly row: PlacedRow
  /** The shortest unambiguous name. */
  readonly owner: string
  readonly now: Instant
  readonly zone: Zone
}

/**
 * One row of a lane: time and mark, person and direction, next action and owner, whether the person may be contacted, and the next
 * deadline risk.
 */
export function LaneEntry({ row, owner, now, zone }: Props) {
  const { t } = useTranslation()
  const tone = chooseMarkTone(row.urgency)
  return (
    <div className={css.entry}>
      <span className={`${css.word} ${tone}`}>{describeClock(t, row.clockAt, row.clockIs, row.next, now, row.measured)}</span>
      <span className={`${css.at} ${tone}`}>
        {row.clockIs === 'contact' && (
          <TimeBar receivedAt={row.clockFrom} dueAt={row.clockAt} now={now} attempts={row.attemptsAt} calm={row.measured} />
        )}
        <time>{formatMarginTime(row.clockAt, now, zone)}</time>
      </span>
      <MarkShape kind={row.urgency} className={css.mark ?? ''} />
      <span className={css.who}>
        <Name strong>{row.label}</Name>
        <span className={css.no}>{t('handoffState.number', { number: row.number })}</span>
        <FromTo from={row.from} to={row.to} fromWord={t('board.from')} toWord={t('board.to')} />
      </span>
      <span className={css.next}>
        <span className={css.act} dir="auto">
          {describeNextAction(t, row.next, row, now, zone)}
        </span>
        <span className={css.own}>
          <bdi dir="auto">{owner}</bdi>
        </span>
      </span>
      <span className={css.safe}>
        <SafeContactStatus row={row} now={now} zone={zone} />
      </span>
      <span className={css.risk}>{row.risk && <DeadlineRisk risk={row.risk} now={now} zone={zone} />}</span>
    </div>
  )
}
