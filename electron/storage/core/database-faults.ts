import type { OFFICE_FAULTS } from '#shared/contract/office/session'

/** Why the database cannot be opened. */
export type OfficeFault = (typeof OFFICE_FAULTS)[number]

/** Returns the error code of SQLite or the file system. Returns null for anything else, which is a bug. */
function getErrorCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}

/** Maps an exception to the failure of a running call (D6). Returns null if it is not about the disk. */
export function toStorageFault(error: unknown): 'full' | 'read_only' | 'io' | null {
  const code = getErrorCode(findRootError(error))
  if (code === null) return null
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'read_only'
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_CORRUPT') || code === 'EIO')
    return 'io'
  return null
}

/** Maps an exception at opening to a fault of the start screen. Returns null for a bug. */
export function toOpeningFault(error: unknown): OfficeFault | null {
  const code = getErrorCode(error)
  if (code === null) return null
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'not_a_database'
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'in_use'
  const storage = toStorageFault(error)
  return storage === 'full' ? 'disk_full' : storage
}

/** Finds the driver's own error, which Drizzle wraps. */
function findRootError(error: unknown): unknown {
  let root = error
  while (root instanceof Error && root.cause instanceof Error && getErrorCode(root) === null) root = root.cause
  return root
}
