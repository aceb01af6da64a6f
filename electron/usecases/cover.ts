import { reindexOnce } from '../storage/reindex'
import { tidyRotation } from '../storage/rotate'
import type { OfficeFault } from '../storage/faults'
import type { Unlocked } from '../vault/vault'
import type { Desk } from './desk'
import { firstLook } from './first-look'
import { openWith } from './opening'

/** The book's cover: opened with an unlocked key, closed with every key zeroed (L1). It knows the zone, and what is in the way. */
export class Cover {
  readonly #desk: Desk
  #zone: string | null = null
  #fault: OfficeFault | null = null
  #gone = false

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** IANA name, from the book's settings; null before it was opened once. */
  get zone(): string | null {
    return this.#zone
  }

  /** Looked at afresh while the book is closed: what was in the way may be gone. */
  get fault(): OfficeFault | null {
    const { book, ports, vault, stage, guarded } = this.#desk
    if (book !== null) return null
    const seen = guarded('look', () => firstLook(ports.folders.data, vault, stage))
    return seen === undefined ? 'io' : (seen ?? this.#fault)
  }

  /** Opens the book with an unlocked key. Takes the keys over, and zeroes them when that fails. Nobody is signed in yet. */
  open(unlocked: Unlocked): OfficeFault | null {
    let fault: OfficeFault | null = 'io'
    try {
      fault = this.#openWith(unlocked)
    } finally {
      unlocked.forget()
      if (fault !== null) this.close()
    }
    if (fault === null) this.#fault = null
    else this.blame(fault)
    return fault
  }

  /** Remembers why the book did not open, for the start screen. */
  blame(fault: OfficeFault): void {
    this.#fault = fault
    this.#desk.changed(['office'])
  }

  close(): void {
    const { ledger, beat, seat, vault, guarded } = this.#desk
    ledger.forgetReader()
    guarded('due list', () => ledger.keepDue(beat.now()))
    const book = ledger.release()
    beat.stir()
    seat.empty()
    if (beat.shown.until !== null) guarded('screen', () => beat.shown.lift(false, beat.now()))
    guarded('checkpoint', () => book?.checkpoint())
    guarded('close', () => book?.close())
    guarded('due list', () => ledger.readDue(vault.verifyKey()))
  }

  /** The app is closing; nothing opens the book again. */
  closeForGood(): void {
    this.#gone = true
    this.close()
  }

  #openWith(unlocked: Unlocked): OfficeFault | null {
    // Deriving a key takes its time, and the app may have been closed meanwhile.
    if (this.#gone) return 'io'
    const { ports, records, ledger, beat, deeds } = this.#desk
    tidyRotation(ports.folders.data)
    const opened = openWith(ports, records, unlocked)
    if (!opened.ok) return opened.failure
    const { book, dataKey, generation, serial } = opened.value
    ledger.take(book, dataKey, generation)
    beat.goOnFrom(book.read((db) => records.lastSeen(db)) ?? 0)
    this.#zone = book.read((db) => records.settings(db).zone)
    for (const deed of opened.value.deeds) deeds.note(deed)
    if (!ledger.dueIsGenuine) deeds.note({ kind: 'due_list_changed', by: null })
    if (serial > book.read((db) => records.keyringSerial(db))) deeds.keyringSeen(serial)
    // After the trail was compared: nothing is written before (T1).
    reindexOnce(book)
    return null
  }
}
