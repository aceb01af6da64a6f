import { reindexPeopleIfOutdated } from '../storage/person/reindex-people'
import { removeRotationCopy } from '../storage/core/rotate-key'
import type { OfficeFault } from '../storage/core/database-faults'
import type { UnlockedVault, Vault } from '../vault/vault'
import type { Stage, Topic } from '#shared/contract/call'
import type { Ports } from '../ports'
import type { OfficeRecords } from '../storage/office/office-records-interface'
import type { AuditedTransactions } from './audited-transactions'
import type { CurrentUser } from './current-user'
import type { RunGuarded } from './guarded'
import type { Heartbeat } from './heartbeat'
import type { OpenDatabase } from './open-database'
import { preflight } from './preflight'
import { openWithUnlocked } from './open-with-key'

/** The parts of the session that opening and closing needs. `stage` is read at each call. */
interface LifecycleSession {
  readonly ports: Pick<Ports, 'folders'>
  readonly vault: Vault
  readonly records: Pick<OfficeRecords, 'readHighWaterMark' | 'loadSettings' | 'readKeyringSerial' | 'listSlotIds'>
  readonly runGuarded: RunGuarded
  readonly openDatabase: OpenDatabase
  readonly heartbeat: Pick<Heartbeat, 'now' | 'continueFrom' | 'noteActivity' | 'screenProtection'>
  readonly transactions: Pick<AuditedTransactions, 'record' | 'rememberKeyringSerial'>
  readonly currentUser: Pick<CurrentUser, 'reset'>
  readonly stage: Stage
  /** Tells the screens what to read again. */
  changed(topics: readonly Topic[]): void
}

/** Opens and closes the encrypted database. Closing zeroes every key (L1). Knows the time zone, and what prevents opening. */
export class DatabaseLifecycle {
  readonly #session: LifecycleSession
  #zone: string | null = null
  #fault: OfficeFault | null = null
  #closedForGood = false

  constructor(session: LifecycleSession) {
    this.#session = session
  }

  /** The IANA time zone from the office's settings; null before the database was opened once. */
  get zone(): string | null {
    return this.#zone
  }

  /** Checks anew what prevents opening while the database is closed; null for nothing. */
  get fault(): OfficeFault | null {
    const { openDatabase, ports, vault, stage, runGuarded } = this.#session
    if (openDatabase.database !== null) return null
    const found = runGuarded('preflight', () => preflight(ports.folders.data, vault, stage))
    return found === undefined ? 'io' : (found ?? this.#fault)
  }

  /** Opens the database with an unlocked key. Takes the keys over, and zeroes them when opening fails. Nobody is signed in yet. */
  open(unlocked: UnlockedVault): OfficeFault | null {
    let fault: OfficeFault | null = 'io'
    try {
      fault = this.#openWithKey(unlocked)
    } finally {
      unlocked.zeroKeys()
      if (fault !== null) this.close()
    }
    if (fault === null) this.#fault = null
    else this.recordFault(fault)
    return fault
  }

  /** Remembers why the database did not open, for the start screen. */
  recordFault(fault: OfficeFault): void {
    this.#fault = fault
    this.#session.changed(['office'])
  }

  /** Closes the database, zeroes its key and signs the worker out (L1). Never throws. */
  close(): void {
    const { openDatabase, heartbeat, currentUser, vault, runGuarded } = this.#session
    openDatabase.endReading()
    runGuarded('reminders', () => openDatabase.saveReminders(heartbeat.now()))
    const database = openDatabase.release()
    heartbeat.noteActivity()
    currentUser.reset()
    if (heartbeat.screenProtection.liftedUntil !== null)
      runGuarded('screen', () => heartbeat.screenProtection.setLifted(false, heartbeat.now()))
    runGuarded('checkpoint', () => database?.checkpoint())
    runGuarded('close', () => database?.close())
    runGuarded('reminders', () => openDatabase.loadReminders(vault.verifyKey()))
  }

  /** Closes the database because the app ends; it is never opened again. */
  closeForGood(): void {
    this.#closedForGood = true
    this.close()
  }

  #openWithKey(unlocked: UnlockedVault): OfficeFault | null {
    // Deriving a key takes time, and the app may have been closed meanwhile.
    if (this.#closedForGood) return 'io'
    const { ports, records, openDatabase, heartbeat, transactions } = this.#session
    removeRotationCopy(ports.folders.data)
    const opened = openWithUnlocked(ports, records, unlocked)
    if (!opened.ok) return opened.failure
    const { database, dataKey, generation, serial } = opened.value
    openDatabase.open(database, dataKey, generation)
    heartbeat.continueFrom(database.read((db) => records.readHighWaterMark(db)) ?? 0)
    this.#zone = database.read((db) => records.loadSettings(db).zone)
    for (const entry of opened.value.auditEntries) transactions.record(entry)
    if (!openDatabase.areRemindersGenuine) transactions.record({ kind: 'due_list_changed', by: null })
    if (serial > database.read((db) => records.readKeyringSerial(db))) transactions.rememberKeyringSerial(serial)
    // Nothing is written before the audit log was compared (T1).
    reindexPeopleIfOutdated(database)
    return null
  }
}
