import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DUE_SOON, HOUR } from '#shared/domain/core/moment'
import type { OfficeState } from '#shared/contract/office/session'
import { toStorageFault } from '../storage/core/database-faults'
import { isReminderSignatureValid, signReminders } from '../vault/reminder-signature'
import type { ReminderTimes } from '../storage/office/office-records-interface'

const REMINDERS_FILE = 'next-due.json'
// "2 contact deadlines before 14:30": what comes within so long is said in one sentence.
const SOON_MS = DUE_SOON
const MOST_REMINDERS = 500

const instantSchema = z.int().min(0)
const listSchema = z.strictObject({
  at: instantSchema,
  wakes: z.array(instantSchema).max(MOST_REMINDERS),
  dues: z.array(instantSchema).max(MOST_REMINDERS),
})
const fileSchema = z.strictObject({ list: z.string().max(100_000), signature: z.string().max(200) })
type ReminderList = z.output<typeof listSchema>

/**
 * Saves and reads `next-due.json` (L5). It holds times and nothing else, so that a sealed office and a PC on which nobody has signed
 * in yet still alert. It is signed while the database is open, and verified with the key in the keyring.
 */
export class OfflineReminders {
  readonly #folder: string
  #lastSaved = ''
  #lastSavedAt = 0
  #list: ReminderList | null = null
  #isGenuine = true
  #checkedAt = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Loads what was saved last, and verifies its signature. `verifyKey`: null when there is no keyring. */
  load(verifyKey: string | null): void {
    this.#list = null
    this.#isGenuine = true
    this.#checkedAt = 0
    this.#lastSaved = ''
    let text: string
    try {
      text = readFileSync(join(this.#folder, REMINDERS_FILE), 'utf8')
    } catch {
      return
    }
    this.#isGenuine = false
    try {
      const { list, signature } = fileSchema.parse(JSON.parse(text))
      if (verifyKey === null || !isReminderSignatureValid(verifyKey, list, signature)) return
      this.#list = listSchema.parse(JSON.parse(list))
      this.#checkedAt = this.#list.at
      this.#isGenuine = true
    } catch {
      // The file was changed: the start screen says so, and nothing of it is used.
    }
  }

  /** When the list was written (UTC ms); 0 when there is none. Effective time is not earlier than that (T3). */
  get at(): number {
    return this.#list?.at ?? 0
  }

  /** False when the file was not written by this office. */
  get genuine(): boolean {
    return this.#isGenuine
  }

  /** Saves the times while the database is open. A full disk or a crash only leaves an older list. */
  save(dataKey: Buffer, { wakes, dues }: ReminderTimes, at: number): void {
    const moments = { wakes: wakes.slice(0, MOST_REMINDERS), dues: dues.slice(0, MOST_REMINDERS) }
    const serialized = JSON.stringify(moments)
    // T3: after the clock was reset its own time lies ahead, and a list from the future tells nothing.
    // Once an hour it is written anyway: a closed office takes the time from it, whatever the PC says.
    if (serialized === this.#lastSaved && at >= this.#lastSavedAt && at - this.#lastSavedAt < HOUR) return
    const list = JSON.stringify({ at, ...moments } satisfies ReminderList)
    try {
      const temporary = join(this.#folder, `${REMINDERS_FILE}.new`)
      writeFileSync(temporary, JSON.stringify({ list, signature: signReminders(dataKey, list) }), { mode: 0o600 })
      renameSync(temporary, join(this.#folder, REMINDERS_FILE))
      this.#lastSaved = serialized
      this.#lastSavedAt = at
    } catch (error) {
      if (toStorageFault(error) === null) throw error
    }
  }

  /** Checks the times while the database is closed: whether to remind at `now`, and when to check again (UTC ms, or null). Each moment once; a passed contact each hour (C3). */
  check(now: number): { readonly tell: boolean; readonly next: number | null } {
    if (!this.#isGenuine) {
      // C3, L5: what was due is not known any more, so a reminder comes each hour until a worker signs in.
      const tell = now < this.#checkedAt || now - this.#checkedAt >= HOUR
      if (tell) this.#checkedAt = now
      return { tell, next: this.#checkedAt + HOUR }
    }
    if (this.#list === null) return { tell: false, next: null }
    const { wakes, dues } = this.#list
    const hourly = dues.map((due) => (due > this.#checkedAt ? due : due + (Math.floor((this.#checkedAt - due) / HOUR) + 1) * HOUR))
    const moments = [...wakes.filter((at) => at > this.#checkedAt), ...hourly]
    const tell = moments.some((at) => at <= now)
    if (tell) this.#checkedAt = now
    const ahead = tell ? this.check(now).next : Math.min(...moments)
    return { tell, next: ahead === null || !Number.isFinite(ahead) ? null : ahead }
  }

  /** Summarizes for the start screen what is due; null when nothing is. */
  summarize(now: number): OfficeState['nextDue'] {
    if (!this.#isGenuine) return { overdue: 0, due: 0, before: null, genuine: false }
    const dues = this.#list?.dues ?? []
    const ahead = dues.filter((at) => at > now)
    const soon = ahead.filter((at) => at <= now + SOON_MS)
    const named = soon.length > 0 ? soon : ahead.slice(0, 1)
    const overdue = dues.length - ahead.length
    return overdue + named.length === 0 ? null : { overdue, due: named.length, before: named.at(-1) ?? null, genuine: true }
  }
}
