import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Icon } from './Icon'
import type { KeyName } from './key-table'

/**
 * Shows its content only while the button (or its key) is held down (L6). Hides it on release, when the pointer leaves, and when the
 * window loses focus. `children` renders both states.
 */
export function HoldToShow({
  label,
  keys,
  onHold,
}: {
  readonly label: ReactNode
  readonly keys?: KeyName
  readonly onHold: (held: boolean) => void
}) {
  return (
    <AriaButton className="btn bare held" onPressStart={() => onHold(true)} onPressEnd={() => onHold(false)} onBlur={() => onHold(false)}>
      <Icon name="eye" />
      {label}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </AriaButton>
  )
}

/** Shows the initials, and the name while the button is held. */
export function HeldName({
  initials,
  name,
  label,
  keys,
}: {
  readonly initials: string
  readonly name: string
  readonly label: ReactNode
  readonly keys?: KeyName
}) {
  const [held, setHeld] = useState(false)
  return (
    <>
      <bdi dir="auto" className="name" aria-live="polite">
        {held ? name : initials}
      </bdi>
      <HoldToShow label={label} {...(keys ? { keys } : {})} onHold={setHeld} />
    </>
  )
}
