import { z } from 'zod'
import { reads, STAGES, writes } from './entry'
import { passphrase, line, instant, staffId, nothing } from './values'

/** Why the book cannot be opened, in the closed list that the start screen has words for. */
export const OFFICE_FAULTS = [
  'not_a_database',
  'newer_version',
  'read_only',
  'disk_full',
  'keyring_damaged',
  'in_use',
  'pragma_refused',
  'synchronised_folder',
  'io',
] as const

const staffTile = z.strictObject({ id: staffId, name: z.string(), roles: z.array(z.string()) })
export type StaffTile = z.output<typeof staffTile>

export const officeState = z.strictObject({
  stage: z.enum(STAGES),
  /** Effective time (T3), UTC ms; the renderer ticks on from here with its own monotonic clock. */
  now: instant,
  /** IANA name; the PC's own until the book is open. */
  zone: z.string(),
  /** Present while locked or open. */
  shelter: z.string().nullable(),
  me: staffTile.nullable(),
  /** Names for the tiles; empty while sealed, because names live inside the database. */
  staff: z.array(staffTile),
  /** Counts only (L5): what is overdue and what comes before the shift ends; null while sealed. */
  waiting: z.strictObject({ overdue: z.int(), dueThisShift: z.int(), shiftEndsAt: instant }).nullable(),
  /** T3: the wall clock moved against the monotonic one, or the PC's zone offset differs from the shelter's. */
  clock: z.strictObject({ drifted: z.boolean(), zoneDiffers: z.boolean() }),
  fault: z.enum(OFFICE_FAULTS).nullable(),
  /** A passphrase may be tried again from here (UTC ms); null when it may be tried now. */
  tryAgainAt: instant.nullable(),
  /** Sample office of `npm run sample`: marked on every page. */
  practice: z.boolean(),
  /** D6: below 500 MB `low`, below 100 MB `read_only`. */
  disk: z.enum(['ok', 'low', 'read_only']),
})
export type OfficeState = z.output<typeof officeState>

export const session = {
  'office.state': reads(nothing, officeState, STAGES),
  /** Twelve recovery words (BIP-39 English), made by the main process and held in its memory until set-up ends. */
  'setup.words': reads(nothing, z.strictObject({ words: z.array(z.string()).length(12), passphrase: z.string() }), ['new']),
  'setup.finish': writes(
    ['office'],
    z.strictObject({
      shelter: line(200),
      zone: z.string().max(100),
      director: line(200),
      passphrase,
      /** Three of the twelve, typed back: position 1 to 12 and the word. */
      typedBack: z.array(z.strictObject({ position: z.int().min(1).max(12), word: z.string().max(40) })).length(3),
      policy: z.strictObject({
        standardHours: z.int().min(1).max(168),
        /** Local times at which shifts begin, 'HH:MM', at least one. */
        shiftStarts: z
          .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))
          .min(1)
          .max(6),
        policeNumber: line(40),
        supervisorName: line(200),
        supervisorPhone: line(40),
      }),
    }),
    z.strictObject({ done: z.literal(true) }),
    ['new'],
  ),
  /** With `staffId` (the tile, while locked) only her slot is tried; without it (sealed) every slot. */
  'session.signIn': writes(
    ['office'],
    z.strictObject({ passphrase, staffId: staffId.nullable() }),
    z.strictObject({ done: z.literal(true) }),
    ['sealed', 'locked'],
  ),
  'session.lock': writes(['office'], nothing, z.strictObject({ done: z.literal(true) }), ['open']),
  /** F1: the police's number and the on-call supervisor, one key away on every screen (P1). Null while sealed or new. */
  'help.read': reads(
    nothing,
    z.strictObject({ policeNumber: z.string(), supervisor: z.strictObject({ name: z.string(), phone: z.string() }).nullable() }),
    STAGES,
  ),
} as const
