import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { STEP_LISTS, type StepList as List } from '#shared/domain/meeting/steps'
import { formatDayAndTime, formatDay, formatTime } from '#shared/domain/core/wording'
import { useMinute, useNow, useZone } from '../../../office'
import { Icon } from '../../../ui'
import { formatLength, formatMachineLength, measureRunningTime } from '../people/presence'
import { isSameStep, describeStepBriefly, type StepView } from './step-words'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

interface Props {
  readonly at: StepView | null
  readonly closing: boolean
  readonly onOpen: (step: StepView) => void
  readonly onEnd: () => void
}

/** The clock of the meeting, and the steps before, during and after. The current part is expanded. */
export function StepList({ at, closing, onOpen, onEnd }: Props) {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [at?.list, at?.no])
  const spread: List = at?.list ?? (closing ? 'after' : 'during')
  return (
    <nav className={css.steps} aria-label={t('meeting.stepsLabel')} ref={place}>
      <MeetingClock />
      {STEP_LISTS.map((list) => {
        const steps = view.steps.filter((one) => one.list === list)
        if (steps.length === 0) return null
        const done = steps.filter((one) => one.state !== 'open').length
        return (
          <section key={list} aria-label={t(`meeting.list.${list}`)}>
            <h2 className={done === steps.length ? css.done : undefined}>
              {done === steps.length && <Icon name="confirmed" className="is-confirmed" />}
              {view.closed === null ? (
                <button type="button" onClick={() => steps[0] && onOpen(steps.find((one) => one.state === 'open') ?? steps[0])}>
                  {t(`meeting.list.${list}`)}
                </button>
              ) : (
                t(`meeting.list.${list}`)
              )}
              <span className={css.count}>
                {done === 0 && list !== spread
                  ? t('meeting.countAll', { count: steps.length })
                  : t('meeting.count', { done, all: steps.length })}
              </span>
            </h2>
            {list === spread && (
              <ol>
                {steps.map((step) => (
                  <StepLine key={step.no} step={step} here={isSameStep(at, step)} onOpen={onOpen} />
                ))}
              </ol>
            )}
          </section>
        )
      })}
      {view.closed === null && (
        <p className={css.endLine}>
          <button type="button" onClick={onEnd} {...(closing ? { 'aria-current': 'step' as const } : {})}>
            {t('meeting.end')} <kbd aria-hidden="true">F4</kbd>
          </button>
        </p>
      )}
    </nav>
  )
}

function StepLine({ step, here, onOpen }: { readonly step: StepView; readonly here: boolean; readonly onOpen: (step: StepView) => void }) {
  const { t } = useTranslation()
  const over = useMeetingSession().view.closed !== null
  const words = (
    <>
      <span dir="auto">{describeStepBriefly(t, step)}</span>
      {step.state !== 'open' && <span className="hidden">, {t(step.state === 'done' ? 'meeting.done' : 'meeting.skipped')}</span>}
    </>
  )
  return (
    <li className={step.state === 'open' || here ? undefined : css.done}>
      {step.state === 'done' ? (
        <Icon name="confirmed" className="is-confirmed" />
      ) : (
        <span aria-hidden="true">{step.state === 'skipped' ? '–' : ''}</span>
      )}
      {over ? (
        <span>{words}</span>
      ) : (
        <button type="button" onClick={() => onOpen(step)} {...(here ? { 'aria-current': 'step' as const } : {})}>
          {words}
        </button>
      )}
    </li>
  )
}

/** Elapsed time without the pauses: a clock change or midnight does not alter it (T3). */
function MeetingClock() {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const now = useNow()
  const minute = useMinute()
  const zone = useZone()
  const ran = measureRunningTime(view, now)
  const began =
    formatDay(view.startedAt, minute, zone) === 'today' ? formatTime(view.startedAt, zone) : formatDayAndTime(view.startedAt, minute, zone)
  return (
    <p className={css.clock}>
      {!view.late && (
        <>
          <span className="hidden">{t('meeting.clock.label')} </span>
          <time dateTime={formatMachineLength(ran)}>{formatLength(ran)}</time>
        </>
      )}
      <span className="second">
        {view.late
          ? t('meeting.clock.late', { when: began })
          : `${view.runningSince === null && view.closed === null ? `${t('meeting.clock.paused')}, ` : ''}${t('meeting.clock.since', { when: began })}`}
      </span>
    </p>
  )
}
