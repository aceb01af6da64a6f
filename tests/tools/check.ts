import { spawnSync } from 'node:child_process'
import { basename, join, resolve } from 'node:path'

// What `npm run check` runs, in under two minutes: format, lint, types, and the unit tests that the change touches.
// The change is everything since the branch left main, also what is not committed yet; on main, what is not committed.

const root = resolve(import.meta.dirname, '../..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const git = (...args: readonly string[]): string => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim()

const since = git('merge-base', 'HEAD', 'main') || 'HEAD'
const files = [
  ...git('diff', '--name-only', '--diff-filter=d', since).split('\n'),
  ...git('ls-files', '-o', '--exclude-standard').split('\n'),
]
const sources = files.filter((file) => /\.tsx?$/.test(file))

// These take seconds in all. Each test of the others opens a whole office, which imports nearly every source: of them, those
// run that were changed, or have the name of a changed source. `npm test` runs all.
const QUICK = ['domain', 'laws/domain', 'contract', 'renderer', 'timer', 'shell', 'built'].map((folder) => `tests/${folder}/`)
const named = sources.map((file) => `/${basename(file).replace(/(\.test)?\.tsx?$/, '')}.test.ts`)

const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format', bin('oxfmt'), '--check'],
  ['lint', bin('oxlint'), '--type-aware', '--deny-warnings'],
  ['types', bin('tsc'), '-p', 'tsconfig.json'],
  [
    'unit tests touched by the change',
    bin('vitest'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=dot',
    '--passWithNoTests',
    '--changed',
    since,
    ...QUICK,
    ...new Set(named),
  ],
]

const failed = steps.filter(([name, command, ...args]) => {
  const began = performance.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  console.log(`── ${name}: ${status === 0 ? 'good' : 'FAILED'}, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return status !== 0
})
if (failed.length > 0) console.error(`Not good yet: ${failed.map(([name]) => name).join(', ')}.`)
process.exit(failed.length === 0 ? 0 : 1)
