import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Stage, Topic } from '#shared/contract/entry'
import type { OfficeState } from '#shared/contract/session'
import type { Worker } from '#shared/domain/staff'
import { traceOf } from '../ipc/trace'
import type { Ids, Log, Ports } from '../ports'
import type { Book } from '../storage/book'
import type { WritableDb } from '../storage/database'
import type { OfficeFault } from '../storage/faults'
import { openBook } from '../storage/open'
import { EffectiveTime } from '../timer/effective-time'
import { Timer } from '../timer/timer'
import type { Unlocked, Vault } from '../vault/vault'
import { diskStanding } from './disk'
import type { Door } from './door'
import { firstLook } from './first-look'
import type { Alerts, Records } from './records'
import { BOOK, completeSetUp } from './setup'
import { Watch } from './watch'

/** The office's desk: the book, open or not, who sits there, what time it is, and the timer. It has a lifetime. */
export class Desk implements Door {
  readonly ports: Ports
  readonly ids: Ids
  readonly log: Log
  readonly vault: Vault
  readonly records: Records
  readonly #watch: Watch
  readonly #time: EffectiveTime
  readonly #timer: Timer
  readonly #listeners = new Set<(topics: readonly Topic[]) => void>()
  #book: Book | null = null
  #dataKey: Buffer | null = null
  #zone: string | null = null
  #me: Worker | null = null
  #fault: OfficeFault | null = null
  #gone = false
  #drifted = false
  #disk: OfficeState['disk'] = 'ok'

  constructor(ports: Ports, vault: Vault, records: Records, alerts: Alerts) {
    this.ports = ports
    this.ids = ports.ids
    this.log = ports.log
    this.vault = vault
    this.records = records
    this.#watch = new Watch(ports, records, alerts)
    this.#time = new EffectiveTime(ports.clock)
    if (vault.isSetUp()) this.#guarded('set-up', () => completeSetUp(ports.folders.data))
    this.#timer = new Timer(ports.clock, () => this.#beat())
    this.#timer.wake()
  }

  get stage(): Stage {
    if (this.#book !== null) return this.#me === null ? 'locked' : 'open'
    return this.vault.isSetUp() || existsSync(join(this.ports.folders.data, BOOK)) ? 'sealed' : 'new'
  }

  get book(): Book | null {
    return this.#book
  }

  get dataKey(): Buffer | null {
    return this.#dataKey
  }

  get me(): Worker | null {
    return this.#me
  }

  get zone(): string {
    return this.#zone ?? this.ports.clock.zone()
  }

  /** Looked at afresh while the book is closed: what was in the way may be gone. */
  get fault(): OfficeFault | null {
    if (this.#book !== null) return null
    const seen = this.#guarded('look', () => firstLook(this.ports.folders.data, this.vault, this.stage))
    return seen === undefined ? 'io' : (seen ?? this.#fault)
  }

  get drifted(): boolean {
    return this.#drifted
  }

  get disk(): OfficeState['disk'] {
    return this.#disk
  }

  get isFull(): boolean {
    return this.#disk === 'read_only'
  }

  now(): number {
    return this.#time.now()
  }

  mark(db: WritableDb, now: number): void {
    this.#watch.mark(db, now, this.#drifted)
  }

  admit({ dataKey, slotId }: Unlocked): OfficeFault | null {
    this.#dataKey = dataKey
    let fault: OfficeFault | null = 'io'
    try {
      fault = this.#open(dataKey, slotId)
    } finally {
      if (fault !== null) this.#close()
    }
    if (fault === null) this.#fault = null
    else this.blame(fault)
    return fault
  }

  #open(key: Buffer, slotId: string): OfficeFault | null {
    const { data, migrations } = this.ports.folders
    // Deriving a key takes its time, and the app may have been closed meanwhile.
    if (this.#gone) return 'io'
    const opened = openBook({ file: join(data, BOOK), folder: data, key, migrationsFolder: migrations })
    if (!opened.ok) return opened.failure
    const book = opened.value
    this.#book = book
    this.#time.goOnFrom(book.read((db) => this.records.lastSeen(db)) ?? 0)
    this.#zone = book.read((db) => this.records.settings(db).zone)
    // A slot that the book knows nobody for: keyring and book are not of the same office.
    return this.signIn(slotId) === null ? 'keyring_damaged' : null
  }

  signIn(slotId: string): Worker | null {
    this.#me = this.#book?.read((db) => this.records.workerBySlot(db, slotId)) ?? null
    return this.#me
  }

  lock(): void {
    this.#me = null
    // D4. The desk is locked whatever the disk says.
    this.#guarded('checkpoint', () => this.#book?.checkpoint())
  }

  blame(fault: OfficeFault): void {
    this.#fault = fault
    this.changed(['office'])
  }

  /** Tells the screens what to read again, and looks what is due now (T3: after each write). */
  changed(topics: readonly Topic[]): void {
    this.#announce(topics)
    this.#timer.wake()
  }

  onChanged(listener: (topics: readonly Topic[]) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Looks now. Focus and the heartbeat come here. */
  tick(): void {
    this.#timer.wake()
  }

  /** After a sleep: the clocks may differ rightly, and every screen's own clock has stood still. */
  resume(): void {
    this.#time.lookAfterSleep()
    this.changed(['office'])
  }

  quit(): void {
    this.#gone = true
    this.#timer.stop()
    this.#close()
  }

  #close(): void {
    const book = this.#book
    this.#book = null
    this.#me = null
    this.#dataKey?.fill(0)
    this.#dataKey = null
    this.#guarded('checkpoint', () => book?.checkpoint())
    this.#guarded('close', () => book?.close())
  }

  #beat(): { readonly now: number; readonly next: number | null } {
    this.#time.look()
    const now = this.now()
    const disk = diskStanding(this.#guarded('disk', () => this.ports.disk.freeBytes()) ?? null)
    const seen = disk !== this.#disk || this.#time.drifted !== this.#drifted
    this.#disk = disk
    this.#drifted = this.#time.drifted
    if (seen) this.#announce(['office'])
    const book = this.#book
    return { now, next: book === null ? null : (this.#guarded('timer', () => this.#fire(book, now)) ?? null) }
  }

  #fire(book: Book, now: number): number | null {
    const { next, count, texts } = this.#watch.look(book, now, this.zone, this.#drifted)
    for (const text of texts) this.#guarded('notifier', () => this.ports.notifier.show(text))
    if (count > 0) this.#announce(['alerts', 'handoffs', 'office'])
    return next
  }

  #announce(topics: readonly Topic[]): void {
    for (const listener of this.#listeners) listener(topics)
  }

  /** What nobody waits for must not bring the office down; it is logged, and the next beat tries again. */
  #guarded<T>(what: string, act: () => T): T | undefined {
    try {
      return act()
    } catch (error) {
      const { event, where } = traceOf(error)
      this.ports.log.error(`${what} ${event}`, where)
      return undefined
    }
  }
}
