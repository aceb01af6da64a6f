import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button'
import { useCommands } from '../../ui/commands'
import { Icon } from '../../ui/Icon'

interface Props {
  readonly words: readonly string[]
  /** The three positions to type back. */
  readonly positions: readonly number[]
  readonly typedWords: readonly string[]
  readonly correctWords: readonly boolean[]
  readonly onType: (typedWords: readonly string[]) => void
}

/**
 * Shows twelve recovery words once, to write down or print; three are typed back from the paper (K2). While a field has the cursor the
 * words are not in the page at all. The printed page has the words and two lines, and nothing that says whose they are.
 */
export function RecoveryWords({ words, positions, typedWords, correctWords, onType }: Props) {
  const { t } = useTranslation()
  const [hidden, setHidden] = useState(false)
  const [typing, setTyping] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const isHidden = hidden || typing
  const print = () => {
    // A printed sheet of hidden words would look like a valid one.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setHidden(false)
    requestAnimationFrame(() => window.print())
  }
  useCommands([
    {
      id: 'hide-words',
      label: hidden ? t('setup.words.reveal') : t('setup.words.hide'),
      keys: 'H',
      run: () => setHidden((before) => !before),
    },
    { id: 'print-words', label: t('setup.words.print'), keys: 'Ctrl P', run: print },
  ])
  return (
    <div className="words-sheet">
      <p className="print-only">{t('setup.words.paper1')}</p>
      <ol className={isHidden ? 'word-list covered' : 'word-list'} aria-label={t('setup.words.list')}>
        {words.map((word, index) => (
          <li key={index}>
            <span>{index + 1}</span>
            {isHidden ? <i aria-hidden="true" /> : word}
          </li>
        ))}
      </ol>
      <p className="print-only">{t('setup.words.paper2')}</p>
      <p className="acts no-print">
        <Button icon="print" keys="Ctrl P" onPress={print}>
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
          {positions.map((place, index) => {
            const value = typedWords[index] ?? ''
            const wrong = !correctWords[index] && left.has(index) && value.trim() !== ''
            return (
              <div key={place} className={wrong ? 'field wrong' : 'field'}>
                <label htmlFor={`word-${place}`}>{t('setup.words.word', { n: place })}</label>
                {correctWords[index] && (
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
                  value={value}
                  autoComplete="off"
                  spellCheck={false}
                  autoCapitalize="none"
                  onChange={(event) => onType(typedWords.map((word, i) => (i === index ? event.target.value : word)))}
                  onBlur={() => setLeft((before) => new Set(before).add(index))}
                  {...(wrong
                    ? { 'aria-invalid': true, 'aria-describedby': `no-${place}` }
                    : correctWords[index]
                      ? { 'aria-describedby': `ok-${place}` }
                      : {})}
                />
              </div>
            )
          })}
        </div>
      </section>
    </div>
  )
}
