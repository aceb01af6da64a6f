import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskView } from '#shared/contract/handoff/board'
import type { RecordView } from '#shared/contract/handoff/record'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { isContactClockRunning, mayLogAttempt } from '#shared/domain/handoff/state-questions'
import { FailureLine, useMinute, useBounceReasonNames, useOfficeState, useZone } from '../../../office'
import { describeAtTime, describeEarly, describeNextAction, labelPrimaryAction, findRecordStep, type RecordStep } from '../../../components'
import { announce, Button, useCommands } from '../../../ui'
import type { RecordAction } from './action'
import { findAgreedStep, findTaskStep } from './agreed-actions'
import { AgreedTasks } from './AgreedTasks'
import { OtherActions } from './OtherActions'
import { describeProposal } from '../attempt/proposal-words'
import { StepFrame } from './StepFrame'
import { useHandoffCommand } from './use-handoff-command'
import css from './step.module.css'

interface Props {
  readonly record: RecordView
  readonly actions: readonly RecordAction[]
  readonly onStep: (step: RecordStep) => void
  /** A step was just closed: the focus comes back here, not to the top of the page. */
  readonly back: boolean
}

/** What else may become of a line of a plan, besides being done. */
const AGREED_CHANGES = ['move', 'drop'] as const
const OUR_TASKS: readonly TaskView['kind'][] = ['reach_her', 'neutral_check', 'relay']

