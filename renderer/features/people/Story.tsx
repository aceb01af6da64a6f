import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PersonView } from '#shared/contract/people'
import { useMinute, useReasons, useZone } from '../../office'
import { BookList, recordPlace, ToldLine, toldOf } from '../../ui'

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
  const reasons = useReasons()
  const told = record && toldOf(t, entry, { record, reasons, now, zone })
  if (!told) return null
  const of = <Link href={recordPlace(entry.handoffId)}>{t('standing.number', { number: entry.number })}</Link>
  return <ToldLine told={told} entry={entry} before={before} now={now} zone={zone} of={of} />
}
