import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { MeetingView } from '#shared/contract/handoff/meeting'
import type { StepKind } from '#shared/domain/meeting/steps'
import { Button, Icon, numberKey, useCommands } from '../../../ui'
import { findParticipantName } from '../people/presence'
import { isSameStep, describeStepBriefly, type StepView } from './step-words'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

type MissingItem = MeetingView['missing'][number]

function describeMissing(t: TFunction, view: MeetingView, missingItem: MissingItem): string {
  switch (missingItem.what) {
    case 'step': {
      const step = view.steps.find((one) => isSameStep(one, missingItem))
      return step ? t('meeting.close.step', { step: describeStepBriefly(t, step) }) : ''
    }
    case 'line':
      return t('meeting.close.line', { what: view.lines.find((one) => one.no === missingItem.no)?.what ?? '' })
    case 'understanding':
      return t('meeting.close.understanding', { who: findParticipantName(view, missingItem.no) })
  }
}

/** Finds the step in which the missing item is completed. */
function findStepFor(view: MeetingView, missingItem: MissingItem): StepView | undefined {
  const doing = (does: StepKind) => view.steps.find((one) => one.does === does)
  switch (missingItem.what) {
    case 'step':
      return view.steps.find((one) => isSameStep(one, missingItem))
    case 'line':
      return doing('plan')
    case 'understanding':
      return doing('understanding')
  }
}

/** The id of the sentence that says why it cannot end yet. */
export const MISSING_ID = 'call-missing'

/** Lists everything that is still missing, with a key to each. */
export function MissingList({ missing, onOpen }: { readonly missing: readonly MissingItem[]; readonly onOpen: (step: StepView) => void }) {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const lines = missing.map((one) => ({ words: describeMissing(t, view, one), place: findStepFor(view, one) }))
  useCommands(
    lines
      .slice(0, 9)
      .flatMap(({ words, place }, index) =>
        place ? [{ id: `call-missing-${index}`, label: words, keys: numberKey(index + 1), run: () => onOpen(place) }] : [],
      ),
  )
  if (lines.length === 0) return null
  return (
    <>
      <p className="say" id={MISSING_ID}>
        {t('meeting.close.missing', { count: lines.length })}
      </p>
      <ol className={css.missing}>
        {lines.map(({ words, place }, index) => (
          <li key={words}>
            <Icon name="ask" className="is-soon" />
            {place ? (
              <Button look="bare" {...(index < 9 ? { keys: numberKey(index + 1) } : {})} onPress={() => onOpen(place)}>
                <bdi dir="auto">{words}</bdi>
              </Button>
            ) : (
              <bdi dir="auto">{words}</bdi>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
