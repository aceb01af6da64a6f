import type { z } from 'zod'
import type { session, StaffTile } from '#shared/contract/session'
import type { StaffId } from '#shared/domain/ids'
import type { Worker } from '#shared/domain/staff'
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
}

/** What the office itself keeps in the book; `storage/office-records.ts` has it in tables. Instants are UTC ms. */
export interface Records {
  /** Writes settings, first policy, seed lists and the director, whose passphrase has this slot. */
  found(db: WritableDb, setUp: SetUp, director: { readonly id: StaffId; readonly slotId: string }, now: number, ids: Ids): void
  /** One more who may sign in; false when an active worker has that name already. */
  addWorker(db: WritableDb, worker: Worker & { readonly slotId: string }, now: number): boolean
  settings(db: ReadableDb): OfficeSettings
  /** Everybody who may sign in, by name. */
  tiles(db: ReadableDb): StaffTile[]
  workerBySlot(db: ReadableDb, slotId: string): Worker | null
  slotOf(db: ReadableDb, id: StaffId): string | null
  /** Counts only (L5). */
  waiting(db: ReadableDb, now: number): Waiting
  /** T3: the high-water mark, or null in a new book. */
  lastSeen(db: ReadableDb): number | null
  /** T3: raises the high-water mark, and keeps that a drift was seen. */
  mark(db: WritableDb, now: number, drifted: boolean): void
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
