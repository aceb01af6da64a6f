import type { ReactNode } from 'react'
import type { Form } from '../../office/form'
import { FormFailure } from './FormFailure'
import { Button } from '../../ui/Button'

interface Props {
  readonly form: Pick<Form<object>, 'failure' | 'sending' | 'cancel'>
  /** The words on the button that sends, and on the one that closes. */
  readonly send: ReactNode
  readonly cancel?: ReactNode
  /** `do` where it is the one filled button of the screen. */
  readonly look?: 'do' | 'plain'
  readonly size?: 'tall'
  /** Whether the keys are shown; the form itself says which act (`keys`). */
  readonly sendKeys?: 'Ctrl Enter'
  readonly cancelKeys?: 'Esc'
  /** Why it cannot be sent now. */
  readonly why?: ReactNode
  /** Without the space above. */
  readonly flush?: boolean
  /** More buttons, between the two. */
  readonly children?: ReactNode
}

/** The foot of every form: what was refused, the button that sends, and the one that closes. */
export function FormButtons({ form, send, cancel, look = 'do', size, sendKeys, cancelKeys = 'Esc', why, flush, children }: Props) {
  return (
    <>
      <FormFailure form={form} />
      <p className={flush ? 'acts flush' : 'acts'}>
        <Button
          type="submit"
          look={look}
          busy={form.sending}
          {...(size ? { size } : {})}
          {...(sendKeys ? { keys: sendKeys } : {})}
          {...(why ? { why } : {})}
        >
          {send}
        </Button>
        {children}
        {cancel !== undefined && (
          <Button look={size === 'tall' ? 'plain' : 'bare'} keys={cancelKeys} onPress={form.cancel} {...(size ? { size } : {})}>
            {cancel}
          </Button>
        )}
      </p>
    </>
  )
}
