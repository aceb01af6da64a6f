import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { SaveResult, Files } from '../ports'
import { isSynchronised } from '../storage/core/synchronised-folder'
import { writeFileAtomically } from '../vault/atomic-file'

/** Writes a temporary file and renames it: the whole file or nothing. Refuses a folder that a synchronising service would upload (D7). */
export function saveFile(path: string, bytes: Uint8Array): SaveResult {
  const folder = dirname(path)
  if (isSynchronised(folder)) return 'synchronised'
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileAtomically(folder, basename(path), bytes)
  return 'saved'
}

/** Creates a file port that saves into one folder without asking and never overwrites a file. `onSaved` receives the path. */
export const createFolderFiles = (folder: string, onSaved: (path: string) => void = () => undefined): Files => ({
  save(suggestedName, bytes) {
    const name = basename(suggestedName)
    const stem = basename(name, extname(name))
    let path = join(folder, name)
    for (let copy = 2; existsSync(path); copy += 1) path = join(folder, `${stem} (${copy})${extname(name)}`)
    const answer = saveFile(path, bytes)
    if (answer === 'saved') onSaved(path)
    return Promise.resolve(answer)
  },
})
