import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PersonView } from '#shared/contract/people'
import { daysBetween } from '#shared/domain/moment'
import { dayOf, shortTime } from '#shared/domain/wording'
import { useMinute, useOffice, useZone } from '../../office'
import { BookLine, BookList, Icon, recordPlace, Said, toldOf } from '../../ui'

type Entry = PersonView['timeline'][number]

/** One timeline across all her handoffs, newest first; each line says whose record it is of. */
export function Story({ her: { handoffs, timeline } }: { readonly her: PersonView }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">{t('people.happened')}</h2>
      <BookList>
        {timeline.map((entry, index) => (
          <Line
            key={`${entry.number}.${entry.no}`}
            entry={entry}
            before={timeline[index - 1]}
            record={handoffs.find(({ id }) => id === entry.handoffId)}
          />
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
  readonly entry: Entry
  readonly before: Entry | undefined
  readonly record: PersonView['handoffs'][number] | undefined
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const list = useOffice('bounceReason.list', {}).value
  const reasons = useMemo(() => new Map(list?.map((reason) => [reason.code, reason.label])), [list])
  const told = record && toldOf(t, entry, { record, reasons, now, zone })
  if (!told) return null
  const sameDay = before !== undefined && daysBetween(before.happenedAt, entry.happenedAt, zone) === 0
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
      {...(told.icon ? { mark: <Icon name={told.icon} /> } : {})}
    >
      <p>{entry.withdrawn ? <s>{main}</s> : main}</p>
      <p className="second">
        <Link href={recordPlace(entry.handoffId)}>{t('standing.number', { number: entry.number })}</Link>{' '}
        <bdi dir="auto">{entry.by ?? t('record.history.clock')}</bdi>
        {told.second && (
          <>
            . <bdi dir="auto">{told.second}</bdi>
          </>
        )}
      </p>
    </BookLine>
  )
}
