import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../office'
import { TimelineLine, Timeline, Icon } from '../../ui'
import { formatCount, type Finding, type CheckResult } from './finding-words'
import css from './data-check.module.css'

/** The checks that passed, a ticked line each. */
export function PassedChecks({ verdict }: { readonly verdict: CheckResult }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const found = (...kinds: readonly Finding['kind'][]) => verdict.findings.some(({ kind }) => kinds.includes(kind))
  const all = t('activityLog.checks.all', { number: formatCount(verdict.entries) })
  const line = (what: 'unchanged' | 'order' | 'end' | 'pages' | 'clock', time: ReactNode = '', more = '') => (
    <TimelineLine key={what} time={time} mark={<Icon name="confirmed" className="is-confirmed" />}>
      <p>
        <b>{t(`activityLog.checks.${what}.strong`)}</b> {t(`activityLog.checks.${what}.text`)} {more}
      </p>
    </TimelineLine>
  )
  const { driftSeen, resets } = verdict.clock
  return (
    <Timeline label={t('activityLog.checks.label')} className={css.checks}>
      {!found('broken') && line('unchanged', all)}
      {!found('gap') && line('order', verdict.first === null ? '' : `${t('activityLog.since')} ${formatDay(verdict.first, now, zone)}`)}
      {!found('missing', 'replaced', 'nothing_remembered') && line('end', verdict.last === null ? '' : formatDay(verdict.last, now, zone))}
      {!found('pages') && line('pages')}
      {driftSeen ? (
        <TimelineLine time="" mark={<Icon name="clock" />}>
          <p>
            <b>{t('activityLog.checks.drift.strong')}</b> {t('activityLog.checks.drift.text')}{' '}
            {resets > 0 && t('activityLog.checks.clockReset', { count: resets })}
          </p>
        </TimelineLine>
      ) : (
        line('clock', '', resets > 0 ? t('activityLog.checks.clockReset', { count: resets }) : '')
      )}
    </Timeline>
  )
}
