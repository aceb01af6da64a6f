import type { ElectronApplication, Page } from '@playwright/test'
import type { Answer, Channel, Input, Output } from '#shared/contract/index'

export const POWER_EVENTS = ['suspend', 'resume', 'lock-screen', 'unlock-screen'] as const
/** The machine's power and session events (L2). */
export type PowerEvent = (typeof POWER_EVENTS)[number]

/** A file that the app has saved. */
export interface Exported {
  readonly name: string
  readonly text: string
}

export const HOST_KINDS = ['browser', 'electron'] as const
export type HostKind = (typeof HOST_KINDS)[number]

/** The clock of the running office. It stands still until it is moved; instants are UTC ms. */
export interface HostClock {
  now(): number
  /** Forward: awake all the way, so that every heartbeat and deadline comes at its time. Backward: set by hand. */
  set(at: number): Promise<void>
  advance(ms: number): Promise<void>
  /** The PC sleeps for this long, and wakes. */
  sleep(ms: number): Promise<void>
  /** The PC's clock is set by hand: only the wall clock moves, and nothing is reported. */
  jump(ms: number): Promise<void>
  /** From now on no worker is present, and idle time counts (L2). Until then a worker is, however far the clock moves. */
  setWorkerAbsent(): Promise<void>
  /** A worker is present again. */
  setWorkerPresent(): Promise<void>
}

/** One app on one data folder, the same in both hosts. */
export interface Host {
  readonly kind: HostKind
  /** The running app, whose main process can be asked; null on the browser host. */
  readonly app: ElectronApplication | null
  /** The window's page; another one after `restart`. */
  readonly page: Page
  readonly clock: HostClock
  readonly dataFolder: string
  /** Every notification that was shown since the start of the test, oldest first. */
  notifications(): Promise<readonly string[]>
  /** The text of the tray icon now; null when it is hidden. */
  tray(): Promise<string | null>
  /** Every file that was saved since the start of the test, by name. */
  exports(): Promise<readonly Exported[]>
  /** The last state of the window's content protection (E5). */
  isProtected(): Promise<boolean>
  /** Sends a machine event: on Electron to the real adapter, on the browser host to the office. */
  power(event: PowerEvent): Promise<void>
  /** Quits the app and starts it again on the same data folder, `closedFor` ms later. */
  restart(closedFor?: number): Promise<void>
  /**
   * The app dies and is started again. On Electron its process is killed; on the browser host, whose office lives in the test's own process,
   * the window goes without a word.
   */
  crash(): Promise<void>
  /** Quits the app; `restart` starts it again. */
  quit(): Promise<void>
  /** Makes a call over the page's own bridge. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<Output<C>>>
  /** Makes a call with anything that a hostile page might send. */
  callRaw(channel: unknown, input: unknown): Promise<Answer<unknown>>
  /** Saves a picture of the window as `test-results/screens/<kind>-<name>.png`. */
  screenshot(name: string): Promise<void>
  /** Complaints of the console, the policy or a blocked request. The fixture requires it to be empty at the end. */
  readonly problems: string[]
}

export interface HostSettings {
  /** The clock's instant at the start, UTC ms. */
  readonly startAt: number
  /** The PC's own zone. */
  readonly pcZone: string
  readonly dataFolder: string
}
