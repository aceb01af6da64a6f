import type { Session } from 'electron'

// Pictures in CSS are `data:` addresses. A packaged app has no developer tools (E1).
const ALLOWED_SCHEMES = /^(app|data|devtools):/

/** Cancels every request but the app's own before its name is resolved (E3). */
export function blockOutsideRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !ALLOWED_SCHEMES.test(details.url) }))
}
