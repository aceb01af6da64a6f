import type { z } from 'zod'
import type { session } from '#shared/contract/office/session'
import type { ClockReading } from '#shared/domain/core/elapsed'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import type { Worker } from '#shared/domain/staff/worker'
import type { DecisionRight } from '#shared/domain/core/vocabulary'
import type { Ids } from '../../ports'
import type { ReadableDb, WritableDb } from '../core/db-types'

export type SetUpInput = z.output<(typeof session)['setup.finish']['input']>
export type WaitingCounts = { readonly overdue: number; readonly dueThisShift: number; readonly shiftEndsAt: number }

export interface OfficeSettings {
  readonly shelter: string
  /** IANA name. */
  readonly zone: string
  readonly policeNumber: string
  readonly supervisor: { readonly name: string; readonly phone: string } | null
  /** L2. */
  readonly idleMinutes: number
  readonly sealMinutes: number
}

/** A worker who may sign in, with the roles and rights of now. */
export interface StaffTileRow extends Worker {
  readonly hasPin: boolean
  readonly drafts: number
}

/** L5: when a worker has to look, and when a contact is due; UTC ms, soonest first, without any sign of whose. */
export interface ReminderTimes {
  readonly wakes: readonly number[]
  readonly dues: readonly number[]
}

/** The office's own records in the database; `office-records.ts` implements it with tables. Instants are UTC ms. */
export interface OfficeRecords {
  /** Writes settings, first policy, seed lists and the director, whose passphrase has this slot. */
  writeInitialRecords(
    db: WritableDb,
    setUp: SetUpInput,
    director: { readonly id: StaffId; readonly slotId: string },
    now: number,
    ids: Ids,
  ): void
  loadSettings(db: ReadableDb): OfficeSettings
  /** Lists every worker who may sign in, by name. */
  listStaffTiles(db: ReadableDb): readonly StaffTileRow[]
  /** Finds only a worker who works here now. */
  findWorker(db: ReadableDb, id: StaffId): Worker | null
  findWorkerBySlot(db: ReadableDb, slotId: string): Worker | null
  findSlot(db: ReadableDb, id: StaffId): string | null
  /** Lists the key slots of every worker who may sign in. */
  listSlotIds(db: ReadableDb): ReadonlySet<string>
  /** Records the time of a sign-in. */
  recordSignIn(db: WritableDb, id: StaffId, now: number): void
  /** K4: records that the temporary passphrase was used; it opens nothing any more. */
  recordTemporaryUsed(db: WritableDb, id: StaffId): void
  /** Records the slot of the worker's own passphrase. */
  saveOwnSlot(db: WritableDb, id: StaffId, slotId: string): void
  /** L3: finds the PIN's hash, in Argon2id's text form. */
  findPinHash(db: ReadableDb, id: StaffId): string | null
  setPin(db: WritableDb, id: StaffId, hash: string | null): void
  /** K1: reads the highest serial of the keyring that the database has seen; it only rises. */
  readKeyringSerial(db: ReadableDb): number
  saveKeyringSerial(db: WritableDb, serial: number): void
  /** Section 13: lists the decision rights that nobody holds, for the director. */
  listUnnamedRights(db: ReadableDb): readonly DecisionRight[]
  countUnreadEntries(db: ReadableDb, id: StaffId): number
  /** True when the last check of the audit log found nothing. */
  isDatabaseIntact(db: ReadableDb): boolean
  /** Counts only (L5), without people who do not exist for the caller (I3). */
  countWaiting(db: ReadableDb, now: number, hidden: ReadonlySet<PersonId>): WaitingCounts
  loadReminderTimes(db: ReadableDb): ReminderTimes
  /** L2, M1: lists the meetings that run: when something was last done or typed in them, and since when a participant is on hold. */
  listRunningMeetings(db: ReadableDb): readonly { readonly touchedAt: number; readonly onHoldSince: readonly ClockReading[] }[]
  /** T3: reads the high-water mark, or null in a new database. */
  readHighWaterMark(db: ReadableDb): number | null
  /** T3: raises the high-water mark, and records that a drift was seen. */
  raiseHighWaterMark(db: WritableDb, now: number, drifted: boolean): void
  /** T3: sets the high-water mark back to `now` by hand, and counts it. */
  resetHighWaterMark(db: WritableDb, now: number): void
}
