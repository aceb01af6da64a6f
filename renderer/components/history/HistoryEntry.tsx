import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#shared/contract/handoff/record'
import { LATE_ENTRY_AFTER } from '#shared/domain/contact/attempt'
import { daysBetween } from '#shared/domain/core/moment'
import { formatDayAndTime, formatDay, formatTime } from '#shared/domain/core/wording'
import { TimelineLine } from '../../ui/Timeline'
import type { HistoryLine } from './history-line'
import { Icon } from '../../ui/Icon'
import { OwnWords } from '../handoff/Name'
import { capitalize } from '../../ui/sentence'

/** Overdue and confirmed entries keep their colour everywhere. */
const TONES: Partial<Record<NonNullable<HistoryLine['icon']>, string>> = { overdue: 'is-overdue', confirmed: 'is-confirmed' }

/**
 * One line of the history. The day is shown where it differs from that of the line `before`; a withdrawn entry stays readable, struck
 * through (T2). `of`: whose record it is, where several share one list.
 */
export function HistoryEntry({
  line,
  entry,
  before,
  now,
  zone,
  recordLabel,
}: {
  readonly line: HistoryLine
  readonly entry: TimelineEntry
  readonly before: TimelineEntry | undefined
  readonly now: number
  readonly zone: string
  readonly recordLabel?: ReactNode
}) {
  const { t } = useTranslation()
  const sameDay = before !== undefined && daysBetween(before.happenedAt, entry.happenedAt, zone) === 0
  const late = entry.at - entry.happenedAt > LATE_ENTRY_AFTER
  const who =
    entry.by === null
      ? t('record.history.clock')
      : late
        ? t('record.history.byLater', { who: entry.by, when: formatDayAndTime(entry.at, now, zone) })
        : entry.by
  const main = (
    <>
      {line.strong && <b>{line.strong}</b>} {line.text && <bdi dir="auto">{line.text}</bdi>} {line.said && <OwnWords>{line.said}</OwnWords>}
    </>
  )
  return (
    <TimelineLine
      time={
        <>
          {!sameDay && <>{formatDay(entry.happenedAt, now, zone)} </>}
          <time>{formatTime(entry.happenedAt, zone)}</time>
        </>
      }
      {...(line.icon ? { mark: <Icon name={line.icon} className={TONES[line.icon] ?? ''} /> } : {})}
    >
      <p>
        {entry.withdrawn ? <s>{main}</s> : main}
        {entry.withdrawn && (
          <>
            {' '}
            <span className="muted">({t('record.history.withdrawn')})</span>
          </>
        )}
      </p>
      <p className="second">
        {recordLabel && <>{recordLabel} </>}
        <bdi dir="auto">{recordLabel ? who : capitalize(who)}</bdi>
        {line.second && (
          <>
            . <bdi dir="auto">{line.second}</bdi>
          </>
        )}
      </p>
    </TimelineLine>
  )
}
