import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { AccompanimentView } from '#shared/contract/accompaniment'
import { RUNGS, stepsBack, type Rung } from '#shared/domain/accompaniment'
import { numberWord } from '#shared/domain/wording'
import { failureWords, FailureLine, PLACES } from '../../office'
import { Button, useCommands } from '../../ui'
import type { NearRung, Write } from './use-write'

type Ask = NonNullable<AccompanimentView['ask']>

/** Four answers: what is proposed, what lies nearest to it, and going on alone. The first one's key is 1. */
function answersTo({ rung, proposed }: Ask): readonly Rung[] {
  const others = RUNGS.filter((one) => one !== proposed && one !== 'stepped_back').toSorted(
    (a, b) => Math.abs(stepsBack(rung, a)) - Math.abs(stepsBack(rung, b)) || stepsBack(a, b),
  )
  const near = [proposed, ...others].slice(0, proposed === 'stepped_back' ? 4 : 3)
  return near.includes('stepped_back') ? near : [...near, 'stepped_back']
}

interface Props {
  readonly view: AccompanimentView
  readonly ask: Ask
  readonly write: Write
  /** Words are wanted first. */
  readonly onWords: (rung: Rung) => void
  readonly onEnd: () => void
}

/** A1: the app proposes, she decides. */
export function AskHer({ view, ask, write, onWords, onEnd }: Props) {
  const { t } = useTranslation()
  const who = view.worker
  const answers = answersTo(ask)
  const refused = (rung: Rung) => stepsBack(ask.rung, rung) > 0 && !ask.confident
  const take = (rung: Rung) => {
    if (refused(rung) || write.busy) return
    if (rung === 'stepped_back' || stepsBack(ask.rung, rung) > 1) return onWords(rung)
    void write.decide(ask.meetingId, rung as NearRung, '')
  }
  const label = (rung: Rung) => {
    const back = stepsBack(ask.rung, rung)
    return t(`accompaniment.ask.${back > 0 ? 'back' : back === 0 ? 'same' : 'nearer'}.${rung}`, { who })
  }
  useCommands([
    ...answers.map((rung, index) => ({ id: `along-${rung}`, label: label(rung), keys: String(index + 1), run: () => take(rung) })),
    { id: 'along-end', label: t('accompaniment.end.label'), run: onEnd },
  ])
  const { because } = ask
  const values = {
    from: 'from' in because ? because.from : 0,
    to: 'to' in because ? because.to : 0,
    held: 'held' in because ? numberWord(because.held, true) : '',
  }
  return (
    <>
      <h2>
        {t('accompaniment.ask.title')} <q>{t(`accompaniment.ask.question.${ask.rung}`, { who })}</q>
      </h2>
      <p dir="auto">
        {t('accompaniment.ask.proposed')} <b>{t(`accompaniment.where.${ask.proposed}`, { who })}</b>.{' '}
        {t(`accompaniment.ask.because.${because.why}`, values)}
        {ask.ledBy && t('accompaniment.ask.led', { who: ask.ledBy })}.
      </p>
      <p className="acts">
        {answers.map((rung, index) => (
          <Button
            key={rung}
            size="tall"
            keys={String(index + 1)}
            {...(index === 0 ? { look: 'do' as const } : {})}
            {...(refused(rung) ? { whyId: 'along-why' } : {})}
            busy={write.busy}
            onPress={() => take(rung)}
          >
            {label(rung)}
          </Button>
        ))}
      </p>
      {answers.some(refused) && (
        <p className="why" id="along-why">
          {failureWords(t, { kind: 'refused', reason: 'confidence_needed' })}
        </p>
      )}
      <FailureLine failure={write.failure} />
      <p className="second">
        {t('accompaniment.ask.foot', { who })}{' '}
        <Button look="bare" className="inline" onPress={onEnd}>
          {t('accompaniment.end.label')}
        </Button>
      </p>
    </>
  )
}

/** What she decided at the last meeting; she may change her mind until the next one. */
export function Decided({ view, onChange }: { readonly view: AccompanimentView; readonly onChange: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const open = () => go(PLACES.handoff(view.handoffId))
  useCommands([{ id: 'along-record', label: t('accompaniment.done.record'), keys: 'Enter', run: open }])
  return (
    <>
      <h2 dir="auto">{t('accompaniment.done.title', { where: t(`accompaniment.where.${view.rung}`, { who: view.worker }) })}</h2>
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
