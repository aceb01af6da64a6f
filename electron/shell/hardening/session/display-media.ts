import type { Session } from 'electron'

/** Denies capturing a screen or a window (E2). */
export function denyDisplayMedia(session: Session): void {
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}
