import { useTranslation } from 'react-i18next'
import { RISK_KINDS, type RiskKind } from '#shared/domain/core/vocabulary'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { readNow, useCall, useForm, useMinute, useOffice, useZone } from '../../../office'
import { DeadlineRiskMark, FormButtons, MomentField, parseMoment, type TypedMoment } from '../../../components'
import { Field, Select } from '../../../ui'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'
import { RisksAnswer } from './RisksAnswer'

const NO_MOMENT: TypedMoment = { date: '', time: '' }

/** Deadline risks: what is named now is on the record at once, and alerts from there (C4). */
export function RisksPart() {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  const risks = useOffice('handoff.read', { id: view.handoffId }).value?.risks ?? []
  const { send } = useCall('handoff.execute')
  const form = useForm({
    id: 'meeting-risk',
    of: view.id,
    initial: { kind: 'court_date' as RiskKind, at: NO_MOMENT, what: '', routedTo: '' },
    validate: ({ at }) => ({ at: !parseMoment(at, readNow(), zone).ok && t('failure.refused.no_such_time') }),
    send: ({ kind, at, what, routedTo }) => {
      const date = parseMoment(at, readNow(), zone)
      const risk = { kind, date: date.ok ? date.value : readNow(), what, routedTo }
      return send({ id: view.handoffId, command: { kind: 'add_risk', risk } })
    },
    findField: (path) => (path.endsWith('date') ? 'at' : path.endsWith('what') ? 'what' : path.endsWith('routedTo') ? 'routedTo' : null),
    announces: t('record.do.saved'),
  })
  const { values, change } = form
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
      <RisksAnswer count={risks.length} />
      <form className={css.addLine} {...form.props}>
        <Select
          label={t('record.confirm.date.kind')}
          value={values.kind}
          options={RISK_KINDS.map((value) => ({ value, label: t(`word.riskKind.${value}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <MomentField label={t('record.confirm.date.at')} value={values.at} error={form.error('at')} onChange={(at) => change({ at })} />
        <Field label={t('record.confirm.date.what')} value={values.what} error={form.error('what')} onChange={(what) => change({ what })} />
        <Field
          label={t('record.confirm.date.routed')}
          value={values.routedTo}
          error={form.error('routedTo')}
          onChange={(routedTo) => change({ routedTo })}
        />
        <FormButtons form={form} send={t('meeting.steps.risk.add')} look="plain" flush />
      </form>
    </div>
  )
}
