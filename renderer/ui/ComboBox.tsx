import { useId, useMemo, useState, type ReactNode } from 'react'
import { Button, ComboBox as AriaComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon'
import type { SelectOption } from './Select'

interface Props<V extends string> {
  readonly label: ReactNode
  readonly options: readonly SelectOption<V>[]
  readonly value: V | null
  /** `null`: the field was emptied. */
  readonly onChange: (value: V | null) => void
  /** Adds an option on the spot: called with the typed words when no option has them. */
  readonly onAdd?: (typed: string) => void
  /** The line that offers adding, such as `Add “Northgate”`. */
  readonly addLabel?: (typed: string) => string
  readonly placeholder?: string
  readonly error?: ReactNode
  readonly hint?: ReactNode
  readonly quietLabel?: boolean
  readonly autoFocus?: boolean
  readonly openLabel?: string
  readonly emptyLabel?: string
}

const ADD = '+add'
// Accents, case, apostrophes and points do not matter when choosing: "marys" finds "St. Mary’s".
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}]/gu, '')
    .toLocaleLowerCase()

/** Chooses one of many options by typing; a missing option can be added on the spot. */
export function ComboBox<V extends string>({
  label,
  options,
  value,
  onChange,
  onAdd,
  addLabel,
  placeholder,
  error,
  hint,
  quietLabel,
  autoFocus = false,
  openLabel,
  emptyLabel,
}: Props<V>) {
  const { t } = useTranslation()
  const id = useId()
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? chosen?.label ?? ''
  const items = useMemo(() => {
    const wanted = fold(typed ?? '')
    const found: { id: string; label: string; second?: string | undefined }[] = options
      .filter((option) => fold(option.label).includes(wanted))
      .slice(0, 100)
      .map((option) => ({ id: option.value, label: option.label, second: option.second }))
    const exact = options.some((option) => fold(option.label) === wanted.trim())
    const name = (typed ?? '').trim()
    if (onAdd && name && !exact) found.push({ id: ADD, label: addLabel?.(name) ?? t('frame.list.add', { typed: name }) })
    return found
  }, [options, typed, onAdd, addLabel, t])

  const pick = (key: string | number | null) => {
    if (key === null) return
    if (key === ADD) onAdd?.((typed ?? '').trim())
    else onChange(key as V)
    setTyped(null)
  }
  const type = (next: string) => {
    if (next === text) return
    setTyped(next)
    // The field's content is what will be sent: other words are no longer the earlier choice.
    const wanted = fold(next.trim())
    const exact = options.find((option) => fold(option.label) === wanted)?.value ?? null
    if (exact !== value) onChange(exact)
  }
  const leave = () => {
    // A part of exactly one name means that name; anything else stays as typed, and the form asks about it.
    const wanted = fold((typed ?? '').trim())
    const found = wanted === '' ? [] : options.filter((option) => fold(option.label).includes(wanted))
    const [only] = found
    if (value !== null || typed === '') setTyped(null)
    else if (found.length === 1 && only) pick(only.value)
  }
  return (
    <AriaComboBox
      className={['field', error ? 'wrong' : '', quietLabel ? 'unlabelled' : ''].filter(Boolean).join(' ')}
      items={items}
      inputValue={text}
      value={value}
      isInvalid={Boolean(error)}
      menuTrigger="input"
      autoFocus={autoFocus}
      allowsEmptyCollection
      allowsCustomValue
      validationBehavior="aria"
      onInputChange={type}
      onChange={pick}
      onBlur={leave}
    >
      <Label className="label">{label}</Label>
      {error && (
        <p className="error" id={`${id}e`}>
          {error}
        </p>
      )}
      <span className="combo">
        <Input
          className="input"
          dir="auto"
          spellCheck={false}
          {...(placeholder ? { placeholder } : {})}
          {...(error ? { 'aria-describedby': `${id}e` } : {})}
        />
        <Button aria-label={openLabel ?? t('frame.list.all')}>
          <Icon name="down" />
        </Button>
      </span>
      {hint && <p className="hint">{hint}</p>}
      <Popover className="menu">
        <ListBox renderEmptyState={() => <p className="empty">{emptyLabel ?? t('frame.list.none')}</p>}>
          {(item: (typeof items)[number]) => (
            <ListBoxItem textValue={item.label}>
              <bdi dir="auto">{item.label}</bdi>
              {item.second && <span className="second">{item.second}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
