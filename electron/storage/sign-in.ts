import { asc, eq, isNotNull, sql } from 'drizzle-orm'
import { unnamedRights } from '#shared/domain/rights'
import type { Records } from '../usecases/records'
import { forDirector } from './audit'
import { office, staff } from './schema'
import { draftsByWorker, rightsOf, staffBySlot, staffRow, whoWorkHere, workerFrom } from './staff'

type SignIn = Pick<
  Records,
  | 'tiles'
  | 'worker'
  | 'workerBySlot'
  | 'slotOf'
  | 'slotIds'
  | 'signedIn'
  | 'usedTemporary'
  | 'choseOwn'
  | 'pinOf'
  | 'setPin'
  | 'keyringSerial'
  | 'sawKeyring'
  | 'unnamed'
  | 'toRead'
>

/** Who may come in, and by what: only those who work here (K4). */
export const signInRecords: SignIn = {
  tiles(db) {
    const drafts = draftsByWorker(db)
    return whoWorkHere(db)
      .filter(({ slotId }) => slotId !== null)
      .map((row) => ({ ...workerFrom(db, row), hasPin: row.pinHash !== null, drafts: drafts.get(row.id) ?? 0 }))
      .toSorted((a, b) => a.name.localeCompare(b.name))
  },
  worker(db, id) {
    const row = staffRow(db, id)
    return row === null || row.leftAt !== null ? null : workerFrom(db, row)
  },
  workerBySlot(db, slotId) {
    const row = staffBySlot(db, slotId)
    return row && workerFrom(db, row)
  },
  slotOf(db, id) {
    const row = staffRow(db, id)
    return row === null || row.leftAt !== null ? null : row.slotId
  },
  slotIds(db) {
    const rows = db.select({ slotId: staff.slotId }).from(staff).where(isNotNull(staff.slotId)).orderBy(asc(staff.addedAt)).all()
    return new Set(rows.flatMap(({ slotId }) => slotId ?? []))
  },
  signedIn(db, id, now) {
    db.update(staff).set({ lastSignInAt: now }).where(eq(staff.id, id)).run()
  },
  usedTemporary(db, id) {
    db.update(staff).set({ temporaryUsed: true }).where(eq(staff.id, id)).run()
  },
  choseOwn(db, id, slotId) {
    db.update(staff).set({ slotId, temporaryUntil: null, temporaryUsed: false }).where(eq(staff.id, id)).run()
  },
  pinOf(db, id) {
    const row = staffRow(db, id)
    return row === null || row.leftAt !== null ? null : row.pinHash
  },
  setPin(db, id, pinHash) {
    db.update(staff).set({ pinHash }).where(eq(staff.id, id)).run()
  },
  keyringSerial(db) {
    return db.select({ serial: office.keyringSerial }).from(office).get()?.serial ?? 0
  },
  sawKeyring(db, serial) {
    db.update(office)
      .set({ keyringSerial: sql`max(${office.keyringSerial}, ${serial})` })
      .run()
  },
  unnamed(db) {
    return unnamedRights(rightsOf(db))
  },
  toRead(db, id) {
    const row = staffRow(db, id)
    return row === null ? 0 : forDirector(db, row.readUpTo).length
  },
}
