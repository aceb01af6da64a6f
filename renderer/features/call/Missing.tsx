import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { MeetingView } from '#shared/contract/meeting'
import type { StepDoes } from '#shared/domain/meeting-steps'
import { Button, Icon, useCommands } from '../../ui'
import { nameOf } from './presence'
import { sameStep, shortWords, type StepView } from './step-words'
import { useSitting } from './sitting'
import css from './Call.module.css'

type Lacking = MeetingView['missing'][number]

function lackingWords(t: TFunction, view: MeetingView, lacking: Lacking): string {
  switch (lacking.what) {
    case 'step': {
      const step = view.steps.find((one) => sameStep(one, lacking))
      return step ? t('meeting.close.step', { step: shortWords(t, step) }) : ''
    }
    case 'line':
      return t('meeting.close.line', { what: view.lines.find((one) => one.no === lacking.no)?.what ?? '' })
    case 'understanding':
      return t('meeting.close.understanding', { who: nameOf(view, lacking.no) })
  }
}

/** The step in which it is made good. */
function placeOf(view: MeetingView, lacking: Lacking): StepView | undefined {
  const doing = (does: StepDoes) => view.steps.find((one) => one.does === does)
  switch (lacking.what) {
    case 'step':
      return view.steps.find((one) => sameStep(one, lacking))
    case 'line':
      return doing('plan')
    case 'understanding':
      return doing('understanding')
  }
}

/** The sentence that says why it cannot end yet. */
export const MISSING = 'call-missing'

/** Everything that is still open, in words, with a key to each. */
export function Missing({ missing, onOpen }: { readonly missing: readonly Lacking[]; readonly onOpen: (step: StepView) => void }) {
  const { t } = useTranslation()
  const { view } = useSitting()
  const lines = missing.map((one) => ({ words: lackingWords(t, view, one), place: placeOf(view, one) }))
  useCommands(
    lines
      .slice(0, 9)
      .flatMap(({ words, place }, index) =>
        place ? [{ id: `call-missing-${index}`, label: words, keys: String(index + 1), run: () => onOpen(place) }] : [],
      ),
  )
  if (lines.length === 0) return null
  return (
    <>
      <p className="say" id={MISSING}>
        {t('meeting.close.missing', { count: lines.length })}
      </p>
      <ol className={css.missing}>
        {lines.map(({ words, place }, index) => (
          <li key={words}>
            <Icon name="ask" className="is-soon" />
            {place ? (
              <Button look="bare" {...(index < 9 ? { keys: String(index + 1) } : {})} onPress={() => onOpen(place)}>
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
