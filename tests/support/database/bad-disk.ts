import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** What only root may do to a disk on Linux; a test that needs it says why it does not run. */
function mounting(...args: readonly string[]): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'a disk can be taken away only by root on Linux'
  try {
    execFileSync('mount', args, { stdio: 'pipe' })
    return null
  } catch {
    return 'this machine lets nobody mount'
  }
}

const unmount = (place: string): void => void execFileSync('umount', ['--lazy', place], { stdio: 'pipe' })

export interface BadDisk {
  /** Makes the disk as it was; may be called again. */
  readonly release: () => void
}

/** A small disk of its own in this folder (700 MB, of which nothing is used), or the reason why there is none. */
export function smallDisk(folder: string): (BadDisk & { readonly fill: () => void; readonly makeRoom: () => void }) | string {
  const wrong = mounting('-t', 'tmpfs', '-o', 'size=700m', 'tmpfs', folder)
  if (wrong !== null) return wrong
  const ballast = join(folder, 'ballast')
  return {
    fill() {
      const file = openSync(ballast, 'w')
      const block = Buffer.alloc(1_000_000)
      try {
        for (let size = block.length; size >= 1;) {
          try {
            writeSync(file, block, 0, size)
          } catch {
            size = Math.floor(size / 10)
          }
        }
      } finally {
        closeSync(file)
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    release: once(() => unmount(folder)),
  }
}

/** A file that nobody can write to, whoever they are, or the reason why it is not so. */
export function readOnlyFile(file: string): BadDisk | string {
  const wrong = mounting('--bind', file, file) ?? mounting('-o', 'remount,ro,bind', file)
  return wrong ?? { release: once(() => unmount(file)) }
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}
