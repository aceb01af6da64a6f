import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { RISK_KINDS, type RiskKind } from '#shared/domain/core/vocabulary'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, readNow, useCall, useMinute, useOffice, useZone } from '../../../office'
import { announce, Button, Field, parseMoment, MomentField, DeadlineRiskMark, Select } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** Deadline risks: what is named now is on the record at once, and alerts from there (C4). */
export function RisksPart() {
  const { t } = useTranslation()
  const { view, partialText: half, setPartialText: setHalf } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const risks = useOffice('handoff.read', { id: view.handoffId }).value?.risks ?? []
  const { send, sending } = useCall('handoff.execute')
  const [kind, setKind] = useState<RiskKind>('court_date')
  const [wrong, setWrong] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const text = (name: string) => half(`risk:${name}`) ?? ''
  const set = (name: string, value: string) => setHalf(`risk:${name}`, value)
  const add = async () => {
    const at = parseMoment({ date: text('date'), time: text('time') }, readNow(), zone)
    setWrong(!at.ok)
    if (!at.ok) return
    const risk = { kind, date: at.value, what: text('what'), routedTo: text('routed') }
    const answer = await send({ id: view.handoffId, command: { kind: 'add_risk', risk } })
    setFailure(answer.ok ? null : answer.failure)
    if (!answer.ok) return
    for (const name of ['date', 'time', 'what', 'routed']) setHalf(`risk:${name}`, null)
    announce(t('record.do.saved'))
  }
  return (
    <div className={`stack ${css.answer}`}>
      {risks.length === 0 ? (
        <p className="muted">{t('meeting.steps.risk.none')}</p>
      ) : (
        <ul className={css.papers} aria-label={t('meeting.steps.risk.list')}>
          {risks.map((risk) => (
            <li key={risk.no}>
              <DeadlineRiskMark near={risk.waits}>
                <b>
                  {t(`word.riskKind.${risk.kind}`)}, {formatDayAndTime(risk.date, now, zone)}
                </b>
              </DeadlineRiskMark>
              <bdi dir="auto" className="second">
                {[risk.what, risk.routedTo && t('meeting.steps.risk.routed', { who: risk.routedTo })].filter(Boolean).join('. ')}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      <form
        className={css.addLine}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Select
          label={t('record.confirm.date.kind')}
          value={kind}
          options={RISK_KINDS.map((value) => ({ value, label: t(`word.riskKind.${value}`) }))}
          onChange={setKind}
        />
        <MomentField
          label={t('record.confirm.date.at')}
          value={{ date: text('date'), time: text('time') }}
          error={wrong ? t('failure.refused.no_such_time') : undefined}
          onChange={({ date, time }) => {
            set('date', date)
            set('time', time)
          }}
        />
        <Field label={t('record.confirm.date.what')} value={text('what')} onChange={(value) => set('what', value)} />
        <Field label={t('record.confirm.date.routed')} value={text('routed')} onChange={(value) => set('routed', value)} />
        <Button type="submit" keys="Enter" busy={sending}>
          {t('meeting.steps.risk.add')}
        </Button>
      </form>
      <FailureLine failure={failure} />
    </div>
  )
}
