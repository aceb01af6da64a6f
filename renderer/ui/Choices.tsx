import { useId, type ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { KeyName } from './key-table'

export interface ChoiceOption<V extends string> {
  readonly value: V
  readonly label: ReactNode
  readonly keys?: KeyName
  /** Why it cannot be chosen; it can still be focused. */
  readonly why?: string
}

interface ChoicesProps<V extends string> {
  readonly label: ReactNode
  readonly options: readonly ChoiceOption<V>[]
  readonly error?: ReactNode
  readonly quietLabel?: boolean
  /** `tight` for long rows, `seg` for two or three joined views. */
  readonly look?: 'tight' | 'seg'
}

interface OneChoiceProps<V extends string> extends ChoicesProps<V> {
  readonly value: V | null
  readonly onChange: (value: V) => void
}
interface ManyChoicesProps<V extends string> extends ChoicesProps<V> {
  readonly values: readonly V[]
  readonly onChange: (values: V[]) => void
}

function ChoiceSquares<V extends string>({
  label,
  options,
  error,
  quietLabel,
  look,
  mode,
  selected,
  onSelect,
}: ChoicesProps<V> & { mode: 'single' | 'multiple'; selected: readonly V[]; onSelect: (values: V[]) => void }) {
  const id = useId()
  const refused = new Set<unknown>(options.filter((option) => option.why).map((option) => option.value))
  const reasons = options.filter((option) => option.why)
  return (
    <div className={error ? 'choice-set wrong' : 'choice-set'}>
      <span className={quietLabel ? 'hidden' : 'label'} id={`${id}l`}>
        {label}
      </span>
      {error && (
        <p className="error" id={`${id}e`}>
          {error}
        </p>
      )}
      <ToggleButtonGroup
        className={look === 'seg' ? 'seg' : look === 'tight' ? 'opts tight-opts' : 'opts'}
        selectionMode={mode}
        disallowEmptySelection={mode === 'single'}
        selectedKeys={selected}
        aria-labelledby={`${id}l`}
        {...(error ? { 'aria-describedby': `${id}e` } : {})}
        onSelectionChange={(keys) => {
          const next = options
            .map((option) => option.value)
            .filter((value) => keys.has(value) && !(refused.has(value) && !selected.includes(value)))
          if (mode === 'multiple' || next.length > 0) onSelect(next)
        }}
      >
        {options.map((option) => (
          <ToggleButton
            key={option.value}
            id={option.value}
            className="btn"
            {...(option.why ? { 'aria-disabled': true, 'aria-describedby': `${id}w` } : {})}
          >
            {option.label}
            {option.keys && <kbd aria-hidden="true">{option.keys}</kbd>}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {reasons.length > 0 && (
        <p className="why" id={`${id}w`}>
          {[...new Set(reasons.map((option) => option.why))].join(' ')}
        </p>
      )}
    </div>
  )
}

/** Chooses one of a few options, shown as buttons. */
export function Choices<V extends string>({ value, onChange, ...shared }: OneChoiceProps<V>) {
  return (
    <ChoiceSquares
      {...shared}
      mode="single"
      selected={value === null ? [] : [value]}
      onSelect={([next]) => next !== undefined && onChange(next)}
    />
  )
}

/** Chooses any of a few options, shown as buttons. */
export function ManyChoices<V extends string>({ values, onChange, ...shared }: ManyChoicesProps<V>) {
  return <ChoiceSquares {...shared} mode="multiple" selected={values} onSelect={onChange} />
}
