import type { z } from 'zod'
import type { session } from '#shared/contract/session'
import type { PersonId, StaffId } from '#shared/domain/ids'
import type { Worker } from '#shared/domain/staff'
import type { DecisionRight } from '#shared/domain/vocabulary'
import type { Ids } from '../ports'
import type { ReadableDb, WritableDb } from '../storage/database'

export type SetUp = z.output<(typeof session)['setup.finish']['input']>
export type Waiting = { readonly overdue: number; readonly dueThisShift: number; readonly shiftEndsAt: number }

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
export interface Tile extends Worker {
  readonly hasPin: boolean
  readonly drafts: number
}

/** L5: when somebody has to look, and when a contact is due; UTC ms, soonest first, without any sign of whose. */
export interface DueMoments {
  readonly wakes: readonly number[]
  readonly dues: readonly number[]
}

/** What the office itself keeps in the book; `storage/office-records.ts` has it in tables. Instants are UTC ms. */
export interface Records {
  /** Writes settings, first policy, seed lists and the director, whose passphrase has this slot. */
  found(db: WritableDb, setUp: SetUp, director: { readonly id: StaffId; readonly slotId: string }, now: number, ids: Ids): void
  settings(db: ReadableDb): OfficeSettings
  /** Everybody who may sign in, by name. */
  tiles(db: ReadableDb): readonly Tile[]
  /** Only who works here. */
  worker(db: ReadableDb, id: StaffId): Worker | null
  workerBySlot(db: ReadableDb, slotId: string): Worker | null
  slotOf(db: ReadableDb, id: StaffId): string | null
  /** Slots of everybody who may sign in. */
  slotIds(db: ReadableDb): ReadonlySet<string>
  /** Kept at each sign-in. */
  signedIn(db: WritableDb, id: StaffId, now: number): void
  /** K4: her temporary passphrase was used; it opens nothing any more. */
  usedTemporary(db: WritableDb, id: StaffId): void
  /** Her own passphrase has this slot. */
  choseOwn(db: WritableDb, id: StaffId, slotId: string): void
  /** L3: Argon2id's text form. */
  pinOf(db: ReadableDb, id: StaffId): string | null
  setPin(db: WritableDb, id: StaffId, hash: string | null): void
  /** K1: the highest serial of the keyring that the book has seen; it only rises. */
  keyringSerial(db: ReadableDb): number
  sawKeyring(db: WritableDb, serial: number): void
  /** Section 13: for the director. */
  unnamed(db: ReadableDb): readonly DecisionRight[]
  toRead(db: ReadableDb, id: StaffId): number
  /** The last check of the trail found nothing. */
  bookWhole(db: ReadableDb): boolean
  /** Counts only (L5), without people who do not exist for whoever asks (I3). */
  waiting(db: ReadableDb, now: number, hidden: ReadonlySet<PersonId>): Waiting
  dueMoments(db: ReadableDb): DueMoments
  /** L2, M1: meetings that run: when something was last done or typed in them, and since when somebody is on hold; UTC ms. */
  runningCalls(db: ReadableDb): readonly { readonly touchedAt: number; readonly onHoldSince: readonly number[] }[]
  /** T3: the high-water mark, or null in a new book. */
  lastSeen(db: ReadableDb): number | null
  /** T3: raises the high-water mark, and keeps that a drift was seen. */
  mark(db: WritableDb, now: number, drifted: boolean): void
  /** T3: by hand, back to `now`; counted. */
  resetMark(db: WritableDb, now: number): void
}

/** C3: which alerts are due is the feature's decision; when to look is the timer's. */
export interface Alerts {
  /** The soonest instant at which an alert will be due, or null. */
  nextAlertAt(db: ReadableDb): number | null
  /** Marks every due alert as given; one text per handoff, neutral (P6). */
  fireAlerts(context: { readonly db: WritableDb; readonly now: number; readonly zone: string; readonly ids: Ids }): {
    readonly count: number
    readonly texts: readonly string[]
  }
}
