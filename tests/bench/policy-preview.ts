import { formatMs, formatTable, computeTimes } from './statistics'
import { createBenchOffice } from './bench-office'

const YEAR = 5_000
const DRAFTS = [12, 18, 36, 48]

/** Measures the draft of a policy against a year of 5,000 handoffs, of which the last 90 days are replayed. */
export async function measurePreview(folder: string, end: number): Promise<string> {
  const office = await createBenchOffice(folder, YEAR, end, 1)
  const samples: number[] = []
  let of = 0
  for (let turn = 0; turn < 44; turn += 1) {
    const standardHours = DRAFTS[turn % DRAFTS.length] ?? 36
    const began = performance.now()
    const told = (await office.call('policy.preview', { partner: null, standardHours, secondWindow: 86_400_000 })) as {
      readonly of: number
    }
    // The first four build the queries.
    if (turn >= 4) samples.push(performance.now() - began)
    of = told.of
  }
  office.database.close()
  const { median, p95 } = computeTimes(samples)
  return formatTable([
    ['policy preview over a year of 5,000', 'median', '95th', 'aim'],
    [`${of} handoffs of 90 days replayed`, `${formatMs(median)} ms`, `${formatMs(p95)} ms`, `≤ 300 ms ${p95 <= 300 ? 'held' : 'MISSED'}`],
  ])
}
