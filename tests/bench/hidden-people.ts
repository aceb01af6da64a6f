import { formatMs, formatTable, computeTimes } from './statistics'
import { createBenchOffice } from './bench-office'
import { prepareStatements } from './statements'

const HIDDEN = 20
const TURNS = 220
const WARM = 20

/**
 * Measures the board of a worker for whom twenty people with open handoffs do not exist, compared with a statement that excludes them
 * (I3).
 */
export async function measureHiddenPeople(folder: string, total: number, end: number): Promise<string> {
  const office = await createBenchOffice(folder, total, end)
  const { database, sqlite, me } = office
  database.write(() =>
    sqlite
      .prepare(
        'INSERT INTO conflict (staff_id, person_id, at, by) SELECT ?, person_id, ?, ? FROM (SELECT DISTINCT person_id FROM handoff WHERE ended_at IS NULL) LIMIT ?',
      )
      .run(me.id, end, me.id, HIDDEN),
  )
  const yardstick = prepareStatements(office)
  const [call, statement]: [number[], number[]] = [[], []]
  let [shown, counted] = [0, 0]
  for (let turn = 0; turn < TURNS; turn += 1) {
    const began = performance.now()
    shown = ((await office.call('board.read', {})) as { readonly rows: readonly unknown[] }).rows.length
    const answered = performance.now()
    counted = yardstick.board(me.id)
    if (turn < WARM) continue
    call.push(answered - began)
    statement.push(performance.now() - answered)
  }
  database.close()
  if (shown !== counted) throw new Error(`the board shows ${shown}, the statement ${counted}`)
  const ratio = computeTimes(call.map((one, turn) => one / (statement[turn] ?? 1))).median
  return formatTable([
    [`board, ${HIDDEN} people hidden from her (${total.toLocaleString('en')})`, 'median', '95th', 'by hand', 'ratio', 'aim'],
    [
      `${shown} rows shown`,
      `${formatMs(computeTimes(call).median)} ms`,
      `${formatMs(computeTimes(call).p95)} ms`,
      `${formatMs(computeTimes(statement).median)} ms`,
      `${ratio.toFixed(2)} ×`,
      `≤ 1.3 × ${ratio <= 1.3 ? 'held' : 'MISSED'}`,
    ],
  ])
}