/** The next action, pinned: what, who, when; one filled button; what else can be done behind "Other". */
export function NextAction({ record, actions, onStep, back }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const [task, ...rest] = record.tasks
  const also = rest.filter(({ kind }) => kind !== 'plan_line')
  const elsewhere = actions.filter(({ beside }) => beside !== true)
  const [all, setAll] = useState(false)
  const other = useRef<HTMLParagraphElement>(null)
  const reasons = useBounceReasonNames()
  const bounce = record.bounces.find((one) => one.settledAt === null)
  const closed = record.closed
  const isOpen = task !== undefined
  const mayLog = isOpen && mayLogAttempt(record.state)
  // Shown before the person is called, not only when the number is refused (P1).
  const plan = record.plan
  const waits = task && (task.kind === 'reach_her' || task.kind === 'neutral_check') && plan?.safeNow === false && plan.nextSafe?.from
  const { run, failure, sending } = useHandoffCommand(record.id)
  // Before its time the action says so: the button is dashed, and going past the time asks for a reason (P1).
  const from = typeof waits === 'number' ? Math.max(waits, task?.dueAt ?? 0) : (task?.dueAt ?? 0)
  const early =
    task && record.direction === 'incoming'
      ? describeEarly(t, { ...task, dueAt: from }, { safe: undefined, reachBy: record.reachBy }, now, zone)
      : null
  const isEarly = early !== null
  const beginsAt = isEarly ? from : now
  // Only a rule of the person's asks for a reason; the gap between attempts is ours (C5).
  const sooner = t(waits ? 'record.next.withReason' : 'record.next.sooner', { act: t(`record.next.soonerIs.${record.reachBy}`) })
  const me = useOfficeState()?.me?.id
  const isReminded = task?.byHand === true && task.ownerId === me && task.dueAt === beginsAt
  // C2: a source that is only measured raises no alarm.
  const mayRemind = isEarly && !isReminded && me !== undefined && record.standard.mode !== 'measured'
  const remind = async () => {
    if (task && me !== undefined && (await run({ kind: 'move_task', no: task.no, owner: me, dueAt: beginsAt })))
      announce(t('record.next.reminded', { when: describeAtTime(t, beginsAt, now, zone) }))
  }
  // The reason for the time is shown (C5), unless a worker chose another time.
  const planned = record.tasks.find((one) => OUR_TASKS.includes(one.kind))
  const proposed =
    record.proposal?.kind === 'slot' &&
    record.direction === 'incoming' &&
    planned &&
    (!planned.byHand || planned.dueAt === record.proposal.at)
      ? record.proposal
      : null
  const primary = task ? findTaskStep(task) : 'reopen'
  useCommands([
    {
      id: 'primary',
      label: task ? labelPrimaryAction(t, task, record.reachBy) : t('record.do.reopen.label'),
      keys: 'C',
      run: () => (isEarly ? announce(early) : onStep(primary)),
    },
    ...(isEarly ? [{ id: 'call-sooner', label: sooner, keys: 'Alt O' as const, run: () => onStep(primary) }] : []),
    ...(mayRemind
      ? [
          {
            id: 'remind',
            label: t('record.next.remind', { when: describeAtTime(t, beginsAt, now, zone) }),
            keys: 'R' as const,
            run: () => void remind(),
          },
        ]
      : []),
    ...(mayLog ? [{ id: 'log', label: t('record.next.log'), keys: 'L' as const, run: () => onStep('log') }] : []),
    { id: 'other', label: t('record.next.other'), keys: 'O', run: () => setAll((before) => !before) },
    ...elsewhere
      .filter((action) => action.why === null)
      .map((action) => ({
        id: `act-${action.id}`,
        label: action.label,
        ...(action.keys ? { keys: action.keys } : {}),
        run: () => onStep(action.id),
      })),
  ])
  const shut = () => {
    setAll(false)
    other.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  }
  return (
    <StepFrame
      quiet={!back}
      title={task ? describeNextAction(t, task, record, now, zone) : t('record.next.none')}
      top={
        <p className={`${css.tryTop} small`}>
          <span>{t('record.next.title')}</span>
          <span>
            {isContactClockRunning(record.state) && record.triesWanted > 0
              ? t('record.next.tries', { count: record.tries, wanted: record.triesWanted })
              : ''}
          </span>
        </p>
      }
    >
      {task && (
        <p className="second">
          <bdi dir="auto">{task.ownerName}</bdi>, {t('record.next.due', { when: formatDayAndTime(task.dueAt, now, zone) })}
          {task.until !== null && `, ${t('record.next.until', { when: formatDayAndTime(task.until, now, zone) })}`}
          {task.waitsOn !== 'nobody' && `, ${t(`record.next.waitsOn.${task.waitsOn}`)}`}
        </p>
      )}
      {record.stoppedAt !== null && (
        <p>
          <b>{t('record.next.stopped')}</b>
        </p>
      )}
      {bounce && (
        <p>
          <bdi dir="auto">{t('record.next.bounce', { reason: reasons.get(bounce.reason) ?? bounce.reason })}</bdi>
        </p>
      )}
      {closed && (
        <p>
          <bdi dir="auto">{t('record.next.closedAs', { as: t(`vocabulary.closedAs.${closed.as}`), reason: closed.reason })}</bdi>
        </p>
      )}
      {record.fallbackFollowed && mayLogAttempt(record.state) && record.tries > 0 && <p className="second">{t('record.next.fallback')}</p>}
      {proposed && <p className="second">{describeProposal(t, record, proposed, now, zone)}</p>}
      {waits && !proposed && !isEarly && <p>{t('record.rules.closed', { when: formatDayAndTime(waits, now, zone) })}</p>}
      {isEarly && task && (
        <>
          <p className="acts">
            <Button look="do" size="tall" keys="C" whyId="next-early">
              {labelPrimaryAction(t, task, record.reachBy)}
            </Button>
            {mayRemind && (
              <Button size="tall" icon="clock" keys="R" busy={sending} onPress={() => void remind()}>
                {t('record.next.remind', { when: describeAtTime(t, beginsAt, now, zone) })}
              </Button>
            )}
          </p>
          <p className="second" id="next-early">
            <b>{early}</b>
            {isReminded && ` ${t('record.next.reminded', { when: describeAtTime(t, beginsAt, now, zone) })}`}
          </p>
        </>
      )}
      <p className="acts" ref={other}>
        {!isEarly && (
          <Button look="do" size="tall" keys="C" onPress={() => onStep(primary)}>
            {task ? labelPrimaryAction(t, task, record.reachBy) : t('record.do.reopen.label')}
          </Button>
        )}
        {mayLog && (
          <Button {...(isEarly ? { look: 'bare' } : {})} size="tall" keys="L" onPress={() => onStep('log')}>
            {t('record.next.log')}
          </Button>
        )}
        {isEarly && (
          <Button look="bare" size="tall" keys="Alt O" onPress={() => onStep(primary)}>
            {sooner}
          </Button>
        )}
        {task?.kind === 'plan_line' &&
          AGREED_CHANGES.map((action) => (
            <Button key={action} size="tall" onPress={() => onStep(findAgreedStep(task.no, action))}>
              {t(`record.agreed.${action}.label`)}
            </Button>
          ))}
        <Button look="bare" size="tall" keys="O" expanded={all} onPress={() => setAll(!all)}>
          {t('record.next.other')}
        </Button>
      </p>
      <FailureLine failure={failure} />
      {also.length > 0 && (
        <ul className={css.also} aria-label={t('record.next.also')}>
          {also.map((one) => (
            <li key={one.no} className="second">
              <Button look="bare" className="inline" onPress={() => onStep(findRecordStep(one.kind))}>
                {describeNextAction(t, one, record, now, zone)}
              </Button>{' '}
              <bdi dir="auto">{one.ownerName}</bdi>, {formatDayAndTime(one.dueAt, now, zone)}
            </li>
          ))}
        </ul>
      )}
      <AgreedTasks record={record} onStep={onStep} />
      {all && <OtherActions record={record} actions={elsewhere} onStep={onStep} onClose={shut} />}
    </StepFrame>
  )
}
