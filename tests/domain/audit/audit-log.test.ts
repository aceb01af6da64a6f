import { expect, test } from 'vitest'
import { AUDIT_KINDS, AUDIT_KINDS_FOR_DIRECTOR } from '#shared/domain/audit/audit-log'

test('what a director reads at her next sign-in: break-glass, what was told without consent, overrides, and whatever was done to the locks, the clock or the database (section 13, P1, R4)', () => {
  expect(AUDIT_KINDS_FOR_DIRECTOR).toEqual([
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
  ])
  expect(AUDIT_KINDS_FOR_DIRECTOR.every((kind) => AUDIT_KINDS.includes(kind))).toBe(true)
  expect(new Set(AUDIT_KINDS).size).toBe(AUDIT_KINDS.length)
})
