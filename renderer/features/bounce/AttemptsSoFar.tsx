import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import type { AttemptOutcome } from '#shared/domain/core/vocabulary'
import { formatDayAndTime, formatMarginTime } from '#shared/domain/core/wording'
import { useMinute, useOfficeState, useZone } from '../../office'
import { describeClock, Mark, judgeRowUrgency } from '../../components'
import { TimelineLine, Timeline } from '../../ui'

/** Shown beside the form: what was tried, whether the bounce is due, and what to do if the person may be in danger. */
export function AttemptsSoFar({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const shiftEndsAt = useOfficeState()?.waiting?.shiftEndsAt ?? now
  const attempts = record.timeline.filter((entry) => entry.kind === 'attempt_logged' && !entry.withdrawn)
  const received = record.timeline.find((entry) => entry.kind === 'created')
  const due = record.bounceDueAt <= now
  const when = { when: formatDayAndTime(record.bounceDueAt, now, zone) }
  return (
    <aside className="beside" aria-labelledby="tried">
      <h2 id="tried">{t('bounce.tried')}</h2>
      {record.clockAt !== null && (
        <Mark
          kind={
            judgeRowUrgency(
              { state: record.state, clockAt: record.clockAt, measured: record.standard.mode === 'measured' },
              now,
              shiftEndsAt,
            ).urgency
          }
        >
          <b>{describeClock(t, record.clockAt, record.clockIs, record.tasks[0], now, record.standard.mode === 'measured')}</b>
        </Mark>
      )}
      {attempts.length === 0 && <p className="second">{t('bounce.nothingTried')}</p>}
      <Timeline tight className="tried">
        {attempts.map((entry) => (
          <TimelineLine key={entry.no} time={formatMarginTime(entry.happenedAt, now, zone)}>
            {t(`vocabulary.outcome.${entry.facts['outcome'] as AttemptOutcome}`)}.{' '}
            <span className="muted">
              <bdi dir="auto">{entry.by}</bdi>
            </span>
          </TimelineLine>
        ))}
        {received && (
          <TimelineLine time={formatMarginTime(received.happenedAt, now, zone)}>
            {t('bounce.receivedLine')}{' '}
            <span className="muted">
              <bdi dir="auto">{received.by}</bdi>
            </span>
          </TimelineLine>
        )}
      </Timeline>
      <h3>{t(due ? 'bounce.due.since' : 'bounce.due.not')}</h3>
      <p className="second">{t(due ? 'bounce.due.sinceText' : 'bounce.due.notText', when)}</p>
      <h3>{t('bounce.fallback.title')}</h3>
      <p className="second">
        {record.fallbackFollowed
          ? t('bounce.fallback.followed')
          : `${record.fallbackGaps.map((gap) => t(`bounce.fallback.gap.${gap}`)).join(' ')} ${t('bounce.fallback.saved')}`}
      </p>
      <h3>{t('bounce.fear.title')}</h3>
      <p className="second">{t('bounce.fear.text')}</p>
    </aside>
  )
}
