import type { RouterSession } from '../../../electron/ipc/router'
import type { OfficeDatabase } from '../../../electron/storage/core/office-database'
import { listHiddenPeople, listRestrictedIds } from '../../../electron/storage/access/visibility'
import { AuditLog } from '../../../electron/session/audit-log'

/** Creates the part of a session that a router needs: the audit log and who may see whom, as in the real office. */
export function createRouterSession(
  database: OfficeDatabase,
  dataKey: Buffer,
  folder: string,
  session: Pick<RouterSession, 'me' | 'now'>,
): Pick<RouterSession, 'hidden' | 'openDatabase'> {
  const auditLog = new AuditLog(folder)
  database.read((db) => auditLog.open(db, dataKey))
  return {
    hidden: (db) => {
      const people = session.me === null ? new Set<never>() : listHiddenPeople(db, session.me, session.now())
      return { people, ids: people.size === 0 ? new Set<string>() : new Set<string>([...people, ...listRestrictedIds(db, people)]) }
    },
    openDatabase: {
      appendEntry: (db, line) => auditLog.append(db, line),
      afterCommit: () => database.read((db) => auditLog.afterCommit(db, dataKey)),
      recordRead: (line) => auditLog.recordRead(database, dataKey, line),
      recordRefusal: (by, at, channel, failure) => auditLog.recordRefusal(database, dataKey, by, at, channel, failure),
    },
  }
}
