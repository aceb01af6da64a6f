import { Button, Label, ListBox, Popover, Select, SelectValue } from 'react-aria-components'
import { Icon } from './Icon'
import { OptionLine, type SelectOption } from './Select'

interface Props<V extends string> {
  /** For screen readers; the sentence around it says it on screen. */
  readonly label: string
  readonly options: readonly SelectOption<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}

/** A select inside a sentence; used within `.in-words`. */
export function InlineSelect<V extends string>({ label, options, value, onChange }: Props<V>) {
  return (
    <Select className="word-select" value={value} onChange={(key) => key !== null && onChange(key as V)}>
      <Label className="hidden">{label}</Label>
      <Button>
        <SelectValue />
        {<Icon name="down" />}
      </Button>
      <Popover className="menu">
        <ListBox items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => <OptionLine id={option.id} label={option.label} second={option.second} />}
        </ListBox>
      </Popover>
    </Select>
  )
}
