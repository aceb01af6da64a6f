import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Runs a mount command, which only root may do on Linux; a test that needs it says why it does not run. */
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
  /** Restores the disk; may be called again. */
  readonly release: () => void
}

/** Mounts a small disk in this folder (700 MB, nothing used), or returns why there is none. */
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

/** Creates a file that no user can write to, or returns why not. */
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
