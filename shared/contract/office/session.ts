import { z } from 'zod'
import { reads, STAGES, writes } from '../call'
import { done, instant, line, noInput, passphrase, pin, staffId } from '../values'
import { code, markText, officeWords, workerName } from '../text-kinds'
import { decisionRight, role } from '../vocabulary'

/** Why the database cannot be opened, in the closed list that the start screen has words for. */
export const OFFICE_FAULTS = [
  'not_a_database',
  'newer_version',
  'read_only',
  'disk_full',
  'keyring_damaged',
  'keyring_older',
  'in_use',
  'pragma_refused',
  'synchronised_folder',
  'io',
] as const

/** Three of the twelve, typed back: position 1 to 12 and the word. */
export const confirmedWords = z.array(z.strictObject({ position: z.int().min(1).max(12), word: z.string().max(40) })).length(3)

const secret = markText('secret', z.string())
const staffTile = z.strictObject({
  id: staffId,
  name: workerName,
  /** The worker's own roles and the decision rights of the moment. */
  roles: z.array(role),
  /** L3: the worker has a PIN and gave the passphrase since the database was opened: the PIN is enough now. */
  pin: z.boolean(),
  /** S3: how many drafts the worker has. */
  drafts: z.int(),
})
export type StaffTile = z.output<typeof staffTile>

export const officeState = z.strictObject({
  stage: z.enum(STAGES),
  /** Effective time (T3), UTC ms; the renderer ticks on from here with its own monotonic clock. */
  now: instant,
  /** IANA name; the PC's own until the database is open. */
  zone: code,
  /** Present while locked or open. */
  shelter: officeWords.nullable(),
  me: staffTile.nullable(),
  /** Names for the tiles; empty while sealed, because the names are in the database. */
  staff: z.array(staffTile),
  /** Counts only (L5): what is overdue and what is due before the shift ends; null while sealed. */
  waiting: z.strictObject({ overdue: z.int(), dueThisShift: z.int(), shiftEndsAt: instant }).nullable(),
  /** Whether the wall clock moved against the monotonic one, and whether the PC's zone offset differs from the shelter's (T3). */
  clock: z.strictObject({ drifted: z.boolean(), zoneDiffers: z.boolean() }),
  fault: z.enum(OFFICE_FAULTS).nullable(),
  /** L2: when nobody has used keyboard or mouse for so long that the office locks at this instant; null until the warning. */
  locksAt: instant.nullable(),
  /** L5: while sealed. Contacts that have passed, and those due until `before`; `genuine` is false when the list was tampered with. */
  nextDue: z.strictObject({ overdue: z.int(), due: z.int(), before: instant.nullable(), genuine: z.boolean() }).nullable(),
  /** While choosing: true after the recovery words, when the director says who is there. */
  recovering: z.boolean(),
  /** For the director: decision rights without a holder (section 13). Empty for everyone else. */
  unassignedRights: z.array(decisionRight),
  /** For the director: entries of the audit log to read, and whether the last check found the database whole. */
  unreadAuditEntries: z.int(),
  isDatabaseIntact: z.boolean(),
  /** Until when the window may be captured (E5); null while it is protected. */
  screenShownUntil: instant.nullable(),
  /** When a passphrase may be tried again (UTC ms); null when it may be tried now. */
  tryAgainAt: instant.nullable(),
  /** True in the sample office of `npm run sample`, which is marked on every page. */
  practice: z.boolean(),
  /** Below 500 MB `low`, below 100 MB `read_only` (D6). */
  disk: z.enum(['ok', 'low', 'read_only']),
})
export type OfficeState = z.output<typeof officeState>

export const session = {
  'office.state': reads(noInput, officeState, { stages: STAGES, runs: 'session' }),
  /** Twelve recovery words (BIP-39 English), made by the main process and held in its memory until set-up ends. */
  'setup.createRecoveryWords': reads(noInput, z.strictObject({ words: z.array(secret).length(12), passphrase: secret }), {
    stages: ['new'],
    runs: 'session',
  }),
  'setup.finish': writes(
    ['office'],
    z.strictObject({
      shelter: line(200),
      zone: z.string().max(100),
      director: line(200),
      passphrase,
      typedBack: confirmedWords,
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
    done,
    { stages: ['new'], runs: 'queued' },
  ),
  /**
   * With `staffId` (the tile, while locked) only that worker's slot is tried; without it (sealed, or "somebody else") every slot.
   * Refuses `wrong_passphrase`, `wait_before_next_try` (`until`), `temporary_over`.
   */
  'session.signIn': writes(['office'], z.strictObject({ passphrase, staffId: staffId.nullable() }), done, {
    stages: ['sealed', 'locked'],
    runs: 'queued',
  }),
  /** L3. Refuses `wrong_pin` (`detail.left`: tries until the database is sealed), `pin_not_now` (the passphrase is needed). */
  'session.unlock': writes(['office'], z.strictObject({ staffId, pin }), done, { stages: ['locked'], runs: 'queued' }),
  /** K4: a forgotten passphrase. The office is `choosing` afterwards. Refuses `wrong_words`, `wait_before_next_try`. */
  'session.recover': writes(['office'], z.strictObject({ words: z.array(z.string().max(40)).length(12) }), done, {
    stages: ['sealed', 'locked'],
    runs: 'queued',
  }),
  /** The worker's own passphrase, in place of the temporary one; after recovery `staffId` says which director it is. */
  'session.choosePassphrase': writes(['office', 'staff'], z.strictObject({ staffId: staffId.nullable(), passphrase }), done, {
    stages: ['choosing'],
    runs: 'queued',
  }),
  'session.lock': writes(['office'], noInput, done, { stages: ['choosing', 'open'], runs: 'session' }),
  /** L1: closes the database and forgets the keys. */
  'session.seal': writes(['office'], noInput, done, { stages: ['locked', 'choosing', 'open'], runs: 'session' }),
  /** L2: the keyboard or the mouse was used. At most one every few seconds. */
  'session.reportActivity': writes([], noInput, done, { stages: ['choosing', 'open'], runs: 'session' }),
  /** K3: the worker changes the own passphrase. Refuses `wrong_passphrase`, `passphrase_too_short`, `passphrase_too_common`. */
  'session.changePassphrase': writes(['office', 'staff'], z.strictObject({ now: passphrase, next: passphrase }), done, { runs: 'queued' }),
  /** L3: sets the worker's PIN, or removes it with null. Refuses `wrong_passphrase`, `pin_too_short`, `pin_too_simple`. */
  'session.setPin': writes(['office', 'staff'], z.strictObject({ passphrase, pin: pin.nullable() }), done, { runs: 'queued' }),
  /** F1: the police's number and the on-call supervisor, one key away on every screen (P1). Null while sealed or new. */
  'help.read': reads(
    noInput,
    z.strictObject({ policeNumber: officeWords, supervisor: z.strictObject({ name: workerName, phone: officeWords }).nullable() }),
    { stages: STAGES, runs: 'session' },
  ),
} as const
