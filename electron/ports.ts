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
  schedule(delay: number, action: () => void): Disposable
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

/** The small picture beside the machine's clock, there only while it has something to say. */
export interface Tray {
  /** What it says when it is pointed at (P6, L6: no name, no number, no place); null takes it away. */
  setText(text: string | null): void
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

/** What the window shows to a camera of the machine itself (E5). */
export interface Screen {
  /** The host turns it on before the office is made. True: screenshots and shared screens see a black window, where the machine can do that (Windows and macOS). */
  protect(on: boolean): void
}

/** How a file that somebody asked for was received. `synchronised`: the place lies with a synchronising service or on a network (D7), and nothing was written. */
export type SaveResult = 'saved' | 'cancelled' | 'synchronised'

export interface Files {
  /** Asks where, and writes the whole file or nothing. The name says nothing of anybody (L6). Rejects when the disk does. */
  save(suggestedName: string, bytes: Uint8Array): Promise<SaveResult>
}

/** How somebody ended the system's own window for printing. */
export type PrintResult = 'printed' | 'cancelled'

/** Prints what the window shows, by its own rules for paper. Nothing of it is named after anybody (L6). */
export interface Printer {
  /** As a PDF with tags, an outline and its language. Rejects when it cannot be made. */
  pdf(): Promise<Uint8Array>
  paper(): Promise<PrintResult>
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
  readonly tray: Tray
  readonly disk: Disk
  readonly folders: Folders
  readonly log: Log
  readonly screen: Screen
  readonly files: Files
  readonly printer: Printer
  /**
   * L2: true while the host itself knows of somebody at the desk whom no lock may cut off; that a meeting runs the office
   * knows by itself. The test hosts answer true while a journey's worker is taken to be there.
   */
  preventsLock(): boolean
  /** True for the office of `npm run sample`: every page is marked as practice. */
  readonly practice: boolean
}
