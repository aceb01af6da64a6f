import { useEffect, type ReactNode } from 'react'
import type { Form } from '../../../office'
import { Button, focusControl } from '../../../ui'
import css from '../board.module.css'

/** A form that temporarily replaces a button. Its first control gets the focus at once, before the draft is read: the worker's next key is meant for it. */
export function InlineForm({
  form,
  children,
  send,
  cancel,
}: {
  readonly form: Pick<Form<object>, 'sending' | 'cancel' | 'props'>
  readonly children: ReactNode
  /** The words on the button that sends it, and on the one that closes it. */
  readonly send: string
  readonly cancel: string
}) {
  const { ref } = form.props
  useEffect(() => focusControl(ref.current), [ref])
  return (
    <form className={css.give} {...form.props}>
      {children}
      <Button type="submit" busy={form.sending}>
        {send}
      </Button>
      <Button look="bare" keys="Esc" onPress={form.cancel}>
        {cancel}
      </Button>
    </form>
  )
}
