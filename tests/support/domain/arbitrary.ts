import fc from 'fast-check'
import type { ContactPlan, PlanVersion, ContactWay } from '#shared/domain/contact/contact-plan'
import { DAY, HOUR, MINUTE, toLocalTime, type Instant, type LocalTime, type Weekday, type Zone } from '#shared/domain/core/moment'
import { AGE_BANDS, type Household, type PersonAnswers, type PersonAnswer } from '#shared/domain/person/person-answers'
import type { SafeHours, WeeklyHours } from '#shared/domain/contact/safe-hours'
import { CONTACT_CHANNELS } from '#shared/domain/core/vocabulary'
import { amira } from './people'
import { EVERY_DAY, plan } from './plans'

/** Zones with a spring gap, an autumn overlap at midnight or by half an hour, none at all, and Alberta's. */
export const ZONES = [
  'America/Edmonton',
  'America/Toronto',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Auckland',
] as const
export const zone: fc.Arbitrary<Zone> = fc.constantFrom(...ZONES)

/** Near a clock change of one of the zones, or anywhere in three years; whole minutes and odd milliseconds. */
const CHANGES = [
  Date.UTC(2025, 10, 2, 8),
  Date.UTC(2026, 2, 8, 9),
  Date.UTC(2026, 2, 29, 1),
  Date.UTC(2026, 3, 4, 15),
  Date.UTC(2026, 3, 5, 3),
  Date.UTC(2026, 5, 1),
  Date.UTC(2026, 8, 6, 4),
  Date.UTC(2026, 9, 3, 15, 30),
  Date.UTC(2026, 9, 25, 1),
  Date.UTC(2026, 10, 1, 6),
  Date.UTC(2027, 2, 14, 7),
  Date.UTC(2026, 11, 31, 23),
]
export const moment: fc.Arbitrary<Instant> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -3 * 1440, max: 2 * 1440 }))
    .map(([change, minutes]) => change + minutes * MINUTE),
  fc.integer({ min: Date.UTC(2025, 6, 1), max: Date.UTC(2028, 6, 1) }),
)

/** Also across midnight, whole days, and hours inside a spring gap. */
export const weeklyHours: fc.Arbitrary<WeeklyHours> = fc.record({
  weekdays: fc.oneof(fc.constant(EVERY_DAY), fc.subarray([...EVERY_DAY] as Weekday[], { minLength: 1 })),
  from: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 60, 90, 120, 150, 180, 1320)),
  to: fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 90, 120, 150, 180, 1440)),
})
export const safeHours: fc.Arbitrary<SafeHours> = fc.oneof(
  fc.constantFrom<SafeHours>({ kind: 'any' }, { kind: 'not_known' }),
  fc.array(weeklyHours, { minLength: 1, maxLength: 3 }).map((allowed): SafeHours => ({ kind: 'times', allowed })),
)
export const neverHours = fc.array(weeklyHours, { maxLength: 2 })

const way: fc.Arbitrary<ContactWay> = fc
  .record({
    id: fc.constantFrom('w1', 'w2', 'w3'),
    kind: fc.constantFrom('phone', 'email', 'post', 'in_person'),
    safeFor: fc.subarray([...CONTACT_CHANNELS]),
  } as const)
  .map((facts): ContactWay => ({
    ...facts,
    label: '',
    value: '780 555 0142',
    whose: 'not_known',
    voicemail: 'none',
    agreedWords: '',
    hideOurNumber: false,
    rejectsHiddenNumbers: false,
  }))

const anyPlan: fc.Arbitrary<ContactPlan> = fc
  .record({
    mayContact: fc.constantFrom('yes', 'yes', 'yes', 'not_known', 'she_calls', 'through_partner'),
    ways: fc.oneof(fc.constant(plan().ways), fc.array(way, { maxLength: 3 })),
    safeHours,
    neverHours,
    relay: fc.constantFrom(null, { who: 'her aunt', partnerId: null, agreed: true }, { who: 'her aunt', partnerId: null, agreed: false }),
    language: fc.constantFrom('', 'English'),
    sourceMayHelp: fc.boolean(),
    interpreter: fc.constantFrom('none', 'none', 'needed', 'not_from_her_community', 'not_known'),
    speech: fc.constantFrom('aloud', 'not_known', 'tty', 'sign'),
    mail: fc.constantFrom('not_known', 'safe_address', 'none'),
  } as const)
  .map((facts) => plan(facts))

/** Every third one is a plain plan, with which everything is possible. */
export const contactPlan: fc.Arbitrary<ContactPlan> = fc.oneof(
  { weight: 2, arbitrary: anyPlan },
  { weight: 1, arbitrary: fc.constant(plan()) },
)

/** A version of a plan, verified a while ago with the person or the source, or never. */
export const planVersion = (at: Instant): fc.Arbitrary<PlanVersion> =>
  fc
    .record({
      plan: contactPlan,
      version: fc.integer({ min: 1, max: 9 }),
      ago: fc.integer({ min: 0, max: 9 * DAY }),
      with: fc.constantFrom('her', 'source', null),
    } as const)
    .map((facts) => ({
      version: facts.version,
      writtenAt: at - facts.ago,
      writtenBy: amira,
      plan: facts.plan,
      verified: facts.with && { at: at - facts.ago, by: amira, with: facts.with },
    }))

/** The oracle: tells whether this instant is within the hours, by the shelter's wall clock alone. */
const isWithin = (hours: WeeklyHours, { minute, weekday }: LocalTime): boolean => {
  const before = ((weekday + 5) % 7) + 1
  const crosses = hours.to <= hours.from
  const today = hours.weekdays.includes(weekday) && minute >= hours.from && (crosses || minute < hours.to)
  return today || (crosses && hours.weekdays.some((day) => day === before) && minute < hours.to)
}
/** Tells the same for one instant, independently of the engine (P1). */
export function isSafeByTheClock(safe: SafeHours, never: readonly WeeklyHours[], at: Instant, inZone: Zone): boolean {
  const local = toLocalTime(at, inZone)
  return (safe.kind !== 'times' || safe.allowed.some((hours) => isWithin(hours, local))) && !never.some((hours) => isWithin(hours, local))
}

/** The time between two steps: nothing, minutes, the gap, the standard to the millisecond. */
export const pause = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 5 * HOUR }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, MINUTE, 2 * HOUR - 1, 2 * HOUR) },
  { weight: 1, arbitrary: fc.constantFrom(DAY - 1, DAY, DAY + 1, 8 * DAY) },
)

const people = fc.integer({ min: 0, max: 4 })
const needs = fc.option(
  fc.oneof(
    fc.constantFrom<PersonAnswer>({ kind: 'none' }, { kind: 'not_known' }),
    fc.record({ kind: fc.constant('told' as const), words: fc.constantFrom('a ramp', 'a cat', 'halal') }),
  ),
)
/** What may be known about a person (section 3); a household has at least one member. */
export const facts: fc.Arbitrary<PersonAnswers> = fc.record({
  ageBand: fc.option(fc.constantFrom(...AGE_BANDS, 'not_known' as const)),
  household: fc.option(
    fc.oneof(
      fc.constant<Household>({ kind: 'not_known' }),
      fc.record({
        kind: fc.constant('told' as const),
        adults: fc.integer({ min: 1, max: 4 }),
        children: fc.record({ '0_5': people, '6_12': people, '13_17': people, not_known: people }),
      }),
    ),
  ),
  pets: needs,
  accessNeeds: needs,
  culturalNeeds: needs,
  groups: needs,
})
