import type { Database } from 'better-sqlite3'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import type { OfficeDatabase } from '../../electron/storage/core/office-database'
import { buildSearchKeys, formatInitials } from '../../electron/storage/person/people'
import { createRandom, createIds } from '../tools/sample/random'
import { mustCall, loadWorkers, type SampleSession } from '../tools/sample/sample-session'
import { ZONE } from '../tools/sample/set-up-sample'
import { PARTNERS } from '../tools/sample/partners'
import { inventPerson } from '../tools/sample/people'
import type { ScenarioContext } from '../tools/sample/scenario-options'
import { SampleScenario } from '../tools/sample/scenario'

export const ATTEMPTS = 10
export const OPEN = 60
const TEMPLATES = 24

export interface FilledDatabase {
  /** The open ones, soonest clock first. */
  readonly open: readonly string[]
  readonly now: number
}

/** Returns the database's own connection: only the bench looks behind the types. */
export const getConnection = (database: OfficeDatabase): Database =>
  database.read((db) => (db as unknown as { readonly $client: Database }).$client)

/** Makes ten attempts each through the real use cases; a closed handoff is reached at the last, confirmed and closed. */
function playScenario(context: ScenarioContext, ends: boolean, nth: number): string {
  const { session } = context
  const scenario = new SampleScenario(context, (['Ruth', 'Ines', 'Noor', 'Tam'] as const)[nth % 4] ?? 'Ruth')
  scenario.createHandoff(nth % 3 === 0 ? { safe: 'only_at_times', mayHelp: true } : { mayHelp: true })
  const tries = ends ? ATTEMPTS - 1 : ATTEMPTS
  for (let n = 0; n < tries; n += 1) {
    session.now += (ends ? 150 : 20) * MINUTE
    scenario.attempt('no_answer')
  }
  if (ends) {
    session.now += HOUR
    scenario.attempt('reached')
    scenario.confirm()
    session.now += HOUR
    scenario.do({ kind: 'close', as: 'help_received', reason: 'She moved in.' })
  }
  return scenario.id
}

type Cell = string | number | null
interface TableShape {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const TABLES = [
  ['contact_plan', 'person_id'],
  ['handoff', 'id'],
  ['handoff_event', 'handoff_id'],
  ['task', 'handoff_id'],
] as const

function readTableShapes(
  sqlite: Database,
  id: string,
): {
  readonly personId: string
  readonly number: number
  readonly at: number
  readonly phone: string
  readonly shapes: readonly TableShape[]
} {
  const {
    person_id: personId,
    number,
    received_at: at,
  } = sqlite.prepare('SELECT person_id, number, received_at FROM handoff WHERE id = ?').get(id) as {
    person_id: string
    number: number
    received_at: number
  }
  const shapes = TABLES.map(([table, key]) => {
    const statement = sqlite.prepare(`SELECT * FROM ${table} WHERE ${key} = ?`)
    return {
      table,
      columns: statement.columns().map(({ name }) => name),
      rows: statement.raw().all(key === 'person_id' ? personId : id) as Cell[][],
    }
  })
  const plan = shapes[0]?.rows.flat().find((cell) => typeof cell === 'string' && cell.includes('"ways"')) ?? ''
  const phone = /"value":"([^"]+)"/.exec(String(plan))?.[1] ?? ''
  return { personId, number, at, phone, shapes }
}

/** Marks what differs from copy to copy, once in the text, so that a copy is made by joining. */
const MARK = '\u0001'
function markChangingParts(
  text: string,
  ids: { readonly id: string; readonly personId: string; readonly number: number; readonly phone: string; readonly at: number },
): readonly string[] {
  const marked = text
    .replaceAll(ids.id, `${MARK}i${MARK}`)
    .replaceAll(ids.personId, `${MARK}p${MARK}`)
    .replaceAll(`"number":${ids.number},`, `"number":${MARK}n${MARK},`)
    .replaceAll(/\b1[5-9]\d{11}\b/g, (instant) => `${MARK}t${Number(instant) - ids.at}${MARK}`)
  return (ids.phone ? marked.replaceAll(ids.phone, `${MARK}f${MARK}`) : marked).split(MARK)
}

interface Copy {
  readonly id: string
  readonly personId: string
  readonly number: number
  readonly phone: string
  readonly at: number
}

