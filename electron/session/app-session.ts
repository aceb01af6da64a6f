import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Stage, Topic } from '#shared/contract/call'
import type { SteadyTime } from '#shared/domain/core/elapsed'
import type { PersonId } from '#shared/domain/core/ids'
import type { Worker } from '#shared/domain/staff/worker'
import type { Ids, Log, Ports } from '../ports'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { ReadableDb, WritableDb } from '../storage/core/db-types'
import { listHiddenPeople, listRestrictedIds } from '../storage/access/visibility'
import { DATABASE_FILE, completeSetUp } from '../storage/core/database-file'
import type { Vault } from '../vault/vault'
import { checkWeekly } from './database-check'
import { DatabaseLifecycle } from './database-lifecycle'
import { AuditedTransactions } from './audited-transactions'
import type { SignInContext } from './session-context'
import { createGuard, type RunGuarded } from './guarded'
import { Heartbeat } from './heartbeat'
import { OpenDatabase } from './open-database'
import type { AlertSource } from './alert-source'
import type { OfficeRecords } from '../storage/office/office-records-interface'
import { CurrentUser } from './current-user'

/** Holds the running office: the database, open or closed, the signed-in worker, the effective time and the timer. */
export class AppSession implements SignInContext {
  readonly ports: Ports
  readonly ids: Ids
  readonly log: Log
  readonly vault: Vault
  readonly records: OfficeRecords
  readonly runGuarded: RunGuarded
  readonly currentUser = new CurrentUser()
  readonly openDatabase: OpenDatabase
  readonly heartbeat: Heartbeat
  readonly transactions: AuditedTransactions
  readonly lifecycle: DatabaseLifecycle
  readonly #listeners = new Set<(topics: readonly Topic[]) => void>()

  constructor(ports: Ports, vault: Vault, records: OfficeRecords, alerts: AlertSource) {
    this.ports = ports
    this.ids = ports.ids
    this.log = ports.log
    this.vault = vault
    this.records = records
    this.runGuarded = createGuard(ports.log)
    this.openDatabase = new OpenDatabase(ports.folders.data, records, this.runGuarded)
    this.heartbeat = new Heartbeat(ports, records, alerts, this)
    this.transactions = new AuditedTransactions(this)
    this.lifecycle = new DatabaseLifecycle(this)
    if (vault.isSetUp()) this.runGuarded('set-up', () => completeSetUp(ports.folders.data))
    this.runGuarded('reminders', () => this.openDatabase.loadReminders(vault.verifyKey()))
    this.heartbeat.continueFrom(this.openDatabase.remindersWrittenAt)
    this.heartbeat.check()
  }

  get stage(): Stage {
    if (this.database !== null) return this.currentUser.me !== null ? 'open' : this.currentUser.choosing !== null ? 'choosing' : 'locked'
    return this.vault.isSetUp() || existsSync(join(this.ports.folders.data, DATABASE_FILE)) ? 'sealed' : 'new'
  }

  get database(): OfficeDatabase | null {
    return this.openDatabase.database
  }

  get me(): Worker | null {
    return this.currentUser.me
  }

  get zone(): string {
    return this.lifecycle.zone ?? this.ports.clock.zone()
  }

  /** D6: too little space is left to write safely. */
  get isFull(): boolean {
    return this.heartbeat.disk === 'read_only'
  }

  now(): number {
    return this.heartbeat.now()
  }

  steady(): SteadyTime {
    return this.heartbeat.steady()
  }

  hidden(db: ReadableDb): { readonly people: ReadonlySet<PersonId>; readonly ids: ReadonlySet<string> } {
    const { me } = this.currentUser
    const people = me === null ? new Set<PersonId>() : listHiddenPeople(db, me, this.now())
    return { people, ids: people.size === 0 ? new Set() : new Set<string>([...people, ...listRestrictedIds(db, people)]) }
  }

  raiseHighWaterMark(db: WritableDb, now: number): void {
    this.heartbeat.raiseHighWaterMark(db, now)
  }

  /** True while the same worker is signed in at the same open database (I1). */
  isStillSignedIn(me: Worker | null, database: OfficeDatabase | null): boolean {
    return this.me?.id === me?.id && this.database === database && database !== null
  }

  /** Signs a worker in, and records how. */
  signIn(worker: Worker, method: 'passphrase' | 'pin' | 'recovery' | 'temporary'): void {
    this.currentUser.signIn(worker)
    this.heartbeat.idleMonitor.noteActivity()
    if (method !== 'pin') {
      this.currentUser.recordPassphrase(worker.id)
      this.heartbeat.idleMonitor.notePassphrase()
    }
    this.transactions.record({ kind: 'sign_in', facts: { with: method } }, (db) => this.records.recordSignIn(db, worker.id, this.now()))
  }

