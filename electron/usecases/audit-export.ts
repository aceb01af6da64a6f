import type { AuditRow } from '#shared/contract/audit'
import type { PersonId } from '#shared/domain/ids'
import { isoIn } from '#shared/domain/moment'
import { auditHead } from '../storage/audit'
import { auditBetween, codesBetween, lineReader } from '../storage/audit-lines'
import type { ReadableDb } from '../storage/database'
import { csvOf } from './csv'

const HEADER = ['Number', 'Time at the shelter', 'Time in UTC', 'Who', 'What', 'About', 'Code']

/** The trail's own words; they are not typed by anybody. */
const whatOf = ({ kind, facts }: AuditRow): string =>
  [kind.replaceAll('_', ' '), ...Object.entries(facts).map(([key, value]) => `${key}: ${String(value)}`)].join('; ')

interface Asked {
  /** UTC ms, both included; null: no bound. */
  readonly from: number | null
  readonly to: number | null
  readonly zone: string
  readonly hidden: ReadonlySet<PersonId>
}

/** T1: one line an entry, and at the end the newest entry of the whole trail, to compare with what the PC says later. */
export function trailAsCsv(db: ReadableDb, { from, to, zone, hidden }: Asked): Uint8Array {
  const codes = codesBetween(db, from, to)
  const rows = auditBetween(db, from, to)
    // A reason is not in the file.
    .map(lineReader(db, { id: null, hidden }))
    .map((row) => [row.no, isoIn(row.at, zone), isoIn(row.at, 'UTC'), row.by, whatOf(row), row.about, codes.get(row.no) ?? ''])
  const head = auditHead(db)
  const end = head === null ? [] : [[head.no, '', '', '', 'the newest entry when this was written', '', head.code]]
  return csvOf([HEADER, ...rows, ...end])
}
