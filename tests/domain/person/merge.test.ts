import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listAllowedChannels, EMPTY_PLAN, isSafeMoment, type ContactPlan } from '#shared/domain/contact/contact-plan'
import { invertHours } from '#shared/domain/contact/invert-hours'
import type { StaffId } from '#shared/domain/core/ids'
import {
  combineAccess,
  getEarlierStop,
  toContactHold,
  mayUndoMerge,
  restoreUnlessChanged,
  isSameAccess,
  separateAccess,
  getStopAfterMerge,
  MERGE_UNDO_WITHIN,
} from '#shared/domain/person/merge'
import { DAY, HOUR, MINUTE, type Weekday } from '#shared/domain/core/moment'
import { listSafeStretches, type WeeklyHours } from '#shared/domain/contact/safe-hours'
import { combinePlans } from '#shared/domain/contact/combine-plans'
import { hasPersonAccess, type PersonAccess } from '#shared/domain/person/access'
import { EDMONTON, T0 } from '../../support/domain/people'
import { scaleRuns } from '../../support/domain/run-count'

const hours: fc.Arbitrary<WeeklyHours> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>, { minLength: 1, maxLength: 7 }),
  from: fc.integer({ min: 0, max: 1439 }),
  to: fc.integer({ min: 0, max: 1440 }),
})
const safeHours = fc.oneof(
  fc.constant({ kind: 'any' } as const),
  fc.constant({ kind: 'not_known' } as const),
  fc.array(hours, { minLength: 1, maxLength: 5 }).map((allowed) => ({ kind: 'times', allowed }) as const),
)
const plan: fc.Arbitrary<ContactPlan> = fc
  .record({
    mayContact: fc.constantFrom<ContactPlan['mayContact']>('yes', 'she_calls', 'through_partner', 'not_known'),
    safeHours,
    neverHours: fc.array(hours, { maxLength: 3 }),
    safeFor: fc.subarray(['call', 'text'] as const),
    value: fc.constantFrom('780 555 0142', '(780) 555-0142', '780 555 0199'),
    monitoringWorry: fc.boolean(),
    sourceMayHelp: fc.boolean(),
    hideOurNumber: fc.boolean(),
  })
  .map(({ safeFor, value, hideOurNumber, ...rest }) => ({
    ...EMPTY_PLAN,
    ...rest,
    ways: [
      {
        id: 'w1',
        kind: 'phone' as const,
        label: '',
        value,
        whose: 'not_known' as const,
        safeFor,
        voicemail: 'not_known' as const,
        agreedWords: '',
        hideOurNumber,
        rejectsHiddenNumbers: false,
      },
    ],
  }))

test('who may see her is the same whatever order it is written in, and another as soon as one thing differs (I3)', () => {
  const [amal, bea] = ['a', 'b'] as unknown as readonly [StaffId, StaffId]
  const sight: PersonAccess = { restricted: true, named: [amal, bea], conflicts: [amal, bea] }
  expect(isSameAccess(sight, { restricted: true, named: [bea, amal], conflicts: [bea, amal] })).toBe(true)
  const others: readonly Partial<PersonAccess>[] = [
    { restricted: false },
    { named: [amal] },
    { conflicts: [bea] },
    { named: [], conflicts: [] },
  ]
  for (const other of others) expect(isSameAccess(sight, { ...sight, ...other })).toBe(false)
})
test('nobody is named where nobody is restricted (I3)', () => {
  const open: PersonAccess = { restricted: false, named: ['a' as StaffId], conflicts: [] }
  expect(combineAccess(open, open)).toEqual({ restricted: false, named: [], conflicts: [] })
})
test('what a merge may change of a handoff is its stop and what it waits for (P4)', () => {
  const waiting = { checkAt: T0, why: 'not_safe', since: T0 } as const
  expect(toContactHold({ stoppedAt: T0, waiting })).toEqual({ stoppedAt: T0, waiting })
})

// Across clock changes too: eighteen months in all.
const moment = fc.integer({ min: 0, max: 540 * 24 * 60 }).map((minutes) => T0 + minutes * MINUTE)

test('a moment is safe under two plans joined only where both say so, whatever their hours are (P1)', () => {
  fc.assert(
    fc.property(plan, plan, moment, (one, other, at) => {
      if (!isSafeMoment(combinePlans(one, other), at, EDMONTON)) return
      expect(isSafeMoment(one, at, EDMONTON) && isSafeMoment(other, at, EDMONTON)).toBe(true)
    }),
    { numRuns: scaleRuns(1500) },
  )
})

