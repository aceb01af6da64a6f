import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#shared/domain/core/ids'
import { callOffice } from '../../../office'
import { HoldToShow, useHeldKey } from '../../../ui'

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
  const [isPressed, setPressed] = useState(false)
  const held = useHeldKey('I') || isPressed
  useEffect(() => {
    if (!held || !personId) return
    let gone = false
    void callOffice('person.name', { personId }).then((answer) => {
      if (!gone && answer.ok) setName(answer.value.name)
    })
    return () => {
      gone = true
      setName(null)
    }
  }, [held, personId])
  return (
    <>
      <h2 id={id} className="name" aria-live="polite">
        <bdi dir="auto">{name ?? label}</bdi>
      </h2>
      <span className="muted">{t('handoffState.number', { number })}</span>
      <HoldToShow label={t('board.sheet.holdName')} keys="I" onHold={setPressed} />
    </>
  )
}
