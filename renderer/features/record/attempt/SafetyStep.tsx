import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { RecordView } from '#shared/contract/handoff/record'
import { REACH_BY_CHANNEL } from '#shared/domain/contact/contact-plan'
import { Button, useCommands } from '../../../ui'
import { listContactMethods, type SafetyAnswer, type ContactMethod, type ContactMethodOption } from './contact-methods'
import type { ShownNumber } from './use-show-number'
import { linkToPlan } from '../summary/ContactPlanPanel'
import { ContactRefusedStep, type ContactRefusal } from './ContactRefusedStep'
import { SafeRules } from './SafeRules'
import { StepFrame, AttemptProgress } from '../actions/StepFrame'
import { useShowNumber } from './use-show-number'
import { useWaitForSafeTime } from './use-wait-for-safe-time'
import { AttemptOrdinal } from './AttemptOrdinal'
import css from '../actions/step.module.css'

interface Props {
  readonly record: RecordView
  readonly onGo: (asked: SafetyAnswer, manner: ContactMethod, shown: ShownNumber | null) => void
  readonly onStop: () => void
  readonly onLog: () => void
  readonly onClose: () => void
}

/** The rules in view, then three answers. The number is not in the page before the answer (P3). */
export function SafetyStep({ record, onGo, onStop, onLog, onClose }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { show, sending } = useShowNumber(record)
  const waiting = useWaitForSafeTime(record, onClose)
  const [refused, setRefused] = useState<ContactRefusal | null>(null)
  const options = listContactMethods(t, record)
  // A way that the person allowed; without one the first number is tried, so that the office says why not (P1).
  const first = options.find((option) => option.allowed) ?? options.find((option) => option.wayId !== null)
  const numbered =
    first?.wayId !== null && first !== undefined && record.plan?.ways.some((way) => way.id === first.wayId && way.hasValue) === true
  // Outside the safe times the number will be refused: waiting is then the first choice, and "yes" says why (P1).
  const closed = numbered && record.plan?.safeNow === false

  const answer = async (safeCheck: 'safe' | 'not_sure', manner: ContactMethodOption | undefined = first) => {
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
    ...(closed && !refused ? [{ id: 'safe-wait', label: waiting.words, keys: 'Enter' as const, run: () => void waiting.wait() }] : []),
  ])
  if (refused) return <ContactRefusedStep record={record} refused={refused} onGo={onGo} onLog={onLog} onClose={onClose} />
  return (
    <StepFrame
      title={
        first ? t('record.safe.question', { reach: t(`handoffState.reach.${REACH_BY_CHANNEL[first.channel]}`) }) : t('record.safe.noWay')
      }
      top={<AttemptProgress at="safe" which={<AttemptOrdinal record={record} />} />}
    >
      {record.plan ? (
        <SafeRules record={record} way={record.plan.ways.find((way) => way.id === first?.wayId)} />
      ) : (
        <p>{t('record.safe.noPlan')}</p>
      )}
      <p className="acts">
        {closed && (
          <Button look="do" size="tall" keys="Enter" busy={waiting.sending} onPress={() => void waiting.wait()}>
            {waiting.words}
          </Button>
        )}
        {first ? (
          <Button look={closed ? 'plain' : 'do'} size="tall" keys="Y" busy={sending} onPress={() => void answer('safe')}>
            {t(numbered ? 'record.safe.yes' : 'record.safe.yesNoNumber')}
          </Button>
        ) : (
          <Button look="do" size="tall" onPress={() => go(linkToPlan(record))}>
            {t('record.safe.writePlan')}
          </Button>
        )}
        {first && !closed && (
          <Button size="tall" keys="U" busy={sending} onPress={() => void answer('not_sure')}>
            {t('record.safe.notSure')}
          </Button>
        )}
        <Button look="stop" size="tall" icon="stop" keys="S" onPress={onStop}>
          {t('record.safe.stop')}
        </Button>
      </p>
      <p className={`${css.foot} second`}>
        <span>{first && t('record.safe.hidden')}</span>
        <Button look="bare" keys="Esc" onPress={onClose}>
          {t('record.steps.cancel')}
        </Button>
      </p>
    </StepFrame>
  )
}
