import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { load } from './bundle.ts'

// `npm run sample`: an office with invented people, for looking around and for role-plays.
const USAGE = 'npm run sample -- [--years 1] [--per-day 5] [--data FOLDER] [--now 2026-11-20T16:42:00-06:00]'

interface Sample {
  readonly makeSample: typeof import('./sample/make-sample').makeSample
}

/** Parses a whole or half number within bounds; null otherwise. */
function numberIn(text: string, low: number, high: number): number | null {
  const value = Number(text)
  return text.trim() !== '' && value >= low && value <= high ? value : null
}

async function run(): Promise<number> {
  const folder = process.env['DAYBOOK_DATA'] ?? '.office/sample'
  let args: { years: string; 'per-day': string; data: string; now?: string }
  try {
    const options = {
      years: { type: 'string', default: '1' },
      'per-day': { type: 'string', default: '5' },
      data: { type: 'string', default: folder },
      now: { type: 'string' },
    } as const
    args = parseArgs({ options }).values
  } catch {
    console.error(`That is not understood.\n  ${USAGE}`)
    return 1
  }
  const years = numberIn(args.years, 0.05, 20)
  const perDay = numberIn(args['per-day'], 0, 200)
  const now = args.now === undefined ? Date.now() : Date.parse(args.now)
  if (years === null || perDay === null || Number.isNaN(now)) {
    console.error(`--years is 0.05 to 20, --per-day 0 to 200, --now an ISO date and time.\n  ${USAGE}`)
    return 1
  }
  const began = performance.now()
  console.log(`Making a practice office: ${years} year(s), about ${perDay} handoffs a day. Everybody in it is invented.`)
  const { makeSample } = await load<Sample>('tests/tools/sample/make-sample.ts', 'sample')
  let shown = 0
  const data = resolve(args.data)
  try {
    const made = await makeSample(
      data,
      resolve('drizzle/migrations'),
      { end: Math.floor(now / 60_000) * 60_000, days: Math.round(years * 365), perDay },
      (part) => {
        if (part - shown >= 0.1) console.log(`  ${Math.round(100 * (shown = part))}%`)
      },
    )
    console.log(`${made.handoffs} handoffs, ${made.open} of them open, in ${data} (${Math.round((performance.now() - began) / 1000)} s).`)
    console.log(`Open it:     npm start -- --sample`)
    console.log(`Passphrase:  ${made.passphrase}   (for everybody: ${made.staff.join(', ')})`)
    console.log('It is marked as practice on every page. Its open handoffs are as of now: run this again for a fresh board.')
    return 0
  } catch (error) {
    console.error(`The sample was not made: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}

process.exitCode = await run()
