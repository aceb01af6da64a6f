import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { BoardRow } from '#shared/contract/handoff/board'
import { LANES } from '#shared/domain/board/lane'
import { useMinute, useOffice } from '../../../office'
import { describeClock, judgeRowUrgency, MarkShape, chooseMarkTone } from '../../../components'
import { useCommands } from '../../../ui'
import css from './record.module.css'

/** Returns the board's rows in its own order, soonest first within a lane. */
export function useStripRows(): readonly { readonly row: BoardRow; readonly urgency: ReturnType<typeof judgeRowUrgency>['urgency'] }[] {
  const now = useMinute()
  const board = useOffice('board.read', {}).value
  if (!board) return []
  return board.rows
    .map((row) => ({ row, ...judgeRowUrgency(row, now, board.shiftEndsAt) }))
    .toSorted((a, b) => LANES.indexOf(a.lane) - LANES.indexOf(b.lane) || a.row.clockAt - b.row.clockAt || a.row.number - b.row.number)
}

/** The board beside the record, narrow; arrow keys move in it, J and K open the next one from anywhere. */
export function BoardStrip({ current }: { readonly current: string }) {
  const { t } = useTranslation()
  const now = useMinute()
  const [, go] = useLocation()
  const rows = useStripRows()
  const list = useRef<HTMLOListElement>(null)
  const at = rows.findIndex(({ row }) => row.id === current)
  const open = (step: number) => {
    const next = rows[at === -1 ? 0 : at + step]
    if (next) go(`/handoffs/${next.row.id}`)
  }
  useCommands([
    { id: 'next-handoff', label: t('record.strip.next'), keys: 'J', run: () => open(1) },
    { id: 'previous-handoff', label: t('record.strip.previous'), keys: 'K', run: () => open(-1) },
  ])
  const shown = at !== -1
  useEffect(() => {
    if (shown) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current, shown])
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const here = links.indexOf(document.activeElement as HTMLAnchorElement)
    links[Math.min(Math.max(here + (event.key === 'ArrowDown' ? 1 : -1), 0), links.length - 1)]?.focus()
    event.preventDefault()
  }
  return (
    <nav className={css.strip} aria-label={t('record.strip.label')}>
      <Link className={css.back ?? ''} href="/board">
        {t('record.strip.back')} <kbd aria-hidden="true">Esc</kbd>
      </Link>
      {/* Arrow keys move between the links, which keep their own place in the tab order. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol ref={list} onKeyDown={onKeyDown}>
        {rows.map(({ row, urgency }) => (
          <li key={row.id}>
            <Link href={`/handoffs/${row.id}`} {...(row.id === current ? { 'aria-current': 'true' as const } : {})}>
              <MarkShape kind={urgency} />
              <b>
                <bdi dir="auto">{row.label}</bdi>
              </b>
              <span className={chooseMarkTone(urgency)}>{describeClock(t, row.clockAt, row.clockIs, row.next, now, row.measured)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
