import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccompanimentView } from '#shared/contract/handoff/accompaniment'
import { ACCOMPANIMENT_STAGES, countStepsBack } from '#shared/domain/accompaniment/stages'
import { Choices } from '../../ui'
import type { NearStage, AccompanimentCalls } from './use-accompaniment-calls'
import { StageWordsForm } from './StageWordsForm'

interface Props {
  readonly view: AccompanimentView
  readonly write: AccompanimentCalls
  readonly onClose: () => void
}

/** Lists the stages with more support than now; after the end, the last stage as well. */
export const listNearerStages = ({ stage, ended }: AccompanimentView): readonly NearStage[] =>
  ACCOMPANIMENT_STAGES.filter((one): one is NearStage => one !== 'stepped_back' && countStepsBack(stage, one) < (ended ? 1 : 0))

/** Increases the accompaniment, which is possible at any time (A1). */
export function MoreSupport({ view, write, onClose }: Props) {
  const { t } = useTranslation()
  const who = view.worker
  const nearer = listNearerStages(view).toReversed()
  const [stage, setStage] = useState<NearStage>(nearer[0] ?? 'leads')
  return (
    <StageWordsForm
      of={`more:${view.handoffId}`}
      title={t('accompaniment.support.title', { who })}
      label={t('accompaniment.support.words')}
      send={t('accompaniment.support.send')}
      onSend={(words) => write.more(stage, words)}
      onClose={onClose}
    >
      <Choices
        label={t('accompaniment.support.choice')}
        value={stage}
        options={nearer.map((value) => ({ value, label: t(`accompaniment.where.${value}`, { who }) }))}
        onChange={setStage}
      />
    </StageWordsForm>
  )
}

/** Ends the series early, with a reason (A2); or both have lost touch, and a bounce is recorded next. */
export function EndOtherwise({ view, write, onClose, onBounce }: Props & { readonly onBounce: () => void }) {
  const { t } = useTranslation()
  const [as, setAs] = useState<'ended_early' | 'lost_touch'>('ended_early')
  const lost = as === 'lost_touch'
  return (
    <StageWordsForm
      of={`end:${view.handoffId}`}
      title={t('accompaniment.end.title')}
      label={t(`accompaniment.end.words.${as}`)}
      {...(lost ? {} : { needed: t('accompaniment.end.needed') })}
      send={t(lost ? 'accompaniment.end.sendBounce' : 'accompaniment.end.send')}
      onSend={(words) => write.end(as, words)}
      {...(lost ? { onSent: onBounce } : {})}
      onClose={onClose}
    >
      <Choices
        label={t('accompaniment.end.as')}
        value={as}
        options={(['ended_early', 'lost_touch'] as const).map((value) => ({ value, label: t(`accompaniment.end.${value}`) }))}
        onChange={setAs}
      />
    </StageWordsForm>
  )
}
