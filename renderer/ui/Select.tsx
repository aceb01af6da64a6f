import { useId, type ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { Icon } from './Icon'

export interface SelectOption<V extends string> {
  readonly value: V
  readonly label: string
  /** A second, quieter line. */
  readonly second?: string
}

interface Props<V extends string> {
  readonly label: ReactNode
  readonly options: readonly SelectOption<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly placeholder?: string
  readonly error?: ReactNode
  readonly hint?: ReactNode
  readonly quietLabel?: boolean
  readonly className?: string
}

/** Chooses one of many from a list that opens. For fewer than about eight, `Choices` shows them all. */
export function Select<V extends string>({
  label,
  options,
  value,
  onChange,
  placeholder = '',
  error,
  hint,
  quietLabel,
  className = '',
}: Props<V>) {
  const id = useId()
  const wrong = Boolean(error)
  // React Aria shows no text for a value that was set before the list was first rendered.
  const chosen = options.find((option) => option.value === value)
  return (
    <AriaSelect
      className={['field', wrong ? 'wrong' : '', quietLabel ? 'unlabelled' : '', className].filter(Boolean).join(' ')}
      value={value}
      onChange={(key) => key !== null && onChange(key as V)}
      isInvalid={wrong}
      placeholder={placeholder}
      validationBehavior="aria"
    >
      <Label className="label">{label}</Label>
      {wrong && (
        <p className="error" id={`${id}e`}>
          {error}
        </p>
      )}
      <Button className="pick" {...(wrong ? { 'aria-describedby': `${id}e` } : {})}>
        <SelectValue>{() => (chosen ? <bdi dir="auto">{chosen.label}</bdi> : placeholder)}</SelectValue>
        <Icon name="down" />
      </Button>
      {hint && <p className="hint">{hint}</p>}
      <Popover className="menu">
        <ListBox items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => <OptionLine id={option.id} label={option.label} second={option.second} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** One option. `id` comes from the list's items; without it a choice would have no value. */
export function OptionLine({ id, label, second }: { readonly id?: string; readonly label: string; readonly second: string | undefined }) {
  return (
    <ListBoxItem {...(id === undefined ? {} : { id })} textValue={label}>
      <bdi dir="auto">{label}</bdi>
      {second && <span className="second">{second}</span>}
    </ListBoxItem>
  )
}
