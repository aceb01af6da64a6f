/** What the office needs from the machine that it runs on. Interfaces only: `electron/shell` and the tests' hosts implement them. */

/** Something that can be ended once. */
export interface Disposable {
  dispose(): void
}

/** Tells the time and schedules actions (T3). */
export interface Clock {
  /** Reads the wall clock, UTC milliseconds. */
  now(): number
  /** Reads the milliseconds since some fixed moment. It is never set back; whether it goes on during a sleep depends on the machine. */
  monotonic(): number
  /** Reads the PC's own IANA time zone. */
  zone(): string
  /** Runs `action` once, `delay` milliseconds from now, unless it is disposed of before. */
  schedule(delay: number, action: () => void): Disposable
}

/** Creates ids. */
export interface Ids {
  /** Creates a fresh UUIDv7. */
  uuid(): string
}

/** Creates random bytes. */
export interface Random {
  /** Creates `count` bytes that are fit for keys. */
  bytes(count: number): Buffer
}

/** Shows the system's notifications. */
export interface Notifier {
  /** Shows a neutral line: no name, no number, no place (P6). */
  show(text: string): void
}

/** Shows the icon beside the machine's clock, only while there is a text. */
export interface Tray {
  /** Sets the icon's tooltip: no name, no number, no place (P6, L6). Null removes the icon. */
  setText(text: string | null): void
}

/** Tells the free space of the disk (D6). */
export interface Disk {
  /** Reads the bytes that may still be written in the data folder, or null when the machine does not say. */
  freeBytes(): number | null
}

/** Absolute paths of the folders. */
export interface Folders {
  /** Holds the database and its keyring. */
  readonly data: string
  /** Holds the bundled migrations. */
  readonly migrations: string
}

/** Protects the window from screenshots and screen sharing (E5). */
export interface Screen {
  /** True: screenshots and shared screens see a black window, where the machine can do that (Windows and macOS). The host turns it on before the office is created. */
  protect(on: boolean): void
}

/** The result of saving a file. `synchronised`: the chosen folder is synchronised or on a network, and nothing was written (D7). */
export type SaveResult = 'saved' | 'cancelled' | 'synchronised'

/** Saves files that the worker asked for. */
export interface Files {
  /** Asks where, and writes the whole file or nothing. The name identifies nobody (L6). Rejects when the disk fails. */
  save(suggestedName: string, bytes: Uint8Array): Promise<SaveResult>
}

/** The result of the system's own print dialog. */
export type PrintResult = 'printed' | 'cancelled'

/** Prints what the window shows, by its own rules for paper. No file name or title identifies anybody (L6). */
export interface Printer {
  /** Creates a PDF with tags, an outline and its language. Rejects when it cannot be created. */
  pdf(): Promise<Uint8Array>
  /** Opens the system's print dialog. */
  paper(): Promise<PrintResult>
}

/** Logs where a bug happened, and never what was typed (P6). */
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
   * True while the host itself knows of a worker whom no lock may interrupt (L2); the office knows by itself that a meeting runs.
   * The test hosts answer true while a journey's worker counts as present.
   */
  preventsLock(): boolean
  /** True for the office of `npm run sample`: every page is marked as practice. */
  readonly practice: boolean
}
