import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import type { RecordView } from '#shared/contract/handoff/record'
import { formatDayAndTime, formatNumberWord } from '#shared/domain/core/wording'
import { readNow, useCall, useForm, useMinute, useZone } from '../../../office'
import { FormFailure, MomentField, toTypedMoment } from '../../../components'
import { Button, Loading, useCommands } from '../../../ui'
import {
  createConfirmDraft,
  findConfirmField,
  isWayRight,
  listMissingAfter,
  toConfirmCommand,
  type ConfirmDraft,
  type ConfirmField,
} from './confirm-draft'
import { DeadlinesPart } from './DeadlinesPart'
import { NextStepPart } from './NextStepPart'
import { StepFrame } from '../actions/StepFrame'
import { ContactWayPart } from './ContactWayPart'
import css from '../actions/step.module.css'

/** The confirmation needs all three parts (C4). What is known is saved at once; only all three stop the clock. */
export function ConfirmPanel({ record, onClose }: { readonly record: RecordView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send } = useCall('handoff.execute')
  // The draft begins with what the record says when the panel opens.
  const [initial] = useState(() => createConfirmDraft(record, readNow(), zone))
  const errorWords: Readonly<Record<ConfirmField, string>> = {
    earlier: t('failure.refused.no_such_time'),
    'step.what': t('record.confirm.stepNeeded'),
    'step.waitLength': t('record.confirm.waitNeeded'),
    'step.date': t('failure.refused.no_such_time'),
    'step.herWords': '',
    dates: t('record.confirm.date.needed'),
  }
  const toCommand = (draft: ConfirmDraft) => toConfirmCommand({ ...draft, wayRight: isWayRight(record, draft) }, readNow(), zone)
  const form = useForm<ConfirmDraft, Output<'handoff.execute'>, ConfirmField>({
    id: 'confirm',
    of: record.id,
    initial,
    validate: (draft) => {
      const made = toCommand(draft)
      const wrong = 'wrong' in made ? (Object.keys(made.wrong) as ConfirmField[]) : []
      return Object.fromEntries(wrong.map((field) => [field, errorWords[field]]))
    },
    send: async (draft) => {
      const made = toCommand(draft)
      // Validated a moment ago; the clock may have passed a time since, and then it is asked for again.
      if ('wrong' in made) return { ok: false, failure: { kind: 'refused', reason: 'no_such_time' } }
      return send({ id: record.id, command: made.command })
    },
    findField: findConfirmField,
    describe: (failure, field) =>
      field === null && failure.kind === 'refused' && failure.field === 'risks' ? t('record.confirm.date.needed') : undefined,
    announces: (answer) => t(answer.state.kind === 'confirmed' ? 'record.confirm.confirmed' : 'record.confirm.saved'),
    onClose,
  })
  const { change } = form
  const value = { ...form.values, wayRight: isWayRight(record, form.values) }
  const missing = listMissingAfter(record, value, now, zone)
  const complete = missing.length === 0
  const toggleEarlier = () =>
    change((before) => ({ earlier: before.earlier ? null : toTypedMoment(record.firstContactAt ?? readNow(), readNow(), zone) }))
  useCommands([
    { id: 'save-parts', label: t(complete ? 'record.confirm.confirm' : 'record.confirm.save'), keys: 'Ctrl Enter', run: form.submit },
    { id: 'confirm-earlier', label: t('record.confirm.earlier'), keys: 'T', run: toggleEarlier },
  ])
  if (!form.ready) return <Loading>{t('record.loading')}</Loading>
  const parts = { record, draft: value, change, error: form.error }
  return (
    <StepFrame
      title={t('record.confirm.title')}
      top={
        <p className={`${css.tryTop} small`}>
          <span>
            {record.firstContactAt !== null && t('record.confirm.reachedAt', { when: formatDayAndTime(record.firstContactAt, now, zone) })}{' '}
            <Button look="bare" className="inline" keys="T" expanded={value.earlier !== null} onPress={toggleEarlier}>
              {t('record.confirm.earlier')}
            </Button>
          </span>
          <span>{t('record.confirm.partsDone', { done: formatNumberWord(3 - missing.length) })}</span>
        </p>
      }
    >
      <ol className={css.parts}>
        <ContactWayPart {...parts} />
        <NextStepPart {...parts} />
        <DeadlinesPart {...parts} />
      </ol>
      {value.earlier && (
        <MomentField
          label={t('record.confirm.at')}
          value={value.earlier}
          error={form.error('earlier')}
          onChange={(earlier) => change({ earlier })}
        />
      )}
      <FormFailure form={form} />
      <p className={`acts ${css.stays}`}>
        {complete ? (
          <Button look="do" size="tall" keys="Ctrl Enter" busy={form.sending} onPress={form.submit}>
            {t('record.confirm.confirm')}
          </Button>
        ) : (
          <>
            <Button look="do" size="tall" keys="Ctrl Enter" busy={form.sending} onPress={form.submit}>
              {t('record.confirm.save')}
            </Button>
            <Button size="tall" whyId="confirm-why">
              {t('record.confirm.confirm')}
            </Button>
          </>
        )}
        <Button look="bare" size="tall" keys="Esc" onPress={onClose}>
          {t('record.steps.cancel')}
        </Button>
      </p>
      <p className="why" id="confirm-why">
        {complete ? (
          t('record.confirm.ready')
        ) : (
          <>
            {t('record.confirm.why', { missing: missing.map((part) => t(`record.confirm.missing.${part}`)).join(', ') })}{' '}
            {t('record.confirm.whyRest')}
          </>
        )}
      </p>
    </StepFrame>
  )
}
