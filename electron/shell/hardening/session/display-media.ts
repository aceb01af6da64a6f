import type { Session } from 'electron'

/** E2: no page sees a screen or a window. */
export function denyDisplayMedia(session: Session): void {
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}
