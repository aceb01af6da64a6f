import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/record'
import { RISK_KINDS, type RiskKind } from '#shared/domain/core/vocabulary'
import { FailureLine, readNow, useDraft, useZone } from '../../../office'
import {
  announce,
  Button,
  Field,
  focusControl,
  parseMoment,
  MomentField,
  Select,
  focusFirstError,
  toTypedMoment,
  useCommands,
} from '../../../ui'
import { useHandoffCommand } from '../actions/use-handoff-command'
import css from './record.module.css'

type DeadlineRiskView = RecordView['risks'][number]
type DeadlineRiskError = 'at' | 'routedTo' | 'reason'

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
  const draft = useDraft(`date:${record.id}:${what}:${risk?.no ?? 0}`, initial)
  const { value, change } = draft
  const { run, failure, sending } = useHandoffCommand(record.id)
  const [wrong, setWrong] = useState<readonly DeadlineRiskError[]>([])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (draft.ready) focusControl(form.current)
  }, [draft.ready])
  const set = (part: Partial<typeof value>) => {
    change((before) => ({ ...before, ...part }))
    setWrong([])
  }
  const save = async () => {
    const at = parseMoment(value.at, readNow(), zone)
    const lacks: DeadlineRiskError[] = [
      ...(what !== 'remove' && !at.ok ? (['at'] as const) : []),
      ...(what !== 'remove' && !value.routedTo.trim() ? (['routedTo'] as const) : []),
      ...(what !== 'add' && !value.reason.trim() ? (['reason'] as const) : []),
    ]
    setWrong(lacks)
    if (lacks.length > 0) return focusFirstError()
    // A date that was not touched stays as exact as it was.
    const untouched = risk !== null && JSON.stringify(value.at) === JSON.stringify(initial.at)
    const date = { kind: value.kind, date: untouched ? risk.date : at.ok ? at.value : 0, what: value.what, routedTo: value.routedTo }
    const done = await run(
      risk === null
        ? { kind: 'add_risk', risk: date }
        : { kind: 'correct_risk', no: risk.no, to: what === 'remove' ? null : date, reason: value.reason },
    )
    if (!done) return focusFirstError()
    await draft.drop()
    announce(t('record.do.saved'))
    return onClose()
  }
  useCommands([
    { id: 'date-save', label: t(`record.dates.send.${what}`), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'date-leave', label: t('record.do.cancel'), keys: 'Esc', quiet: true, run: onClose },
  ])
  if (!draft.ready) return null
  const needed = t('record.do.needed')
  return (
    <form
      ref={form}
      className={`stack ${css.dateForm}`}
      aria-label={t(`record.dates.form.${what}`)}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      {what !== 'remove' && (
        <>
          <Select
            label={t('record.confirm.date.kind')}
            value={value.kind}
            options={RISK_KINDS.map((kind) => ({ value: kind, label: t(`word.riskKind.${kind}`) }))}
            onChange={(kind) => set({ kind })}
          />
          <MomentField
            label={t('record.confirm.date.at')}
            value={value.at}
            error={wrong.includes('at') ? t('failure.refused.no_such_time') : undefined}
            onChange={(at) => set({ at })}
          />
          <Field label={t('record.confirm.date.what')} value={value.what} onChange={(said) => set({ what: said })} />
          <Field
            label={t('record.confirm.date.routed')}
            value={value.routedTo}
            error={wrong.includes('routedTo') ? needed : undefined}
            onChange={(routedTo) => set({ routedTo })}
          />
        </>
      )}
      {what !== 'add' && (
        <Field
          label={t(`record.dates.why.${what}`)}
          value={value.reason}
          error={wrong.includes('reason') ? needed : undefined}
          onChange={(reason) => set({ reason })}
        />
      )}
      <FailureLine failure={failure} />
      <p className="acts">
        <Button type="submit" keys="Ctrl Enter" busy={sending}>
          {t(`record.dates.send.${what}`)}
        </Button>
        <Button look="bare" keys="Esc" onPress={onClose}>
          {t('record.do.cancel')}
        </Button>
      </p>
    </form>
  )
}
