import type { Session } from 'electron'

// Pictures in CSS are `data:`; developer tools are not in a packaged app (E1).
const ALLOWED_SCHEMES = /^(app|data|devtools):/

/** E3: every request but the app's own is cancelled before anything looks its name up. */
export function blockOutsideRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !ALLOWED_SCHEMES.test(details.url) }))
}
