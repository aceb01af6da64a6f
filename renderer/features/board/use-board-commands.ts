import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { primaryWords, stepOf, useCommands, type Command, type Step } from '../../ui'
import type { Picks } from './use-picks'
import { UNFILTERED, type Choice, type Placed } from './choice'

interface Keys {
  /** The chosen row. */
  readonly row: Placed | undefined
  readonly table: boolean
  /** How many there are without the filter. */
  readonly all: number
  readonly filtered: boolean
  readonly move: (step: 1 | -1 | 'first' | 'last') => void
  readonly open: (row: Placed | undefined, step?: Step) => void
  readonly select: (id: string | null) => void
  readonly writeNew: () => void
  readonly give: () => void
  readonly change: (part: Partial<Choice>) => void
  readonly picks: Picks
}

/** The board's keys, the same in lanes and table. */
export function useBoardCommands({ row, table, all, filtered, move, open, select, writeNew, give, change, picks }: Keys): void {
  const { t } = useTranslation()
  const ofRow: readonly Command[] = row
    ? [
        { id: 'row-do', label: primaryWords(t, row.next), keys: 'C', run: () => open(row, stepOf(row.next.kind)) },
        { id: 'row-log', label: t('board.sheet.log'), keys: 'L', run: () => open(row, 'log') },
        { id: 'row-give', label: t('board.sheet.give'), keys: 'G', run: give },
        ...(table
          ? [
              {
                id: 'row-pick',
                label: t(picks.picked.has(row.id) ? 'board.many.unpick' : 'board.many.pick'),
                keys: 'X',
                run: () => picks.toggle(row.id),
              },
            ]
          : []),
        { id: 'row-close', label: t('board.sheet.close'), keys: 'Esc', quiet: true, run: () => select(null) },
      ]
    : []
  useCommands([
    { id: 'new', label: t('board.newHandoff'), keys: 'N', run: writeNew },
    { id: 'row-next', label: t('board.move.next'), keys: 'J', run: () => move(1) },
    { id: 'row-before', label: t('board.move.before'), keys: 'K', run: () => move(-1) },
    { id: 'row-down', label: t('board.move.next'), keys: '↓', quiet: true, run: () => move(1) },
    { id: 'row-up', label: t('board.move.before'), keys: '↑', quiet: true, run: () => move(-1) },
    { id: 'view', label: t(table ? 'board.lanes' : 'board.table'), run: () => change({ view: table ? 'lanes' : 'table' }) },
    ...(filtered
      ? [{ id: 'show-all', label: t('board.filter.all', { count: all }), keys: 'Backspace', run: () => change(UNFILTERED) }]
      : []),
    ...ofRow,
  ])
}

/**
 * Enter, Home and End. Lanes open by themselves; elsewhere Enter opens only from the page or from a row of the table,
 * never from a button, which has an Enter of its own.
 */
export const rowKeys =
  ({ row, table, open, move, picks }: Keys) =>
  (event: KeyboardEvent): void => {
    const from = event.target instanceof HTMLElement ? event.target : null
    const onRow = from?.matches('tr[data-row]') ?? false
    if (table && event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) picks.extend(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && row && (onRow || from?.id === 'main')) open(row)
    else if (table && onRow && (event.key === 'Home' || event.key === 'End')) move(event.key === 'Home' ? 'first' : 'last')
    else return
    event.preventDefault()
  }
