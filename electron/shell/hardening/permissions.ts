import type { Session } from 'electron'

/** E2: whatever a page asks leave for, the answer is no. */
export function permitNothing(ours: Session): void {
  ours.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  ours.setPermissionCheckHandler(() => false)
}
