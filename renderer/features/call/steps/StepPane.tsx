import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, useMinute, useZone } from '../../../office'
import { OwnWords } from '../../../components'
import { Button, Field, useCommands } from '../../../ui'
import { StepPart } from '../parts/StepPart'
import { describeNextStep, describeStepQuestion, type StepView } from './step-words'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

interface Props {
  readonly step: StepView
  readonly next: StepView | undefined
  readonly first: boolean
  readonly onNext: () => void
  readonly onBack: () => void
  readonly onLeftOut: () => void
}

/** One step: the question in large type, what to say aloud, its content, and the button to the next. */
export function StepPane({ step, next, first, onNext, onBack, onLeftOut }: Props) {
  const { t } = useTranslation()
  const { view, failure } = useMeetingSession()
  const heading = useRef<HTMLHeadingElement>(null)
  const [leaving, setLeaving] = useState(false)
  useEffect(() => {
    // Where there is one thing to write, the cursor is in it; otherwise the question is announced.
    const field = heading.current?.closest('main')?.querySelector<HTMLElement>('[data-first] :is(textarea, input)')
    ;(field ?? heading.current)?.focus({ preventScroll: true })
    heading.current?.closest('main')?.scrollTo({ top: 0 })
  }, [])
  useCommands(
    step.state === 'open' ? [{ id: 'call-leave-out', label: t('meeting.leaveOut.label'), keys: 'Alt S', run: () => setLeaving(true) }] : [],
  )
  const of = view.steps.filter((one) => one.list === step.list)
  return (
    <>
      <p className="second">
        {t('meeting.at', { no: step.no + 1, all: of.length, how: t(step.required ? 'meeting.required' : 'meeting.optional') })}
      </p>
      <h1 ref={heading} tabIndex={-1} dir="auto" id="call-step">
        {describeStepQuestion(t, step)}
      </h1>
      <SayAloud step={step} />
      <StepPart step={step} />
      <LookedAtStep step={step} />
      {!leaving && <FailureLine failure={failure} />}
      {leaving ? (
        <LeaveOutForm step={step} onDone={onLeftOut} onClose={() => setLeaving(false)} />
      ) : (
        <p className={`acts ${css.go}`}>
          <Button look="do" size="big" keys="Ctrl Enter" onPress={onNext}>
            {describeNextStep(t, next)}
          </Button>
          {!first && (
            <Button size="big" keys="Alt ←" onPress={onBack}>
              {t('meeting.goBack')}
            </Button>
          )}
          {step.state === 'open' && (
            <Button look="bare" size="big" keys="Alt S" onPress={() => setLeaving(true)}>
              {t('meeting.leaveOut.label')}
            </Button>
          )}
        </p>
      )}
    </>
  )
}

function SayAloud({ step }: { readonly step: StepView }) {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  if (step.does === 'check') return null
  const ask = t(`meeting.steps.${step.does}.ask`)
  return (
    <p className="say">
      {t(`meeting.steps.${step.does}.say`, { label: view.label })}{' '}
      {view.withoutHer === null ? ask && <OwnWords>{ask}</OwnWords> : t('meeting.withoutHerSay')}
    </p>
  )
}

/** A step that is finished: when and by whom, why it was left out, and the button to reopen it. */
function LookedAtStep({ step }: { readonly step: StepView }) {
  const { t } = useTranslation()
  const { sendCommand: act } = useMeetingSession()
  const now = useMinute()
  const zone = useZone()
  if (step.state === 'open' || step.at === null) return null
  const values = { when: formatDayAndTime(step.at, now, zone), who: step.by ?? '' }
  return (
    <p className={`second ${css.was}`}>
      <bdi dir="auto">
        {t(step.state === 'done' ? 'meeting.was' : 'meeting.wasSkipped', values)}{' '}
        {step.reason && t('meeting.because', { reason: step.reason })}
      </bdi>{' '}
      <Button
        look="bare"
        className="inline"
        onPress={() => void act({ kind: 'set_step', list: step.list, no: step.no, state: 'open', reason: '' })}
      >
        {t('meeting.again')}
      </Button>
    </p>
  )
}

/** Leaves a step out: a required one with a reason, any other without (M3). */
function LeaveOutForm({ step, onDone, onClose }: { readonly step: StepView; readonly onDone: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { sendCommand: act, failure, partialText: half, setPartialText: setHalf } = useMeetingSession()
  const name = `why:${step.list}${step.no}`
  const reason = half(name) ?? ''
  const [needed, setNeeded] = useState(false)
  const save = async () => {
    if (step.required && reason.trim() === '') return setNeeded(true)
    if (!(await act({ kind: 'set_step', list: step.list, no: step.no, state: 'skipped', reason }))) return
    setHalf(name, null)
    onDone()
  }
  useCommands([
    { id: 'call-left-out', label: t('meeting.leaveOut.send'), keys: 'Ctrl Enter', run: () => void save() },
    { id: 'call-not-left-out', label: t('meeting.cancel'), keys: 'Esc', run: onClose },
  ])
  return (
    <div className={`stack ${css.go}`}>
      <Field
        label={t('meeting.leaveOut.why')}
        value={reason}
        error={needed && reason.trim() === '' ? t('meeting.leaveOut.needed') : undefined}
        hint={step.required ? t('meeting.leaveOut.hint') : undefined}
        autoFocus
        onChange={(text) => setHalf(name, text)}
      />
      <FailureLine failure={failure} />
      <p className="acts">
        <Button look="do" size="big" keys="Ctrl Enter" onPress={() => void save()}>
          {t('meeting.leaveOut.send')}
        </Button>
        <Button size="big" keys="Esc" onPress={onClose}>
          {t('meeting.cancel')}
        </Button>
      </p>
    </div>
  )
}
