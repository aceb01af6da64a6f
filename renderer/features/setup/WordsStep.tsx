import { useTranslation } from 'react-i18next'
import { Rule, Rules, TwelveWords } from '../../ui'
import { StepHead, type StepProps } from './LineSteps'

interface Props extends StepProps {
  readonly words: readonly string[]
  readonly places: readonly number[]
  readonly right: readonly boolean[]
}

/** K2: the recovery words, printed or written down, three of them typed back. */
export function WordsStep({ form, change, words, places, right }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <StepHead title={t('setup.words.title')} say={t('setup.words.say')} />
      <TwelveWords words={words} places={places} typed={form.typedBack} right={right} onType={(typedBack) => change({ typedBack })} />
    </>
  )
}

/** Beside the words: where the paper goes. */
export function WordsSide() {
  const { t } = useTranslation()
  return (
    <aside className="setup-side no-print" aria-labelledby="keep">
      <h2 id="keep">{t('setup.words.keepTitle')}</h2>
      <Rules>
        <Rule icon="lock">{t('setup.words.keep1')}</Rule>
        <Rule icon="people">{t('setup.words.keep2')}</Rule>
        <Rule icon="stopline">{t('setup.words.keep3')}</Rule>
      </Rules>
      <h2>{t('setup.words.lostTitle')}</h2>
      <p className="second">{t('setup.words.lost')}</p>
    </aside>
  )
}
