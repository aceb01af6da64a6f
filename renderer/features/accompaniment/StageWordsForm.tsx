import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '#shared/contract/call'
import { useForm } from '../../office'
import { FormButtons } from '../../components'
import { Field, Loading } from '../../ui'

interface Props {
  /** The decision and the handoff that the words are about. */
  readonly of: string
  readonly title: ReactNode
  readonly label: string
  /** The error under the field when it was left empty; absent when it may be empty. */
  readonly needed?: string
  readonly send: string
  readonly children?: ReactNode
  readonly onSend: (words: string) => Promise<Answer<unknown>>
  readonly onSent?: () => void
  readonly onClose: () => void
}

/** A form for the words to a stage, in place of the question: Ctrl+Enter saves them, Esc leaves them for later. */
export function StageWordsForm({ of, title, label, needed, send, children, onSend, onSent, onClose }: Props) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const form = useForm({
    id: 'stage-words',
    of,
    initial: { words: '' },
    validate: ({ words }) => ({ words: words.trim() === '' && needed }),
    send: ({ words }) => onSend(words.trim()),
    announces: t('accompaniment.saved'),
    onClose,
    ...(onSent ? { onSent } : {}),
    keys: { send, close: t('record.steps.cancel') },
  })
  if (!form.ready) return <Loading>{t('accompaniment.loading')}</Loading>
  return (
    <form className="stack" {...form.props}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <Field label={label} rows={2} value={form.values.words} error={form.error('words')} onChange={(words) => form.change({ words })} />
      <FormButtons form={form} send={send} sendKeys="Ctrl Enter" cancel={t('record.steps.cancel')} />
    </form>
  )
}
