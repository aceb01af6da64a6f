import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import type { AccompanimentView } from '#shared/contract/handoff/accompaniment'
import { ACCOMPANIMENT_STAGES, countStepsBack, type AccompanimentStage } from '#shared/domain/accompaniment/stages'
import { formatNumberWord } from '#shared/domain/core/wording'
import { describeFailure, FailureLine, ROUTES } from '../../office'
import { announce, Button, numberKey, useCommands } from '../../ui'
import type { NearStage, AccompanimentCalls } from './use-accompaniment-calls'

type StageQuestion = NonNullable<AccompanimentView['ask']>

/** Lists four answers: the proposal, its two neighbours, and going on alone. The first one's key is 1. */
function listAnswers({ stage, proposed }: StageQuestion): readonly AccompanimentStage[] {
  const others = ACCOMPANIMENT_STAGES.filter((one) => one !== proposed && one !== 'stepped_back').toSorted(
    (a, b) => Math.abs(countStepsBack(stage, a)) - Math.abs(countStepsBack(stage, b)) || countStepsBack(a, b),
  )
  const near = [proposed, ...others].slice(0, proposed === 'stepped_back' ? 4 : 3)
  return near.includes('stepped_back') ? near : [...near, 'stepped_back']
}

interface Props {
  readonly view: AccompanimentView
  readonly ask: StageQuestion
  readonly write: AccompanimentCalls
  readonly onDecided: () => void
  /** Called when words are required first. */
  readonly onWords: (stage: AccompanimentStage) => void
  readonly onEnd: () => void
}

/** Asks for the next stage (A1): the app proposes, the person decides. */
export function AskStage({ view, ask, write, onDecided, onWords, onEnd }: Props) {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<Failure | null>(null)
  const who = view.worker
  const answers = listAnswers(ask)
  const refused = (stage: AccompanimentStage) => countStepsBack(ask.stage, stage) > 0 && !ask.confident
  const take = (stage: AccompanimentStage) => {
    if (refused(stage) || write.busy) return
    if (stage === 'stepped_back' || countStepsBack(ask.stage, stage) > 1) return onWords(stage)
    void write.decide(ask.meetingId, stage as NearStage, '').then((answer) => {
      setFailure(answer.ok ? null : answer.failure)
      if (!answer.ok) return
      announce(t('accompaniment.saved'))
      onDecided()
    })
  }
  const label = (stage: AccompanimentStage) => {
    const back = countStepsBack(ask.stage, stage)
    return t(`accompaniment.ask.${back > 0 ? 'back' : back === 0 ? 'same' : 'nearer'}.${stage}`, { who })
  }
  useCommands([
    ...answers.map((stage, index) => ({ id: `along-${stage}`, label: label(stage), keys: numberKey(index + 1), run: () => take(stage) })),
    { id: 'along-end', label: t('accompaniment.end.label'), run: onEnd },
  ])
  const { because } = ask
  const values = {
    from: 'from' in because ? because.from : 0,
    to: 'to' in because ? because.to : 0,
    held: 'held' in because ? formatNumberWord(because.held, true) : '',
  }
  return (
    <>
      <h2>
        {t('accompaniment.ask.title')} <q>{t(`accompaniment.ask.question.${ask.stage}`, { who })}</q>
      </h2>
      <p dir="auto">
        {t('accompaniment.ask.proposed')} <b>{t(`accompaniment.where.${ask.proposed}`, { who })}</b>.{' '}
        {t(`accompaniment.ask.because.${because.why}`, values)}
        {ask.ledBy && t('accompaniment.ask.led', { who: ask.ledBy })}.
      </p>
      <p className="acts">
        {answers.map((stage, index) => (
          <Button
            key={stage}
            size="tall"
            keys={numberKey(index + 1)}
            {...(index === 0 ? { look: 'do' as const } : {})}
            {...(refused(stage) ? { whyId: 'along-why' } : {})}
            busy={write.busy}
            onPress={() => take(stage)}
          >
            {label(stage)}
          </Button>
        ))}
      </p>
      {answers.some(refused) && (
        <p className="why" id="along-why">
          {describeFailure(t, { kind: 'refused', reason: 'confidence_needed' })}
        </p>
      )}
      <FailureLine failure={failure} />
      <p className="second">
        {t('accompaniment.ask.foot', { who })}{' '}
        <Button look="bare" className="inline" onPress={onEnd}>
          {t('accompaniment.end.label')}
        </Button>
      </p>
    </>
  )
}

/** Shows the decision of the last meeting, which the person may change until the next one. */
export function DecidedStage({ view, onChange }: { readonly view: AccompanimentView; readonly onChange: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const open = () => go(ROUTES.handoff(view.handoffId))
  useCommands([{ id: 'along-record', label: t('accompaniment.done.record'), keys: 'Enter', run: open }])
  return (
    <>
      <h2 dir="auto">{t('accompaniment.done.title', { where: t(`accompaniment.where.${view.stage}`, { who: view.worker }) })}</h2>
      <p className="acts">
        <Button look="do" size="tall" keys="Enter" onPress={open}>
          {t('accompaniment.done.record')}
        </Button>
        <Button size="tall" onPress={onChange}>
          {t('accompaniment.done.change')}
        </Button>
      </p>
    </>
  )
}
