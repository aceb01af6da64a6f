import type { ElectronApplication, Page } from '@playwright/test'
import type { Answer, Channel, Input, Output } from '#shared/contract/index'

export const POWER_EVENTS = ['suspend', 'resume', 'lock-screen', 'unlock-screen'] as const
/** What the machine tells of itself (L2). */
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
  /** Forward: awake all the way, so that every heartbeat and deadline comes in its time. Backward: set by hand. */
  set(at: number): Promise<void>
  advance(ms: number): Promise<void>
  /** The PC sleeps for so long, and wakes. */
  sleep(ms: number): Promise<void>
  /** Somebody sets the PC's clock: only the wall clock moves, and nobody is told. */
  jump(ms: number): Promise<void>
  /** From now on nobody is at the desk, and idle time counts (L2). Until then somebody is, however far the clock moves. */
  setWorkerAbsent(): Promise<void>
  /** Somebody is at the desk again. */
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
  /** What the tray says now; null: it is not there. */
  tray(): Promise<string | null>
  /** Every file that was saved since the start of the test, by name. */
  exports(): Promise<readonly Exported[]>
  /** What the window's content protection was last set to (E5). */
  isProtected(): Promise<boolean>
  /** The machine tells: on Electron the real adapter hears the event, on the browser host the office is told. */
  power(event: PowerEvent): Promise<void>
  /** Quits the app and starts it again on the same data folder, `closedFor` ms later. */
  restart(closedFor?: number): Promise<void>
  /** Quits the app; `restart` starts it again. */
  quit(): Promise<void>
  /** A call over the page's own bridge. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<Output<C>>>
  /** The same with whatever a hostile page might send. */
  callRaw(channel: unknown, input: unknown): Promise<Answer<unknown>>
  /** Keeps a picture of the window as `test-results/screens/<kind>-<name>.png`. */
  screenshot(name: string): Promise<void>
  /** What the console, the policy or a request to the outside complained about. The fixture wants it empty at the end. */
  readonly problems: string[]
}

export interface HostSettings {
  /** Where the clock stands at the start, UTC ms. */
  readonly startAt: number
  /** The PC's own zone. */
  readonly pcZone: string
  readonly dataFolder: string
}
