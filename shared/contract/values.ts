import { z } from 'zod'
import type { GoalId, HandoffId, MeetingId, PartnerId, PersonId, ReleaseId, StaffId, StayId } from '#shared/domain/core/ids'
import { cleanLine, cleanText } from '#shared/domain/core/text'
import { markText } from './text-kinds'

const EARLIEST_INSTANT = 946_684_800_000
const LATEST_INSTANT = 4_102_444_800_000
/** UTC milliseconds; the range is what a shelter's records can mean (2000 to 2100). */
export const instant = z.int().min(EARLIEST_INSTANT).max(LATEST_INSTANT)
/** A list of instants, checked in one pass: a board has hundreds, and one by one they cost as much as all the rest of it. */
export const instants = z.custom<number[]>(
  (list) => Array.isArray(list) && list.every((at) => Number.isSafeInteger(at) && at >= EARLIEST_INSTANT && at <= LATEST_INSTANT),
)
export const noInput = z.strictObject({})
/** The answer of a call that has nothing to tell but that it was carried out. */
export const done = z.strictObject({ done: z.literal(true) })

// The brand exists for the compiler only: a transform for it would cost more than the check.
const id = <T extends string>() => z.uuid() as unknown as z.ZodType<T, string>
export const handoffId = id<HandoffId>()
export const personId = id<PersonId>()
export const partnerId = id<PartnerId>()
export const staffId = id<StaffId>()
export const meetingId = id<MeetingId>()
export const releaseId = id<ReleaseId>()
export const stayId = id<StayId>()
export const goalId = id<GoalId>()

// zod runs this for a text that is too long as well, and normalising a hostile one to NFC takes a minute.
const mustBeReadable = (most: number, clean: (raw: string) => string | null) => (raw: string) => raw.length > most || clean(raw) !== null
/** What is typed may hold what the person keeps private: free text, unless the contract marks it otherwise (M5). */
const typedText = (most: number, clean: (raw: string) => string | null, cleaned: z.ZodString) =>
  markText(
    'free_text',
    z
      .string()
      .max(most)
      .refine(mustBeReadable(most, clean), { error: 'unreadable' })
      .transform((raw) => clean(raw) ?? '')
      .pipe(cleaned),
  )
/** X1: one line of text; NFC, control and bidi-override characters stripped, outer blanks dropped, at least one character left. */
export const line = (max: number) => typedText(10 * max, cleanLine, z.string().min(1).max(max))
/** The same, and it may be empty. */
export const optionalLine = (max: number) => typedText(10 * max, cleanLine, z.string().max(max))
/** X1: several lines, may be empty. */
export const note = (max = 20_000) => typedText(2 * max, cleanText, z.string().max(max))
/** Taken as typed, except NFC: a passphrase must open the database from any keyboard. */
export const passphrase = z
  .string()
  .min(1)
  .max(512)
  .transform((raw) => raw.normalize('NFKC'))
/** Digits only, six or more; the rules refuse a PIN that is too simple (L3). */
export const pin = z.string().regex(/^\d{1,32}$/)
