import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { Name } from '../../../components'
import { SortHeader } from '../../../ui'
import type { BoardFilters, BoardSort } from '../filters/board-filters'
import { TableRow } from './TableRow'
import type { RowSelection } from './use-row-selection'
import type { TableLine } from './table-model'

const ROW_HEIGHT = 36
/** Below this number of lines all are rendered: the browser's own search and printing see them. */
const VIRTUAL_FROM = 300

interface Props {
  readonly lines: readonly TableLine[]
  readonly filters: BoardFilters
  readonly onChange: (part: Partial<BoardFilters>) => void
  readonly onOpen: (id: string) => void
  readonly now: Instant
  readonly zone: Zone
  readonly picks: RowSelection
}

/** The rows as a table: due time in the margin, owner as group line. One stop of the Tab key; arrows select, Enter opens. */
export function BoardTable({ lines, filters, onChange, onOpen, now, zone, picks }: Props) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const many = lines.length > VIRTUAL_FROM
  const virtual = useVirtualizer({
    count: lines.length,
    enabled: many,
    getScrollElement: () => place.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const shown = many
    ? items.flatMap(({ index }) => (lines[index] ? [{ index, line: lines[index] }] : []))
    : lines.map((line, index) => ({ index, line }))
  const above = many ? (items[0]?.start ?? 0) : 0
  const below = many ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  const owned = filters.group !== 'owner'
  const wide = owned ? 9 : 8
  const firstRow = lines.find((line) => line.kind === 'row')?.id
  const stop = lines.some((line) => line.id === filters.at) ? filters.at : firstRow

  const at = lines.findIndex((line) => line.id === filters.at)
  const scroll = useRef<() => void>(() => undefined)
  useEffect(() => {
    scroll.current = () => {
      if (many && at >= 0) virtual.scrollToIndex(at)
    }
  })
  // Only when another row is selected, not when the table changes while it is read.
  useEffect(() => scroll.current(), [filters.at])

  const head = (column: 'due' | 'number' | 'owner', label: string, className: string) => {
    const last = `${column}Last` as BoardSort
    return (
      <SortHeader
        className={className}
        sorted={filters.sort === column ? 'asc' : filters.sort === last ? 'desc' : false}
        onSort={() => onChange({ sort: filters.sort === column ? last : column })}
      >
        {label}
      </SortHeader>
    )
  }
  const plain = (label: string, className = '') => (
    <th scope="col" className={`muted ${className}`}>
      {label}
    </th>
  )
  return (
    <div className="tbl-scroll" ref={place} role="region" aria-label={t('board.list')} tabIndex={-1}>
      <table className="tbl" role="grid" aria-label={t('board.list')} aria-rowcount={lines.length + 1}>
        <thead>
          <tr>
            {head('due', t('board.column.due'), 't-due')}
            <td className="t-mark" />
            {plain(t('board.column.at'), 'w-at')}
            {head('number', t('board.column.who'), 'w-who')}
            {plain(t('board.column.way'), 'w-way')}
            {plain(t('board.column.next'))}
            {owned && head('owner', t('board.column.owner'), 'w-who')}
            {plain(t('board.column.safe'), 'w-safe')}
            {plain(t('board.column.risk'), 'w-risk')}
          </tr>
        </thead>
        <tbody>
          {above > 0 && (
            <tr aria-hidden="true" className="g">
              <td colSpan={wide} height={above} />
            </tr>
          )}
          {shown.map(({ index, line }) =>
            line.kind === 'group' ? (
              <tr key={line.id} className="g" aria-rowindex={index + 2}>
                <th scope="rowgroup" colSpan={wide}>
                  <span className="g-n">
                    <Name>{line.name}</Name>
                  </span>{' '}
                  <span>
                    {line.overdue > 0
                      ? t('board.groupOverdue', { count: line.count, overdue: line.overdue })
                      : t('board.group', { count: line.count })}
                  </span>
                </th>
              </tr>
            ) : (
              <TableRow
                key={line.id}
                row={line.row}
                index={index + 2}
                now={now}
                zone={zone}
                selected={line.id === filters.at}
                owned={owned}
                stop={line.id === stop}
                picked={picks.picked.has(line.id)}
                onPick={() => picks.toggle(line.id)}
                onSelect={() => onChange({ at: line.id })}
                onOpen={() => onOpen(line.id)}
              />
            ),
          )}
          {below > 0 && (
            <tr aria-hidden="true" className="g">
              <td colSpan={wide} height={below} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
