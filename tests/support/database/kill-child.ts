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

/** So many milliseconds after the child's line of this number. Counted in lines it gets as far on a slow machine as on a fast one. */
interface KillMoment {
  readonly line: number
  readonly ms: number
}

/** Runs the child, kills it at that moment (null: it ends by itself), and answers the lines that it had said by then. */
export async function runAndKill(entry: string, moment: KillMoment | null, ...args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, [resolve(bundleFolder(entry), 'index.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  // A test that ends early leaves nobody writing behind.
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString()
    if (moment === null || output.split('\n').length <= moment.line) return
    timer ??= setTimeout(() => child.kill('SIGKILL'), moment.ms)
  })
  await once(child, 'close')
  // A line that was cut short was not said.
  return output.split('\n').slice(0, -1)
}
