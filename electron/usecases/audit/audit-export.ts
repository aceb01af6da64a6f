import type { AuditRow } from '#shared/contract/office/audit'
import type { PersonId } from '#shared/domain/core/ids'
import { formatIso } from '#shared/domain/core/moment'
import { areas, type CallArea } from '#shared/messages/en/office/audit-areas'
import { told } from '#shared/messages/en/office/audit-entries'
import { activityLog } from '#shared/messages/en/office/audit-log'
import { fill } from '#shared/messages/fill'
import { loadAuditHead } from '../../storage/audit/audit-log'
import { listAuditEntries, listAuditCodes, createAuditRowReader } from '../../storage/audit/audit-rows'
import type { ReadableDb } from '../../storage/core/db-types'
import { createCsv } from './csv'

const { no, at, utc, by, what, about, code } = activityLog.exportedFile.columns
const HEADER = [no, at, utc, by, what, about, code]

/** The words of the entry on the screen, with its names in their places. No typed words are included. */
function describeEntry({ kind, by, about, facts }: AuditRow): string {
  const nobody = kind === 'refused' || kind === 'recovered' ? activityLog.somebody : activityLog.office
  const subject = about === null ? activityLog.record : /^\d+$/.test(about) ? fill(activityLog.number, { number: about }) : about
  // As functions: a name may hold a sign that `replace` reads as a pattern.
  const sentence = told[kind].replace('<by/>', () => by ?? nobody).replace('<about/>', () => subject)
  const area = kind === 'refused' ? String(facts['call']).split('.')[0] : undefined
  return area !== undefined && Object.hasOwn(areas, area)
    ? `${sentence} ${fill(activityLog.trail.action, { what: areas[area as CallArea] })}`
    : sentence
}

interface ExportRange {
  /** UTC ms, both included; null: no bound. */
  readonly from: number | null
  readonly to: number | null
  readonly zone: string
  readonly hidden: ReadonlySet<PersonId>
}

/**
 * Creates the CSV with one line an entry (T1). At the end is the newest entry of the whole audit log, to compare with what the PC shows
 * later.
 */
export function createAuditCsv(db: ReadableDb, { from, to, zone, hidden }: ExportRange): Uint8Array {
  const codes = listAuditCodes(db, from, to)
  const rows = listAuditEntries(db, from, to)
    // The file contains no reasons.
    .map(createAuditRowReader(db, { id: null, hidden }))
    .map((row) => [
      row.no,
      formatIso(row.at, zone),
      formatIso(row.at, 'UTC'),
      row.by,
      describeEntry(row),
      row.about,
      codes.get(row.no) ?? '',
    ])
  const newestEntry = loadAuditHead(db)
  const lastRow = newestEntry === null ? [] : [[newestEntry.no, '', '', '', activityLog.exportedFile.newest, '', newestEntry.code]]
  return createCsv([HEADER, ...rows, ...lastRow])
}
