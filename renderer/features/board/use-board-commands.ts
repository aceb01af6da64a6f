import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useMinute, useZone } from '../../office'
import { describeEarly, labelPrimaryAction, findRecordStep, type RecordStep } from '../../components'
import { announce, useCommands, type Command } from '../../ui'
import type { RowSelection } from './table/use-row-selection'
import { NO_FILTER, type BoardFilters, type PlacedRow } from './filters/board-filters'

interface BoardCommandProps {
  /** The selected row. */
  readonly row: PlacedRow | undefined
  readonly table: boolean
  /** The number of rows without the filter. */
  readonly all: number
  readonly isFiltered: boolean
  readonly move: (step: 1 | -1 | 'first' | 'last') => void
  readonly open: (row: PlacedRow | undefined, step?: RecordStep) => void
  readonly select: (id: string | null) => void
  readonly createHandoff: () => void
  readonly assign: () => void
  readonly change: (part: Partial<BoardFilters>) => void
  readonly picks: RowSelection
}

/** Declares the board's keys, the same in lanes and table. */
export function useBoardCommands({
  row,
  table,
  all,
  isFiltered,
  move,
  open,
  select,
  createHandoff,
  assign,
  change,
  picks,
}: BoardCommandProps): void {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const early = row ? describeEarly(t, row.next, row, now, zone) : null
  const rowCommands: readonly Command[] = row
    ? [
        {
          id: 'row-do',
          label: labelPrimaryAction(t, row.next, row.reachBy),
          keys: 'C',
          run: () => (early === null ? open(row, findRecordStep(row.next.kind)) : announce(early)),
        },
        { id: 'row-log', label: t('board.sheet.log'), keys: 'L', run: () => open(row, 'log') },
        { id: 'row-give', label: t('board.sheet.give'), keys: 'G', run: assign },
        ...(table
          ? [
              {
                id: 'row-pick',
                label: t(picks.picked.has(row.id) ? 'board.many.unpick' : 'board.many.pick'),
                keys: 'X' as const,
                run: () => picks.toggle(row.id),
              },
            ]
          : []),
        { id: 'row-close', label: t('board.sheet.close'), keys: 'Esc', quiet: true, run: () => select(null) },
      ]
    : []
  useCommands([
    { id: 'new', label: t('board.newHandoff'), keys: 'N', run: createHandoff },
    { id: 'row-next', label: t('board.move.next'), keys: 'J', run: () => move(1) },
    { id: 'row-before', label: t('board.move.before'), keys: 'K', run: () => move(-1) },
    { id: 'row-down', label: t('board.move.next'), keys: '↓', quiet: true, run: () => move(1) },
    { id: 'row-up', label: t('board.move.before'), keys: '↑', quiet: true, run: () => move(-1) },
    { id: 'view', label: t(table ? 'board.lanes' : 'board.table'), run: () => change({ view: table ? 'lanes' : 'table' }) },
    ...(isFiltered
      ? [{ id: 'show-all', label: t('board.filter.all', { count: all }), keys: 'Backspace' as const, run: () => change(NO_FILTER) }]
      : []),
    ...rowCommands,
  ])
}

/**
 * Handles Enter, Home and End. Lanes handle opening themselves; elsewhere Enter opens only from the page or from a row of the table,
 * never from a button, which has an Enter of its own.
 */
export const handleRowKeys =
  ({ row, table, open, move, picks }: BoardCommandProps) =>
  (event: KeyboardEvent): void => {
    const from = event.target instanceof HTMLElement ? event.target : null
    const onRow = from?.matches('tr[data-row]') ?? false
    if (table && event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) picks.extend(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && row && (onRow || from?.id === 'main')) open(row)
    else if (table && onRow && (event.key === 'Home' || event.key === 'End')) move(event.key === 'Home' ? 'first' : 'last')
    else return
    event.preventDefault()
  }
