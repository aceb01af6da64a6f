import { memo, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { LANES, type Lane } from '#shared/domain/board/lane'
import { formatTime } from '#shared/domain/core/wording'
import { RowList } from '../../../ui'
import type { PlacedRow } from '../filters/board-filters'
import { LaneEntry } from './LaneEntry'
import { describeRow } from '../row-words'
import css from '../board.module.css'

/** A lane with more rows than these shows the rest in the table alone, which renders only what is in view. */
export const MAX_LANE_ROWS = 60

interface Props {
  readonly rows: readonly PlacedRow[]
  readonly now: Instant
  readonly zone: Zone
  readonly shiftEndsAt: Instant
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
  readonly onOpen: (id: string) => void
}

export const sortIntoLanes = (rows: readonly PlacedRow[]): readonly PlacedRow[] =>
  LANES.flatMap((lane) => rows.filter((row) => row.lane === lane).slice(0, MAX_LANE_ROWS))

/** The lanes by what is needed now. The blue line is now; what is above it is late. */
export const Lanes = memo(function Lanes({ rows, now, zone, shiftEndsAt, selected, onSelect, onOpen }: Props) {
  const { t } = useTranslation()
  const owners = useMemo(() => shortenNames(rows.map((row) => row.next.ownerName)), [rows])
  const draw = useCallback(
    (row: PlacedRow) => <LaneEntry row={row} owner={owners.get(row.next.ownerName) ?? row.next.ownerName} now={now} zone={zone} />,
    [owners, now, zone],
  )
  const words = useCallback((row: PlacedRow) => describeRow(t, row, now, zone), [t, now, zone])
  const lanes = useMemo(
    () =>
      LANES.map((lane) => {
        const all = rows.filter((row) => row.lane === lane)
        const name = t(`handoffState.lane.${lane}`)
        return {
          id: lane,
          label: t('board.lane.label', { lane: name, count: all.length }),
          rows: all.slice(0, MAX_LANE_ROWS),
          className: `${css.lane} ${lane === 'this_shift' ? css.atNow : ''}`,
          header: (
            <>
              <span className={css.headTime}>
                {lane === 'this_shift' && (
                  <>
                    {t('board.now')} <b>{formatTime(now, zone)}</b>
                  </>
                )}
              </span>
              <span className={css.headName}>
                <b>{name}</b>{' '}
                <span>{all.length === 0 ? t(`board.emptyLane.${lane}`) : describeCount(t, lane, all.length, shiftEndsAt, zone)}</span>
              </span>
            </>
          ),
        }
      }),
    [rows, now, zone, shiftEndsAt, t],
  )
  return (
    <RowList
      label={t('board.list')}
      lanes={lanes}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
      draw={draw}
      words={words}
      className={css.lanes ?? ''}
      headClassName={css.head ?? ''}
      rowClassName={css.row ?? ''}
    />
  )
})

/** Shortens the owners to first names, in full where two of them share one. */
function shortenNames(names: readonly string[]): ReadonlyMap<string, string> {
  const all = [...new Set(names)]
  const first = (name: string) => name.split(' ')[0] ?? name
  return new Map(all.map((name) => [name, all.filter((other) => first(other) === first(name)).length > 1 ? name : first(name)]))
}

function describeCount(t: TFunction, lane: Lane, count: number, shiftEndsAt: Instant, zone: Zone): string {
  const time = formatTime(shiftEndsAt, zone)
  const said =
    lane === 'this_shift'
      ? t('board.lane.until', { count, time })
      : lane === 'later'
        ? t('board.lane.after', { count, time })
        : String(count)
  return count > MAX_LANE_ROWS ? `${said}. ${t('board.lane.rest', { count: count - MAX_LANE_ROWS })}` : said
}
