import type { StaffId } from '../core/ids'
import type { Instant } from '../core/moment'

/** T1: what the audit log records. One line says who did what, when, and about which record; never a name, a number or a typed word. */
export const AUDIT_KINDS = [
  // signing in, locking and roles
  'founded',
  'sign_in',
  'sign_out',
  'sealed',
  'wrong_pins',
  // reading
  'opened',
  'name_shown',
  'number_shown',
  'address_shown',
  'plan_read',
  'searched',
  // writing
  'created',
  'acted',
  'corrected',
  'merged',
  'override',
  'plan_changed',
  'partner_changed',
  'caller_refused',
  'release_changed',
  'revoked',
  'disclosed',
  'told_without_consent',
  'settings_changed',
  // who may what
  'staff_added',
  'staff_changed',
  'staff_left',
  'rights_changed',
  'reassigned',
  'restricted',
  'conflict_set',
  'break_glass',
  // keys
  'passphrase_changed',
  'passphrase_reset',
  'pin_changed',
  'recovered',
  'recovery_words_made',
  'key_rotated',
  'keyring_mended',
  'keyring_older',
  // the database
  'checked',
  'explained',
  'exported',
  'printed',
  'purged',
  'held',
  'clock_reset',
  'clock_drifted',
  'due_list_changed',
  'screen_shown',
  'refused',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** What a director should read at the next sign-in (section 13, break-glass; P1, override). */
export const AUDIT_KINDS_FOR_DIRECTOR: readonly AuditKind[] = [
  'break_glass',
  'told_without_consent',
  'override',
  'wrong_pins',
  'recovered',
  'keyring_mended',
  'keyring_older',
  'due_list_changed',
  'clock_reset',
  'screen_shown',
]

export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>

export interface NewAuditEntry {
  readonly at: Instant
  /** Null for the office itself, and where nobody was signed in. */
  readonly by: StaffId | null
  readonly kind: AuditKind
  /** The id of what it was about (handoff, person, partner, worker), or null. */
  readonly about: string | null
  /** Plain values of our own vocabulary; a reason only where the rules ask for one to be read (break-glass). */
  readonly facts: AuditFacts
}

/** The end of the chain: number and code of its last entry. `code` is an HMAC-SHA256 in hex. */
export interface AuditChainHead {
  readonly no: number
  readonly code: string
}

/** What this PC remembers outside the database of the newest entries, so that a cut tail or an older file is seen. */
export interface AuditCheckpoint extends AuditChainHead {
  readonly at: Instant
  /** The newest entries by number, without what they say; at most 64. */
  readonly tail: readonly { readonly no: number; readonly at: Instant; readonly by: StaffId | null }[]
}

/** What a check of the chain found, worst first; empty means that the log is complete as far as this PC can tell. Never "tamper-proof". */
export type AuditFinding =
  /** An entry does not fit the one before it: changed, or out of order, from `no` on. */
  | { readonly kind: 'broken'; readonly no: number; readonly at: Instant }
  /** Numbers are missing inside the chain. */
  | { readonly kind: 'gap'; readonly no: number; readonly at: Instant }
  /** The PC remembers entries that the file does not have: an older file, or a cut tail. */
  | {
      readonly kind: 'missing'
      readonly count: number
      readonly since: Instant | null
      readonly lastSeenAt: Instant
      /** Of those whose time is remembered. */
      readonly by: readonly { readonly by: StaffId | null; readonly count: number }[]
    }
  /** The entry that the PC remembers is there, but another one stands under its number: another file, or one that went on from an older state. */
  | { readonly kind: 'replaced'; readonly no: number; readonly lastSeenAt: Instant }
  /** The PC's own memory is missing or cannot be read. */
  | { readonly kind: 'nothing_remembered' }

export interface AuditCheckResult {
  readonly entries: number
  readonly first: Instant | null
  readonly last: Instant | null
  readonly findings: readonly AuditFinding[]
}