test('two plans joined allow no channel that the more careful one does not, and their order changes nothing about that (P4)', () => {
  fc.assert(
    fc.property(plan, plan, (one, other) => {
      const joined = combinePlans(one, other)
      const care = ['yes', 'not_known', 'through_partner', 'she_calls']
      expect(care.indexOf(joined.mayContact)).toBe(Math.max(care.indexOf(one.mayContact), care.indexOf(other.mayContact)))
      for (const channel of listAllowedChannels(joined))
        expect([...listAllowedChannels(one), ...listAllowedChannels(other)], channel).toContain(channel)
      expect(combinePlans(other, one).mayContact).toBe(joined.mayContact)
      expect(joined.neverHours.length).toBeLessThanOrEqual(50)
    }),
    { numRuns: scaleRuns(500) },
  )
})

test('a number that either plan calls unsafe for calls is unsafe for calls', () => {
  const way = (safeFor: readonly ('call' | 'text')[]): ContactPlan => ({
    ...EMPTY_PLAN,
    mayContact: 'yes',
    ways: [
      {
        id: 'w1',
        kind: 'phone',
        label: '',
        value: '780 555 0142',
        whose: 'hers_alone',
        safeFor,
        voicemail: 'first_name_only',
        agreedWords: '',
        hideOurNumber: false,
        rejectsHiddenNumbers: false,
      },
    ],
  })
  expect(combinePlans(way(['call', 'text']), way(['text'])).ways[0]?.safeFor).toEqual(['text'])
  expect(combinePlans(way(['call']), way(['call'])).ways[0]).toMatchObject({ voicemail: 'first_name_only', whose: 'hers_alone' })
})

test('a plan in which nothing was ever said has no say', () => {
  const known: ContactPlan = { ...EMPTY_PLAN, mayContact: 'yes', safeHours: { kind: 'any' }, language: 'Somali' }
  expect(combinePlans(known, EMPTY_PLAN)).toEqual(known)
  expect(combinePlans({ ...EMPTY_PLAN, language: 'English' }, known)).toEqual(known)
})

test('the hours beside some hours are all the others, and none of them', () => {
  fc.assert(
    fc.property(fc.array(hours, { minLength: 1, maxLength: 6 }), moment, (sample, at) => {
      const inside = (which: readonly WeeklyHours[]) =>
        which.length > 0 && listSafeStretches({ kind: 'times', allowed: which }, [], at, at + MINUTE, EDMONTON).length > 0
      expect(inside(invertHours(sample))).toBe(!inside(sample))
    }),
    { numRuns: scaleRuns(1500) },
  )
})

const staff = ['a', 'b', 'c', 'd'] as unknown as readonly StaffId[]
const sight: fc.Arbitrary<PersonAccess> = fc
  .record({ restricted: fc.boolean(), named: fc.subarray([...staff]), conflicts: fc.subarray([...staff]) })
  .map((one) => ({ ...one, named: one.restricted ? one.named : [] }))
const listWhoSees = (one: PersonAccess) => staff.filter((id) => hasPersonAccess(one, { id, roles: ['worker'] }))

test('whoever sees two records joined saw both of them before (I3)', () => {
  fc.assert(
    fc.property(sight, sight, (one, other) => {
      expect(listWhoSees(combineAccess(one, other))).toEqual(
        staff.filter((id) => listWhoSees(one).includes(id) && listWhoSees(other).includes(id)),
      )
    }),
  )
})

test('parted again each is seen as before, or by fewer when it was narrowed in between; never by more', () => {
  fc.assert(
    fc.property(sight, sight, sight, (one, other, later) => {
      const merged = combineAccess(one, other)
      expect(separateAccess(one, merged, merged)).toEqual(one)
      for (const id of listWhoSees(separateAccess(one, merged, later))) expect(listWhoSees(one)).toContain(id)
    }),
  )
})

test('"not safe" holds for what still runs, from the moment when it became known there (P4)', () => {
  expect(getStopAfterMerge({ direction: 'incoming', stoppedAt: null }, T0, T0 + HOUR)).toBe(T0 + HOUR)
  expect(getStopAfterMerge({ direction: 'incoming', stoppedAt: T0 }, T0 + 1, T0 + HOUR)).toBe(T0)
  expect(getStopAfterMerge({ direction: 'outgoing', stoppedAt: null }, T0, T0 + HOUR)).toBeNull()
  expect(getStopAfterMerge({ direction: 'incoming', stoppedAt: null }, null, T0)).toBeNull()
  expect([getEarlierStop(null, T0), getEarlierStop(T0, null), getEarlierStop(T0 + 1, T0), getEarlierStop(null, null)]).toEqual([
    T0,
    T0,
    T0,
    null,
  ])
})

test('a merge may be undone for 30 days, and what a worker changed since stays', () => {
  expect(MERGE_UNDO_WITHIN).toBe(30 * DAY)
  expect([mayUndoMerge(T0, T0 + 30 * DAY), mayUndoMerge(T0, T0 + 30 * DAY + 1)]).toEqual([true, false])
  expect([restoreUnlessChanged(1, 2, 2), restoreUnlessChanged(1, 2, 3), restoreUnlessChanged(null, { a: 1 }, { a: 1 })]).toEqual([
    1,
    3,
    null,
  ])
})
