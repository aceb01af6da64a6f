import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MINUTE } from '#shared/domain/core/moment'
import { toStorageFault } from '../storage/core/database-faults'
import { writeFileAtomically } from './atomic-file'

const FILE = 'tries.json'
const FREE_TRIES = 2
const FIRST_DELAY_MS = 2_000
const MAX_DELAY_MS = MINUTE

const triesSchema = z.strictObject({ wrong: z.int().min(0), at: z.number() })
type Tries = z.output<typeof triesSchema>

const computeDelay = (wrong: number): number =>
  wrong <= FREE_TRIES ? 0 : Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (wrong - FREE_TRIES - 1))

/**
 * Delays the next try after wrong passphrases (K3). Two tries are free; then the delay is 2 s and doubles up to a minute. It never locks
 * a worker out for good. It is stored on the disk, so a restart does not shorten it; a lost file only resets it.
 */
export class LoginThrottle {
  readonly #folder: string
  // Holds the tries that could not be written. A full or read-only disk must neither keep the worker from signing in nor drop the delay.
  #unwritten: Tries | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Returns the instant (UTC ms) from which a passphrase may be tried again, or null when it may be tried now. */
  tryAgainAt(now: number): number | null {
    const { wrong, at } = this.#read()
    // A clock that was set back must not extend the wait to a year.
    if (at > now) this.#write({ wrong, at: now })
    const until = Math.min(at, now) + computeDelay(wrong)
    return until > now ? until : null
  }

  /** Records a try. Call it before the try, so that a try cut short by pulling the plug counts too. */
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
