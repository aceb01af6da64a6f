import type { Topic } from '#shared/contract/entry'
import type { OfficeState } from '#shared/contract/session'
import { notices } from '#shared/messages/en/notices'
import type { Ports } from '../ports'
import type { Book } from '../storage/book'
import { EffectiveTime } from '../timer/effective-time'
import { Timer } from '../timer/timer'
import { weeklyCheck } from './audit-trail'
import type { Desk } from './desk'
import { diskStanding } from './disk'
import { Hands } from './presence'
import type { Alerts, Records } from './records'
import { RunningCall } from './running-call'
import { ShownWindow } from './shown-window'
import { Watch } from './watch'

/** What the heart beats for. */
type Body = Pick<Desk, 'zone' | 'lock' | 'seal' | 'announce' | 'guarded'> & Parameters<typeof weeklyCheck>[0]

/** T3: what is looked at with every beat: both clocks, the disk, the hands at the desk (L2), what is due (C3), and what may be known of it while the book is closed (L5). */
export class Heartbeat {
  readonly hands: Hands
  readonly shown: ShownWindow
  readonly #ports: Ports
  readonly #records: Records
  readonly #body: Body
  readonly #watch: Watch
  readonly #call: RunningCall
  readonly #time: EffectiveTime
  readonly #timer: Timer
  #drifted = false
  #disk: OfficeState['disk'] = 'ok'
  #locksAt: number | null = null

  constructor(ports: Ports, records: Records, alerts: Alerts, body: Body) {
    this.#ports = ports
    this.#records = records
    this.#body = body
    this.#watch = new Watch(ports, records, alerts)
    this.#call = new RunningCall(ports, records)
    this.#time = new EffectiveTime(ports.clock)
    this.hands = new Hands(ports.clock, () => this.now())
    this.shown = new ShownWindow(ports.screen)
    this.#timer = new Timer(ports.clock, () => this.#beat())
  }

  now(): number {
    return this.#time.now()
  }

  get drifted(): boolean {
    return this.#drifted
  }

  get disk(): OfficeState['disk'] {
    return this.#disk
  }

  /** L2: a meeting runs, which nothing may cut off by itself. */
  get callRuns(): boolean {
    return this.#call.runs(this.#body.book, this.now())
  }

  /** L2: the warning is on until here. */
  get locksAt(): number | null {
    return this.#locksAt
  }

  /** Inside each writing transaction (T3). */
  mark(db: Parameters<Watch['mark']>[0], now: number): void {
    this.#watch.mark(db, now, this.#drifted)
  }

  /** The book has opened: time goes on from what it has seen. */
  goOnFrom(lastSeen: number): void {
    this.#time.goOnFrom(lastSeen)
  }

  /** T3: the PC's clock is taken for right again. False when it never was wrong. */
  startAnew(): boolean {
    return this.#time.startAnew()
  }

  /** Looks now. */
  wake(): void {
    this.#timer.wake()
  }

  /** After a sleep the two clocks may differ rightly. */
  woken(): void {
    this.#time.lookAfterSleep()
  }

  stop(): void {
    this.#timer.stop()
  }

  /** Somebody's hand was at the desk (L2); true when it has ended a warning. */
  stir(): boolean {
    this.hands.stir()
    const warned = this.#locksAt !== null
    this.#locksAt = null
    return warned
  }

  #beat(): { readonly now: number; readonly next: number | null } {
    const { guarded, announce } = this.#body
    this.#time.look()
    const now = this.now()
    const disk = diskStanding(guarded('disk', () => this.#ports.disk.freeBytes()) ?? null)
    const { drifted } = this.#time
    const seen = disk !== this.#disk || drifted !== this.#drifted
    if (drifted && !this.#drifted && this.#body.book !== null) this.#body.deeds.note({ kind: 'clock_drifted', by: null })
    this.#disk = disk
    this.#drifted = drifted
    const hidden = guarded('screen', () => this.shown.look(now)) ?? false
    if (seen || hidden) announce(['office'])
    const again = guarded('presence', () => this.#presence(now)) ?? null
    const { book } = this.#body
    guarded('tray', () => this.#call.tell(book, now))
    const next = (book === null ? guarded('due list', () => this.#tell(now)) : guarded('timer', () => this.#fire(book, now))) ?? null
    const soonest = [next, again, this.shown.until].filter((at) => at !== null)
    return { now, next: soonest.length > 0 ? Math.min(...soonest) : null }
  }

  /** L2. Answers when to look again (UTC ms). */
  #presence(now: number): number | null {
    const { book, stage, lock, seal, announce } = this.#body
    if (book === null) return null
    const { idleMinutes: idle, sealMinutes } = book.read((db) => this.#records.settings(db))
    const at = stage === 'locked' ? 'lock' : 'desk'
    const found = this.hands.ask(at, { idle, seal: sealMinutes }, this.#call.keepsOpen(book, now))
    const locksAt = found.do === 'warn' ? now + found.locksIn : null
    const told = (locksAt === null) !== (this.#locksAt === null)
    this.#locksAt = locksAt
    if (found.do === 'seal') seal(found.why)
    else if (found.do === 'lock') lock('idle')
    if (told || found.do === 'lock') announce(['office'])
    // D5: nobody waits for it.
    if (found.do === 'nothing' && at === 'lock') weeklyCheck(this.#body)
    return 'again' in found ? now + found.again : null
  }

  #fire(book: Book, now: number): number | null {
    const { zone, ledger, guarded, announce } = this.#body
    const { next, count, texts } = this.#watch.look(book, now, zone, this.#drifted)
    for (const text of texts) guarded('notifier', () => this.#ports.notifier.show(text))
    if (count > 0) announce(['alerts', 'handoffs', 'office'] satisfies readonly Topic[])
    ledger.flush(now)
    ledger.keepDue(now)
    return next
  }

  /** L5: sealed, or nobody has signed in yet. */
  #tell(now: number): number | null {
    const { tell, next } = this.#body.ledger.lookAtDue(now)
    if (tell) {
      // P6, L5: no worker is signed in, so nothing is known but that it is time.
      this.#ports.notifier.show(notices.signIn)
      this.#body.announce(['office'])
    }
    return next
  }
}
