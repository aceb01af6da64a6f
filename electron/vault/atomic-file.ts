import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Replaces a small file so that after a power cut either the old or the new one is there, whole (K1). */
export function writeFileAtomically(folder: string, name: string, content: string | Uint8Array): void {
  const temporary = join(folder, `${name}.new`)
  const file = openSync(temporary, 'w', 0o600)
  try {
    // All of it or an error: a single write may stop half-way on a full disk without saying so.
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, join(folder, name))
  syncFolder(folder)
}

/** Makes a rename in this folder durable. Windows has no such call, and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const directory = openSync(folder, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}
