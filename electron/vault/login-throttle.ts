import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { toStorageFault } from '../storage/core/database-faults'
import { writeFileAtomically } from './atomic-file'

const FILE = 'tries.json'
const FREE_TRIES = 2
const FIRST_DELAY_MS = 2_000
const MAX_DELAY_MS = 60_000

const triesSchema = z.strictObject({ wrong: z.int().min(0), at: z.number() })
type Tries = z.output<typeof triesSchema>

const computeDelay = (wrong: number): number =>
  wrong <= FREE_TRIES ? 0 : Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (wrong - FREE_TRIES - 1))

/**
 * K3: the growing delay on wrong passphrases. Two are free, then 2 s, doubling to a minute, and never a lock-out for
 * good. It is kept on the disk, so a restart does not shorten it; a lost file only means a fresh start.
 */
export class LoginThrottle {
  readonly #folder: string
  // What could not be written: a full or read-only disk must not keep her from reading the book, nor drop the delay.
  #unwritten: Tries | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  /** From when on a passphrase may be tried again (UTC ms), or null for now. */
  tryAgainAt(now: number): number | null {
    const { wrong, at } = this.#read()
    // A clock that was set back must not stretch the wait to a year.
    if (at > now) this.#write({ wrong, at: now })
    const until = Math.min(at, now) + computeDelay(wrong)
    return until > now ? until : null
  }

  /** To be called before a try: one that is cut short by pulling the plug counts. */
  recordTry(now: number): void {
    this.#write({ wrong: Math.min(this.#read().wrong + 1, 1_000), at: now })
  }

  reset(): void {
    this.#write({ wrong: 0, at: 0 })
  }

  #write(tries: Tries): void {
    try {
      writeFileAtomically(this.#folder, FILE, JSON.stringify(tries))
      this.#unwritten = null
    } catch (error) {
      if (toStorageFault(error) === null) throw error
      this.#unwritten = tries
    }
  }

  #read(): Tries {
    if (this.#unwritten !== null) return this.#unwritten
    try {
      return triesSchema.parse(JSON.parse(readFileSync(join(this.#folder, FILE), 'utf8')))
    } catch {
      return { wrong: 0, at: 0 }
    }
  }
}
