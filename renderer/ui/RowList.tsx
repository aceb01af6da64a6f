import type { ReactNode } from 'react'
import { Collection, GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components'

export interface RowLane<T> {
  readonly id: string
  /** For screen readers. */
  readonly label: string
  readonly header: ReactNode
  readonly rows: readonly T[]
  readonly className?: string
}

interface Props<T> {
  readonly label: string
  readonly lanes: readonly RowLane<T>[]
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
  /** Called on Enter or a double click. */
  readonly onOpen: (id: string) => void
  readonly draw: (row: T) => ReactNode
  /** The row in one sentence, for screen readers. */
  readonly words: (row: T) => string
  readonly className?: string
  readonly headClassName?: string
  readonly rowClassName?: string
}

/**
 * Lanes of rows as one list with one stop of the Tab key: arrows, Home and End move across lanes and select, Enter opens, Esc clears the
 * selection. Letters are left to commands.
 */
export function RowList<T extends { readonly id: string }>({
  label,
  lanes,
  selected,
  onSelect,
  onOpen,
  draw,
  words,
  className = '',
  headClassName = '',
  rowClassName = '',
}: Props<T>) {
  return (
    <GridList
      aria-label={label}
      className={className}
      selectionMode="single"
      selectionBehavior="replace"
      disallowTypeAhead
      selectedKeys={selected === null ? [] : [selected]}
      onAction={(key) => onOpen(String(key))}
      onSelectionChange={(keys) => onSelect(keys === 'all' ? null : ([...keys].map(String)[0] ?? null))}
    >
      {lanes.map((lane) => (
        <GridListSection key={lane.id} id={lane.id} aria-label={lane.label} className={lane.className ?? ''}>
          <GridListHeader className={headClassName}>{lane.header}</GridListHeader>
          <Collection items={lane.rows} dependencies={[draw, words]}>
            {(row) => (
              <GridListItem id={row.id} textValue={words(row)} className={rowClassName} data-row={row.id}>
                {draw(row)}
              </GridListItem>
            )}
          </Collection>
        </GridListSection>
      ))}
    </GridList>
  )
}
