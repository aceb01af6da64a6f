import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TaskView } from '#shared/contract/handoff/board'
import type { ProposalView, RecordView } from '#shared/contract/handoff/record'
import { findNextSafeHours } from '#shared/domain/contact/safe-hours'
import type { AttemptOutcome } from '#shared/domain/core/vocabulary'
import { formatDayAndTime, formatElapsed, formatTime } from '#shared/domain/core/wording'
import { isContactProposed } from '#shared/domain/handoff/state-questions'
import { FailureLine, useMinute, useZone } from '../../../office'
import { describeNextAction, type RecordStep } from '../../../components'
import { announce, Button, capitalize, Checkbox, Icon, useCommands } from '../../../ui'
import { AttemptOrdinal } from './AttemptOrdinal'
import { describeProposal } from './proposal-words'
import { StepFrame, AttemptProgress } from '../actions/StepFrame'
import { useHandoffCommand } from '../actions/use-handoff-command'
import css from '../actions/step.module.css'

interface Props {
  readonly record: RecordView
  readonly outcome: AttemptOutcome
  /** All four steps were gone through, not only the last two. */
  readonly whole: boolean
  readonly onUndone: () => void
  readonly onAction: (step: RecordStep) => void
  readonly onClose: () => void
}

type Slot = Extract<ProposalView, { kind: 'slot' }>

/** Step 4: what the office proposes next, and why (C5). The task is open already; here it is accepted, moved or assigned. */
export function ProposalStep({ record, outcome, whole, onUndone, onAction, onClose }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const { run, failure, sending } = useHandoffCommand(record.id)
  // Nothing is proposed where the engine proposes nothing: on a bounced record its own action is what is next.
  const mayAsk = isContactProposed(record.state) && record.loopBackAllowed && record.loopBack === null
  const [wish, setAsk] = useState<boolean | null>(null)
  // Asked beside the third attempt (C5). Until the worker says otherwise it follows the record, which is read again after the attempt was
  // saved.
  const ask = wish ?? (record.tries >= 2 || outcome === 'number_not_in_service')
  const { proposal } = record
  const task = record.tasks[0]
  const asking = mayAsk && ask
  const slot = proposal?.kind === 'slot' ? proposal : null
  const hoursEnd = findSafeEnd(slot, record, zone)
  const at = slot && task && task.dueAt >= slot.at && isContactTask(task) ? task.dueAt : (slot?.at ?? null)

  const undo = async () => {
    if (record.undo === null) return
    if (!(await run({ kind: 'withdraw_attempt', no: record.undo.no }))) return
    announce(t('record.outcome.undone'))
    onUndone()
  }
  const take = async () => {
    if (asking && !(await run({ kind: 'ask_source' }))) return
    onClose()
  }
  const mayUndo = record.undo !== null
  useCommands([
    { id: 'take', label: t('record.ahead.good'), keys: 'Enter', run: () => void take() },
    ...(mayUndo ? [{ id: 'undo', label: t('record.ahead.undo'), keys: 'Ctrl Z' as const, run: () => void undo() }] : []),
    { id: 'other-time', label: t('record.ahead.other'), keys: 'T', run: () => onAction('move') },
    { id: 'someone-else', label: t('record.ahead.someone'), keys: 'G', run: () => onAction('move') },
  ])
  const later = [
    ...(hoursEnd === null ? [] : [{ at: hoursEnd, words: t('record.ahead.hoursEnd') }]),
    ...(proposal ? [{ at: record.bounceDueAt, words: t('record.ahead.bounce') }] : []),
  ]
  const saved = t('record.outcome.saved', { what: t(`vocabulary.outcome.${outcome}`).toLowerCase(), time: formatTime(now, zone) })
  const title =
    at !== null
      ? at <= now
        ? t('record.ahead.now')
        : t('record.ahead.again', { when: formatDayAndTime(at, now, zone) })
      : describeHeading(t, record, task, now, zone)
  const bounceNow = proposal?.kind === 'windows_over' || proposal?.kind === 'tries_made' || proposal?.kind === 'no_safe_moment'
  return (
    <StepFrame title={title} top={<AttemptProgress at="next" from={whole ? 'safe' : 'outcome'} which={saved} />}>
      <p className={css.because}>
        {slot && at !== null && at !== slot.at ? (
          t(record.direction === 'incoming' ? 'record.ahead.moved' : 'record.ahead.leaveTime')
        ) : slot ? (
          <bdi dir="auto">
            {describeProposal(t, record, slot, now, zone)}
            {hoursEnd !== null &&
              ` ${t('record.ahead.until', { contacts: t(`handoffState.contacts.${record.reachBy}`), time: formatTime(hoursEnd, zone) })}`}
          </bdi>
        ) : (
          <ProposalReason record={record} />
        )}
      </p>
      <ol className={`timeline ${css.ahead}`} aria-label={t('record.ahead.label')}>
        <li>
          <span className="m">{formatTime(record.attemptsAt.at(-1) ?? now, zone)}</span>
          <span className="dot" aria-hidden="true" />
          <p>
            {t(`vocabulary.outcome.${outcome}`)}
            {mayUndo && (
              <>
                {' '}
                <Button look="bare" className="inline" keys="Ctrl Z" busy={sending} onPress={() => void undo()}>
                  {t('record.ahead.undo')}
                </Button>
              </>
            )}
          </p>
        </li>
        {slot && at !== null && (
          <>
            {slot.because.includes('gap') && at === slot.at && (
              <li className={css.gap}>
                <span className="m">{formatElapsed(at - (record.attemptsAt.at(-1) ?? now))}</span>
                <span aria-hidden="true" />
                <p className="second">{t('record.ahead.gap')}</p>
              </li>
            )}
            <li className={css.pick}>
              <span className="m">{formatDayAndTime(at, now, zone)}</span>
              <span className={css.hereDot} aria-hidden="true" />
              <p>
                <b>{capitalize(t('record.ahead.theTry', { nth: describeOrdinal(t, record.tries) }))}</b>{' '}
                <span className="muted">
                  <bdi dir="auto">
                    {hoursEnd !== null
                      ? t('record.ahead.who', { who: task?.ownerName ?? '', time: formatTime(hoursEnd, zone) })
                      : (task?.ownerName ?? '')}
                  </bdi>
                </span>
              </p>
            </li>
          </>
        )}
        {later
          .toSorted((a, b) => a.at - b.at)
          .map((line) => (
            <li key={line.words}>
              <span className="m">{formatDayAndTime(line.at, now, zone)}</span>
              <span className="dot" aria-hidden="true" />
              <p className="muted">{line.words}</p>
            </li>
          ))}
      </ol>
      {mayAsk && (
        <Checkbox on={ask} onChange={setAsk}>
          {t('record.ahead.alsoAsk', { who: record.from })}
        </Checkbox>
      )}
      <FailureLine failure={failure} />
      <p className="acts">
        <Button look="do" size="tall" keys="Enter" busy={sending} onPress={() => void take()}>
          {at === null
            ? t(asking ? 'record.ahead.askOnly' : 'record.ahead.good', { who: record.from })
            : t(asking ? 'record.ahead.takeAsk' : 'record.ahead.take', { time: formatTime(at, zone) })}
        </Button>
        {task && (
          <Button size="tall" keys="T" onPress={() => onAction('move')}>
            {t('record.ahead.other')}
          </Button>
        )}
        {task && (
          <Button size="tall" keys="G" onPress={() => onAction('move')}>
            {t('record.ahead.someone')}
          </Button>
        )}
        {bounceNow && (
          <Button size="tall" keys="B" onPress={() => go(`/handoffs/${record.id}/bounce`)}>
            {t('record.ahead.toBounce')}
          </Button>
        )}
      </p>
      {failure === null && record.state.kind !== 'waiting_for_her' && outcome === 'someone_else_answered' && (
        <p className="note-line">
          <Icon name="note" />
          <Button look="bare" onPress={() => onAction('plan')}>
            {t('record.do.plan.label')}
          </Button>
        </p>
      )}
      <p className="hidden">
        <AttemptOrdinal record={record} />
      </p>
    </StepFrame>
  )
}

