import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams, useSearch } from 'wouter'
import type { RecordView } from '#shared/contract/handoff/record'
import { describeFailure, ROUTES, useMinute, useOffice, useZone } from '../../office'
import { type RecordStep, parseRecordStep } from '../../components'
import { Button, EmptyState, Icon, Loading, useCommands } from '../../ui'
import { ActionForm } from './actions/ActionForm'
import { listActions } from './actions/record-actions'
import { AccompanimentLine } from './summary/AccompanimentLine'
import { AskFeedback } from './actions/AskFeedback'
import { AttemptForm } from './attempt/AttemptForm'
import { BeginMeeting, useOpenMeeting } from './actions/BeginMeeting'
import { CallWaitStep } from './attempt/CallWaitStep'
import { ConfirmPanel } from './confirmation/ConfirmPanel'
import { HandoffFacts } from './summary/HandoffFacts'
import { BreakGlassBanner } from './access/BreakGlassBanner'
import { RecordHead } from './summary/RecordHead'
import { History } from './summary/History'
import { InterpreterStep } from './attempt/InterpreterStep'
import { NextAction } from './actions/NextAction'
import { linkToPlan, ContactPlanPanel } from './summary/ContactPlanPanel'
import { ContactWarnings } from './summary/ContactWarnings'
import { BoardStrip } from './summary/BoardStrip'
import { UndoAttempt } from './attempt/UndoAttempt'
import { WhatWentWellForm } from './actions/WhatWentWellForm'
import css from './summary/record.module.css'

/** The page `#/handoffs/:id`, opened at a step by `?do=`. The step is taken once: going back does not open it again. */
export function RecordPage() {
  const { t } = useTranslation()
  const params = useParams<{ id: string }>()
  const [id = '', inHash = ''] = (params.id ?? '').split('?')
  const search = useSearch()
  const [, go] = useLocation()
  const [step, setStep] = useState<{ readonly id: string; readonly step: RecordStep | null } | null>(null)
  const wanted = new URLSearchParams(search).get('do') ?? new URLSearchParams(inHash).get('do')
  useEffect(() => {
    if (wanted === null) return
    setStep({ id, step: parseRecordStep(wanted) })
    // The rest of the query is the board's: its sort and filters.
    const rest = new URLSearchParams(search)
    rest.delete('do')
    go(`/handoffs/${id}?${rest.toString()}`, { replace: true })
  }, [wanted, id, go, search])
  const { value: record, failure } = useOffice('handoff.read', { id })
  const open = (next: RecordStep | null) => setStep(next === null ? null : { id, step: next })
  const inStep = step?.id === id
  // Declared here, not with the record, so that Esc also leaves a record that cannot be opened.
  useCommands([
    {
      id: 'record-back',
      label: t(inStep ? 'record.steps.cancel' : 'record.strip.back'),
      keys: 'Esc',
      run: () => (inStep ? setStep(null) : go('/board')),
    },
  ])
  return (
    <main id="main" className={`main ${css.rec}`}>
      <BoardStrip current={id} />
      <div className={css.page}>
        {record ? (
          <OpenRecord key={record.id} record={record} step={step?.id === id ? step.step : null} onStep={open} />
        ) : (
          <article className={css.main}>
            {failure ? (
              <>
                <h1 className="hidden">{t('frame.app')}</h1>
                <EmptyState
                  title={describeFailure(t, failure)}
                  action={
                    <Button look="do" keys="Esc" onPress={() => go('/board')}>
                      {t('record.strip.back')}
                    </Button>
                  }
                />
              </>
            ) : (
              <Loading>{t('record.loading')}</Loading>
            )}
          </article>
        )}
      </div>
    </main>
  )
}

