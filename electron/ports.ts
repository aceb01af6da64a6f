/** What the office needs from the machine it runs on. Interfaces only: `electron/shell` and the tests' hosts implement them. */

export interface Disposable {
  dispose(): void
}

export interface Clock {
  /** The wall clock, UTC milliseconds. */
  now(): number
  /** Milliseconds since some fixed moment; never set back, and it goes on through a sleep or not as the machine does. */
  monotonic(): number
  /** The PC's own IANA zone. */
  zone(): string
  /** Runs `act` once, `delay` milliseconds from now, unless disposed of before. */
  schedule(delay: number, act: () => void): Disposable
}

export interface Ids {
  /** A fresh UUIDv7. */
  uuid(): string
}

export interface Random {
  /** `count` bytes fit for keys. */
  bytes(count: number): Buffer
}

export interface Notifier {
  /** Shows a neutral line (P6): no name, no number, no place. */
  show(text: string): void
}

export interface Disk {
  /** Bytes that may still be written where the book lies, or null when the machine does not say. */
  freeBytes(): number | null
}

export interface Folders {
  /** Holds the book and its keyring. */
  readonly data: string
  /** Holds the bundled migrations. */
  readonly migrations: string
}

/** Where a bug happened, and never what was typed (P6). */
export interface Log {
  info(event: string): void
  error(event: string, where: string): void
}

/** Everything that a host hands to `createOffice`. */
export interface Ports {
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  readonly notifier: Notifier
  readonly disk: Disk
  readonly folders: Folders
  readonly log: Log
  /** True for the office of `npm run sample`: every page is marked as practice. */
  readonly practice: boolean
}
