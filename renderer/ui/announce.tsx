import { useSyncExternalStore } from 'react'

let said = ''
const listeners = new Set<() => void>()

/** Says a sentence to those who listen instead of look: an alert, "saved". Never a name or a number (P6 holds for the ear too). */
export function announce(text: string): void {
  // The same sentence twice must be heard twice.
  said = text === said ? `${text}\u00A0` : text
  for (const listener of listeners) listener()
}

/** At the desk lock nothing of the session is left for the ear; React Aria keeps its own last sentences for some seconds. */
export function clearAnnouncement(): void {
  said = ''
  for (const listener of listeners) listener()
  for (const log of document.querySelectorAll('[data-live-announcer] [role="log"]')) log.replaceChildren()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Drawn once, by the app. */
export function LiveRegion() {
  const text = useSyncExternalStore(subscribe, () => said)
  return (
    <div className="hidden" role="status" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  )
}
