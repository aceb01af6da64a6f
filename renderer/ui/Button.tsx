import { useId, type ReactNode } from 'react'
import { Button as AriaButton, type PressEvent } from 'react-aria-components'
import { Icon, type IconName } from './Icon'
import type { KeyName } from './key-table'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: (event: PressEvent) => void
  /**
   * `do`: the one filled button of a screen. `plain` is the default; `bare` looks like a link; `stop` has the heavy border of "not safe".
   */
  readonly look?: 'do' | 'plain' | 'bare' | 'stop'
  readonly size?: 'tall' | 'big'
  /** The shortcut to show, such as 'Ctrl Enter'; the command itself is declared with `useCommands`. */
  readonly keys?: KeyName | undefined
  readonly icon?: IconName
  /** Why it cannot be done now and what would enable it, shown beneath (ui.md 5). The button stays focusable. */
  readonly why?: ReactNode
  /** Set instead of `why` when the reason is shown elsewhere on the page: that element's id. */
  readonly whyId?: string
  readonly busy?: boolean
  readonly type?: 'button' | 'submit'
  readonly label?: string
  readonly className?: string
  readonly autoFocus?: boolean
  readonly slot?: string
  readonly expanded?: boolean
  readonly describedBy?: string
}

/** A button with its shortcut. A refused one is dashed, stays focusable, and shows the reason. */
export function Button({
  children,
  onPress,
  look = 'plain',
  size,
  keys,
  icon,
  why,
  whyId,
  busy,
  type = 'button',
  label,
  className = '',
  autoFocus,
  slot,
  expanded,
  describedBy,
}: ButtonProps) {
  const ownId = useId()
  const refused = Boolean(why) || whyId !== undefined
  const iconOnly = children === '' || children === null
  const described = why ? ownId : (whyId ?? describedBy)
  const button = (
    <AriaButton
      type={refused && type === 'submit' ? 'button' : type}
      className={['btn', look === 'plain' ? '' : look, size ?? '', iconOnly ? 'icon' : '', className].filter(Boolean).join(' ')}
      {...(refused || busy ? { 'aria-disabled': true } : {})}
      {...(described ? { 'aria-describedby': described } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      {...(slot ? { slot } : {})}
      {...(autoFocus ? { autoFocus } : {})}
      {...(onPress && !refused && !busy ? { onPress } : {})}
    >
      {icon && <Icon name={icon} {...(look === 'stop' ? { className: 'oct' } : {})} />}
      {children}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </AriaButton>
  )
  if (!why) return button
  return (
    <span className="with-why">
      {button}
      <RefusalReason id={ownId}>{why}</RefusalReason>
    </span>
  )
}

/** The reason under a button that cannot be used now. */
export function RefusalReason({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <span className="why" {...(id ? { id } : {})}>
      {children}
    </span>
  )
}
