import type { Output } from '#shared/contract/index'

type PreviewResult = Output<'policy.preview'>
export const WIDTH = 271
const LEFT = 8
const RIGHT = 263
const FLOOR = 78
const TALLEST = 14
const ROOM = 70
const COLUMN = 4

export interface ChartStroke {
  readonly d: string
  readonly look: 'in_time' | 'gain' | 'late'
}

/** Finds the end of the axis: twice the longer standard, at least 72 h. What took longer, or was not reached, is shown at its end. */
export const findAxisEnd = ({ draft, now }: PreviewResult): number => Math.max(72, 2 * Math.max(draft.hours, now.hours))
export const placeHours = (hours: number, axis: number): number => LEFT + Math.min(1, hours / axis) * (RIGHT - LEFT)
/** Lists five to seven ticks of whole hours. */
export function listTicks(axis: number): readonly number[] {
  const step = [12, 24, 48, 72].find((one) => axis / one <= 7) ?? 96
  return Array.from({ length: Math.floor(axis / step) + 1 }, (_, nth) => nth * step)
}

/** Lays out one stroke for each handoff, stacked where several took as long. */
export function layOutStrokes(preview: PreviewResult): readonly ChartStroke[] {
  const axis = findAxisEnd(preview)
  const piles = new Map<number, number>()
  const placed = preview.handoffs.map((one) => {
    const column = Math.round(placeHours(one.reached ? one.hours : axis, axis) / COLUMN)
    const height = piles.get(column) ?? 0
    piles.set(column, height + 1)
    return { one, column, height }
  })
  const unit = Math.min(TALLEST, ROOM / Math.max(1, ...piles.values()))
  return placed.map(({ one, column, height }) => ({
    d: `M${column * COLUMN} ${(FLOOR - 4 - height * unit).toFixed(1)}v${(-unit * 0.72).toFixed(1)}`,
    look: one.late ? 'late' : one.lateNow ? 'gain' : 'in_time',
  }))
}

export interface HoursBand {
  readonly from: number
  /** Null: everything that took longer than `from`. */
  readonly until: number | null
  readonly count: number
  readonly late: number
}

/** Counts for the table that replaces the chart: bands between the ticks, and those not reached. */
export function countBands(preview: PreviewResult): {
  readonly bands: readonly HoursBand[]
  readonly notReached: { count: number; late: number }
} {
  const ticks = listTicks(findAxisEnd(preview))
  const reached = preview.handoffs.filter((one) => one.reached)
  const countLate = (list: PreviewResult['handoffs']) => list.filter(({ late }) => late).length
  const others = preview.handoffs.filter((one) => !one.reached)
  return {
    bands: ticks.map((from, nth) => {
      const until = ticks[nth + 1] ?? null
      const inside = reached.filter(({ hours }) => (from === 0 || hours > from) && (until === null || hours <= until))
      return { from, until, count: inside.length, late: countLate(inside) }
    }),
    notReached: { count: others.length, late: countLate(others) },
  }
}
