import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findChromium } from '../hosts/find-chromium.ts'
import { provide } from './machine.ts'

// What `npm test` runs: everything, one step after the other, and one line at the end.

const root = resolve(import.meta.dirname, '../..')
const results = join(root, 'test-results')

interface Count {
  readonly passed: number
  readonly failed: number
}

interface Step {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly env?: NodeJS.ProcessEnv
  /** Tests are counted from the runner's own report; a step without one counts as one check. */
  readonly report?: { readonly file: string; readonly read: (report: never) => Count }
}

const bin = (name: string) => join(root, 'node_modules/.bin', name)
const electron = process.env['ELECTRON_EXEC'] !== undefined && existsSync(process.env['ELECTRON_EXEC'])
const display = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
// A window of 1280 × 720 has to fit, with its frame.
const virtual = ['xvfb-run', '-a', '-s', '-screen 0 1400x1000x24'] as const

const vitestReport = {
  file: join(results, 'vitest.json'),
  read: ({ numPassedTests, numFailedTests }: { numPassedTests: number; numFailedTests: number }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }),
}

interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly {
      readonly status: string
      readonly annotations: readonly { readonly type: string; readonly description?: string }[]
    }[]
  }[]
}

/** No test is left out, and none is tried twice, in silence. */
function sayOddOnes({ suites = [], specs = [] }: Suite): void {
  for (const { title, tests } of specs) {
    const reason = tests.flatMap(({ annotations }) => annotations).find(({ type }) => type === 'skip')?.description
    if (reason !== undefined) console.log(`not run: ${title} (${reason})`)
    if (tests.some(({ status }) => status === 'flaky')) console.log(`passed only when tried again: ${title}`)
  }
  suites.forEach(sayOddOnes)
}

/**
 * Where there is an Electron runtime every journey runs on it, and these on the browser host too: what differs there
 * (printing, files, the lock, the fallback, hardening) and the main job. Without a runtime all run on the browser host.
 */
const BOTH_HOSTS = '@both-hosts'

const journeys = (kind: 'browser' | 'electron'): Step => {
  const file = join(results, `journeys-${kind}.json`)
  const run: Step['command'] = [
    bin('playwright'),
    'test',
    '-c',
    'tests/playwright.config.ts',
    `--project=${kind}`,
    '--reporter=line,json',
    `--output=test-results/${kind}`,
    ...(kind === 'browser' && electron ? [`--grep=${BOTH_HOSTS}`] : []),
  ]
  return {
    name: kind === 'electron' ? 'journeys on Electron' : `journeys on the browser host${electron ? `, those ${BOTH_HOSTS}` : ''}`,
    command: kind === 'electron' && !display ? [...virtual, ...run] : run,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    report: {
      file,
      read: ({ stats, suites }: { stats: { expected: number; unexpected: number; flaky: number }; suites: readonly Suite[] }) => {
        sayOddOnes({ suites })
        return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
      },
    },
  }
}

const steps: readonly Step[] = [
  { name: 'format', command: [bin('oxfmt'), '--check'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'types', command: [bin('tsc'), '-p', 'tsconfig.json'] },
  { name: 'build', command: [bin('electron-vite'), 'build', '-c', 'electron/electron.vite.config.ts', '--logLevel', 'warn'] },
  {
    name: 'unit tests',
    command: [
      bin('vitest'),
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${vitestReport.file}`,
    ],
    report: vitestReport,
  },
  journeys('browser'),
  ...(electron ? [journeys('electron')] : []),
]

/** A runner that ends badly without a report, or with nothing failed in it, is one failure. */
function count({ report }: Step, status: number | null): Count {
  if (report === undefined) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  try {
    const { passed, failed } = report.read(JSON.parse(readFileSync(report.file, 'utf8')) as never)
    return { passed, failed: status === 0 ? failed : Math.max(1, failed) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function carryOut(step: Step): Count {
  const [command, ...args] = step.command
  const began = performance.now()
  console.log(`\n── ${step.name}`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...step.env } })
  const counted = count(step, status)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`── ${step.name}: ${counted.passed} passed, ${counted.failed} failed, ${seconds} s`)
  return counted
}

// An earlier run's report must not be counted.
for (const { report } of steps) if (report !== undefined) rmSync(report.file, { force: true })
mkdirSync(results, { recursive: true })
provide(electron && !display ? ['fonts', 'xvfb'] : ['fonts'])
if (findChromium() === null && !provide(['chromium'])) {
  console.error('Please install Chromium, Chrome or Edge for the journeys. On Debian: sudo apt-get install chromium')
}
const counts = steps.map(carryOut)
const ranOf = (name: string) => {
  const at = steps.findIndex((step) => step.name.startsWith(name))
  return counts[at] === undefined ? 0 : counts[at].passed + counts[at].failed
}
const onBrowser = ranOf('journeys on the browser host')
const passed = counts.reduce((sum, one) => sum + one.passed, 0)
const failed = counts.reduce((sum, one) => sum + one.failed, 0)
console.log(
  electron
    ? `\nHosts: all journeys on Electron (${ranOf('journeys on Electron')}), those ${BOTH_HOSTS} on the browser host too (${onBrowser}).`
    : `\nHosts: all journeys on the browser host (${onBrowser}); ELECTRON_EXEC names no Electron runtime on this machine.`,
)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
