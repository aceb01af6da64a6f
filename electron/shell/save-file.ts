import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { SaveResult, Files } from '../ports'
import { isSynchronised } from '../storage/core/synchronised-folder'
import { writeFileAtomically } from '../vault/atomic-file'

/** Writes beside, then renames: the whole file or nothing. D7: where a synchronising service would carry it off, nothing. */
export function saveFile(path: string, bytes: Uint8Array): SaveResult {
  const folder = dirname(path)
  if (isSynchronised(folder)) return 'synchronised'
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileAtomically(folder, basename(path), bytes)
  return 'saved'
}

/** Without asking, into one folder; a file that lies there is never written over. `onSaved` hears the path. */
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
