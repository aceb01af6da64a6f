import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { FailureLine, useDraft } from '../../office'
import { Button, Field, Loading, useCommands } from '../../ui'

interface Props {
  /** The id of its draft (ui.md 4: never lose a word). */
  readonly id: string
  readonly title: ReactNode
  readonly label: string
  /** The error under the field when it was left empty; absent when it may be empty. */
  readonly needed?: string
  readonly send: string
  readonly failure: Failure | null
  readonly busy: boolean
  readonly children?: ReactNode
  /** Resolves to whether it was saved. */
  readonly onSend: (words: string) => Promise<boolean>
  readonly onClose: () => void
}

/** A form for the words to a step, in place of the question: Ctrl+Enter saves them, Esc leaves them for later. */
export function StageWordsForm({ id, title, label, needed, send, failure, busy, children, onSend, onClose }: Props) {
  const { t } = useTranslation()
  const draft = useDraft(`along:${id}`, { words: '' })
  const [tried, setTried] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const words = draft.value.words.trim()
  const lacks = needed !== undefined && words === ''
  const write = async () => {
    setTried(true)
    if (lacks || busy || !(await onSend(words))) return
    await draft.drop()
    onClose()
  }
  useCommands([
    { id: `along-${id}`, label: send, keys: 'Ctrl Enter', run: () => void write() },
    { id: `along-${id}-close`, label: t('record.steps.cancel'), keys: 'Esc', quiet: true, run: onClose },
  ])
  if (!draft.ready) return <Loading>{t('accompaniment.loading')}</Loading>
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void write()
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <Field
        label={label}
        rows={2}
        value={draft.value.words}
        error={tried && lacks ? needed : undefined}
        onChange={(next) => draft.change({ words: next })}
      />
      <FailureLine failure={failure} />
      <p className="acts">
        <Button look="do" type="submit" keys="Ctrl Enter" busy={busy}>
          {send}
        </Button>
        <Button look="bare" keys="Esc" onPress={onClose}>
          {t('record.steps.cancel')}
        </Button>
      </p>
    </form>
  )
}
