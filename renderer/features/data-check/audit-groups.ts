import type { AuditKind } from '#shared/domain/audit/audit-log'

/** The kinds in groups for the reader; each kind is in exactly one. */
export const AUDIT_GROUPS = {
  desk: ['founded', 'sign_in', 'sign_out', 'sealed', 'wrong_pins'],
  reading: [
    'opened',
    'name_shown',
    'number_shown',
    'address_shown',
    'plan_read',
    'searched',
    'break_glass',
    'exported',
    'printed',
    'screen_shown',
  ],
  writing: [
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
    'reassigned',
  ],
  access: ['staff_added', 'staff_changed', 'staff_left', 'rights_changed', 'restricted', 'conflict_set', 'refused'],
  keys: [
    'passphrase_changed',
    'passphrase_reset',
    'pin_changed',
    'recovered',
    'recovery_words_made',
    'key_rotated',
    'keyring_mended',
    'keyring_older',
  ],
  book: ['checked', 'explained', 'purged', 'held', 'clock_reset', 'clock_drifted', 'due_list_changed'],
} as const satisfies Record<string, readonly AuditKind[]>

export type AuditGroup = keyof typeof AUDIT_GROUPS

/** A kind without a group would never be found by the filter: this is then no longer `never`. */
type GroupedKind = (typeof AUDIT_GROUPS)[AuditGroup][number]
export const UNGROUPED_KINDS: readonly Exclude<AuditKind, GroupedKind>[] = [] satisfies readonly never[]
