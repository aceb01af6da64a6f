import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { RISK_KINDS, type RiskKind } from '#shared/domain/core/vocabulary'
import { readNow, useCall, useForm, useZone } from '../../../office'
import { FormButtons, MomentField, parseMoment, toTypedMoment } from '../../../components'
import { Field, focusControl, Select } from '../../../ui'
import css from './record.module.css'

type DeadlineRiskView = RecordView['risks'][number]

interface Props {
  readonly record: RecordView
  /** Null: a new one. */
  readonly risk: DeadlineRiskView | null
  readonly what: 'add' | 'move' | 'remove'
  readonly onClose: () => void
}

/** Adds, moves or removes a deadline risk. The last two need a reason, which is kept with the former values. */
export function DeadlineRiskForm({ record, risk, what, onClose }: Props) {
  const { t } = useTranslation()
  const zone = useZone()
  const [initial] = useState(() => ({
    kind: risk?.kind ?? ('court_date' as RiskKind),
    at: risk ? toTypedMoment(risk.date, readNow(), zone) : { date: '', time: '' },
    what: risk?.what ?? '',
    routedTo: risk?.routedTo ?? '',
    reason: '',
  }))
  const { send } = useCall('handoff.execute')
  const needed = t('record.do.needed')
  const form = useForm({
    id: 'deadline-risk',
    of: `${record.id}:${what}:${risk?.no ?? 0}`,
    initial,
    validate: (typed) => ({
      at: what !== 'remove' && !parseMoment(typed.at, readNow(), zone).ok && t('failure.refused.no_such_time'),
      routedTo: what !== 'remove' && !typed.routedTo.trim() && needed,
      reason: what !== 'add' && !typed.reason.trim() && needed,
    }),
    send: (typed) => {
      const at = parseMoment(typed.at, readNow(), zone)
      // A date that nobody touched stays as exact as it was.
      const untouched = risk !== null && JSON.stringify(typed.at) === JSON.stringify(initial.at)
      const date = { kind: typed.kind, date: untouched ? risk.date : at.ok ? at.value : 0, what: typed.what, routedTo: typed.routedTo }
      return send({
        id: record.id,
        command:
          risk === null
            ? { kind: 'add_risk', risk: date }
            : { kind: 'correct_risk', no: risk.no, to: what === 'remove' ? null : date, reason: typed.reason },
      })
    },
    findField: (path) => findRiskField(path),
    announces: t('record.do.saved'),
    onClose,
    keys: { send: t(`record.dates.send.${what}`), close: t('record.do.cancel') },
  })
  const { values: value, change: set, ready } = form
  const { ref } = form.props
  useEffect(() => {
    if (ready) focusControl(ref.current)
  }, [ready, ref])
  if (!ready) return null
  return (
    <form className={`stack ${css.dateForm}`} aria-label={t(`record.dates.form.${what}`)} {...form.props}>
      {what !== 'remove' && (
        <>
          <Select
            label={t('record.confirm.date.kind')}
            value={value.kind}
            options={RISK_KINDS.map((kind) => ({ value: kind, label: t(`word.riskKind.${kind}`) }))}
            onChange={(kind) => set({ kind })}
          />
          <MomentField label={t('record.confirm.date.at')} value={value.at} error={form.error('at')} onChange={(at) => set({ at })} />
          <Field
            label={t('record.confirm.date.what')}
            value={value.what}
            error={form.error('what')}
            onChange={(said) => set({ what: said })}
          />
          <Field
            label={t('record.confirm.date.routed')}
            value={value.routedTo}
            error={form.error('routedTo')}
            onChange={(routedTo) => set({ routedTo })}
          />
        </>
      )}
      {what !== 'add' && (
        <Field
          label={t(`record.dates.why.${what}`)}
          value={value.reason}
          error={form.error('reason')}
          onChange={(reason) => set({ reason })}
        />
      )}
      <FormButtons form={form} look="plain" send={t(`record.dates.send.${what}`)} sendKeys="Ctrl Enter" cancel={t('record.do.cancel')} />
    </form>
  )
}

/** The field that a refusal names, or null for the foot. */
function findRiskField(path: string): 'at' | 'what' | 'routedTo' | 'reason' | null {
  const name = path.split('.').at(-1)
  if (name === 'date') return 'at'
  return name === 'at' || name === 'what' || name === 'routedTo' || name === 'reason' ? name : null
}