function OpenRecord({
  record,
  step,
  onStep,
}: {
  readonly record: RecordView
  readonly step: RecordStep | null
  readonly onStep: (step: RecordStep | null) => void
}) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const actions = listActions({ t, record, now, zone })
  const meeting = useOpenMeeting(record)
  const openStep = (next: RecordStep) => {
    if (next === 'meet' && meeting) return go(ROUTES.meeting(meeting.id))
    if (next === 'along') return go(ROUTES.accompaniment(record.id))
    if (next === 'bounce') return go(`/handoffs/${record.id}/bounce`)
    if (next === 'plan') return go(linkToPlan(record))
    return onStep(next)
  }
  const close = () => onStep(null)
  useEffect(() => {
    // The board may lead here for the plan; its page needs the person's id, which only the record has.
    if (step === 'plan') go(linkToPlan(record), { replace: true })
    if (step === 'bounce') go(`/handoffs/${record.id}/bounce`, { replace: true })
  }, [step, record, go])
  useCommands([
    { id: 'verify', label: t('record.plan.verify'), keys: 'V', run: () => go(linkToPlan(record)) },
    { id: 'bounce', label: t('record.do.bounce.label'), keys: 'B', run: () => openStep('bounce') },
    ...(record.tasks.length > 0
      ? [{ id: 'meet', label: t(meeting ? 'meetings.goOn' : 'meetings.begin'), keys: 'M' as const, run: () => openStep('meet') }]
      : []),
  ])
  return (
    <>
      <article className={css.main} aria-labelledby="who">
        {record.breakGlassUntil !== null && <BreakGlassBanner until={record.breakGlassUntil} />}
        <RecordHead record={record} />
        {meeting && (
          <p className={css.stateLine}>
            <Icon name="meetings" />
            <span>{t('meetings.isOpen', { mode: t(`meeting.mode.${meeting.mode}`), who: meeting.lead.name })}</span>
            <Button keys="M" onPress={() => openStep('meet')}>
              {t('meetings.goOn')}
            </Button>
          </p>
        )}
        {record.undo && step !== 'attempt' && step !== 'log' && <UndoAttempt id={record.id} undo={record.undo} />}
        <AccompanimentLine record={record} />
        <ContactWarnings record={record} withRules={step !== 'attempt'} />
        <CurrentStep record={record} step={step} actions={actions} onStep={openStep} onClose={close} />
        <HandoffFacts record={record} />
        <History record={record} />
      </article>
      <ContactPlanPanel record={record} onStep={openStep} />
    </>
  )
}

interface CurrentStepProps {
  readonly record: RecordView
  readonly step: RecordStep | null
  readonly actions: ReturnType<typeof listActions>
  readonly onStep: (step: RecordStep) => void
  readonly onClose: () => void
}

/** The next action, or the open step in its place. Never a modal. */
function CurrentStep({ record, step, actions, onStep, onClose }: CurrentStepProps) {
  const was = useRef(step)
  const back = was.current !== null
  useEffect(() => {
    was.current = step
  }, [step])
  if (step === 'attempt' || step === 'log')
    return <AttemptForm key={step} record={record} from={step} onClose={onClose} onConfirm={() => onStep('confirm')} onAction={onStep} />
  if (step === 'confirm' && record.confirmedAt === null) return <ConfirmPanel record={record} onClose={onClose} />
  if (step === 'check' && record.state.kind === 'waiting_for_her')
    return (
      <CallWaitStep
        record={record}
        mayGoOn={actions.some((one) => one.id === 'end-wait' && one.why === null)}
        onStep={onStep}
        onClose={onClose}
      />
    )
  if (step === 'well') return <WhatWentWellForm record={record} onClose={onClose} />
  if (step === 'asks') return <AskFeedback record={record} onClose={onClose} />
  if (step === 'meet') return <BeginMeeting record={record} onClose={onClose} />
  if (step === 'interpreter' && record.plan !== null) return <InterpreterStep record={record} onClose={onClose} />
  const act = step === null ? undefined : actions.find((one) => one.id === step && one.why === null)
  return act ? (
    <ActionForm key={act.id} record={record} action={act} onClose={onClose} />
  ) : (
    <NextAction record={record} actions={actions} onStep={onStep} back={back} />
  )
}
