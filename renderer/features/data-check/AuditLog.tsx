import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '#shared/contract/office/audit'
import type { AuditKind } from '#shared/domain/audit/audit-log'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { describeFailure, useMinute, useOffice, useZone } from '../../office'
import { TimelineLine, Timeline, Button, Loading, InlineSelect } from '../../ui'
import { AuditSentence } from './AuditSentence'
import { AUDIT_GROUPS, type AuditGroup } from './audit-groups'
import css from './data-check.module.css'

const GROUPS = ['all', ...(Object.keys(AUDIT_GROUPS) as AuditGroup[])] as const

/** The audit log as of the check, newest first; the filter is one sentence. */
export function AuditLog({ upTo }: { readonly upTo: number }) {
  const { t } = useTranslation()
  const [group, setGroup] = useState<AuditGroup | 'all'>('all')
  return (
    <section className={css.looked} aria-labelledby="trail">
      <h2 id="trail">
        <span className="m">{t('activityLog.trail.margin')}</span>
        <span>{t('activityLog.trail.title')}</span>
      </h2>
      <div className={`in-words no-print ${css.words}`} role="group" aria-label={t('activityLog.trail.which')}>
        <span>
          {t('activityLog.trail.show')}{' '}
          <InlineSelect
            label={t('activityLog.trail.which')}
            value={group}
            onChange={setGroup}
            options={GROUPS.map((value) => ({ value, label: t(`activityLog.trail.groups.${value}`) }))}
          />
        </span>
        <span>{t('activityLog.trail.of')}</span>
      </div>
      <AuditLogPages key={group} upTo={upTo} kinds={group === 'all' ? null : AUDIT_GROUPS[group]} />
    </section>
  )
}

/** Pages one beneath the other; each is read on its own, so that none is read twice. */
function AuditLogPages({ upTo, kinds }: { readonly upTo: number; readonly kinds: readonly AuditKind[] | null }) {
  // Entries that come while the director reads belong to the next check: they would push the pages down.
  const [starts, setStarts] = useState<readonly number[]>([upTo + 1])
  return starts.map((before, index) => (
    <AuditLogPage
      key={before}
      before={before}
      kinds={kinds}
      first={index === 0}
      last={index === starts.length - 1}
      onOlder={(next) => setStarts([...starts, next])}
    />
  ))
}

interface AuditLogPageProps {
  readonly before: number
  readonly kinds: readonly AuditKind[] | null
  readonly first: boolean
  readonly last: boolean
  readonly onOlder: (before: number) => void
}

/** Entries one after the other that would read the same, minute and all, as one line with its count. */
function joinEqual(rows: readonly AuditRow[], timeOf: (at: number) => string) {
  const lines: { readonly row: AuditRow; readonly time: string; readonly same: string; times: number }[] = []
  for (const row of rows) {
    const { no: _no, at, ...rest } = row
    const time = timeOf(at)
    const same = JSON.stringify([time, rest])
    const last = lines.at(-1)
    if (last?.same === same) last.times += 1
    else lines.push({ row, time, same, times: 1 })
  }
  return lines
}

function AuditLogPage({ before, kinds, first, last, onOlder }: AuditLogPageProps) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { value, failure } = useOffice('audit.list', { before, kinds: kinds === null ? null : [...kinds] })
  if (!value)
    return (
      <div className={css.line}>
        {failure ? (
          <p className="error" role="alert">
            {describeFailure(t, failure)}
          </p>
        ) : (
          <Loading>{t('activityLog.trail.loading')}</Loading>
        )}
      </div>
    )
  const end = value.rows.at(-1)
  if (end === undefined) return first ? <p className={`${css.line} muted`}>{t('activityLog.trail.none')}</p> : null
  return (
    <>
      <Timeline label={t('activityLog.trail.title')} className={css.checks}>
        {joinEqual(value.rows, (at) => formatDayAndTime(at, now, zone)).map(({ row, times, time }) => (
          <TimelineLine key={row.no} time={time}>
            <AuditSentence row={row} times={times} />
          </TimelineLine>
        ))}
      </Timeline>
      {value.more && last && (
        <p className={`${css.under} no-print`}>
          <Button onPress={() => onOlder(end.no)}>{t('activityLog.trail.older')}</Button>
        </p>
      )}
    </>
  )
}
