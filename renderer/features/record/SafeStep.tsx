import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/entry'
import type { RecordView } from '#shared/contract/record'
import { clockTime } from '#shared/domain/wording'
import { failureWords, nowOf, useCall, useMinute, useZone } from '../../office'
import { Button, Field, useCommands } from '../../ui'
import { mannerOptions, mannerWords, type Asked, type Manner, type MannerOption } from './attempt-ways'
import type { Shown } from './HowStep'
import { planPlace } from './PlanSide'
import { SafeRules } from './Rules'
import { Step, StepLine } from './Step'
import { NthTry } from './NthTry'
import css from './record.module.css'

interface Props {
  readonly record: RecordView
  readonly onGo: (asked: Asked, manner: Manner, shown: Shown | null) => void
  readonly onStop: () => void
  readonly onLog: () => void
  readonly onClose: () => void
}

type Refused = { readonly failure: Failure; readonly manner: Manner; readonly safeCheck: 'safe' | 'not_sure' }

/** P3: the rules in view, then three answers. The number is not in the page before the answer. */
export function SafeStep({ record, onGo, onStop, onLog, onClose }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { show, sending } = useShowNumber(record)
  const [refused, setRefused] = useState<Refused | null>(null)
  const options = mannerOptions(t, record)
  // P1: a way she allowed; without one the first number is tried, so that the office says why not.
  const first = options.find((option) => option.allowed) ?? options.find((option) => option.wayId !== null)
  const numbered =
    first?.wayId !== null && first !== undefined && record.plan?.ways.some((way) => way.id === first.wayId && way.hasValue) === true

  const answer = async (safeCheck: 'safe' | 'not_sure', manner: MannerOption | undefined = first) => {
    if (!manner) return
    if (!numbered) return onGo({ safeCheck, override: false }, manner, null)
    const answered = await show(manner, safeCheck, null)
    if (answered.ok) onGo({ safeCheck, override: false }, manner, answered.shown)
    else setRefused({ failure: answered.failure, manner, safeCheck })
  }
  useCommands([
    { id: 'safe-yes', label: t('record.safe.yes'), keys: 'Y', run: () => void answer('safe') },
    { id: 'safe-unsure', label: t('record.safe.notSure'), keys: 'U', run: () => void answer('not_sure') },
    { id: 'safe-stop', label: t('record.safe.stop'), keys: 'S', run: onStop },
  ])
  if (refused)
    return <RefusedStep record={record} refused={refused} onGo={onGo} onBack={() => setRefused(null)} onLog={onLog} onClose={onClose} />
  return (
    <Step title={t('record.safe.question')} top={<StepLine at="safe" which={<NthTry record={record} />} />}>
      {record.plan ? (
        <SafeRules record={record} way={record.plan.ways.find((way) => way.id === first?.wayId)} />
      ) : (
        <p>{t('record.safe.noPlan')}</p>
      )}
      <p className="acts">
        {first ? (
          <Button look="do" size="tall" keys="Y" busy={sending} onPress={() => void answer('safe')}>
            {t(numbered ? 'record.safe.yes' : 'record.safe.yesNoNumber')}
          </Button>
        ) : (
          <Button look="do" size="tall" onPress={() => go(planPlace(record))}>
            {t('record.safe.writePlan')}
          </Button>
        )}
        {first && (
          <Button size="tall" keys="U" busy={sending} onPress={() => void answer('not_sure')}>
            {t('record.safe.notSure')}
          </Button>
        )}
        <Button look="stop" size="tall" icon="stop" keys="S" onPress={onStop}>
          {t('record.safe.stop')}
        </Button>
      </p>
      <p className={`${css.foot} second`}>
        <span>{t('record.safe.hidden')}</span>{' '}
        <Button look="bare" keys="Esc" onPress={onClose}>
          {t('record.steps.cancel')}
        </Button>
      </p>
    </Step>
  )
}

/** P1: why not, and the next safe moment. A life-safety override is one key; its reason may be written afterwards. */
function RefusedStep({
  record,
  refused,
  onGo,
  onBack,
  onLog,
  onClose,
}: {
  readonly record: RecordView
  readonly refused: Refused
  readonly onGo: Props['onGo']
  readonly onBack: () => void
  readonly onLog: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { show, sending } = useShowNumber(record)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure>(refused.failure)
  const { manner, safeCheck } = refused
  const until = failure.kind === 'refused' ? failure.until : undefined
  const why = failureWords(t, failure)
  const override = async () => {
    const answered = await show(manner, safeCheck, reason)
    if (answered.ok) onGo({ safeCheck, override: true }, manner, answered.shown)
    else setFailure(answered.failure)
  }
  useCommands([
    { id: 'override', label: t('record.safe.refused.override'), keys: 'O', run: () => void override() },
    { id: 'log', label: t('record.next.log'), keys: 'L', run: onLog },
  ])
  return (
    <Step
      title={`${t('record.safe.refused.title')}: ${mannerWords(t, record, manner)}`}
      top={<StepLine at="safe" which={<NthTry record={record} />} />}
    >
      <p role="alert">{until === undefined ? why : t('record.safe.refused.until', { why, when: clockTime(until, now, zone) })}</p>
      <p className="acts">
        <Button look="do" size="tall" onPress={onBack}>
          {t('record.safe.refused.other')}
        </Button>
        <Button size="tall" keys="L" onPress={onLog}>
          {t('record.next.log')}
        </Button>
        <Button look="bare" size="tall" keys="Esc" onPress={onClose}>
          {t('record.steps.cancel')}
        </Button>
      </p>
      {failure.kind === 'refused' && manner.wayId !== null && (
        <div className="stack">
          <Field label={t('record.safe.refused.reason')} value={reason} onChange={setReason} />
          <p className="acts">
            <Button look="stop" icon="shield" keys="O" busy={sending} onPress={() => void override()}>
              {t('record.safe.refused.override')}
            </Button>
          </p>
          <p className="second">{t('record.safe.refused.overrideNote')}</p>
        </div>
      )}
    </Step>
  )
}

type Answered = { readonly ok: true; readonly shown: Shown } | { readonly ok: false; readonly failure: Failure }

/** Asks the office for one number. It stays in this component's memory for two minutes and nowhere else. */
export function useShowNumber(record: RecordView): {
  readonly show: (manner: Manner, safeCheck: 'safe' | 'not_sure', override: string | null) => Promise<Answered>
  readonly sending: boolean
} {
  const { send, sending } = useCall('contact.show')
  const show = async ({ wayId, channel }: Manner, safeCheck: 'safe' | 'not_sure', override: string | null): Promise<Answered> => {
    const answer = await send({ id: record.id, wayId: wayId ?? '', channel, safeCheck, override })
    return answer.ok ? { ok: true, shown: { ...answer.value, at: nowOf() } } : { ok: false, failure: answer.failure }
  }
  return { show, sending }
}
