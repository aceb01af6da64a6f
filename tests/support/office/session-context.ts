import type { SessionContext } from '../../../electron/session/session-context'
import { officeRecords } from '../../../electron/storage/office/office-records'
import type { createScratchOffice } from './scratch-office'

type Office = ReturnType<typeof createScratchOffice>

/** Creates the session of a director without a vault; the database is the real one. */
export function createSessionContext(office: Office): SessionContext {
  return {
    database: office.database,
    openDatabase: { dataKey: Buffer.alloc(32, 7) },
    me: { id: office.director, name: 'Maeve', roles: ['director'] },
    heartbeat: { disk: 'ok' },
    records: officeRecords,
    now: () => office.now,
    vault: { slots: () => [{ class: 'recovery' }], removeSlots: () => ({ save: () => 1 }) },
    transactions: { run: (act: Parameters<SessionContext['transactions']['run']>[0]) => office.database.write(act, ({ ok }) => ok) },
  } as never
}
