import { useEffect, useRef, type ReactNode } from 'react'
import { Button, focusControl } from '../../../ui'
import css from '../board.module.css'

/** A form that takes the place of a button for a moment: its first control has the focus at once, because the hand is at the keyboard. */
export function InlineForm({
  children,
  sending,
  verb,
  back,
  onSend,
  onBack,
}: {
  readonly children: ReactNode
  readonly sending: boolean
  /** The words on the button that sends it, and on the one that leaves it. */
  readonly verb: string
  readonly back: string
  readonly onSend: () => void
  readonly onBack: () => void
}) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => focusControl(form.current), [])
  return (
    <form
      ref={form}
      className={css.give}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {children}
      <Button type="submit" busy={sending}>
        {verb}
      </Button>
      <Button look="bare" keys="Esc" onPress={onBack}>
        {back}
      </Button>
    </form>
  )
}
