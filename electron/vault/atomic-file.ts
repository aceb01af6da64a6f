import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Replaces a small file atomically: after a power cut the folder holds either the whole old file or the whole new one (K1). */
export function writeFileAtomically(folder: string, name: string, content: string | Uint8Array): void {
  const temporary = join(folder, `${name}.new`)
  const file = openSync(temporary, 'w', 0o600)
  try {
    // Writes all of the content or throws: a single write call may stop half-way on a full disk without an error.
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, join(folder, name))
  syncFolder(folder)
}

/** Makes a rename in this folder durable. Does nothing on Windows, which has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const directory = openSync(folder, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}
