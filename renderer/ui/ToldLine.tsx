import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#shared/contract/record'
import { LATE_AFTER } from '#shared/domain/attempt'
import { daysBetween } from '#shared/domain/moment'
import { clockTime, dayOf, shortTime } from '#shared/domain/wording'
import { BookLine } from './BookList'
import type { Told } from './history-words'
import { Icon } from './Icon'
import { Said } from './Name'
import { capital } from './sentence'

/** Overdue and confirmed keep their colour wherever they stand. */
const TONES: Partial<Record<NonNullable<Told['icon']>, string>> = { overdue: 'is-overdue', confirmed: 'is-confirmed' }

/**
 * One line of what has happened. The day stands where it is another than that of the line `before`; what was taken back
 * stays readable, struck through (T2). `of`: whose record it is, where several have one list.
 */
export function ToldLine({
  told,
  entry,
  before,
  now,
  zone,
  of,
}: {
  readonly told: Told
  readonly entry: TimelineEntry
  readonly before: TimelineEntry | undefined
  readonly now: number
  readonly zone: string
  readonly of?: ReactNode
}) {
  const { t } = useTranslation()
  const sameDay = before !== undefined && daysBetween(before.happenedAt, entry.happenedAt, zone) === 0
  const late = entry.at - entry.happenedAt > LATE_AFTER
  const who =
    entry.by === null
      ? t('record.history.clock')
      : late
        ? t('record.history.byLater', { who: entry.by, when: clockTime(entry.at, now, zone) })
        : entry.by
  const main = (
    <>
      {told.strong && <b>{told.strong}</b>} {told.text && <bdi dir="auto">{told.text}</bdi>} {told.said && <Said>{told.said}</Said>}
    </>
  )
  return (
    <BookLine
      time={
        <>
          {!sameDay && <>{dayOf(entry.happenedAt, now, zone)} </>}
          <time>{shortTime(entry.happenedAt, zone)}</time>
        </>
      }
      {...(told.icon ? { mark: <Icon name={told.icon} className={TONES[told.icon] ?? ''} /> } : {})}
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
        {of && <>{of} </>}
        <bdi dir="auto">{of ? who : capital(who)}</bdi>
        {told.second && (
          <>
            . <bdi dir="auto">{told.second}</bdi>
          </>
        )}
      </p>
    </BookLine>
  )
}
