import { EMPTY_PLAN, type ContactPlan, type PlanVersion, type Verification, type ContactWay } from '#shared/domain/contact/contact-plan'
import { parseMinute, type Instant, type Weekday } from '#shared/domain/core/moment'
import type { SafeHours, WeeklyHours } from '#shared/domain/contact/safe-hours'
import { amira, T0 } from './people'

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
export const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]

/** Builds hours: `daily('09:00', '17:00')`. '24:00' ends the day, and an end before the start is on the next day. */
export const daily = (from: string, to: string, weekdays: readonly Weekday[] = EVERY_DAY): WeeklyHours => ({
  weekdays,
  from: parseMinute(from),
  to: to === '24:00' ? 1440 : parseMinute(to),
})
export const times = (...allowed: readonly WeeklyHours[]): SafeHours => ({ kind: 'times', allowed })

const way = (facts: Partial<ContactWay>): ContactWay => ({
  id: 'w1',
  kind: 'phone',
  label: 'her own phone',
  value: '780 555 0142',
  whose: 'hers_alone',
  safeFor: ['call', 'text'],
  voicemail: 'none',
  agreedWords: '',
  hideOurNumber: false,
  rejectsHiddenNumbers: false,
  ...facts,
})
export const phone = (facts: Partial<ContactWay> = {}): ContactWay => way(facts)
export const email = (facts: Partial<ContactWay> = {}): ContactWay =>
  way({ id: 'w2', kind: 'email', label: 'mail', value: 'her@example.invalid', safeFor: ['email'], ...facts })
export const post = (facts: Partial<ContactWay> = {}): ContactWay =>
  way({ id: 'w3', kind: 'post', label: 'her sister', value: '1 Invented Way', safeFor: ['letter'], ...facts })

/** Builds a plan: the person may be called on an own phone at any hour, in the own language; nothing is open. */
export const plan = (facts: Partial<ContactPlan> = {}): ContactPlan => ({
  ...EMPTY_PLAN,
  mayContact: 'yes',
  nameToUse: 'A.',
  ways: [phone()],
  safeHours: { kind: 'any' },
  language: 'English',
  interpreter: 'none',
  ...facts,
})

export const withHer = (at: Instant = T0): Verification => ({ at, by: amira, with: 'her' })
export const withSource = (at: Instant = T0): Verification => ({ at, by: amira, with: 'source' })

/** Builds a version of the plan, verified with the person when the scenario begins by default. */
export const version = (facts: Partial<ContactPlan> = {}, verified: Verification | null = withHer(), no = 1): PlanVersion => ({
  version: no,
  writtenAt: verified?.at ?? T0,
  writtenBy: amira,
  plan: plan(facts),
  verified,
})

/** Builds a plan in which the person will call; no one calls the person (C7). */
export const sheCalls = (facts: Partial<ContactPlan> = {}): PlanVersion => version({ mayContact: 'she_calls', ...facts })
