import { existsSync, realpathSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'

// Names that synchronising services give their folders, as whole path segments (D7).
const SYNC_SERVICE_FOLDER =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|googledrive-.+|my drive|drivefs|icloud ?drive|iclouddrive|mobile documents|cloudstorage|box sync|nextcloud|pcloud ?drive)$/i

// Linux magic numbers of network file systems: NFS, SMB, CIFS, SMB2, AFS, Coda, Ceph.
const NETWORK_FILE_SYSTEMS = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x00c36400])

/** Resolves the real path of a folder that may not exist yet, from its deepest existing part. */
function resolveFolder(folder: string): { readonly existing: string; readonly path: string } {
  let existing = folder
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing)
  const real = realpathSync.native(existing)
  return { existing: real, path: real + folder.slice(existing.length) }
}

/** Tells whether the folder's real path is inside a synchronising service's folder, on a UNC share or on a network mount (D7). */
export function isSynchronised(folder: string): boolean {
  const { existing, path } = resolveFolder(folder)
  if (path.startsWith('\\\\') && !path.startsWith('\\\\?\\')) return true
  if (path.split(/[\\/]/).some((segment) => SYNC_SERVICE_FOLDER.test(segment))) return true
  return process.platform === 'linux' && NETWORK_FILE_SYSTEMS.has(statfsSync(existing).type)
}
