import { useRef, useState, type ClipboardEvent, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { describeFailure, refreshTopics, useCall, useNow } from '../../office'
import { Button, focusFirstError, useCommands } from '../../ui'

const COUNT = 12
const KNOWN: ReadonlySet<string> = new Set(wordlist)
/** Splits the words as written on the sheet; a pasted list may contain its line numbers. */
const splitWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []
const EMPTY: readonly string[] = Array.from({ length: COUNT }, () => '')

/** The twelve words from the paper (K2, K4). Nothing of them is kept, neither as a draft nor after the answer. */
export function RecoveryForm({ tryAgainAt, onBack }: { readonly tryAgainAt: number | null; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState(EMPTY)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [error, setError] = useState<string | null>(null)
  const [until, setUntil] = useState(0)
  const { send, sending } = useCall('session.recover')
  const seconds = Math.ceil((Math.max(until, tryAgainAt ?? 0) - useNow()) / 1000)
  useCommands([{ id: 'no-words', label: t('signin.words.back'), keys: 'Esc', quiet: true, run: onBack }])

  const words = typed.map((word) => splitWords(word).join(''))
  const wrong = words.map((word, index) => left.has(index) && (word === '' || !KNOWN.has(word)))
  const paste = (event: ClipboardEvent, from: number) => {
    const pasted = splitWords(event.clipboardData.getData('text'))
    if (pasted.length < 2) return
    event.preventDefault()
    setTyped(typed.map((word, index) => pasted[index - from] ?? word))
    setError(null)
    form.current?.querySelectorAll('input')[Math.min(from + pasted.length, COUNT) - 1]?.focus()
  }
  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (sending || seconds > 0) return
    setLeft(new Set(EMPTY.keys()))
    if (words.some((word) => !KNOWN.has(word))) return focusFirstError()
    const answer = await send({ words })
    if (answer.ok) {
      setTyped(EMPTY)
      return void refreshTopics(['office'])
    }
    const { failure } = answer
    if (failure.kind === 'refused' && failure.until) {
      // The delay counts by the office's clock, so this window's own is set first.
      await refreshTopics(['office'])
      setUntil(failure.until)
    }
    if (failure.kind === 'refused' && failure.reason === 'wait_before_next_try') return
    setError(describeFailure(t, failure))
  }
  return (
    <section aria-labelledby="twelve">
      <h1 id="twelve">{t('signin.words.title')}</h1>
      <form ref={form} className="twelve" onSubmit={(event) => void open(event)}>
        <p className="second">{t('signin.words.say')}</p>
        <ol>
          {typed.map((word, index) => (
            <li key={index} className={wrong[index] ? 'field wrong' : 'field'}>
              <label htmlFor={`twelve-${index}`}>{t('setup.words.word', { n: index + 1 })}</label>
              {wrong[index] && (
                <p className="error" id={`twelve-no-${index}`}>
                  {words[index] === '' ? t('signin.words.missing') : t('signin.words.unknown')}
                </p>
              )}
              <input
                id={`twelve-${index}`}
                className="input"
                value={word}
                autoFocus={index === 0}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                dir="ltr"
                readOnly={sending}
                onPaste={(event) => paste(event, index)}
                onChange={(event) => {
                  setTyped(typed.map((before, at) => (at === index ? event.target.value : before)))
                  setError(null)
                }}
                onBlur={() => word.trim() !== '' && setLeft((before) => new Set(before).add(index))}
                {...(wrong[index] ? { 'aria-invalid': true, 'aria-describedby': `twelve-no-${index}` } : {})}
              />
            </li>
          ))}
        </ol>
        {error && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <p className="acts">
          <Button look="do" size="tall" type="submit" keys="Enter" busy={sending} {...(seconds > 0 ? { whyId: 'twelve-wait' } : {})}>
            {sending ? t('signin.opening') : t('signin.words.open')}
          </Button>
          <Button look="bare" keys="Esc" onPress={onBack}>
            {t('signin.words.back')}
          </Button>
        </p>
        {seconds > 0 && (
          <p className="why" id="twelve-wait">
            {t('signin.wait', { count: seconds })}
          </p>
        )}
      </form>
    </section>
  )
}
