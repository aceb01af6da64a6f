import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { RecordView } from '#shared/contract/handoff/record'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { describeFailure, useForm, useMinute, useZone } from '../../../office'
import { Button, Field, numberKey, useCommands } from '../../../ui'
import { listContactMethods, type SafetyAnswer, type ContactMethod, type ContactMethodOption } from './contact-methods'
import type { ShownNumber } from './use-show-number'
import { AttemptOrdinal } from './AttemptOrdinal'
import { StepFrame, AttemptProgress } from '../actions/StepFrame'
import { useShowNumber } from './use-show-number'
import { useWaitForSafeTime } from './use-wait-for-safe-time'
import css from '../actions/step.module.css'

export interface ContactRefusal {
  readonly failure: Failure
  readonly manner: ContactMethod
  readonly safeCheck: 'safe' | 'not_sure'
}

interface Props {
  readonly record: RecordView
  readonly refused: ContactRefusal
  readonly onGo: (asked: SafetyAnswer, manner: ContactMethod, shown: ShownNumber | null) => void
  readonly onLog: () => void
  readonly onClose: () => void
}

/** Says why not, and the next safe moment (P1). A life-safety override is one key; its reason may be written afterwards. */
export function ContactRefusedStep({ record, refused, onGo, onLog, onClose }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { show, sending } = useShowNumber(record)
  const waiting = useWaitForSafeTime(record, onClose)
  const [failure, setFailure] = useState<Failure>(refused.failure)
  const { manner, safeCheck } = refused
  const until = failure.kind === 'refused' ? failure.until : undefined
  const why = describeFailure(t, failure)
  const others = listContactMethods(t, record).filter(
    (option) => option.allowed && (option.channel !== manner.channel || option.wayId !== manner.wayId),
  )

  const form = useForm({
    id: 'contact-override',
    of: record.id,
    initial: { reason: '' },
    send: async ({ reason }) => {
      const answered = await show(manner, safeCheck, reason)
      return answered.ok ? { ok: true, value: answered.shown } : answered
    },
    findField: (path) => (path === 'override' ? 'reason' : null),
    onSent: (shown) => onGo({ safeCheck, override: true }, manner, shown),
    // Why it is refused now stands above, in place of why it was refused before.
    onRefused: (again) => {
      if (again.kind !== 'invalid') setFailure(again)
    },
  })
  const other = async (option: ContactMethodOption) => {
    if (!record.plan?.ways.some((way) => way.id === option.wayId && way.hasValue)) return onGo({ safeCheck, override: false }, option, null)
    const answered = await show(option, safeCheck, null)
    return answered.ok ? onGo({ safeCheck, override: false }, option, answered.shown) : setFailure(answered.failure)
  }
  useCommands([
    { id: 'override', label: t('record.safe.refused.override'), keys: 'Alt O', run: form.submit },
    { id: 'log', label: t('record.next.log'), keys: 'L', run: onLog },
    { id: 'wait', label: waiting.words, keys: 'Enter', run: () => void waiting.wait() },
    ...others.map((option, index) => ({
      id: `other-${option.key}`,
      label: option.label,
      keys: numberKey(index + 2),
      run: () => void other(option),
    })),
  ])
  return (
    <StepFrame title={t('record.safe.refused.title')} top={<AttemptProgress at="safe" which={<AttemptOrdinal record={record} />} />}>
      <p role="alert">{until === undefined ? why : t('record.safe.refused.until', { why, when: formatDayAndTime(until, now, zone) })}</p>
      <p className="acts">
        <Button look="do" size="tall" keys="Enter" busy={waiting.sending} onPress={() => void waiting.wait()}>
          {waiting.words}
        </Button>
        {others.slice(0, 8).map((option, index) => (
          <Button key={option.key} size="tall" keys={numberKey(index + 2)} busy={sending} onPress={() => void other(option)}>
            {option.label}
          </Button>
        ))}
        <Button size="tall" keys="L" onPress={onLog}>
          {t('record.next.log')}
        </Button>
      </p>
      {failure.kind === 'refused' && manner.wayId !== null && (
        <>
          <p className={`acts ${css.override}`}>
            <Button look="stop" size="tall" icon="shield" keys="Alt O" busy={sending} onPress={form.submit}>
              {t('record.safe.refused.override')}
            </Button>
            <span className="second">{t('record.safe.refused.overrideNote')}</span>
          </p>
          <Field
            label={t('record.safe.refused.reason')}
            value={form.values.reason}
            error={form.error('reason')}
            onChange={(reason) => form.change({ reason })}
          />
        </>
      )}
    </StepFrame>
  )
}
