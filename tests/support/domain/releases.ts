import type { Input } from '#shared/contract/index'
import type { PartnerId, PersonId } from '#shared/domain/core/ids'

type Write = Input<'release.write'>
export type Terms = Omit<Write['terms'], 'partnerId'> & { readonly partnerId: PartnerId | null }

/** Builds what the person agrees to, told and explained; for 14 days from `now`. */
export const terms = (now: number, facts: Partial<Terms> = {}): Terms => ({
  partnerId: null,
  organisation: 'Harbour Housing',
  recipient: 'Intake worker on duty',
  purpose: 'So that I need not tell it all again to get a flat.',
  may: 'Number of children and their ages, when she can move.',
  mayNot: 'Where she stays now, the court date.',
  ways: ['phone', 'conference_call'],
  risksTold: true,
  otherWays: 'She may ring them herself.',
  rightsTold: true,
  startsAt: now,
  expiresAt: now + 14 * 86_400_000,
  copy: 'unsafe',
  language: 'English',
  interpreter: '',
  minor: null,
  ...facts,
})

/** Builds the input of `release.write`. */
export const released = (personId: PersonId, now: number, facts: Partial<Terms> = {}): Write => ({
  id: null,
  personId,
  handoffId: null,
  signed: null,
  terms: terms(now, facts),
})

/** Builds the same, signed at once. */
export const signed = (personId: PersonId, now: number, facts: Partial<Terms> = {}): Write => ({
  ...released(personId, now, facts),
  signed: { at: null, witness: null },
})
