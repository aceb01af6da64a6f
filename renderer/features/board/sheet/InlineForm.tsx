import { useEffect, useRef, type ReactNode } from 'react'
import { Button, focusControl } from '../../../ui'
import css from '../board.module.css'

/** A form that temporarily replaces a button. Its first control gets the focus at once, for use by keyboard. */
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
  /** The labels of the button that sends it, and of the one that cancels it. */
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
