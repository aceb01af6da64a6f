import type { BenchOffice } from './bench-office'

/**
 * The baseline: hand-written statements, prepared once, on the same connection, for the same rows and columns, with the JSON columns
 * parsed. No schema, no rule, no repeated look-up of names.
 */
export interface Statements {
  /** `worker`: without the people whom that worker must never see (I3). */
  board(worker?: string): number
  record(id: string): number
  /** One transaction with the rows that logging an attempt writes. */
  attempt(id: string): void
  search(prefix: string): number
  similar(word: string): number
}

type StatementRow = Record<string, string | number | null>

const parsed = (row: StatementRow, columns: readonly string[]): StatementRow => {
  for (const column of columns) {
    const text = row[column]
    if (typeof text === 'string') row[column] = JSON.parse(text) as never
  }
  return row
}

export function prepareStatements({ sqlite, clock }: Pick<BenchOffice, 'sqlite' | 'clock'>): Statements {
  const office = sqlite.prepare('SELECT o.*, v.policy FROM office o, policy_version v ORDER BY v.from_at DESC, v.version DESC LIMIT 1')
  const staff = sqlite.prepare('SELECT id, name FROM staff')
  const partner = sqlite.prepare('SELECT id, name FROM partner')
  const openRows = `
    SELECT h.*, p.alias, p.initials, t.no AS t_no, t.kind AS t_kind, t.owner AS t_owner, t.due_at AS t_due_at, t.until AS t_until, t.waits_on AS t_waits_on,
      t.what AS t_what, t.by_hand AS t_by_hand, t.done_at AS t_done_at, t.open AS t_open, c.version AS c_version, c.plan, c.verified, c.written_at, c.written_by
    FROM handoff h JOIN task t ON t.handoff_id = h.id AND t.no = h.next_task_no JOIN person p ON p.id = h.person_id
      LEFT JOIN contact_plan c ON c.person_id = p.id AND c.version = p.plan_version
    WHERE h.ended_at IS NULL`
  const board = sqlite.prepare(`${openRows} ORDER BY h.clock_at`)
  const boardSeen = sqlite.prepare(
    `${openRows} AND h.person_id NOT IN (SELECT person_id FROM conflict WHERE staff_id = ?) ORDER BY h.clock_at`,
  )
  const events = sqlite.prepare('SELECT body FROM handoff_event WHERE handoff_id = ? ORDER BY no')
  const plan = sqlite.prepare(
    'SELECT c.*, p.alias, p.initials FROM handoff h JOIN person p ON p.id = h.person_id JOIN contact_plan c ON c.person_id = p.id AND c.version = p.plan_version WHERE h.id = ?',
  )
  const word = sqlite.prepare(
    "SELECT DISTINCT person_id FROM person_key WHERE (kind = 'word' AND key >= ? AND key < ?) OR (kind = 'initials' AND key = ?) LIMIT 12",
  )
  const exactly = sqlite.prepare(
    "SELECT DISTINCT person_id FROM person_key WHERE (kind = 'word' AND key = ?) OR (kind = 'initials' AND key = ?) LIMIT 200",
  )
  const person = sqlite.prepare('SELECT * FROM person WHERE id = ?')
  const withPlan = sqlite.prepare(
    'SELECT p.*, c.plan FROM person p JOIN contact_plan c ON c.person_id = p.id AND c.version = p.plan_version WHERE p.id = ?',
  )
  const latest = sqlite.prepare('SELECT * FROM handoff WHERE person_id = ? ORDER BY received_at DESC, number DESC LIMIT 1')
  const last = sqlite.prepare('SELECT max(no) AS no FROM handoff_event WHERE handoff_id = ?').pluck()
  const insertEvent = sqlite.prepare(
    'INSERT INTO handoff_event (handoff_id, no, at, by, body) SELECT handoff_id, ?, at, by, body FROM handoff_event WHERE handoff_id = ? AND no = ?',
  )
  const handoff = sqlite.prepare('SELECT * FROM handoff WHERE id = ?')
  const columns = handoff
    .columns()
    .map(({ name }) => name)
    .filter((name) => name !== 'id')
  const update = sqlite.prepare(`UPDATE handoff SET ${columns.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`)
  const task = sqlite.prepare('UPDATE task SET due_at = due_at + 1 WHERE handoff_id = ? AND no = ?')
  const mark = sqlite.prepare('UPDATE clock_mark SET last_seen = max(last_seen, ?)')
  const people = (ids: readonly { readonly person_id: string }[], one: typeof person): number =>
    ids.reduce((found, { person_id: id }) => {
      parsed(one.get(id) as StatementRow, ['plan'])
      const row = latest.get(id) as StatementRow | undefined
      return row ? found + Object.keys(parsed(row, ['helps', 'state', 'attempts_at'])).length : found
    }, 0)

  return {
    board(worker) {
      parsed(office.get() as StatementRow, ['policy'])
      staff.all()
      partner.all()
      const rows = worker === undefined ? board.all() : boardSeen.all(worker)
      return (rows as StatementRow[]).map((row) => parsed(row, ['helps', 'state', 'attempts_at', 'plan', 'verified'])).length
    },
    record(id) {
      parsed(office.get() as StatementRow, ['policy'])
      staff.all()
      partner.all()
      parsed(plan.get(id) as StatementRow, ['plan', 'verified'])
      return (events.all(id) as StatementRow[]).map((row) => parsed(row, ['body'])).length
    },
    attempt(id) {
      sqlite.pragma('query_only = OFF')
      sqlite.exec('BEGIN IMMEDIATE')
      const no = last.get(id) as number
      // What an attempt writes: itself, the end of the done task, and the new task.
      for (const more of [1, 2, 3]) insertEvent.run(no + more, id, no)
      const row = handoff.get(id) as StatementRow
      task.run(id, row['next_task_no'])
      update.run(row)
      mark.run(clock)
      sqlite.exec('COMMIT')
      sqlite.pragma('query_only = ON')
    },
    search: (prefix) => people(word.all(prefix, `${prefix}\u{10FFFF}`, prefix) as { person_id: string }[], person),
    similar: (typed) => people(exactly.all(typed, typed) as { person_id: string }[], withPlan),
  }
}
