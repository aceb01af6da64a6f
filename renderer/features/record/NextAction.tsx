import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskView } from '#shared/contract/board'
import type { RecordView } from '#shared/contract/record'
import { clockTime } from '#shared/domain/wording'
import { useMinute, useReasons, useZone } from '../../office'
import { Button, nextActionWords, primaryWords, stepOf, useCommands } from '../../ui'
import type { Act } from './act'
import { stepFor } from './acts-agreed'
import { Agreed } from './Agreed'
import { Others } from './Others'
import { proposalWords } from './proposal-words'
import { Step } from './Step'
import css from './step.module.css'

interface Props {
  readonly record: RecordView
  readonly acts: readonly Act[]
  readonly onStep: (step: string) => void
  /** A step was closed just now: the cursor comes back here, not to the top of the page. */
  readonly back: boolean
}

/** What else may become of a line of a plan, besides being done. */
const AGREED = ['move', 'drop'] as const
const OURS: readonly TaskView['kind'][] = ['reach_her', 'neutral_check', 'relay']

/** The next action, pinned: what, who, when; one filled button; what else can be done behind "Other". */
export function NextAction({ record, acts, onStep, back }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const [task, ...rest] = record.tasks
  const also = rest.filter(({ kind }) => kind !== 'plan_line')
  const elsewhere = acts.filter(({ beside }) => beside !== true)
  const [all, setAll] = useState(false)
  const other = useRef<HTMLParagraphElement>(null)
  const reasons = useReasons()
  const bounce = record.bounces.find((one) => one.settledAt === null)
  const closed = record.closed
  const isOpen = task !== undefined
  const contacting = ['contact_due', 'attempting', 'loop_back_asked', 'waiting_for_her', 'bounced', 'reached_not_confirmed'].includes(
    record.state.kind,
  )
  // P1: said before she is called, not only when the number is refused.
  const plan = record.plan
  const waits = task && (task.kind === 'reach_her' || task.kind === 'neutral_check') && plan?.safeNow === false && plan.nextSafe?.from
  // C5: why then, said where it stands; not where somebody chose another time.
  const planned = record.tasks.find((one) => OURS.includes(one.kind))
  const proposed =
    record.proposal?.kind === 'slot' && record.direction === 'incoming' && planned && !planned.byHand ? record.proposal : null
  const primary = task ? stepFor(task) : 'reopen'
  useCommands([
    { id: 'primary', label: task ? primaryWords(t, task) : t('record.do.reopen.label'), keys: 'Enter', run: () => onStep(primary) },
    ...(isOpen && contacting ? [{ id: 'log', label: t('record.next.log'), keys: 'L', run: () => onStep('log') }] : []),
    { id: 'other', label: t('record.next.other'), keys: 'O', run: () => setAll((before) => !before) },
    ...elsewhere
      .filter((act) => act.why === null)
      .map((act) => ({ id: `act-${act.id}`, label: act.label, ...(act.keys ? { keys: act.keys } : {}), run: () => onStep(act.id) })),
  ])
  const shut = () => {
    setAll(false)
    other.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  }
  return (
    <Step
      quiet={!back}
      title={task ? nextActionWords(t, task, record, now, zone) : t('record.next.none')}
      top={
        <p className={`${css.tryTop} small`}>
          <span>{t('record.next.title')}</span>
          <span>
            {isOpen && contacting && record.triesWanted > 0
              ? t('record.next.tries', { count: record.tries, wanted: record.triesWanted })
              : ''}
          </span>
        </p>
      }
    >
      {task && (
        <p className="second">
          <bdi dir="auto">{task.ownerName}</bdi>, {t('record.next.due', { when: clockTime(task.dueAt, now, zone) })}
          {task.until !== null && `, ${t('record.next.until', { when: clockTime(task.until, now, zone) })}`}
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
      {record.fallbackFollowed && contacting && record.tries > 0 && <p className="second">{t('record.next.fallback')}</p>}
      {proposed && <p className="second">{proposalWords(t, record, proposed, now, zone)}</p>}
      {waits && !proposed && <p>{t('record.rules.closed', { when: clockTime(waits, now, zone) })}</p>}
      <p className="acts" ref={other}>
        <Button look="do" size="tall" keys="Enter" onPress={() => onStep(primary)}>
          {task ? primaryWords(t, task) : t('record.do.reopen.label')}
        </Button>
        {isOpen && contacting && (
          <Button size="tall" keys="L" onPress={() => onStep('log')}>
            {t('record.next.log')}
          </Button>
        )}
        {task?.kind === 'plan_line' &&
          AGREED.map((act) => (
            <Button key={act} size="tall" onPress={() => onStep(`${primary}-${act}`)}>
              {t(`record.agreed.${act}.label`)}
            </Button>
          ))}
        <Button look="bare" size="tall" keys="O" expanded={all} onPress={() => setAll(!all)}>
          {t('record.next.other')}
        </Button>
      </p>
      {also.length > 0 && (
        <ul className={css.also} aria-label={t('record.next.also')}>
          {also.map((one) => (
            <li key={one.no} className="second">
              <Button look="bare" className="inline" onPress={() => onStep(stepOf(one.kind))}>
                {nextActionWords(t, one, record, now, zone)}
              </Button>{' '}
              <bdi dir="auto">{one.ownerName}</bdi>, {clockTime(one.dueAt, now, zone)}
            </li>
          ))}
        </ul>
      )}
      <Agreed record={record} onStep={onStep} />
      {all && <Others record={record} acts={elsewhere} contacting={contacting} onStep={onStep} onClose={shut} />}
    </Step>
  )
}
