import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { formatDay, formatLongDay, formatTime } from '#shared/domain/core/wording'
import { describeFailure, useCall, useMinute, useZone } from '../../office'
import { announce, Button, Icon, Loading, PageHead, useCommands } from '../../ui'
import { PassedChecks } from './PassedChecks'
import { formatCode, formatCount, type CheckResult } from './finding-words'
import { Findings } from './Findings'
import { UnreadReasons } from './UnreadReasons'
import { AuditLog } from './AuditLog'
import css from './data-check.module.css'

/** The page '#/settings/activity-log' (T1): the check runs when it is opened; findings, what to read, and the audit log. */
export function DataCheckPage() {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const check = useCall('audit.check')
  const save = useCall('audit.export')
  const [verdict, setVerdict] = useState<CheckResult | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [exported, setExported] = useState<boolean | null>(null)
  const { send } = check
  const again = useCallback(async () => {
    const answer = await send({})
    if (answer.ok) setVerdict(answer.value)
    setFailure(answer.ok ? null : answer.failure)
  }, [send])
  useEffect(() => void again(), [again])
  const repeatResult = async () => {
    await again()
    announce(t('activityLog.title'))
  }
  const keep = async () => {
    setExported(null)
    const answer = await save.send({ from: null, to: null })
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok) setExported(answer.value.saved)
  }
  useCommands([
    { id: 'check-again', label: t('activityLog.again'), keys: 'Enter', run: () => void repeatResult() },
    { id: 'print-check', label: t('activityLog.print'), keys: 'Ctrl P', run: () => window.print() },
    { id: 'export-trail', label: t('activityLog.export'), keys: 'Ctrl S', run: () => void keep() },
  ])
  const whole = verdict?.findings.length === 0
  return (
    <>
      <PageHead
        title={t('activityLog.title')}
        actions={
          <>
            <Button keys="Enter" busy={check.sending} onPress={() => void repeatResult()}>
              {t('activityLog.again')}
            </Button>
            <Button icon="print" keys="Ctrl P" onPress={() => window.print()}>
              {t('activityLog.print')}
            </Button>
            <Button keys="Ctrl S" busy={save.sending} onPress={() => void keep()}>
              {save.sending ? t('activityLog.exporting') : t('activityLog.export')}
            </Button>
          </>
        }
      >
        {verdict
          ? t('activityLog.checked', {
              count: verdict.entries,
              number: formatCount(verdict.entries),
              // A printed page has no "today".
              when: `${formatLongDay(verdict.at, zone)}, ${formatTime(verdict.at, zone)}`,
              since: verdict.first === null ? '' : formatDay(verdict.first, now, zone),
            })
          : t('activityLog.checking')}
      </PageHead>
      {failure && (
        <p className={`error ${css.line}`} role="alert">
          {describeFailure(t, failure)}
        </p>
      )}
      {exported !== null && (
        <p className={css.line} role="status">
          {t(exported ? 'activityLog.exported' : 'activityLog.notExported')}
        </p>
      )}
      {!verdict && !failure && (
        <div className="states-pad">
          <Loading>{t('activityLog.checking')}</Loading>
        </div>
      )}
      {verdict && (
        <>
          {whole ? (
            <section className={css.sound} aria-labelledby="whole">
              <span />
              <Icon name="confirmed" className="is-confirmed" />
              <div>
                <h2 id="whole">{t('activityLog.whole')}</h2>
                <p className="second">{t('activityLog.limits')}</p>
              </div>
            </section>
          ) : (
            <Findings verdict={verdict} onExplained={again} />
          )}
          <PassedChecks verdict={verdict} />
          <section className={css.head} aria-label={t('activityLog.headLabel')}>
            <p>
              {verdict.head
                ? t('activityLog.head', { no: formatCount(verdict.head.no), code: formatCode(verdict.head.code) })
                : t('activityLog.noEntry')}
            </p>
            <p className="second">{t('activityLog.headSecond')}</p>
            {!whole && <p className="second">{t('activityLog.limits')}</p>}
          </section>
          <UnreadReasons />
          <AuditLog key={verdict.head?.no} upTo={verdict.head?.no ?? 0} />
        </>
      )}
    </>
  )
}
