import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure, Stage, Topic } from '#shared/contract/entry'
import type { OfficeState } from '#shared/contract/session'
import type { AuditFinding, AuditLine, RememberedHead } from '#shared/domain/audit'
import type { PersonId, StaffId } from '#shared/domain/ids'
import type { Outcome } from '#shared/domain/outcome'
import type { Worker } from '#shared/domain/staff'
import { traceOf } from '../ipc/trace'
import type { Ids, Log, Ports } from '../ports'
import type { Book } from '../storage/book'
import type { ReadableDb, WritableDb } from '../storage/database'
import { storageFault, type OfficeFault } from '../storage/faults'
import { tidyRotation } from '../storage/rotate'
import { hiddenFrom, idsAbout } from '../storage/sight'
import type { Unlocked, Vault } from '../vault/vault'
import type { Deed, Door } from './door'
import { firstLook } from './first-look'
import { Heartbeat } from './heartbeat'
import { Ledger } from './ledger'
import { openWith } from './opening'
import type { Alerts, Records } from './records'
import { lineOf } from './trail'
import { WhoSits } from './who-sits'
import { BOOK, completeSetUp } from './setup'

/** The office's desk: the book, open or not, who sits there, what time it is, and the timer. It has a lifetime. */
export class Desk implements Door {
  readonly ports: Ports
  readonly ids: Ids
  readonly log: Log
  readonly vault: Vault
  readonly records: Records
  readonly seat = new WhoSits()
  readonly beat: Heartbeat
  readonly #ledger: Ledger
  readonly #listeners = new Set<(topics: readonly Topic[]) => void>()
  #zone: string | null = null
  #fault: OfficeFault | null = null
  #gone = false

