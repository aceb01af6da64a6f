import type { z } from 'zod'
import type { session } from '#shared/contract/session'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import type { Worker } from '#shared/domain/staff/worker'
import type { DecisionRight } from '#shared/domain/core/vocabulary'
import type { Ids } from '../ports'
import type { ReadableDb, WritableDb } from '../storage/core/db-types'

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

/** One who may sign in, with her roles and rights of now. */
export interface StaffTileRow extends Worker {
  readonly hasPin: boolean
  readonly drafts: number
}

/** L5: when somebody has to look, and when a contact is due; UTC ms, soonest first, without any sign of whose. */
export interface ReminderTimes {
  readonly wakes: readonly number[]
  readonly dues: readonly number[]
}

/** What the office itself keeps in the book; `storage/office-records.ts` has it in tables. Instants are UTC ms. */
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
  /** Everybody who may sign in, by name. */
  listStaffTiles(db: ReadableDb): readonly StaffTileRow[]
  /** Only who works here. */
  findWorker(db: ReadableDb, id: StaffId): Worker | null
  findWorkerBySlot(db: ReadableDb, slotId: string): Worker | null
  findSlot(db: ReadableDb, id: StaffId): string | null
  /** Slots of everybody who may sign in. */
  listSlotIds(db: ReadableDb): ReadonlySet<string>
  /** Kept at each sign-in. */
  recordSignIn(db: WritableDb, id: StaffId, now: number): void
  /** K4: her temporary passphrase was used; it opens nothing any more. */
  recordTemporaryUsed(db: WritableDb, id: StaffId): void
  /** Her own passphrase has this slot. */
  saveOwnSlot(db: WritableDb, id: StaffId, slotId: string): void
  /** L3: Argon2id's text form. */
  findPinHash(db: ReadableDb, id: StaffId): string | null
  setPin(db: WritableDb, id: StaffId, hash: string | null): void
  /** K1: the highest serial of the keyring that the book has seen; it only rises. */
  readKeyringSerial(db: ReadableDb): number
  saveKeyringSerial(db: WritableDb, serial: number): void
  /** Section 13: for the director. */
  listUnnamedRights(db: ReadableDb): readonly DecisionRight[]
  countUnreadEntries(db: ReadableDb, id: StaffId): number
  /** The last check of the trail found nothing. */
  isDatabaseIntact(db: ReadableDb): boolean
  /** Counts only (L5), without people who do not exist for whoever asks (I3). */
  countWaiting(db: ReadableDb, now: number, hidden: ReadonlySet<PersonId>): WaitingCounts
  loadReminderTimes(db: ReadableDb): ReminderTimes
  /** L2, M1: meetings that run: when something was last done or typed in them, and since when somebody is on hold; UTC ms. */
  listRunningMeetings(db: ReadableDb): readonly { readonly touchedAt: number; readonly onHoldSince: readonly number[] }[]
  /** T3: the high-water mark, or null in a new book. */
  readHighWaterMark(db: ReadableDb): number | null
  /** T3: raises the high-water mark, and keeps that a drift was seen. */
  raiseHighWaterMark(db: WritableDb, now: number, drifted: boolean): void
  /** T3: by hand, back to `now`; counted. */
  resetHighWaterMark(db: WritableDb, now: number): void
}

/** C3: which alerts are due is the feature's decision; when to look is the timer's. */
export interface AlertSource {
  /** The soonest instant at which an alert will be due, or null. */
  findNextAlertAt(db: ReadableDb): number | null
  /** Marks every due alert as given; one text per handoff, neutral (P6). */
  raiseAlerts(context: { readonly db: WritableDb; readonly now: number; readonly zone: string; readonly ids: Ids }): {
    readonly count: number
    readonly texts: readonly string[]
  }
}
