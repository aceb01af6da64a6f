import { useRef } from 'react'

/** Moves the selection by one and the focus with it, wherever the focus was. `order`: the rows in the order of the page. */
export function useRowKeys(
  order: readonly string[],
  at: string | null,
  choose: (id: string) => void,
): (step: 1 | -1 | 'first' | 'last') => void {
  const move = useRef<(step: 1 | -1 | 'first' | 'last') => void>(() => undefined)
  move.current = (step) => {
    const found = at === null ? -1 : order.indexOf(at)
    const next =
      step === 'first' ? 0 : step === 'last' ? order.length - 1 : found < 0 ? 0 : Math.min(Math.max(found + step, 0), order.length - 1)
    const id = order[next]
    if (id === undefined) return
    choose(id)
    requestAnimationFrame(() => focusRow(id))
  }
  return move.current
}

/** Focuses a row of the lanes or of the table. */
export const focusRow = (id: string): void => {
  const row = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"], [data-row="${CSS.escape(id)}"]`)
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}