  constructor(ports: Ports, vault: Vault, records: Records, alerts: Alerts) {
    this.ports = ports
    this.ids = ports.ids
    this.log = ports.log
    this.vault = vault
    this.records = records
    this.#ledger = new Ledger(ports.folders.data, records)
    this.beat = new Heartbeat(ports, records, alerts, this.#ledger, this)
    if (vault.isSetUp()) this.guarded('set-up', () => completeSetUp(ports.folders.data))
    this.guarded('due list', () => this.#ledger.readDue(vault.verifyKey()))
    this.beat.goOnFrom(this.#ledger.dueAt)
    this.beat.wake()
  }

  get stage(): Stage {
    if (this.book !== null) return this.seat.me !== null ? 'open' : this.seat.choosing !== null ? 'choosing' : 'locked'
    return this.vault.isSetUp() || existsSync(join(this.ports.folders.data, BOOK)) ? 'sealed' : 'new'
  }

  get book(): Book | null {
    return this.#ledger.open?.book ?? null
  }

  get dataKey(): Buffer | null {
    return this.#ledger.open?.dataKey ?? null
  }

  get generation(): number {
    return this.#ledger.open?.generation ?? 0
  }

  get me(): Worker | null {
    return this.seat.me
  }

  get zone(): string {
    return this.#zone ?? this.ports.clock.zone()
  }

  /** Looked at afresh while the book is closed: what was in the way may be gone. */
  get fault(): OfficeFault | null {
    if (this.book !== null) return null
    const seen = this.guarded('look', () => firstLook(this.ports.folders.data, this.vault, this.stage))
    return seen === undefined ? 'io' : (seen ?? this.#fault)
  }

  get drifted(): boolean {
    return this.beat.drifted
  }

  get disk(): OfficeState['disk'] {
    return this.beat.disk
  }

  get isFull(): boolean {
    return this.beat.disk === 'read_only'
  }

  get doubt(): readonly AuditFinding[] {
    return this.#ledger.doubt
  }

  /** T1: the trail's end is not what this PC remembers; a director explains it. */
  get doubtful(): boolean {
    return this.#ledger.doubtful
  }

  get nextDue(): OfficeState['nextDue'] {
    return this.#ledger.nextDue(this.now())
  }

  now(): number {
    return this.beat.now()
  }

  hidden(db: ReadableDb): { readonly people: ReadonlySet<PersonId>; readonly ids: ReadonlySet<string> } {
    const { me } = this.seat
    const people = me === null ? new Set<PersonId>() : hiddenFrom(db, me, this.now())
    return { people, ids: people.size === 0 ? new Set() : new Set<string>([...people, ...idsAbout(db, people)]) }
  }

  mark(db: WritableDb, now: number): void {
    this.beat.mark(db, now)
  }

  keep(db: WritableDb, line: AuditLine): void {
    this.#ledger.append(db, line)
  }

  kept(): void {
    this.guarded('trail', () => this.#ledger.committed())
  }

  keepRead(line: AuditLine): void {
    this.#ledger.keepRead(line)
  }

  keepRefused(channel: string, failure: Failure, by: StaffId | null): void {
    this.#ledger.keepRefused(by, this.now(), channel, failure)
  }

  carryOut<T>(act: (db: WritableDb) => Outcome<T, Failure>, deed: Deed | ((value: T) => Deed)): Outcome<T, Failure> {
    const at = this.now()
    const outcome = this.#ledger.carryOut(act, deed, { at, by: this.me?.id ?? null, mark: (db) => this.mark(db, this.now()) })
    if (outcome?.ok) this.kept()
    return outcome ?? { ok: false, failure: { kind: 'closed_to_you', stage: this.stage } }
  }

  /** K1: the keyring was written at a sign-in; the book remembers it (downgrade). */
  keyringSeen(serial: number): void {
    this.guarded('keyring', () => this.book?.write((db) => this.records.sawKeyring(db, serial)))
  }

  /** D6: the same for what happens whether or not it can be written (a lock, a sign-in on a full disk). */
  readonly note = (deed: Deed, act: (db: WritableDb) => void = () => undefined): void => {
    this.guarded('note', () => {
      try {
        this.carryOut((db) => {
          act(db)
          return { ok: true, value: null }
        }, deed)
      } catch (error) {
        if (storageFault(error) === null) throw error
        this.#ledger.owe(lineOf(this.now(), deed.by === undefined ? (this.me?.id ?? null) : deed.by, deed))
      }
    })
  }

  sits(me: Worker | null, book: Book | null): boolean {
    return this.me?.id === me?.id && this.book === book && book !== null
  }

  recallHead(): RememberedHead | 'unreadable' | null {
    return this.#ledger.recallHead()
  }

  rememberHead(db: ReadableDb): void {
    this.#ledger.rememberHead(db)
  }

  open(unlocked: Unlocked): OfficeFault | null {
    let fault: OfficeFault | null = 'io'
    try {
      fault = this.#openWith(unlocked)
    } finally {
      unlocked.forget()
      if (fault !== null) this.#close()
    }
    if (fault === null) this.#fault = null
    else this.blame(fault)
    return fault
  }

  #openWith(unlocked: Unlocked): OfficeFault | null {
    // Deriving a key takes its time, and the app may have been closed meanwhile.
    if (this.#gone) return 'io'
    tidyRotation(this.ports.folders.data)
    const opened = openWith(this.ports, this.records, unlocked)
    if (!opened.ok) return opened.failure
    const { book, dataKey, generation, deeds, serial } = opened.value
    this.#ledger.take(book, dataKey, generation)
    this.beat.goOnFrom(book.read((db) => this.records.lastSeen(db)) ?? 0)
    this.#zone = book.read((db) => this.records.settings(db).zone)
    const changed = !this.#ledger.dueIsGenuine
    for (const deed of [...deeds, ...(changed ? [{ kind: 'due_list_changed', by: null } as const] : [])]) this.note(deed)
    if (serial > book.read((db) => this.records.keyringSerial(db))) this.keyringSeen(serial)
    return null
  }

  handOver(next: Buffer): ReturnType<Ledger['handOver']> {
    return this.#ledger.handOver(next, this.now())
  }

  goOnWith(book: Book, dataKey: Buffer, generation: number): void {
    this.#ledger.exchange(book, dataKey, generation)
  }

  /** Somebody has shown who she is. */
  sit(worker: Worker, way: 'passphrase' | 'pin' | 'recovery' | 'temporary'): void {
    this.seat.sit(worker)
    this.beat.hands.stir()
    if (way !== 'pin') {
      this.seat.gavePassphrase(worker.id)
      this.beat.hands.gavePassphrase()
    }
    this.note({ kind: 'sign_in', facts: { with: way } }, (db) => this.records.signedIn(db, worker.id, this.now()))
  }

  /** K4: the passphrase was not her own; `worker` null after the recovery words. */
  choose(worker: Worker | null, brought: string | null): void {
    this.seat.choose(worker, brought)
    this.beat.hands.stir()
    this.beat.hands.gavePassphrase()
  }

  stir(): void {
    if (this.beat.stir()) this.changed(['office'])
  }

  readonly lock = (why: 'asked' | 'idle' | 'os_lock' = 'asked'): void => {
    const { me } = this
    this.seat.rise()
    this.beat.stir()
    this.beat.hands.locked()
    this.guarded('trail', () => this.#ledger.forgetReader())
    this.note({ kind: 'sign_out', by: me?.id ?? null, facts: { why } })
    // D4. The desk is locked whatever the disk says.
    this.guarded('checkpoint', () => this.book?.checkpoint())
  }

  /** L1: the database is closed and the keys are gone; the timer goes on with what may be known (L5). */
  readonly seal = (why: 'asked' | 'idle' | 'day' | 'suspend' | 'os_lock' | 'wrong_pins'): void => {
    if (this.book === null) return
    this.note({ kind: why === 'wrong_pins' ? 'wrong_pins' : 'sealed', by: this.me?.id ?? null, facts: why === 'wrong_pins' ? {} : { why } })
    this.#close()
    this.announce(['office'])
  }

  /**
   * L2: the machine says that nobody is here any more; everything is sealed, and the screen says so. The machine's own locked
   * screen comes by itself in a long queue: while a call runs the desk is locked behind it, and the call goes on.
   */
  sealBy(why: 'suspend' | 'os_lock'): void {
    if (why === 'os_lock' && this.book !== null && this.guarded('call', () => this.beat.callRuns) === true) {
      if (this.stage !== 'locked') this.lock('os_lock')
      this.announce(['office'])
    } else this.seal(why)
    this.tick()
  }

  /** E5. */
  lift(on: boolean): number | null {
    return this.beat.shown.lift(on, this.now())
  }

  /** T3: the PC's clock is taken for right again. False when it never was behind. */
  resetClock(db: WritableDb): boolean {
    if (!this.beat.startAnew()) return false
    this.records.resetMark(db, this.now())
    // E5: its quarter of an hour was counted from a time that has not come yet.
    if (this.beat.shown.until !== null) this.lift(false)
    return true
  }

  blame(fault: OfficeFault): void {
    this.#fault = fault
    this.changed(['office'])
  }

  /** Tells the screens what to read again, and looks what is due now (T3: after each write). */
  changed(topics: readonly Topic[]): void {
    if (topics.includes('staff')) this.#readMeAgain()
    this.announce(topics)
    this.beat.wake()
  }

  /** Section 13: a role that was given or taken counts from the next call on, also hers who sits here. */
  #readMeAgain(): void {
    const { me } = this.seat
    const now = me === null ? null : (this.book?.read((db) => this.records.worker(db, me.id)) ?? null)
    if (now !== null) this.seat.sit(now)
  }

  onChanged(listener: (topics: readonly Topic[]) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Looks now. Focus and the heartbeat come here. */
  tick(): void {
    this.beat.wake()
  }

  /** After a sleep: the clocks may differ rightly, and every screen's own clock has stood still. */
  resume(): void {
    this.beat.woken()
    this.changed(['office'])
  }

  quit(): void {
    if (this.book !== null) this.note({ kind: 'sealed', facts: { why: 'quit' } })
    this.#gone = true
    this.beat.stop()
    this.#close()
  }

  #close(): void {
    this.guarded('trail', () => this.#ledger.forgetReader())
    this.guarded('due list', () => this.#ledger.keepDue(this.now()))
    const book = this.#ledger.release()
    this.beat.stir()
    this.seat.empty()
    if (this.beat.shown.until !== null) this.guarded('screen', () => this.lift(false))
    this.guarded('checkpoint', () => book?.checkpoint())
    this.guarded('close', () => book?.close())
    this.guarded('due list', () => this.#ledger.readDue(this.vault.verifyKey()))
  }

  readonly announce = (topics: readonly Topic[]): void => {
    for (const listener of this.#listeners) listener(topics)
  }

  /** What nobody waits for must not bring the office down; it is logged, and the next beat tries again. */
  readonly guarded = <T>(what: string, act: () => T): T | undefined => {
    try {
      return act()
    } catch (error) {
      const { event, where } = traceOf(error)
      this.ports.log.error(`${what} ${event}`, where)
      return undefined
    }
  }
}
