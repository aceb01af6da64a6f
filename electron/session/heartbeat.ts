import type { Stage, Topic } from '#shared/contract/call'
import type { OfficeState } from '#shared/contract/session'
import type { Ports } from '../ports'
import type { OfficeDatabase } from '../storage/core/office-database'
import { EffectiveTime } from '../timer/effective-time'
import { Timer } from '../timer/timer'
import { assessDisk } from './disk-space'
import { IdleMonitor } from './idle-monitor'
import type { AlertSource } from './alert-source'
import type { OfficeRecords } from '../storage/office/office-records-interface'
import type { RunGuarded } from './guarded'
import type { OpenDatabase } from './open-database'
import { RunningMeeting } from './running-meeting'
import { ScreenProtection } from './screen-protection'
import { AlertDispatcher } from './alert-dispatcher'

// P6, L5: nobody is signed in, so nothing is known but that it is time.
const SIGN_IN_TEXT = 'A contact needs somebody now. Sign in to the day-book.'

/** The parts of the session that a beat looks at or acts on. `zone`, `stage` and `database` are read at each beat. */
interface HeartbeatSession {
  readonly zone: string
  readonly stage: Stage
  readonly database: OfficeDatabase | null
  readonly openDatabase: Pick<OpenDatabase, 'writePending' | 'saveReminders' | 'checkReminders'>
  readonly runGuarded: RunGuarded
  readonly lock: (why: 'idle') => void
  readonly seal: (why: 'idle' | 'day') => void
  readonly announce: (topics: readonly Topic[]) => void
  /** T3: records that the PC's clock was moved. */
  readonly recordClockDrift: () => void
  /** D5. */
  readonly checkWeekly: () => void
}

/** T3: what is looked at with every beat: both clocks, the disk, the hands at the desk (L2), what is due (C3), and what may be known of it while the book is closed (L5). */
export class Heartbeat {
  readonly idleMonitor: IdleMonitor
  readonly screenProtection: ScreenProtection
  readonly #ports: Ports
  readonly #records: OfficeRecords
  readonly #session: HeartbeatSession
  readonly #alertDispatcher: AlertDispatcher
  readonly #runningMeeting: RunningMeeting
  readonly #time: EffectiveTime
  readonly #timer: Timer
  #drifted = false
  #disk: OfficeState['disk'] = 'ok'
  #locksAt: number | null = null

  constructor(ports: Ports, records: OfficeRecords, alerts: AlertSource, session: HeartbeatSession) {
    this.#ports = ports
    this.#records = records
    this.#session = session
    this.#alertDispatcher = new AlertDispatcher(ports, records, alerts)
    this.#runningMeeting = new RunningMeeting(ports, records)
    this.#time = new EffectiveTime(ports.clock)
    this.idleMonitor = new IdleMonitor(ports.clock, () => this.now())
    this.screenProtection = new ScreenProtection(ports.screen)
    this.#timer = new Timer(ports.clock, () => this.#runChecks())
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
  get isMeetingRunning(): boolean {
    return this.#runningMeeting.isRunning(this.#session.database, this.now())
  }

  /** L2: the warning is on until here. */
  get locksAt(): number | null {
    return this.#locksAt
  }

  /** Inside each writing transaction (T3). */
  raiseHighWaterMark(db: Parameters<AlertDispatcher['raiseHighWaterMark']>[0], now: number): void {
    this.#alertDispatcher.raiseHighWaterMark(db, now, this.#drifted)
  }

  /** The book has opened: time goes on from what it has seen. */
  continueFrom(lastSeen: number): void {
    this.#time.resumeFrom(lastSeen)
  }

  /** T3: the PC's clock is taken for right again. False when it never was wrong. */
  acceptClock(): boolean {
    return this.#time.resetToWallClock()
  }

  /** Looks now. */
  check(): void {
    this.#timer.wake()
  }

  /** After a sleep the two clocks may differ rightly. */
  checkAfterSleep(): void {
    this.#time.compareClocksAfterSleep()
  }

  stop(): void {
    this.#timer.stop()
  }

  /** Somebody's hand was at the desk (L2); true when it has ended a warning. */
  noteActivity(): boolean {
    this.idleMonitor.noteActivity()
    const endedWarning = this.#locksAt !== null
    this.#locksAt = null
    return endedWarning
  }

  #runChecks(): { readonly now: number; readonly next: number | null } {
    const { runGuarded, announce } = this.#session
    this.#time.compareClocks()
    const now = this.now()
    const disk = assessDisk(runGuarded('disk', () => this.#ports.disk.freeBytes()) ?? null)
    const { isDrifted: drifted } = this.#time
    const hasChanged = disk !== this.#disk || drifted !== this.#drifted
    if (drifted && !this.#drifted && this.#session.database !== null) this.#session.recordClockDrift()
    this.#disk = disk
    this.#drifted = drifted
    const wasProtectedAgain = runGuarded('screen', () => this.screenProtection.protectWhenOver(now)) ?? false
    if (hasChanged || wasProtectedAgain) announce(['office'])
    const presenceDueAt = runGuarded('presence', () => this.#checkPresence(now)) ?? null
    const { database } = this.#session
    runGuarded('tray', () => this.#runningMeeting.updateTray(database, now))
    const next =
      (database === null
        ? runGuarded('due list', () => this.#showOfflineReminder(now))
        : runGuarded('timer', () => this.#dispatchAlerts(database, now))) ?? null
    const soonest = [next, presenceDueAt, this.screenProtection.liftedUntil].filter((at) => at !== null)
    return { now, next: soonest.length > 0 ? Math.min(...soonest) : null }
  }

  /** L2. Answers when to look again (UTC ms). */
  #checkPresence(now: number): number | null {
    const { database, stage, lock, seal, announce } = this.#session
    if (database === null) return null
    const { idleMinutes: idle, sealMinutes } = database.read((db) => this.#records.loadSettings(db))
    const place = stage === 'locked' ? 'lock' : 'desk'
    const presence = this.idleMonitor.decide(place, { idle, seal: sealMinutes }, this.#runningMeeting.preventsLock(database, now))
    const locksAt = presence.do === 'warn' ? now + presence.locksIn : null
    const hasWarningChanged = (locksAt === null) !== (this.#locksAt === null)
    this.#locksAt = locksAt
    if (presence.do === 'seal') seal(presence.why)
    else if (presence.do === 'lock') lock('idle')
    if (hasWarningChanged || presence.do === 'lock') announce(['office'])
    // D5: nobody waits for it.
    if (presence.do === 'nothing' && place === 'lock') this.#session.checkWeekly()
    return 'again' in presence ? now + presence.again : null
  }

  #dispatchAlerts(database: OfficeDatabase, now: number): number | null {
    const { zone, openDatabase, runGuarded, announce } = this.#session
    const { next, count, texts } = this.#alertDispatcher.dispatch(database, now, zone, this.#drifted)
    for (const text of texts) runGuarded('notifier', () => this.#ports.notifier.show(text))
    if (count > 0) announce(['alerts', 'handoffs', 'office'] satisfies readonly Topic[])
    openDatabase.writePending(now)
    openDatabase.saveReminders(now)
    return next
  }

  /** L5: sealed, or nobody has signed in yet. */
  #showOfflineReminder(now: number): number | null {
    const { tell: isDue, next } = this.#session.openDatabase.checkReminders(now)
    if (isDue) {
      this.#ports.notifier.show(SIGN_IN_TEXT)
      this.#session.announce(['office'])
    }
    return next
  }
}
