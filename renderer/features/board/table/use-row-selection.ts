import { useCallback, useMemo, useState } from 'react'

export interface RowSelection {
  readonly picked: ReadonlySet<string>
  readonly toggle: (id: string) => void
  /** Extends the selection by the next row (Shift and an arrow). */
  readonly extend: (step: 1 | -1) => void
  readonly none: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** Returns the rows of the table that are selected for assigning together. The selection is gone with the table. */
export function useRowSelection(table: boolean, order: readonly string[], at: string | null, move: (step: 1 | -1) => void): RowSelection {
  const [all, setAll] = useState(NONE)
  const toggle = useCallback(
    (id: string) =>
      setAll((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  const none = useCallback(() => setAll(NONE), [])
  const picked = table ? all : NONE
  return useMemo(
    () => ({
      picked,
      toggle,
      none,
      extend: (step: 1 | -1) => {
        const here = at === null ? -1 : order.indexOf(at)
        const next = order[here + step]
        setAll((before) => new Set([...before, ...(at === null ? [] : [at]), ...(here < 0 || next === undefined ? [] : [next])]))
        move(step)
      },
    }),
    [picked, toggle, none, order, at, move],
  )
}
