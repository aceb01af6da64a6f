import type { Session } from 'electron'

/** E2: no page sees a screen or a window. */
export function withoutDisplayMedia(ours: Session): void {
  ours.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}
