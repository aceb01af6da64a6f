import { describe, expect, test } from 'vitest'
import { listAllowedChannels, EMPTY_PLAN, type ContactPlan, type InterpreterNeed } from '#shared/domain/contact/contact-plan'
import { combinePlans } from '#shared/domain/contact/combine-plans'
import { email, phone, plan } from '../../support/domain/plans'

const mergeBothWays = (one: ContactPlan, other: ContactPlan) => [combinePlans(one, other), combinePlans(other, one)]

describe('of two plans of one person the safer stands in every answer, whichever record stays (P1, P4)', () => {
  test.each<readonly [InterpreterNeed, InterpreterNeed, InterpreterNeed]>([
    ['needed', 'not_from_her_community', 'not_from_her_community'],
    ['none', 'needed', 'needed'],
    ['none', 'not_from_her_community', 'not_from_her_community'],
    ['not_known', 'none', 'none'],
  ])('an interpreter: %s and %s is %s', (one, other, expected) => {
    for (const joined of mergeBothWays(plan({ interpreter: one }), plan({ interpreter: other }))) expect(joined.interpreter).toBe(expected)
  })

  test('a number that one of them gave for messages alone is not tried by a call, though the other knows nothing about it (P2)', () => {
    const textOnly = plan({ ways: [phone({ safeFor: ['text'] })] })
    const unknown = plan({ mayContact: 'not_known', ways: [phone({ id: 'w4', value: '(780) 555-0142', safeFor: [] })] })
    for (const joined of mergeBothWays(textOnly, unknown)) expect(listAllowedChannels(joined)).not.toContain('call')
  })
  test('one that the other gave for calls too is tried, whatever else stands beside it (P2)', () => {
    const known = plan({ ways: [phone({ id: 'w9', value: '780 555 0177', safeFor: ['text'] }), phone()] })
    const unknown = plan({ mayContact: 'not_known', ways: [phone({ id: 'w4', value: '(780) 555-0142', safeFor: [] })] })
    for (const joined of mergeBothWays(known, unknown)) expect(listAllowedChannels(joined)).toEqual(['call'])
    const textBeside = plan({ ways: [phone({ safeFor: ['text'] }), phone({ id: 'w9', value: '780 555 0177' })] })
    for (const joined of mergeBothWays(textBeside, unknown)) expect(joined.ways).toEqual([])
  })
  test('where neither knows whether we may ring her, a number of both is still tried neutrally (P2)', () => {
    const unknown = plan({ mayContact: 'not_known', ways: [phone({ safeFor: [] })] })
    for (const joined of mergeBothWays(unknown, unknown)) expect(listAllowedChannels(joined)).toEqual(['call'])
  })
  test('two addresses of which nobody wrote down anything are not the same', () => {
    const open = plan({ ways: [email({ value: null, safeFor: ['email'] })] })
    const closed = plan({ ways: [email({ value: null, safeFor: [] })] })
    expect(combinePlans(open, closed).ways[0]?.safeFor).toEqual(['email'])
  })
  test('a number that only the plan that knows nothing has is still tried neutrally', () => {
    const unknown = plan({ mayContact: 'not_known', ways: [phone({ value: '780 555 0199', safeFor: [] })] })
    for (const joined of mergeBothWays(plan({ ways: [phone({ safeFor: ['text'] })] }), unknown))
      expect(listAllowedChannels(joined)).toEqual(['call'])
  })

  test('a warning counts in a plan that says nothing about when or how to ring her', () => {
    const warnings = {
      monitoringWorry: true,
      mail: 'none',
      interpreter: 'not_from_her_community',
      ifLineDrops: 'wait for her',
      codeWords: { safe: '', notSafe: 'is the dentist in?', police: '' },
    } as const
    const known = plan({ mail: 'safe_address', sourceMayHelp: true, reverifyAfterDays: 30 })
    for (const joined of mergeBothWays(known, { ...EMPTY_PLAN, ...warnings })) {
      expect(joined).toMatchObject(warnings)
      // A question that was never asked removes nothing.
      expect(joined).toMatchObject({ mayContact: 'yes', safeHours: { kind: 'any' }, sourceMayHelp: true, reverifyAfterDays: 30 })
    }
  })
})
