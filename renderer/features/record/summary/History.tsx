import { useTranslation } from 'react-i18next'
import type { RecordView, TimelineEntry } from '#shared/contract/handoff/record'
import { useMinute, useBounceReasonNames, useZone } from '../../../office'
import { HistoryEntry, describeEntry } from '../../../components'
import { Timeline } from '../../../ui'
import css from './record.module.css'

/** "What has happened", newest first. */
export function History({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  return (
    <section className={css.history} aria-labelledby="happened">
      <h2 id="happened">{t('record.history.title')}</h2>
      <Timeline>
        {record.timeline.map((entry, index) => (
          <HistoryRow key={entry.no} entry={entry} before={record.timeline[index - 1]} record={record} />
        ))}
      </Timeline>
    </section>
  )
}

function HistoryRow({
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
  const line = describeEntry(t, entry, { record, reasons: useBounceReasonNames(), now, zone })
  return line && <HistoryEntry line={line} entry={entry} before={before} now={now} zone={zone} />
}
