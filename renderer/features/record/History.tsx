import { useTranslation } from 'react-i18next'
import type { RecordView, TimelineEntry } from '#shared/contract/record'
import { useMinute, useReasons, useZone } from '../../office'
import { BookList, ToldLine, toldOf } from '../../ui'
import css from './record.module.css'

/** "What has happened", newest first. */
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
  const told = toldOf(t, entry, { record, reasons: useReasons(), now, zone })
  return told && <ToldLine told={told} entry={entry} before={before} now={now} zone={zone} />
}
