import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Output } from '#shared/contract/index'
import { formatDay, formatElapsed } from '#shared/domain/core/wording'
import { useMinute, useOffice, useZone } from '../../../office'
import { Name, linkToRecord, describeState } from '../../../components'
import { Button, Icon } from '../../../ui'
import css from './notices.module.css'

type DeadlineLine = Output<'board.dates'>[number]
const NONE: readonly DeadlineLine[] = []
/** The number of lines shown at first; the rest on request. */
const SHOWN_FIRST = 6

/** The deadline risks of every record, open or closed, under the lanes until the day is over. */
export function DeadlinesAhead() {
  const { t } = useTranslation()
  const id = useId()
  const lines = useOffice('board.dates', {}).value ?? NONE
  const [all, setAll] = useState(false)
  if (lines.length === 0) return null
  // A risk that has alerted and that no worker has acknowledged is always shown.
  const waiting = lines.filter((line) => line.waits)
  const rest = lines.filter((line) => !line.waits)
  const shown = [...waiting, ...(all ? rest : rest.slice(0, Math.max(0, SHOWN_FIRST - waiting.length)))].toSorted((a, b) => a.date - b.date)
  return (
    <section className={css.withheld} aria-labelledby={id}>
      <h2 id={id}>{t('dates.title')}</h2>
      <ul>
        {shown.map((line) => (
          <li key={`${line.handoffId} ${line.no}`}>
            <Icon name="flag" className={line.waits ? 'is-soon' : ''} />
            <DeadlineLineView line={line} />
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <p className={css.more}>
          <Button look="bare" onPress={() => setAll(true)}>
            {t('dates.all', { count: lines.length })}
          </Button>
        </p>
      )}
    </section>
  )
}

function DeadlineLineView({ line }: { readonly line: DeadlineLine }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { acknowledged, date } = line
  return (
    <p className={css.line}>
      <span>
        <b className={line.waits ? 'is-soon' : ''}>
          {t(`word.riskKind.${line.kind}`)}, {formatDay(date, now, zone)}
        </b>{' '}
        {date > now && <span className="muted">{t('dates.in', { left: formatElapsed(date - now) })}</span>}
      </span>
      <Link href={linkToRecord(line.handoffId)}>
        <Name>{line.label}</Name> {t('handoffState.number', { number: line.number })}
      </Link>
      <span className="muted">
        {line.state.kind === 'closed' && `${describeState(t, line.state)}. `}
        <bdi dir="auto">{line.routedTo !== '' && t('dates.routed', { who: line.routedTo })}</bdi>{' '}
        {line.waits ? t('dates.waits') : acknowledged && t('dates.noted', { who: acknowledged.by })}
      </span>
    </p>
  )
}
