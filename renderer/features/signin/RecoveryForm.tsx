import { useState, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { refreshTopics, useCall, useForm, useNow } from '../../office'
import { FormFailure } from '../../components'
import { Button, useCommands } from '../../ui'

const COUNT = 12
const KNOWN: ReadonlySet<string> = new Set(wordlist)
/** Splits the words as written on the sheet; a pasted list may contain its line numbers. */
const splitWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []
const cleanWords = (typed: readonly string[]): string[] => typed.map((word) => splitWords(word).join(''))
const EMPTY: readonly string[] = Array.from({ length: COUNT }, () => '')

/** The twelve words from the paper (K2, K4). Nothing of them is kept, neither as a draft nor after the answer. */
export function RecoveryForm({ tryAgainAt, onBack }: { readonly tryAgainAt: number | null; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [until, setUntil] = useState(0)
  const { send } = useCall('session.recover')
  const seconds = Math.ceil((Math.max(until, tryAgainAt ?? 0) - useNow()) / 1000)
  useCommands([{ id: 'no-words', label: t('signin.words.back'), keys: 'Esc', quiet: true, run: onBack }])
  const form = useForm({
    id: 'sign-in-recovery',
    of: null,
    initial: { words: EMPTY },
    validate: ({ words: typed }) => ({ words: cleanWords(typed).some((word) => !KNOWN.has(word)) && t('signin.words.unknown') }),
    send: async ({ words: typed }) => {
      const answer = await send({ words: cleanWords(typed) })
      if (!answer.ok && answer.failure.kind === 'refused' && answer.failure.until) {
        // The delay counts by the office's clock, so this window's own is set first.
        await refreshTopics(['office'])
        setUntil(answer.failure.until)
      }
      return answer
    },
    findField: () => null,
    // The wait is said beneath the button, second by second.
    describe: (failure) => (failure.kind === 'refused' && failure.reason === 'wait_before_next_try' ? '' : undefined),
    onSent: () => void refreshTopics(['office']),
  })
  const typed = form.values.words
  const words = cleanWords(typed)
  const wrong = words.map((word, index) => (left.has(index) || form.tried) && (word === '' || !KNOWN.has(word)))
  const paste = (event: ClipboardEvent, from: number) => {
    const pasted = splitWords(event.clipboardData.getData('text'))
    if (pasted.length < 2) return
    event.preventDefault()
    form.change({ words: typed.map((word, index) => pasted[index - from] ?? word) })
    form.props.ref.current?.querySelectorAll('input')[Math.min(from + pasted.length, COUNT) - 1]?.focus()
  }
  return (
    <section aria-labelledby="twelve">
      <h1 id="twelve">{t('signin.words.title')}</h1>
      <form
        className="twelve"
        {...form.props}
        onSubmit={(event) => {
          event.preventDefault()
          if (seconds <= 0) form.submit()
        }}
      >
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
                readOnly={form.sending}
                onPaste={(event) => paste(event, index)}
                onChange={(event) => form.change({ words: typed.map((before, at) => (at === index ? event.target.value : before)) })}
                onBlur={() => word.trim() !== '' && setLeft((before) => new Set(before).add(index))}
                {...(wrong[index] ? { 'aria-invalid': true, 'aria-describedby': `twelve-no-${index}` } : {})}
              />
            </li>
          ))}
        </ol>
        <FormFailure form={form} />
        <p className="acts">
          <Button look="do" size="tall" type="submit" keys="Enter" busy={form.sending} {...(seconds > 0 ? { whyId: 'twelve-wait' } : {})}>
            {form.sending ? t('signin.opening') : t('signin.words.open')}
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
