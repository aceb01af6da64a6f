import type { AuditRow } from '#shared/contract/audit'
import type { PersonId } from '#shared/domain/ids'
import { isoIn } from '#shared/domain/moment'
import { book } from '#shared/messages/en/book'
import { auditHead } from '../storage/audit'
import { auditBetween, codesBetween, lineReader } from '../storage/audit-lines'
import type { ReadableDb } from '../storage/database'
import { csvOf } from './csv'

const { no, at, utc, by, what, about, code } = book.exportedFile.columns
const HEADER = [no, at, utc, by, what, about, code]

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
  const end = head === null ? [] : [[head.no, '', '', '', book.exportedFile.newest, '', head.code]]
  return csvOf([HEADER, ...rows, ...end])
}
