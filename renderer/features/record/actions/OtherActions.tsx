import { useEffect, useRef } from 'react'
import { mayConfirm, mayLogAttempt } from '#shared/domain/handoff/state-questions'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { useOfficeState } from '../../../office'
import { type RecordStep } from '../../../components'
import { Button, useCommands, type IconName, type KeyName } from '../../../ui'
import type { RecordAction } from './action'
import { mayAskFeedback } from './AskFeedback'
import css from './step.module.css'

const GROUPS = ['reaching', 'after', 'keeping', 'ending'] as const
type ActionGroup = (typeof GROUPS)[number]
/** The group of each action; the default group keeps the record correct. */
const GROUP_BY_ACTION: Readonly<Partial<Record<RecordStep, ActionGroup>>> = {
  confirm: 'reaching',
  attempt: 'reaching',
  permission: 'reaching',
  accept: 'reaching',
  ask: 'reaching',
  answer: 'reaching',
  wait: 'reaching',
  'end-wait': 'reaching',
  book: 'after',
  meet: 'after',
  hold: 'after',
  along: 'after',
  well: 'after',
  asks: 'after',
  bounce: 'ending',
  danger: 'ending',
  settle: 'ending',
  close: 'ending',
  reopen: 'ending',
  error: 'ending',
}

/** One action as this list needs it. */
interface OtherAction {
  readonly id: RecordStep
  readonly label: string
  readonly why: string | null
  readonly keys?: KeyName
  readonly icon?: IconName
}

interface Props {
  readonly record: RecordView
  readonly actions: readonly RecordAction[]
  readonly onStep: (step: RecordStep) => void
  readonly onClose: () => void
}

/** The other actions by group; those that cannot be done now come last, each reason once (ui.md 5). */
export function OtherActions({ record, actions, onStep, onClose }: Props) {
  const { t } = useTranslation()
  const me = useOfficeState()?.me?.id
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  useCommands([{ id: 'other-close', label: t('record.steps.cancel'), keys: 'Esc', quiet: true, run: onClose }])
  const isOpen = record.tasks.length > 0
  const bounced = record.bounces.some((one) => one.settledAt === null)
  const confirmable = mayConfirm(record.state) && record.confirmedAt === null
  const all: readonly OtherAction[] = [
    ...(confirmable
      ? [
          {
            id: 'confirm' as const,
            label: t('record.do.confirm.label'),
            why: record.firstContactAt === null ? t('record.do.confirm.why') : null,
          },
        ]
      : []),
    ...(mayLogAttempt(record.state) && !bounced ? [{ id: 'attempt' as const, label: t('record.do.attempt.label'), why: null }] : []),
    ...(isOpen && !bounced ? [{ id: 'bounce' as const, label: t('record.do.bounce.label'), why: null, keys: 'B' as const }] : []),
    ...(isOpen ? [{ id: 'meet' as const, label: t('meetings.begin'), why: null, keys: 'M' as const }] : []),
    ...(record.direction !== 'incoming' && record.timeline.some(({ kind }) => kind === 'meeting_closed')
      ? [{ id: 'along' as const, label: t('accompaniment.record.label'), why: null }]
      : []),
    { id: 'well', label: t('feedback.success.label'), why: null },
    { id: 'asks', label: t('feedback.ask.label'), why: mayAskFeedback(record, me) ? null : t('feedback.ask.why') },
    ...actions,
  ]
  const refused = all.filter((one) => one.why !== null)
  const reasons = [...new Set(refused.map((one) => one.why))]
  return (
    <ul ref={list} className={css.others} aria-label={t('record.next.otherTitle')}>
      {GROUPS.map((group) => {
        const its = all.filter((one) => one.why === null && (GROUP_BY_ACTION[one.id] ?? 'keeping') === group)
        return its.length === 0 ? null : (
          <li key={group}>
            <span className={css.about}>{t(`record.next.groups.${group}`)}</span>
            <span className={css.its}>
              {its.map((one) => (
                <Button
                  key={one.id}
                  {...(one.keys ? { keys: one.keys } : {})}
                  {...(one.icon ? { icon: one.icon } : {})}
                  onPress={() => onStep(one.id)}
                >
                  {one.label}
                </Button>
              ))}
            </span>
          </li>
        )
      })}
      {reasons.map((why, index) => (
        <li key={why}>
          <span className={css.about}>{index === 0 && t('record.next.groups.notNow')}</span>
          <span className={css.its}>
            {refused
              .filter((one) => one.why === why)
              .map((one) => (
                <Button key={one.id} whyId={`why-${index}`}>
                  {one.label}
                </Button>
              ))}
            <span id={`why-${index}`} className="why">
              {why}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
