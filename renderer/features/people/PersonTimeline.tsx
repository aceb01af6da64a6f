import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PersonView } from '#shared/contract/person/person'
import { useMinute, useBounceReasonNames, useZone } from '../../office'
import { linkToRecord, HistoryEntry, describeEntry } from '../../components'
import { Timeline } from '../../ui'

type PersonTimelineEntry = PersonView['timeline'][number]

/** One timeline across all handoffs of the person, newest first; each line names its record. */
export function PersonTimeline({ person: { handoffs, timeline } }: { readonly person: PersonView }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">{t('people.happened')}</h2>
      <Timeline>
        {timeline.map((entry, index) => (
          <PersonTimelineLine
            key={`${entry.number}.${entry.no}`}
            entry={entry}
            before={timeline[index - 1]}
            record={handoffs.find(({ id }) => id === entry.handoffId)}
          />
        ))}
      </Timeline>
    </section>
  )
}

function PersonTimelineLine({
  entry,
  before,
  record,
}: {
  readonly entry: PersonTimelineEntry
  readonly before: PersonTimelineEntry | undefined
  readonly record: PersonView['handoffs'][number] | undefined
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const reasons = useBounceReasonNames()
  const line = record && describeEntry(t, entry, { record, reasons, now, zone })
  if (!line) return null
  const recordLabel = <Link href={linkToRecord(entry.handoffId)}>{t('handoffState.number', { number: entry.number })}</Link>
  return <HistoryEntry line={line} entry={entry} before={before} now={now} zone={zone} recordLabel={recordLabel} />
}
