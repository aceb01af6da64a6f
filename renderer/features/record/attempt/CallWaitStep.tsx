import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { FailureLine } from '../../../office'
import { type RecordStep } from '../../../components'
import { announce, Button, numberKey, useCommands } from '../../../ui'
import { StepFrame } from '../actions/StepFrame'
import { useHandoffCommand } from '../actions/use-handoff-command'
import css from '../actions/step.module.css'

interface Props {
  readonly record: RecordView
  /** "Stop waiting" applies: neither a stop nor a plan without a safe way prevents it (P4, C7). */
  readonly mayGoOn: boolean
  readonly onStep: (step: RecordStep) => void
  readonly onClose: () => void
}

/** We waited for the person's call. A missed call is not an attempt of ours: the wait continues, or reaching the person goes on. */
export function CallWaitStep({ record, mayGoOn, onStep, onClose }: Props) {
  const { t } = useTranslation()
  const { run, failure, sending } = useHandoffCommand(record.id)
  const called = async () => {
    const command = {
      kind: 'log_attempt',
      at: null,
      channel: 'call',
      wayId: null,
      outcome: 'she_called_us',
      safeCheck: 'not_asked',
      note: '',
      checkAt: null,
      override: false,
    } as const
    if (!(await run(command))) return
    announce(t('record.do.saved'))
    onStep('confirm')
  }
  const choices = [
    { key: '1', label: t('record.check.called'), then: t('record.check.calledThen'), act: () => void called() },
    { key: '2', label: t('record.check.later'), then: t('record.check.laterThen'), act: () => onStep('wait') },
    ...(mayGoOn ? [{ key: '3', label: t('record.check.goOn'), then: t('record.check.goOnThen'), act: () => onStep('end-wait') }] : []),
  ]
  useCommands(choices.map(({ key, label, act }) => ({ id: `check-${key}`, label, keys: numberKey(key), run: act })))
  return (
    <StepFrame title={t('record.check.title')}>
      <ol className={`${css.outs} ${css.rows2}`}>
        {choices.map((choice) => (
          <li key={choice.key}>
            <button type="button" className={css.out} disabled={sending} onClick={choice.act}>
              <kbd aria-hidden="true">{choice.key}</kbd>
              <b>{choice.label}</b>
              <span>{choice.then}</span>
            </button>
          </li>
        ))}
      </ol>
      <FailureLine failure={failure} />
      <p className={`${css.foot} second`}>
        <span />
        <Button look="bare" keys="Esc" onPress={onClose}>
          {t('record.steps.cancel')}
        </Button>
      </p>
    </StepFrame>
  )
}
