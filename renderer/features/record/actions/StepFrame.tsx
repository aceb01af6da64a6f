import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui'
import css from './step.module.css'

export const ATTEMPT_STEPS = ['safe', 'how', 'outcome', 'next'] as const
export type AttemptStep = (typeof ATTEMPT_STEPS)[number]

/** The frame of a step in place of the next action. It takes the focus when it opens and when its title changes. */
export function StepFrame({
  title,
  top,
  children,
  quiet,
}: {
  readonly title: ReactNode
  readonly top?: ReactNode
  readonly children: ReactNode
  readonly quiet?: boolean
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const key = typeof title === 'string' ? title : ''
  useEffect(() => {
    if (quiet) return
    // Scrolls to its buttons too where the window is high enough, otherwise to its beginning.
    const whole = heading.current?.parentElement
    // The person's label stays in view where both fit.
    document.getElementById('who')?.scrollIntoView({ block: 'nearest' })
    whole?.scrollIntoView({ block: whole.offsetHeight > window.innerHeight * 0.7 ? 'start' : 'nearest' })
    heading.current?.focus({ preventScroll: true })
  }, [key, quiet])
  return (
    <section className={css.try} data-panel aria-labelledby="step-title">
      {top}
      <h2 id="step-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}

/** The progress of an attempt: 1 Safe? 2 How 3 What came of it 4 Next. */
export function AttemptProgress({
  at,
  from = 'safe',
  which,
}: {
  readonly at: AttemptStep
  readonly from?: AttemptStep
  readonly which: ReactNode
}) {
  const { t } = useTranslation()
  const steps = ATTEMPT_STEPS.slice(ATTEMPT_STEPS.indexOf(from))
  return (
    <ol className={`${css.steps} small`} aria-label={t('record.steps.label')}>
      {steps.map((step) => {
        const place = ATTEMPT_STEPS.indexOf(step)
        const done = place < ATTEMPT_STEPS.indexOf(at)
        return (
          <li key={step} className={done ? css.was : undefined} {...(step === at ? { 'aria-current': 'step' as const } : {})}>
            {done ? (
              <>
                <Icon name="confirmed" />
                {t(`record.steps.${step}`)}
                <span className="hidden">, {t('record.steps.done')}</span>
              </>
            ) : (
              `${place + 1} ${t(`record.steps.${step}`)}`
            )}
          </li>
        )
      })}
      <li className={css.which}>{which}</li>
    </ol>
  )
}
