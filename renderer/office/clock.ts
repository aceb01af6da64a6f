import { useSyncExternalStore } from 'react'
import { MINUTE } from '#shared/domain/core/moment'
import type { OfficeState } from '#shared/contract/office/session'

declare global {
  interface Window {
    /** Set by a test host only: this window's clock shows the office's last time (`said`, UTC ms) and does not count on. */
    stoppedClock?: { said: number }
  }
}

/** The office sends the time; this window counts on from there with its own monotonic clock (T3). All screens share one ticker. */
let said = { now: 0, at: 0, zone: 'UTC' }
let shown = { now: 0, zone: 'UTC' }
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

const exact = (): number => (window.stoppedClock === undefined ? said.now + (performance.now() - said.at) : said.now)

function tick(): void {
  clearTimeout(timer)
  const now = exact()
  const second = Math.floor(now / 1000) * 1000
  if (second !== shown.now || said.zone !== shown.zone) {
    shown = { now: second, zone: said.zone }
    for (const listener of listeners) listener()
  }
  // Aligned to the office's own seconds, so that all clocks on the screen change together.
  if (listeners.size > 0) timer = setTimeout(tick, 1000 - (now % 1000) + 2)
}

/** Sets the clock by the office's state; `at` is this window's own `performance.now()` when the state came. */
export function setClock(state: Pick<OfficeState, 'now' | 'zone'>, at: number): void {
  said = { now: state.now, at, zone: state.zone }
  if (window.stoppedClock !== undefined) window.stoppedClock.said = state.now
  tick()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearTimeout(timer)
  }
}

/** Returns the office's time in whole seconds (UTC ms); renders again each second. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => shown.now)
/** Returns the same time in whole minutes, rendering sixty times less. Enough for every sentence that counts minutes. */
export const useMinute = (): number => useSyncExternalStore(subscribe, () => Math.floor(shown.now / MINUTE) * MINUTE)
/** Returns the shelter's zone (an IANA name). */
export const useZone = (): string => useSyncExternalStore(subscribe, () => shown.zone)
/** Returns the office's time now, for an event handler; never call it while rendering. */
export const readNow = (): number => Math.floor(exact())
