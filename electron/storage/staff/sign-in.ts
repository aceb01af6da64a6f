import { asc, eq, isNotNull, sql } from 'drizzle-orm'
import { listUnassignedRights } from '#shared/domain/staff/decision-rights'
import type { OfficeRecords } from '../office/office-records-interface'
import { listUnreadEntries } from '../audit/audit-log'
import { office, staff } from '../schema'
import { countDraftsByWorker, listEffectiveRights, findStaffBySlot, findStaff, listCurrentStaff, toWorker } from './staff'

type SignInRecords = Pick<
  OfficeRecords,
  | 'listStaffTiles'
  | 'findWorker'
  | 'findWorkerBySlot'
  | 'findSlot'
  | 'listSlotIds'
  | 'recordSignIn'
  | 'recordTemporaryUsed'
  | 'saveOwnSlot'
  | 'findPinHash'
  | 'setPin'
  | 'readKeyringSerial'
  | 'saveKeyringSerial'
  | 'listUnnamedRights'
  | 'countUnreadEntries'
>

/** Reads who may sign in and how: only workers who have not left (K4). */
export const signInRecords: SignInRecords = {
  listStaffTiles(db) {
    const drafts = countDraftsByWorker(db)
    return listCurrentStaff(db)
      .filter(({ slotId }) => slotId !== null)
      .map((row) => ({ ...toWorker(db, row), hasPin: row.pinHash !== null, drafts: drafts.get(row.id) ?? 0 }))
      .toSorted((a, b) => a.name.localeCompare(b.name))
  },
  findWorker(db, id) {
    const row = findStaff(db, id)
    return row === null || row.leftAt !== null ? null : toWorker(db, row)
  },
  findWorkerBySlot(db, slotId) {
    const row = findStaffBySlot(db, slotId)
    return row && toWorker(db, row)
  },
  findSlot(db, id) {
    const row = findStaff(db, id)
    return row === null || row.leftAt !== null ? null : row.slotId
  },
  listSlotIds(db) {
    const rows = db.select({ slotId: staff.slotId }).from(staff).where(isNotNull(staff.slotId)).orderBy(asc(staff.addedAt)).all()
    return new Set(rows.flatMap(({ slotId }) => slotId ?? []))
  },
  recordSignIn(db, id, now) {
    db.update(staff).set({ lastSignInAt: now }).where(eq(staff.id, id)).run()
  },
  recordTemporaryUsed(db, id) {
    db.update(staff).set({ temporaryUsed: true }).where(eq(staff.id, id)).run()
  },
  saveOwnSlot(db, id, slotId) {
    db.update(staff).set({ slotId, temporaryUntil: null, temporaryUsed: false }).where(eq(staff.id, id)).run()
  },
  findPinHash(db, id) {
    const row = findStaff(db, id)
    return row === null || row.leftAt !== null ? null : row.pinHash
  },
  setPin(db, id, pinHash) {
    db.update(staff).set({ pinHash }).where(eq(staff.id, id)).run()
  },
  readKeyringSerial(db) {
    return db.select({ serial: office.keyringSerial }).from(office).get()?.serial ?? 0
  },
  saveKeyringSerial(db, serial) {
    db.update(office)
      .set({ keyringSerial: sql`max(${office.keyringSerial}, ${serial})` })
      .run()
  },
  listUnnamedRights(db) {
    return listUnassignedRights(listEffectiveRights(db))
  },
  countUnreadEntries(db, id) {
    const row = findStaff(db, id)
    return row === null ? 0 : listUnreadEntries(db, row.readUpTo).length
  },
}
