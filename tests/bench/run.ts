import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureCalls, type CallMeasurement } from './calls'
import { measureSignIn } from './sign-in'
import { formatMs, formatTable } from './statistics'
import { ATTEMPTS, OPEN } from './fill-database'
import { measureHiddenPeople } from './hidden-people'
import { createBenchOffice, type BenchOffice } from './bench-office'
import { measurePreview } from './policy-preview'
import { measurePeople } from './people-search'
import { measureStarts } from './start-up'
import { measureAuditLog } from './audit-log'

const toVerdict = (held: boolean): string => (held ? 'held' : 'MISSED')

function listAims(rows: readonly CallMeasurement[], totals: readonly number[]): string {
  const board = totals.map((total) => rows.find((row) => row.what === 'board' && row.total === total)).filter((row) => row !== undefined)
  const [small, large] = [board[0], board.at(-1)]
  if (!small || !large) return ''
  const growth = large.call.median / small.call.median
  return formatTable([
    ['aim', 'measured', ''],
    ...board.map((row) => [
      `board ≤ 16 ms at the 95th percentile (${row.total.toLocaleString('en')})`,
      `${formatMs(row.call.p95)} ms`,
      toVerdict(row.call.p95 <= 16),
    ]),
    ...board.map((row) => [
      `board ≤ 1.3 × the statement (${row.total.toLocaleString('en')})`,
      `${row.ratio.toFixed(2)} ×`,
      toVerdict(row.ratio <= 1.3),
    ]),
    [
      `board ≤ 1.2 × from ${small.total.toLocaleString('en')} to ${large.total.toLocaleString('en')}`,
      `${growth.toFixed(2)} ×`,
      toVerdict(growth <= 1.2),
    ],
  ])
}

export async function runBench(sizes: readonly number[], end: number, withStart: boolean): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'day-book-bench-'))
  const offices: BenchOffice[] = []
  try {
    for (const total of sizes) {
      console.log(`Filling ${total.toLocaleString('en')} handoffs, ${ATTEMPTS} attempts each, ${OPEN} of them open …`)
      const office = await createBenchOffice(join(root, String(total)), total, end)
      console.log(
        `  ${office.fillSeconds.toFixed(1)} s, ${office.megabytes.toFixed(0)} MB; opening it (key, pragmas, quick_check): ${formatMs(office.openMs)} ms`,
      )
      offices.push(office)
    }
    const rows = await measureCalls(offices)
    console.log('\nCalls through the router, and the same rows by a hand-written statement on the same connection (ms)\n')
    console.log(
      formatTable([
        ['call', 'handoffs', 'median', '95th', 'by hand', '95th', 'ratio'],
        ...rows.map((row) => [
          row.what,
          row.total.toLocaleString('en'),
          formatMs(row.call.median),
          formatMs(row.call.p95),
          formatMs(row.statement.median),
          formatMs(row.statement.p95),
          `${row.ratio.toFixed(2)} ×`,
        ]),
      ]),
    )
    console.log(`\n${listAims(rows, sizes)}`)
    console.log(`\n${measureAuditLog(root, end)}`)
    console.log(`\n${await measurePreview(join(root, 'preview'), end)}`)
    console.log(`\n${await measurePeople(root, end)}`)
    console.log(`\n${await measureHiddenPeople(join(root, 'hidden'), sizes[0] ?? 1_000, end)}`)
    const [first] = offices
    if (first !== undefined) console.log(`\n${await measureSignIn(join(root, 'door'), first, first.me)}`)
    for (const office of offices) {
      office.database.checkpoint()
      office.database.close()
    }
    if (withStart) console.log(`\n${await measureStarts(offices.map(({ folder, total }) => ({ folder, total })))}`)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
