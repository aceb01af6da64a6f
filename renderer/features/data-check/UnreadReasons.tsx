import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { describeFailure, useCall, useMinute, useOffice, useZone } from '../../office'
import { TimelineLine, Timeline, Button } from '../../ui'
import { AuditSentence } from './AuditSentence'
import css from './data-check.module.css'

/** What a director has to read, with the reasons in the writer's own words (section 13). */
export function UnreadReasons() {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { value: rows = [] } = useOffice('audit.listUnread', {})
  const { send, sending } = useCall('audit.markRead')
  const [failure, setFailure] = useState<Failure | null>(null)
  const read = async () => {
    const answer = await send({ upTo: Math.max(...rows.map(({ no }) => no)) })
    setFailure(answer.ok ? null : answer.failure)
  }
  return (
    <section className={css.looked} aria-labelledby="to-read">
      <h2 id="to-read">
        <span className="m">{t('activityLog.toRead.margin')}</span>
        <span>
          {t('activityLog.toRead.title')}{' '}
          <span className="muted">
            {rows.length === 0 ? t('activityLog.toRead.none') : t('activityLog.toRead.count', { count: rows.length })}
          </span>
        </span>
      </h2>
      {rows.length > 0 && (
        <>
          <Timeline label={t('activityLog.toRead.title')} className={css.checks}>
            {rows.map((row) => (
              <TimelineLine key={row.no} time={formatDayAndTime(row.at, now, zone)}>
                <AuditSentence row={row} />
              </TimelineLine>
            ))}
          </Timeline>
          <p className={`${css.under} no-print`}>
            <Button busy={sending} onPress={() => void read()}>
              {t('activityLog.toRead.read')}
            </Button>
          </p>
        </>
      )}
      {failure && (
        <p className={`error ${css.line}`} role="alert">
          {describeFailure(t, failure)}
        </p>
      )}
    </section>
  )
}
