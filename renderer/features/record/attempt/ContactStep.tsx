import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { RecordView } from '#shared/contract/handoff/record'
import { MINUTE } from '#shared/domain/core/moment'
import { FailureLine, readNow, useNow } from '../../../office'
import { type RecordStep } from '../../../components'
import { Button, capitalize, numberKey, useCommands } from '../../../ui'
import { describeChannels } from '../summary/plan-words'
import { listContactMethods, describeContactMethod, type SafetyAnswer, type ContactMethod } from './contact-methods'
import { AttemptOrdinal } from './AttemptOrdinal'
import { SafeRules } from './SafeRules'
import { StepFrame, AttemptProgress } from '../actions/StepFrame'
import { useShowNumber, type ShownNumber } from './use-show-number'
import css from '../actions/step.module.css'

/** The number goes by itself: nobody leaves it on an unwatched screen. */
const NUMBER_SHOWN_FOR = 2 * MINUTE

interface Props {
  readonly record: RecordView
  readonly safety: SafetyAnswer
  readonly method: ContactMethod
  readonly shown: ShownNumber | null
  readonly onMethod: (method: ContactMethod, shown: ShownNumber | null, safety: SafetyAnswer) => void
  readonly onDone: (dialledAt: number) => void
  readonly onStop: () => void
  readonly onAction: (step: RecordStep) => void
  readonly onClose: () => void
}

/** The number, large, for two minutes; the person's rules beneath; another way beside it. */
export function ContactStep({ record, safety, method, shown, onMethod, onDone, onStop, onAction, onClose }: Props) {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<Failure | null>(null)
  const { show, sending } = useShowNumber(record)
  const [hidden, setHidden] = useState(false)
  const hide = useCallback(() => setHidden(true), [])
  const way = record.plan?.ways.find((one) => one.id === method.wayId)
  const others = listContactMethods(t, record).filter(
    (option) => option.allowed && !(option.channel === method.channel && option.wayId === method.wayId),
  )
  const refusedChannels = (['text', 'email', 'letter'] as const).filter((channel) => record.plan && !record.plan.allowed.includes(channel))
  const mayAsk = record.loopBackAllowed && (record.loopBack === null || record.loopBack.answer !== null)

  const ask = async (next: ContactMethod) => {
    const value = record.plan?.ways.find((one) => one.id === next.wayId)?.hasValue
    if (!value || safety.safeCheck === 'not_safe') return onMethod(next, null, safety)
    const answered = await show(next, safety.safeCheck === 'not_sure' ? 'not_sure' : 'safe', safety.override ? '' : null)
    if (!answered.ok) return setFailure(answered.failure)
    setFailure(null)
    setHidden(false)
    return onMethod(next, answered.shown, safety)
  }
  const visible = shown !== null && !hidden
  useCommands([
    { id: 'dialled', label: t('record.how.dialled'), keys: 'Enter', run: () => onDone(readNow()) },
    visible
      ? { id: 'hide', label: t('record.how.hide'), keys: 'H', run: () => setHidden(true) }
      : { id: 'show', label: t('record.how.showAgain'), keys: 'H', run: () => void ask(method) },
    { id: 'stop', label: t('record.safe.stop'), keys: 'S', run: onStop },
    ...others
      .slice(0, 7)
      .map((option, index) => ({ id: `way-${option.key}`, label: option.label, keys: numberKey(index + 2), run: () => void ask(option) })),
  ])
  const did =
    method.channel === 'through_partner'
      ? 'record.how.asked'
      : method.channel === 'call' || method.channel === 'in_person'
        ? 'record.how.dialled'
        : 'record.how.sent'
  return (
    <StepFrame
      title={describeContactMethod(t, record, method)}
      top={<AttemptProgress at="how" which={<AttemptOrdinal record={record} />} />}
    >
      {visible && (
        <NumberPanel
          shown={shown}
          whose={way ? t(`vocabulary.whose.${way.whose}`) : ''}
          isPhone={way?.kind === 'phone'}
          isCall={method.channel === 'call'}
          onGone={hide}
        />
      )}
      {shown !== null && hidden && (
        <p className={css.number} role="status">
          {t('record.how.hiddenNow')}{' '}
          <Button keys="H" busy={sending} onPress={() => void ask(method)}>
            {t('record.how.showAgain')}
          </Button>
        </p>
      )}
      {shown?.neutralOnly && record.plan?.state === 'verified' && (
        <p>
          <b>{t('record.how.neutral')}</b>
        </p>
      )}
      <SafeRules record={record} way={way} twoUp={css.twoUp} />
      <FailureLine failure={failure} />
      <p className="acts">
        <Button look="do" size="tall" keys="Enter" onPress={() => onDone(readNow())}>
          {t(did)}
        </Button>
        {visible && (
          <Button size="tall" keys="H" onPress={() => setHidden(true)}>
            {t('record.how.hide')}
          </Button>
        )}
        <Button look="stop" size="tall" icon="stop" keys="S" onPress={onStop}>
          {t('record.safe.stop')}
        </Button>
      </p>
      <p className={`${css.ways} second`}>
        {(others.length > 0 || mayAsk) && <span>{t('record.how.another')}</span>}
        {others.map((option, index) => (
          <Button
            key={option.key}
            look="bare"
            className="inline"
            keys={index < 7 ? numberKey(index + 2) : undefined}
            onPress={() => void ask(option)}
          >
            {option.label}
          </Button>
        ))}
        {mayAsk && (
          <Button look="bare" className="inline" onPress={() => onAction('ask')}>
            {t('record.how.askSource', { who: record.from })}
          </Button>
        )}
        {refusedChannels.length > 0 && <span>{t('record.how.no', { channels: capitalize(describeChannels(t, refusedChannels)) })}</span>}
        <Button look="bare" className={css.end ?? ''} keys="Esc" onPress={onClose}>
          {t('record.steps.cancel')}
        </Button>
      </p>
    </StepFrame>
  )
}

function NumberPanel({
  shown,
  whose,
  isPhone,
  isCall,
  onGone,
}: {
  readonly shown: ShownNumber
  readonly whose: string
  readonly isPhone: boolean
  readonly isCall: boolean
  readonly onGone: () => void
}) {
  const { t } = useTranslation()
  const now = useNow()
  const left = Math.min(Math.max(0, shown.at + NUMBER_SHOWN_FOR - now), NUMBER_SHOWN_FOR)
  const seconds = Math.ceil(left / 1000)
  useEffect(() => {
    if (left === 0) onGone()
  }, [left, onGone])
  useEffect(() => {
    // Also if the office's clock stands still or is set back.
    const timer = setTimeout(onGone, NUMBER_SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [onGone])
  return (
    <p className={css.number}>
      {isCall && shown.hideOurNumber && !shown.rejectsHiddenNumbers && (
        <span className={css.pre}>
          <span className="small">{t('record.how.hideFirst')}</span>
          {t('record.how.hideCode')}
        </span>
      )}
      <span className="big-no">
        <span className="hidden">{t(isPhone ? 'record.how.number' : 'record.how.address')}: </span>
        <bdi dir="ltr">{shown.value}</bdi>
      </span>
      <span className="second">
        {whose}
        <br />
        {t('record.how.hidesIn', { left: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` })}
      </span>
    </p>
  )
}
