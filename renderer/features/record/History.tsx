import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView, TimelineEntry } from '#shared/contract/record'
import { LATE_AFTER } from '#shared/domain/attempt'
import { daysBetween } from '#shared/domain/moment'
import { clockTime, dayOf, shortTime } from '#shared/domain/wording'
import { useMinute, useOffice, useZone } from '../../office'
import { BookLine, BookList, Icon, Said, toldOf } from '../../ui'
import { capital } from './sentence'
import css from './record.module.css'

/** "What has happened", newest first. What was taken back stays readable, struck through (T2). */
export function History({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  return (
    <section className={css.history} aria-labelledby="happened">
      <h2 id="happened">{t('record.history.title')}</h2>
      <BookList>
        {record.timeline.map((entry, index) => (
          <Line key={entry.no} entry={entry} before={record.timeline[index - 1]} record={record} />
        ))}
      </BookList>
    </section>
  )
}

function Line({
  entry,
  before,
  record,
}: {
  readonly entry: TimelineEntry
  readonly before: TimelineEntry | undefined
  readonly record: RecordView
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const list = useOffice('reason.list', {}).value
  const reasons = useMemo(() => new Map(list?.map((reason) => [reason.code, reason.label])), [list])
  const told = toldOf(t, entry, { record, reasons, now, zone })
  if (!told) return null
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
      {...(told.icon
        ? {
            mark: (
              <Icon name={told.icon} className={told.icon === 'overdue' ? 'is-overdue' : told.icon === 'confirmed' ? 'is-confirmed' : ''} />
            ),
          }
        : {})}
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
        <bdi dir="auto">{capital(who)}</bdi>
        {told.second && (
          <>
            . <bdi dir="auto">{told.second}</bdi>
          </>
        )}
      </p>
    </BookLine>
  )
}
