import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartnerView } from '#shared/contract/office/partner'
import { HOUR, hoursToMilliseconds } from '#shared/domain/core/moment'
import { DEFAULT_POLICY, type SourceRules } from '#shared/domain/policy/policy'
import { normaliseRules } from '#shared/domain/policy/source-rules'
import { validatePolicyForm, toPolicyForm, toPolicy } from '../../../../renderer/features/policy/policy-form'
import { toSourceRules, toShownForm, toSourceForm, switchRow } from '../../../../renderer/features/policy/source-form'
import { moveStep, toMeetingSteps, toTypedSteps, addStep } from '../../../../renderer/features/policy/meeting-steps'

const NOW = Date.UTC(2026, 10, 20, 15)
const { version: _version, ...rest } = DEFAULT_POLICY
const office = toPolicy(toPolicyForm(rest))

type Source = Pick<PartnerView, 'standards' | 'inForce'>
const source = (rules: SourceRules, more: Partial<Source> = {}): PartnerView =>
  ({ standards: [], inForce: { hours: 24, mode: 'committed', own: true, rules }, ...more }) as unknown as PartnerView

const rules: fc.Arbitrary<SourceRules> = fc
  .record(
    {
      gap: fc.integer({ min: 1, max: 14 }).map(hoursToMilliseconds),
      tries: fc.record({ first: fc.nat(4) }, { requiredKeys: [] }),
      alertsBefore: fc.constantFrom<number[]>([], [HOUR], [4 * HOUR, HOUR / 2]),
      loopBackAnswer: fc.integer({ min: 1, max: 72 }).map(hoursToMilliseconds),
      supervisorAfter: fc.option(fc.integer({ min: 1, max: 9 }).map(hoursToMilliseconds)),
    },
    { requiredKeys: [] },
  )
  .map(normaliseRules)

describe('a source’s form', () => {
  test('what was agreed and is sent again unchanged stays the same', () =>
    fc.assert(
      fc.property(rules, fc.boolean(), (partnerRules, second) => {
        const whole = second
          ? { ...partnerRules, tries: { ...partnerRules.tries, second: 0 }, secondWindow: 30 * HOUR, askSource: false }
          : partnerRules
        const shown = toShownForm(toSourceForm(source(whole), office, NOW), office)
        expect(normaliseRules(toSourceRules(shown))).toEqual(normaliseRules(whole))
        expect(validatePolicyForm(shown, NOW, 'America/Edmonton')).toEqual({})
      }),
    ))
  test('what is left to the office is the office’s of today, however old the draft is', () => {
    const typed = toSourceForm(source({ gap: 4 * HOUR }), office, NOW)
    const today = { ...office, gap: HOUR, tries: { first: 1, second: 1 } }
    expect(toShownForm(typed, today)).toMatchObject({ gap: '4 h', first: '1' })
  })
  test('a row that becomes its own begins with what the office has, and goes back to it', () => {
    const typed = toSourceForm(source({}), office, NOW)
    const own = { ...typed, ...switchRow(toShownForm(typed, office), 'gap', true), gap: '5 h' }
    expect(toSourceRules(toShownForm(own, office))).toEqual({ tries: {}, gap: 5 * HOUR })
    const back = { ...own, ...switchRow(toShownForm(own, office), 'gap', false) }
    expect(toShownForm(back, office)).toMatchObject({ gap: '2 h', own: [] })
  })
  test('it follows the last word, also one that is still to come; a pilot is 24 h', () => {
    const coming = { from: NOW + HOUR, hours: 48, mode: 'committed', rules: { gap: HOUR } } as const
    expect(toSourceForm(source({}, { standards: [coming] }), office, NOW)).toMatchObject({ standard: '48 h', own: ['gap'], gap: '1 h' })
    expect(toSourceForm(source({}, { standards: [coming] }), office, NOW + HOUR)).toMatchObject({ standard: '24 h', own: [] })
    const typed = { ...toSourceForm(source({}), office, NOW), standard: '36 h', mode: 'pilot' } as const
    expect(toShownForm(typed, office).standard).toBe('24 h')
  })
})

describe('the steps of a meeting', () => {
  const [first, second, third] = ['Ask her', 'Book the room', 'Print it'].map((text) => ({ text, required: false, does: 'check' as const }))
  const typed = toTypedSteps([first!, second!, third!])
  test('a reworded step keeps whatever else it carries', () => {
    const carrying = [{ text: 'Ask her', required: true, does: 'permission' as const }]
    const reworded = toTypedSteps(carrying).map((step) => ({ ...step, text: ' Ask\n her first ' }))
    expect(toMeetingSteps(reworded)).toEqual([{ text: 'Ask her first', required: true, does: 'permission' }])
  })
  test('moving goes one place, and stops at the ends', () => {
    expect(toMeetingSteps(moveStep(typed, 3, -1))).toEqual([first, third, second])
    expect(toMeetingSteps(moveStep(typed, 1, 1))).toEqual([second, first, third])
    expect(moveStep(typed, 1, -1)).toBe(typed)
    expect(moveStep(typed, 3, 1)).toBe(typed)
  })
  test('a new one is told from every other, and one that says nothing is not kept', () => {
    const more = addStep(typed.filter(({ no }) => no !== 1))
    expect(new Set(more.map(({ no }) => no)).size).toBe(3)
    expect(toMeetingSteps(more)).toEqual([second, third])
  })
})
