import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { load } from '../tools/bundle.ts'

// Run by `npm run bench`: it prints what it measures and never fails because of a number.
interface Bench {
  readonly runBench: typeof import('./run').runBench
}

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,100000' }, 'no-start': { type: 'boolean', default: false } },
})
const sizes = values.sizes
  .split(',')
  .map(Number)
  .filter((size) => Number.isInteger(size) && size >= 200)
if (!values['no-start'] && !existsSync('out/main/index.js')) spawnSync('npm', ['run', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
const { runBench } = await load<Bench>('tests/bench/run.ts', 'bench')
await runBench(sizes, Math.floor(Date.now() / 60_000) * 60_000, !values['no-start'])
