import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Stage, Topic } from '#shared/contract/entry'
import type { PersonId } from '#shared/domain/ids'
import type { Worker } from '#shared/domain/staff'
import type { Ids, Log, Ports } from '../ports'
import type { Book } from '../storage/book'
import type { ReadableDb, WritableDb } from '../storage/database'
import { hiddenFrom, idsAbout } from '../storage/sight'
import type { Vault } from '../vault/vault'
import { Cover } from './cover'
import { Deeds } from './deeds'
import type { Door } from './door'
import { guardedBy, type Guarded } from './guarded'
import { Heartbeat } from './heartbeat'
import { Ledger } from './ledger'
import type { Alerts, Records } from './records'
import { WhoSits } from './who-sits'
import { BOOK, completeSetUp } from './setup'

/** The office's desk: the book, open or not, who sits there, what time it is, and the timer. It has a lifetime. */
export class Desk implements Door {
  readonly ports: Ports
  readonly ids: Ids
  readonly log: Log
  readonly vault: Vault
  readonly records: Records
  readonly guarded: Guarded
  readonly seat = new WhoSits()
  readonly ledger: Ledger
  readonly beat: Heartbeat
  readonly deeds: Deeds
  readonly cover: Cover
  readonly #listeners = new Set<(topics: readonly Topic[]) => void>()

  constructor(ports: Ports, vault: Vault, records: Records, alerts: Alerts) {
    this.ports = ports
    this.ids = ports.ids
    this.log = ports.log
    this.vault = vault
    this.records = records
    this.guarded = guardedBy(ports.log)
    this.ledger = new Ledger(ports.folders.data, records, this.guarded)
    this.beat = new Heartbeat(ports, records, alerts, this)
    this.deeds = new Deeds(this)
    this.cover = new Cover(this)
    if (vault.isSetUp()) this.guarded('set-up', () => completeSetUp(ports.folders.data))
    this.guarded('due list', () => this.ledger.readDue(vault.verifyKey()))
    this.beat.goOnFrom(this.ledger.dueAt)
    this.beat.wake()
  }

  get stage(): Stage {
    if (this.book !== null) return this.seat.me !== null ? 'open' : this.seat.choosing !== null ? 'choosing' : 'locked'
    return this.vault.isSetUp() || existsSync(join(this.ports.folders.data, BOOK)) ? 'sealed' : 'new'
  }

  get book(): Book | null {
    return this.ledger.book
  }

  get me(): Worker | null {
    return this.seat.me
  }

  get zone(): string {
    return this.cover.zone ?? this.ports.clock.zone()
  }

  /** D6: too little space left to write safely. */
  get isFull(): boolean {
    return this.beat.disk === 'read_only'
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

  sits(me: Worker | null, book: Book | null): boolean {
    return this.me?.id === me?.id && this.book === book && book !== null
  }

  /** Somebody has shown who she is. */
  sit(worker: Worker, way: 'passphrase' | 'pin' | 'recovery' | 'temporary'): void {
    this.seat.sit(worker)
    this.beat.hands.stir()
    if (way !== 'pin') {
      this.seat.gavePassphrase(worker.id)
      this.beat.hands.gavePassphrase()
    }
    this.deeds.note({ kind: 'sign_in', facts: { with: way } }, (db) => this.records.signedIn(db, worker.id, this.now()))
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
    this.ledger.forgetReader()
    this.deeds.note({ kind: 'sign_out', by: me?.id ?? null, facts: { why } })
    // D4. The desk is locked whatever the disk says.
    this.guarded('checkpoint', () => this.book?.checkpoint())
  }

  /** L1: the database is closed and the keys are gone; the timer goes on with what may be known (L5). */
  readonly seal = (why: 'asked' | 'idle' | 'day' | 'suspend' | 'os_lock' | 'wrong_pins'): void => {
    if (this.book === null) return
    this.deeds.note({
      kind: why === 'wrong_pins' ? 'wrong_pins' : 'sealed',
      by: this.me?.id ?? null,
      facts: why === 'wrong_pins' ? {} : { why },
    })
    this.cover.close()
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

  /** T3: the PC's clock is taken for right again. False when it never was behind. */
  resetClock(db: WritableDb): boolean {
    if (!this.beat.startAnew()) return false
    this.records.resetMark(db, this.now())
    // E5: its quarter of an hour was counted from a time that has not come yet.
    if (this.beat.shown.until !== null) this.beat.shown.lift(false, this.now())
    return true
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
    if (this.book !== null) this.deeds.note({ kind: 'sealed', facts: { why: 'quit' } })
    this.beat.stop()
    this.cover.closeForGood()
  }

  readonly announce = (topics: readonly Topic[]): void => {
    for (const listener of this.#listeners) listener(topics)
  }
}
