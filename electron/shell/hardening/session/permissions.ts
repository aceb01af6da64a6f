import type { Session } from 'electron'

/** E2: whatever a page asks leave for, the answer is no. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
}
