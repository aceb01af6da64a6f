import type { Stage, Topic } from '#shared/contract/call'
import type { OfficeState } from '#shared/contract/office/session'
import type { SteadyTime } from '#shared/domain/core/elapsed'
import { notices } from '#shared/messages/en/board/notices'
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

/**
 * Checks at every beat of the timer both clocks (T3), the disk (D6), the worker's presence (L2) and what is due: from the database
 * while it is open (C3), from the saved times while it is closed (L5).
 */
export class Heartbeat {
  readonly idleMonitor: IdleMonitor
  readonly screenProtection: ScreenProtection
  readonly #ports: Ports
  readonly #records: OfficeRecords
  readonly #session: HeartbeatSession
  readonly #alertDispatcher: AlertDispatcher
  readonly #runningMeeting: RunningMeeting
  readonly #time: EffectiveTime
  readonly #run: string
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
    this.#run = ports.ids.uuid()
    this.idleMonitor = new IdleMonitor(ports.clock, () => this.now())
    this.screenProtection = new ScreenProtection(ports.screen)
    this.#timer = new Timer(ports.clock, () => this.#runChecks())
  }

  /** Effective time (T3), UTC ms. */
  now(): number {
    return this.#time.now()
  }

  /** The same moment by the clock that nobody sets (T3). */
  steady(): SteadyTime {
    return { run: this.#run, ms: this.#time.elapsed() }
  }

  /** True while the PC's clock differs from effective time (T3). */
  get drifted(): boolean {
    return this.#drifted
  }

  /** What the free space allows (D6). */
  get disk(): OfficeState['disk'] {
    return this.#disk
  }

  /** True while a meeting runs, which nothing may interrupt by itself (L2). */
  get isMeetingRunning(): boolean {
    return this.#runningMeeting.isRunning(this.#session.database, this.now())
  }

  /** When the session locks (UTC ms); null while there is no warning (L2). */
  get locksAt(): number | null {
    return this.#locksAt
  }

  /** Raises the high-water mark inside each writing transaction (T3). */
  raiseHighWaterMark(db: Parameters<AlertDispatcher['raiseHighWaterMark']>[0], now: number): void {
    this.#alertDispatcher.raiseHighWaterMark(db, now, this.#drifted)
  }

  /** Continues effective time from what the database has seen last (UTC ms). */
  continueFrom(lastSeen: number): void {
    this.#time.resumeFrom(lastSeen)
  }

  /** Accepts the PC's clock again (T3). Answers false when it was never wrong. */
  acceptClock(): boolean {
    return this.#time.resetToWallClock()
  }

  /** Checks now. */
  check(): void {
    this.#timer.wake()
  }

  /** Checks after a sleep, when the two clocks may differ rightly. */
  checkAfterSleep(): void {
    this.#time.compareClocksAfterSleep()
  }

  /** Stops the timer. */
  stop(): void {
    this.#timer.stop()
  }

  /** Records that the worker was active (L2); true when that has ended a warning. */
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
    runGuarded('tray', () => this.#runningMeeting.updateTray(database, { at: now, steady: this.steady() }))
    const next =
      (database === null
        ? runGuarded('reminders', () => this.#showOfflineReminder(now))
        : runGuarded('timer', () => this.#dispatchAlerts(database, now))) ?? null
    const soonest = [next, presenceDueAt, this.screenProtection.liftedUntil].filter((at) => at !== null)
    return { now, next: soonest.length > 0 ? Math.min(...soonest) : null }
  }

  /** Warns, locks or seals (L2). Answers when to check again (UTC ms), or null. */
  #checkPresence(now: number): number | null {
    const { database, stage, lock, seal, announce } = this.#session
    if (database === null) return null
    const { idleMinutes: idle, sealMinutes } = database.read((db) => this.#records.loadSettings(db))
    const place = stage === 'locked' ? 'locked' : 'open'
    const presence = this.idleMonitor.decide(place, { idle, seal: sealMinutes }, this.#runningMeeting.preventsLock(database, now))
    const locksAt = presence.do === 'warn' ? now + presence.locksIn : null
    const hasWarningChanged = (locksAt === null) !== (this.#locksAt === null)
    this.#locksAt = locksAt
    if (presence.do === 'seal') seal(presence.why)
    else if (presence.do === 'lock') lock('idle')
    if (hasWarningChanged || presence.do === 'lock') announce(['office'])
    // D5: nobody waits for it.
    if (presence.do === 'nothing' && place === 'locked') this.#session.checkWeekly()
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

  /** Reminds from the saved times while the database is closed (L5). */
  #showOfflineReminder(now: number): number | null {
    const { tell: isDue, next } = this.#session.openDatabase.checkReminders(now)
    if (isDue) {
      // P6, L5: no worker is signed in, so nothing is known but that it is time.
      this.#ports.notifier.show(notices.signIn)
      this.#session.announce(['office'])
    }
    return next
  }
}
