import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#shared/domain/core/ids'
import { callOffice } from '../../../office'
import { HoldToShow, isTyping, matchesKeys } from '../../../ui'

const KEY = 'I'
const inDialog = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('[role=dialog]') !== null

interface Props {
  readonly id: string
  readonly label: string
  readonly number: number
  readonly personId: PersonId | undefined
}

/** Shows the initials; the name only while the button or its key is held, read anew each time and kept nowhere (L6). */
export function HeldLabel({ id, label, number, personId }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState<string | null>(null)
  const held = useRef(false)
  const hold = (on: boolean) => {
    if (held.current === on) return
    held.current = on
    if (!on || !personId) return setName(null)
    void callOffice('person.name', { personId }).then((answer) => {
      if (held.current && answer.ok) setName(answer.value.name)
    })
  }
  const latest = useRef(hold)
  useEffect(() => {
    latest.current = hold
  })
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (matchesKeys(KEY, event) && !isTyping(event.target) && !inDialog(event.target)) latest.current(true)
    }
    const up = (event: KeyboardEvent) => matchesKeys(KEY, event) && latest.current(false)
    const away = () => latest.current(false)
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('blur', away)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('blur', away)
    }
  }, [])
  return (
    <>
      <h2 id={id} className="name" aria-live="polite">
        <bdi dir="auto">{name ?? label}</bdi>
      </h2>
      <span className="muted">{t('standing.number', { number })}</span>
      <HoldToShow label={t('board.sheet.holdName')} keys="I" onHold={hold} />
    </>
  )
}
