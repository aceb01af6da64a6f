import { useSyncExternalStore } from 'react'

let said = ''
const listeners = new Set<() => void>()

/** Announces a sentence to screen readers, such as an alert or "saved". Never a name or a number (P6 applies to speech too). */
export function announce(text: string): void {
  // The same sentence twice must be announced twice.
  said = text === said ? `${text}\u00A0` : text
  for (const listener of listeners) listener()
}

/** Clears the announcement at the screen lock; React Aria keeps its own last sentences for some seconds. */
export function clearAnnouncement(): void {
  said = ''
  for (const listener of listeners) listener()
  for (const log of document.querySelectorAll('[data-live-announcer] [role="log"]')) log.replaceChildren()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The live region, rendered once by the app. */
export function LiveRegion() {
  const text = useSyncExternalStore(subscribe, () => said)
  return (
    <div className="hidden" role="status" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  )
}