function joinCopy(parts: readonly string[], copy: Copy): string {
  let text = ''
  for (let nth = 0; nth < parts.length; nth += 1) {
    const part = parts[nth] ?? ''
    if (nth % 2 === 0) text += part
    else if (part === 'i') text += copy.id
    else if (part === 'p') text += copy.personId
    else if (part === 'n') text += copy.number
    else if (part === 'f') text += copy.phone
    else text += copy.at + Number(part.slice(1))
  }
  return text
}

const createUuid = (time: number, nth: number): string => {
  const hex = time.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${nth.toString(16).padStart(12, '0')}`
}

/**
 * Fills a new database with `total` handoffs of ten attempts. The last 60 are open and made by the use cases; the others are inserted
 * copies of 24 that were made the same way. `end` is now.
 */
export function fillDatabase(database: OfficeDatabase, total: number, end: number, years = 10): FilledDatabase {
  const chance = createRandom(total)
  const sqlite = getConnection(database)
  // Only the resulting file matters, so memory and a long log make it quick.
  sqlite.pragma('cache_size = -600000')
  sqlite.pragma('wal_autocheckpoint = 20000')
  const first = end - years * 365 * DAY
  const session = database.write((db): SampleSession => ({
    now: first,
    zone: ZONE,
    db,
    ids: createIds(createRandom(1), () => session.now),
    workers: loadWorkers(db),
  }))
  const partners = database.write(
    () =>
      new Map(
        PARTNERS.map(
          ({ name, kind, helpsToReach, note }) =>
            [name, mustCall(session, 'Maeve', 'partner.save', { id: null, name, kind, helpsToReach, note, phone: '' }).id] as const,
        ),
      ),
  )
  const context: ScenarioContext = { session, random: chance, partners, known: [], people: 0 }
  const templates = database.write(() => Array.from({ length: TEMPLATES }, (_, nth) => playScenario(context, true, nth)))
  const molds = templates.map((id) => {
    const { shapes, ...ids } = readTableShapes(sqlite, id)
    return shapes.map(({ table, columns, rows }) => ({
      insert: sqlite.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`),
      rows: rows.map((row) =>
        row.map((cell, at) =>
          columns[at] === 'number'
            ? ('number' as const)
            : typeof cell === 'string'
              ? markChangingParts(cell, { id, ...ids })
              : typeof cell === 'number' && cell > 1_400_000_000_000
                ? { after: cell - ids.at }
                : { same: cell },
        ),
      ),
    }))
  })
  const person = sqlite.prepare(
    'INSERT INTO person (id, name, alias, initials, plan_version, added_at, added_by) SELECT ?, ?, ?, ?, plan_version, ?, added_by FROM person WHERE id = ?',
  )
  const key = sqlite.prepare('INSERT OR IGNORE INTO person_key (kind, key, person_id) VALUES (?, ?, ?)')
  const origins = templates.map((id) => (sqlite.prepare('SELECT person_id AS p FROM handoff WHERE id = ?').get(id) as { p: string }).p)
  const copies = total - OPEN - TEMPLATES
  const step = (end - 40 * DAY - first) / Math.max(1, copies)
  for (let done = 0; done < copies;) {
    database.write(() => {
      for (const until = Math.min(copies, done + 2_000); done < until; done += 1) {
        const mold = molds[done % TEMPLATES] ?? []
        const { name, alias, phone } = inventPerson(chance, TEMPLATES + done)
        const at = Math.floor(first + 2 * DAY + done * step)
        const copy: Copy = { id: createUuid(at, 2 * done), personId: createUuid(at, 2 * done + 1), number: TEMPLATES + done + 1, phone, at }
        person.run(copy.personId, name, alias, formatInitials(name), at, origins[done % TEMPLATES])
        for (const [kind, word] of buildSearchKeys([name, alias].filter(Boolean), { ways: [{ kind: 'phone', value: phone }] } as never))
          key.run(kind, word, copy.personId)
        for (const { insert, rows } of mold) {
          for (const row of rows)
            insert.run(
              row.map((cell) =>
                cell === 'number'
                  ? copy.number
                  : Array.isArray(cell)
                    ? joinCopy(cell as readonly string[], copy)
                    : 'after' in cell
                      ? copy.at + (cell.after as number)
                      : (cell as { readonly same: Cell }).same,
              ),
            )
        }
      }
    })
  }
  const open = Array.from({ length: OPEN }, (_, nth) =>
    database.write(() => {
      session.now = end - ((nth % 20) + 5) * HOUR
      const id = playScenario(context, false, nth)
      return id
    }),
  )
  return { open, now: end }
}
