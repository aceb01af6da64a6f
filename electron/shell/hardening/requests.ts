import type { Session } from 'electron'

// Pictures in CSS are `data:`; developer tools are not in a packaged app (E1).
const OURS = /^(app|data|devtools):/

/** E3: every request but the app's own is cancelled before anything looks its name up. */
export function cancelRequests(ours: Session): void {
  ours.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !OURS.test(details.url) }))
}