  /** Begins the choice of an own passphrase (K4); `worker` is null after the recovery words. */
  requireOwnPassphrase(worker: Worker | null, temporaryPassphrase: string | null): void {
    this.currentUser.requireOwnPassphrase(worker, temporaryPassphrase)
    this.heartbeat.idleMonitor.noteActivity()
    this.heartbeat.idleMonitor.notePassphrase()
  }

  /** Records that the worker has used the keyboard or the mouse (L2). */
  noteActivity(): void {
    if (this.heartbeat.noteActivity()) this.changed(['office'])
  }

  /** Signs the worker out; the database stays open (L1). */
  readonly lock = (why: 'asked' | 'idle' | 'os_lock' = 'asked'): void => {
    const { me } = this
    this.currentUser.signOut()
    this.heartbeat.noteActivity()
    this.heartbeat.idleMonitor.noteLock()
    this.openDatabase.endReading()
    this.transactions.record({ kind: 'sign_out', by: me?.id ?? null, facts: { why } })
    // D4. The session is locked whatever the disk says.
    this.runGuarded('checkpoint', () => this.database?.checkpoint())
  }

  /** Closes the database and zeroes the keys (L1); the timer goes on with what may be known while sealed (L5). */
  readonly seal = (why: 'asked' | 'idle' | 'day' | 'suspend' | 'os_lock' | 'wrong_pins'): void => {
    if (this.database === null) return
    this.transactions.record({
      kind: why === 'wrong_pins' ? 'wrong_pins' : 'sealed',
      by: this.me?.id ?? null,
      facts: why === 'wrong_pins' ? {} : { why },
    })
    this.lifecycle.close()
    this.announce(['office'])
  }

  /**
   * Seals because the machine sleeps or its screen was locked (L2). The machine locks its screen by itself during a long wait on
   * the phone: while a meeting runs, `os_lock` only locks the session, and the meeting goes on.
   */
  sealForSystem(why: 'suspend' | 'os_lock'): void {
    if (why === 'os_lock' && this.database !== null && this.runGuarded('call', () => this.heartbeat.isMeetingRunning) === true) {
      if (this.stage !== 'locked') this.lock('os_lock')
      this.announce(['office'])
    } else this.seal(why)
    this.tick()
  }

  /** Accepts the PC's clock again (T3). Answers false when effective time was never ahead of it. */
  resetClock(db: WritableDb): boolean {
    if (!this.heartbeat.acceptClock()) return false
    this.records.resetHighWaterMark(db, this.now())
    // E5: the quarter of an hour was counted from a time that has not come yet.
    if (this.heartbeat.screenProtection.liftedUntil !== null) this.heartbeat.screenProtection.setLifted(false, this.now())
    return true
  }

  /** Tells the screens what to read again, and checks what is due now (T3: after each write). */
  changed(topics: readonly Topic[]): void {
    if (topics.includes('staff')) this.#reloadSignedInWorker()
    this.announce(topics)
    this.heartbeat.check()
  }

  /** Section 13: a role that was added or removed counts from the next call on, also for the signed-in worker. */
  #reloadSignedInWorker(): void {
    const { me } = this.currentUser
    const now = me === null ? null : (this.database?.read((db) => this.records.findWorker(db, me.id)) ?? null)
    if (now !== null) this.currentUser.signIn(now)
  }

  /** Adds a listener for changed topics. Answers a function that removes it. */
  onChanged(listener: (topics: readonly Topic[]) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Checks now what is due. The host calls it when the window comes to the front. */
  tick(): void {
    this.heartbeat.check()
  }

  /** Continues after a sleep: the clocks may differ rightly, and every screen's own clock has stood still. */
  resume(): void {
    this.heartbeat.checkAfterSleep()
    this.changed(['office'])
  }

  /** Closes the database for good. */
  quit(): void {
    if (this.database !== null) this.transactions.record({ kind: 'sealed', facts: { why: 'quit' } })
    this.heartbeat.stop()
    this.lifecycle.closeForGood()
  }

  /** Records that the PC's clock was moved (T3). */
  readonly recordClockDrift = (): void => this.transactions.record({ kind: 'clock_drifted', by: null })

  /** Checks the database when the last check is a week old (D5). */
  readonly checkWeekly = (): void => checkWeekly(this)

  /** Tells the listeners which topics have changed. */
  readonly announce = (topics: readonly Topic[]): void => {
    for (const listener of this.#listeners) listener(topics)
  }
}
