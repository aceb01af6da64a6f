import { memo, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { Instant, Zone } from '#shared/domain/moment'
import { LANES, type Lane } from '#shared/domain/standing'
import { shortTime } from '#shared/domain/wording'
import { RowList } from '../../ui'
import type { Placed } from './choice'
import { Entry } from './Entry'
import { rowWords } from './row-words'
import css from './Board.module.css'

/** More rows than these of one lane are in the table alone, which draws only what is in view. */
export const LONGEST = 60

interface Props {
  readonly rows: readonly Placed[]
  readonly now: Instant
  readonly zone: Zone
  readonly shiftEndsAt: Instant
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
  readonly onOpen: (id: string) => void
}

export const inLanes = (rows: readonly Placed[]): readonly Placed[] =>
  LANES.flatMap((lane) => rows.filter((row) => row.lane === lane).slice(0, LONGEST))

/** Lanes by what is needed now. The blue rule is now; what lies above it is late. */
export const Lanes = memo(function Lanes({ rows, now, zone, shiftEndsAt, selected, onSelect, onOpen }: Props) {
  const { t } = useTranslation()
  const owners = useMemo(() => shortNames(rows.map((row) => row.next.ownerName)), [rows])
  const draw = useCallback(
    (row: Placed) => <Entry row={row} owner={owners.get(row.next.ownerName) ?? row.next.ownerName} now={now} zone={zone} />,
    [owners, now, zone],
  )
  const words = useCallback((row: Placed) => rowWords(t, row, now, zone), [t, now, zone])
  const lanes = useMemo(
    () =>
      LANES.map((lane) => {
        const all = rows.filter((row) => row.lane === lane)
        const name = t(`standing.lane.${lane}`)
        return {
          id: lane,
          label: t('board.lane.label', { lane: name, count: all.length }),
          rows: all.slice(0, LONGEST),
          className: `${css.lane} ${lane === 'this_shift' ? css.atNow : ''}`,
          header: (
            <>
              <span className={css.headTime}>
                {lane === 'this_shift' && (
                  <>
                    {t('board.now')} <b>{shortTime(now, zone)}</b>
                  </>
                )}
              </span>
              <span className={css.headName}>
                <b>{name}</b>{' '}
                <span>{all.length === 0 ? t(`board.emptyLane.${lane}`) : countWords(t, lane, all.length, shiftEndsAt, zone)}</span>
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

/** Owners by first name (notes.md), in full where two of them share it. */
function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const all = [...new Set(names)]
  const first = (name: string) => name.split(' ')[0] ?? name
  return new Map(all.map((name) => [name, all.filter((other) => first(other) === first(name)).length > 1 ? name : first(name)]))
}

function countWords(t: TFunction, lane: Lane, count: number, shiftEndsAt: Instant, zone: Zone): string {
  const time = shortTime(shiftEndsAt, zone)
  const said =
    lane === 'this_shift'
      ? t('board.lane.until', { count, time })
      : lane === 'later'
        ? t('board.lane.after', { count, time })
        : String(count)
  return count > LONGEST ? `${said}. ${t('board.lane.rest', { count: count - LONGEST })}` : said
}
