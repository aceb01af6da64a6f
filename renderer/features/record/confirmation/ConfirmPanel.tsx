import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/record'
import { formatDayAndTime, formatNumberWord } from '#shared/domain/core/wording'
import { describeFailure, describeFieldFailure, readNow, useDraft, useMinute, useZone } from '../../../office'
import { announce, Button, Loading, MomentField, focusFirstError, toTypedMoment, useCommands } from '../../../ui'
import { toConfirmCommand, createConfirmDraft, isWayRight, listMissingAfter, type ConfirmErrors } from './confirm-draft'
import { DeadlinesPart } from './DeadlinesPart'
import { NextStepPart } from './NextStepPart'
import { StepFrame } from '../actions/StepFrame'
import { useHandoffCommand } from '../actions/use-handoff-command'
import { ContactWayPart } from './ContactWayPart'
import css from '../actions/step.module.css'

/** The confirmation needs all three parts (C4). What is known is saved at once; only all three stop the clock. */
export function ConfirmPanel({ record, onClose }: { readonly record: RecordView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { run, failure, sending } = useHandoffCommand(record.id)
  // The draft begins with what the record says when the panel opens.
  const [initial] = useState(() => createConfirmDraft(record, readNow(), zone))
  const draft = useDraft(`confirm:${record.id}`, initial)
  const [wrong, setWrong] = useState<ConfirmErrors>({})
  const { change } = draft
  const value = { ...draft.value, wayRight: isWayRight(record, draft.value) }
  const missing = listMissingAfter(record, value)
  const complete = missing.length === 0

  const save = async () => {
    const made = toConfirmCommand(value, readNow(), zone)
    if ('wrong' in made) {
      setWrong(made.wrong)
      return focusFirstError()
    }
    setWrong({})
    const answer = await run(made.command)
    if (!answer) return
    await draft.drop()
    announce(t(answer.state.kind === 'confirmed' ? 'record.confirm.confirmed' : 'record.confirm.saved'))
    onClose()
  }
  const toggleEarlier = () =>
    change((before) => ({ ...before, earlier: before.earlier ? null : toTypedMoment(record.firstContactAt ?? readNow(), readNow(), zone) }))
  useCommands([
    { id: 'save-parts', label: t(complete ? 'record.confirm.confirm' : 'record.confirm.save'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'confirm-earlier', label: t('record.confirm.earlier'), keys: 'T', run: toggleEarlier },
  ])
  if (!draft.ready) return <Loading>{t('record.loading')}</Loading>
  const timeWrong = wrong.at ? t('failure.refused.no_such_time') : describeFieldFailure(t, failure, 'at')
  const refusedField = failure?.kind === 'refused' ? failure.field : undefined
  const parts = { record, draft: value, change, errors: wrong, failure }
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
          error={timeWrong}
          onChange={(earlier) => change((before) => ({ ...before, earlier }))}
        />
      )}
      {failure && refusedField !== 'at' && (
        <p className="error" role="alert">
          {refusedField === 'risks' ? t('record.confirm.date.needed') : describeFailure(t, failure)}
        </p>
      )}
      <p className={`acts ${css.stays}`}>
        {complete ? (
          <Button look="do" size="tall" keys="Ctrl Enter" busy={sending} onPress={() => void save()}>
            {t('record.confirm.confirm')}
          </Button>
        ) : (
          <>
            <Button look="do" size="tall" keys="Ctrl Enter" busy={sending} onPress={() => void save()}>
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
