import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../ui'
import { HiddenText } from './parts/HiddenText'
import css from './call.module.css'

const NOTE = 'call-note'

/** The note, always within reach: F8 goes to it, and F8 again goes back. */
export function CallNote() {
  const { t } = useTranslation()
  const before = useRef<Element | null>(null)
  const [called, setCalled] = useState(0)
  useCommands([
    {
      id: 'call-note',
      label: t('meeting.note'),
      keys: 'F8',
      run: () => {
        const note = document.getElementById(NOTE)
        if (note !== null && document.activeElement === note)
          return before.current instanceof HTMLElement ? before.current.focus() : undefined
        before.current = document.activeElement
        setCalled((times) => times + 1)
        return note?.focus()
      },
    },
  ])
  return (
    <section className={css.note} aria-label={t('meeting.note')}>
      <span className={css.noteLabel} aria-hidden="true">
        {t('meeting.note')} <kbd>F8</kbd>
      </span>
      <div>
        <HiddenText
          field="note"
          label={t('meeting.note')}
          rows={2}
          className={css.noteText}
          placeholder={t('meeting.notePlace')}
          id={NOTE}
          keys="F8"
          brief
          called={called}
        />
      </div>
    </section>
  )
}
