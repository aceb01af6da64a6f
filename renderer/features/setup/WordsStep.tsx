import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Icon, Rule, Rules, useCommands } from '../../ui'
import { StepHead, type StepProps } from './LineSteps'

interface Props extends StepProps {
  readonly words: readonly string[]
  readonly places: readonly number[]
  readonly right: readonly boolean[]
}

/** K2: twelve words shown once, three typed back from the paper. While a field has the cursor the words are not in the page at all. */
export function WordsStep({ form, change, words, places, right }: Props) {
  const { t } = useTranslation()
  const [hidden, setHidden] = useState(false)
  const [typing, setTyping] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const covered = hidden || typing
  useCommands([
    {
      id: 'hide-words',
      label: hidden ? t('setup.words.reveal') : t('setup.words.hide'),
      keys: 'H',
      run: () => setHidden((before) => !before),
    },
    { id: 'print-words', label: t('setup.words.print'), keys: 'Ctrl P', run: () => window.print() },
  ])
  return (
    <>
      <StepHead title={t('setup.words.title')} say={t('setup.words.say')} />
      <ol className={covered ? 'word-list covered' : 'word-list'} aria-label={t('setup.words.list')}>
        {words.map((word, index) => (
          <li key={index}>
            <span>{index + 1}</span>
            {covered ? <i aria-hidden="true" /> : word}
          </li>
        ))}
      </ol>
      <p className="acts no-print">
        <Button icon="print" keys="Ctrl P" onPress={() => window.print()}>
          {t('setup.words.print')}
        </Button>
        <Button look="bare" keys="H" onPress={() => setHidden(!hidden)}>
          {hidden ? t('setup.words.reveal') : t('setup.words.hide')}
        </Button>
      </p>
      <section className="type-back no-print" aria-labelledby="back">
        <h2 id="back">{t('setup.words.back')}</h2>
        <p className="second">{typing ? t('setup.words.covered') : t('setup.words.second')}</p>
        <div className="tb-row" onFocus={() => setTyping(true)} onBlur={() => setTyping(false)}>
          {places.map((place, index) => {
            const typed = form.typedBack[index] ?? ''
            const wrong = !right[index] && left.has(index) && typed.trim() !== ''
            return (
              <div key={place} className={wrong ? 'field wrong' : 'field'}>
                <label htmlFor={`word-${place}`}>{t('setup.words.word', { n: place })}</label>
                {right[index] && (
                  <p className="ok" id={`ok-${place}`}>
                    <Icon name="confirmed" />
                    {t('setup.words.right')}
                  </p>
                )}
                {wrong && (
                  <p className="error" id={`no-${place}`}>
                    {t('setup.words.look', { n: place })}
                  </p>
                )}
                <input
                  id={`word-${place}`}
                  value={typed}
                  autoComplete="off"
                  spellCheck={false}
                  autoCapitalize="none"
                  onChange={(event) => change({ typedBack: form.typedBack.map((word, i) => (i === index ? event.target.value : word)) })}
                  onBlur={() => setLeft((before) => new Set(before).add(index))}
                  {...(wrong
                    ? { 'aria-invalid': true, 'aria-describedby': `no-${place}` }
                    : right[index]
                      ? { 'aria-describedby': `ok-${place}` }
                      : {})}
                />
              </div>
            )
          })}
        </div>
      </section>
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
