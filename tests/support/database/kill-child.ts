import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename, resolve } from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

const bundleFolder = (entry: string): string => `out/tools/${basename(entry, '.child.ts')}`

/** Bundles a child, so that it starts at once. */
export const buildChild = (entry: string): Promise<unknown> =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: bundleFolder(entry),
      target: 'node22',
      rolldownOptions: { output: { entryFileNames: 'index.mjs' } },
    },
  })

/** The milliseconds after the child's line of this number. Counting lines makes it independent of the machine's speed. */
interface KillMoment {
  readonly line: number
  readonly ms: number
}

/** Runs the child, kills it at that moment (null: it ends by itself), and returns the lines that it had printed by then. */
export async function runAndKill(entry: string, moment: KillMoment | null, ...args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, [resolve(bundleFolder(entry), 'index.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  // A test that ends early leaves no process writing.
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString()
    if (moment === null || output.split('\n').length <= moment.line) return
    timer ??= setTimeout(() => child.kill('SIGKILL'), moment.ms)
  })
  await once(child, 'close')
  // An incomplete line was not acknowledged.
  return output.split('\n').slice(0, -1)
}