const CONTACT_TASKS: readonly TaskView['kind'][] = ['reach_her', 'neutral_check', 'relay', 'chase_receiver', 'meet_her', 'find_another_way']
const isContactTask = (task: TaskView): boolean => CONTACT_TASKS.includes(task.kind)
/** The safe times bind only where we reach the person ourselves, and where some are known (H8). */
const isBoundByHours = (record: RecordView): boolean =>
  record.direction === 'incoming' && (record.plan?.rules.safeHours.kind === 'times' || (record.plan?.rules.neverHours.length ?? 0) > 0)

/** Finds the end of the safe stretch that contains the proposed moment; the proposal's own end may be the window's. */
const findSafeEnd = (slot: Slot | null, record: RecordView, zone: string): number | null =>
  slot && record.plan && isBoundByHours(record)
    ? (findNextSafeHours(record.plan.rules.safeHours, record.plan.rules.neverHours, slot.at, zone)?.until ?? null)
    : null

const NTH = ['1', '2', '3', '4', '5'] as const
const describeOrdinal = (t: TFunction, tries: number): string => t(`handoffState.nth.${NTH[tries] ?? 'more'}`)

function describeHeading(t: TFunction, record: RecordView, task: TaskView | undefined, now: number, zone: string): string {
  if (record.proposal?.kind === 'tries_made') return t('record.ahead.triesMade')
  if (record.proposal?.kind === 'windows_over') return t('record.ahead.windowsOver')
  if (record.proposal?.kind === 'no_safe_moment') return t('record.ahead.noMoment')
  return task ? describeNextAction(t, task, record, now, zone) : t('record.next.none')
}

function ProposalReason({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { proposal, state } = record
  const bounce = { when: formatDayAndTime(record.bounceDueAt, now, zone) }
  switch (proposal?.kind) {
    case 'tries_made':
      return t('record.ahead.triesMadeWhy', bounce)
    case 'windows_over':
      return t('record.ahead.windowsOverWhy')
    case 'no_safe_moment':
      return (
        <>
          {t('record.ahead.noMomentWhy', bounce)}{' '}
          {proposal.next && t('record.ahead.noMomentNext', { when: formatDayAndTime(proposal.next.from, now, zone) })}
        </>
      )
    case 'slot':
    case undefined:
      return state.kind === 'waiting_for_her' ? (
        <>
          {t('record.ahead.waiting', { why: t(`vocabulary.waiting.${state.why}`).toLowerCase() })}.{' '}
          {t('record.ahead.wait', { when: formatDayAndTime(state.checkAt, now, zone) })}
        </>
      ) : null
  }
}
