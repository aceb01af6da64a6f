import { useTranslation } from 'react-i18next'
import { RecoveryWords } from '../../components'
import { RuleItem, RuleList } from '../../ui'
import { SetupStepHead, type SetupStepProps } from './BasicSteps'

interface Props extends SetupStepProps {
  readonly words: readonly string[]
  readonly places: readonly number[]
  readonly right: readonly boolean[]
}

/** The recovery words, printed or written down, three of them typed back (K2). */
export function RecoveryWordsStep({ form, change, words, places, right }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <SetupStepHead title={t('setup.words.title')} say={t('setup.words.say')} />
      <RecoveryWords
        words={words}
        positions={places}
        typedWords={form.typedBack}
        correctWords={right}
        onType={(typedBack) => change({ typedBack })}
      />
    </>
  )
}

/** Beside the words: where to keep the paper. */
export function RecoveryWordsAdvice() {
  const { t } = useTranslation()
  return (
    <aside className="setup-side no-print" aria-labelledby="keep">
      <h2 id="keep">{t('setup.words.keepTitle')}</h2>
      <RuleList>
        <RuleItem icon="lock">{t('setup.words.keep1')}</RuleItem>
        <RuleItem icon="people">{t('setup.words.keep2')}</RuleItem>
        <RuleItem icon="stopline">{t('setup.words.keep3')}</RuleItem>
      </RuleList>
      <h2>{t('setup.words.lostTitle')}</h2>
      <p className="second">{t('setup.words.lost')}</p>
    </aside>
  )
}
