import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOfficeState } from '../../office'
import { announce, useCommands, SkipLink } from '../../ui'
import { CallHead } from './CallHead'
import { ParticipantList } from './people/ParticipantList'
import { ClosingPane } from './steps/ClosingPane'
import { HandOverMeeting } from './people/HandOverMeeting'
import { HoldClock } from './people/HoldClock'
import { CallNote } from './CallNote'
import { PausedMeeting } from './PausedMeeting'
import { findParticipantName } from './people/presence'
import { StepList } from './steps/StepList'
import { StepPane } from './steps/StepPane'
import { isSameStep, findStepToGoOn, type StepView } from './steps/step-words'
import { listWithoutRelease, useMeetingSession } from './meeting-session'
import { RevokeRelease, TakeBackContext } from './people/RevokeRelease'
import { ParticipantsPane } from './people/ParticipantsPane'
import css from './call.module.css'

type StepPlace = Pick<StepView, 'list' | 'no'>
/** The content of the middle: one step at a time, or what was opened beside the steps. */
type Pane = 'step' | 'people' | 'hand' | 'close' | 'take_back'

interface Props {
  readonly help: ReactNode
  readonly onLock: () => void
  readonly onLeave: () => void
}

/** The open meeting: head, clock and steps, the current step, the participants, and the note. */
export function CallScreen({ help, onLock, onLeave }: Props) {
  const { t } = useTranslation()
  const session = useMeetingSession()
  const { view, sendCommand: act, writePending: settle, clearFailure: clear } = session
  const me = useOfficeState()?.me?.id
  const mine = view.lead.id === me
  const running = view.runningSince !== null
  const [place, setPlace] = useState<StepPlace | null>(() => findStepToGoOn(view.steps) ?? null)
  const [pane, setPane] = useState<Pane>('step')
  const step = view.steps.find((one) => isSameStep(place, one))
  const at = step ? view.steps.indexOf(step) : -1

  const open = useCallback(
    (next: Pane, where?: StepPlace) =>
      void settle().then((written) => {
        // The step shows what could not be written, so the worker does not leave it.
        if (!written && next === 'step') return
        clear()
        if (where) setPlace(where)
        setPane(next)
      }),
    [settle, clear],
  )
  const next = async () => {
    if (!step) return open('close')
    if (!(await settle())) return
    if (step.state !== 'done' && !(await act({ kind: 'set_step', list: step.list, no: step.no, state: 'done', reason: '' }))) return
    onward()
  }
  const onward = () => {
    const following = view.steps[at + 1]
    if (following) open('step', following)
    else open('close')
  }
  const back = () => {
    const before = pane === 'close' ? view.steps.at(-1) : view.steps[at - 1]
    if (before) open('step', before)
  }
  const pause = () => void settle().then(() => act({ kind: running ? 'pause' : 'resume' }))
  // A meeting held earlier has no running clock; it is only recorded (C8).
  const atWork = mine && (running || view.late)
  // R2: a revocation is never undone, so the person is asked first, also where there is only one release.
  const takeBack = useCallback(() => open('take_back'), [open])
  useCommands([
    ...(mine && !view.late
      ? [{ id: 'call-pause', label: t(running ? 'meeting.pause' : 'meeting.resume'), keys: 'F6' as const, run: pause }]
      : []),
    ...(atWork
      ? [
          { id: 'call-hand', label: t('meeting.handOver'), keys: 'F7' as const, run: () => open('hand') },
          { id: 'call-end', label: t('meeting.end'), keys: 'F4' as const, run: () => open('close') },
          { id: 'call-take-back', label: t('meeting.steps.share.takeBack'), keys: 'Alt T' as const, run: takeBack },
          { id: 'call-who', label: t('meeting.people.change'), keys: 'Alt 0' as const, run: () => open('people') },
          { id: 'call-back', label: t('meeting.goBack'), keys: 'Alt ←' as const, run: back },
          ...(pane === 'step'
            ? [{ id: 'call-next', label: t('meeting.nextEnd'), keys: 'Ctrl Enter' as const, run: () => void next() }]
            : []),
          ...(pane === 'step' ? [] : [{ id: 'call-step', label: t('meeting.cancel'), keys: 'Esc' as const, run: () => open('step') }]),
        ]
      : []),
  ])
  useAnnounceHidden()

  return (
    <>
      <SkipLink>{t('meeting.skip')}</SkipLink>
      <div className={css.call}>
        <CallHead
          help={help}
          onPause={mine && !view.late ? pause : null}
          onHandOver={atWork ? () => open('hand') : null}
          onLock={onLock}
          onLeave={onLeave}
        />
        <StepList
          at={pane === 'step' && step ? step : null}
          closing={pane === 'close'}
          onOpen={(where) => open('step', where)}
          onEnd={() => open('close')}
        />
        <main id="main" className={css.step} tabIndex={-1} data-panels>
          {!atWork ? (
            <PausedMeeting mine={mine} />
          ) : pane === 'people' ? (
            <ParticipantsPane onDone={() => open('step')} alone />
          ) : pane === 'take_back' ? (
            <RevokeRelease onDone={() => setPane('step')} />
          ) : pane === 'hand' ? (
            <HandOverMeeting onDone={() => setPane('step')} />
          ) : pane === 'close' || !step ? (
            <ClosingPane onOpen={(where) => open('step', where)} onBack={back} />
          ) : (
            <TakeBackContext value={takeBack}>
              <StepPane
                key={`${step.list}${step.no}`}
                step={step}
                next={view.steps[at + 1]}
                first={at === 0}
                onNext={() => void next()}
                onBack={back}
                onLeftOut={onward}
              />
            </TakeBackContext>
          )}
          <HoldClock />
        </main>
        <ParticipantList onChange={atWork ? () => open('people') : null} />
        <CallNote />
      </div>
    </>
  )
}

/** Announces that the story is hidden in the same second in which it disappears (R2). */
function useAnnounceHidden(): void {
  const { t } = useTranslation()
  const { view, isHidden } = useMeetingSession()
  const was = useRef(isHidden)
  const who = listWithoutRelease(view)
    .map(({ no }) => findParticipantName(view, no))
    .join(', ')
  useEffect(() => {
    if (isHidden && !was.current) announce(t('meeting.cover.from', { who }))
    was.current = isHidden
  }, [isHidden, who, t])
}
