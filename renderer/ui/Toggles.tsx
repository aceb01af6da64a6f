import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from 'react-aria-components'
import { Icon } from './Icon'

interface Props {
  readonly children: ReactNode
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly describedBy?: string
}

/** A checkbox: yes, or nothing. "Not known" beside a field is one of these. */
export function Checkbox({ children, on, onChange, describedBy }: Props) {
  return (
    <AriaCheckbox className="tickbox" isSelected={on} onChange={onChange} {...(describedBy ? { 'aria-describedby': describedBy } : {})}>
      <span className="box" aria-hidden="true">
        {on && <Icon name="confirmed" />}
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}

/** A switch that takes effect at once, without a form. */
export function Switch({ children, on, onChange }: Props) {
  return (
    <AriaSwitch className="switch" isSelected={on} onChange={onChange}>
      <span className="way-of" aria-hidden="true" />
      <span>{children}</span>
    </AriaSwitch>
  )
}
