import { describe, expect, test } from 'vitest'
import { cannotBeParty, cannotReceive, changedFields, changedSince, helpsAt } from '#shared/domain/partner'
import { refused } from '../support/commands'
import { T0 } from '../support/people'

describe('what was agreed with a partner (C5)', () => {
  test('they help to reach people until the end of the agreement, to the millisecond', () => {
    const until = { helpsToReach: true, helpsUntil: T0 }
    expect([helpsAt(until, T0 - 1), helpsAt(until, T0)]).toEqual([true, false])
    expect(helpsAt({ helpsToReach: true, helpsUntil: null }, T0)).toBe(true)
    expect(helpsAt({ helpsToReach: false, helpsUntil: null }, T0)).toBe(false)
    expect(helpsAt({ helpsToReach: false, helpsUntil: T0 + 1 }, T0)).toBe(false)
  })
})

describe('who may be referred to (section 13)', () => {
  const active = { doNotRefer: '', retiredAt: null }
  test('a retired partner neither sends nor receives, whatever words are written', () => {
    expect(cannotBeParty(active, 'source')).toBeNull()
    expect(cannotBeParty({ ...active, retiredAt: T0 }, 'source')).toEqual(refused('partner_retired', 'source'))
    expect(cannotReceive({ ...active, retiredAt: T0 }, 'she asked for them')).toEqual(refused('partner_retired', 'receiver'))
  })
  test('against a "do not refer" only with words why; they may still send somebody to us', () => {
    const warned = { ...active, doNotRefer: 'no answer since spring' }
    expect(cannotReceive(warned, '')).toEqual(refused('do_not_refer', 'despite'))
    expect(cannotReceive(warned, 'she knows a worker there')).toBeNull()
    expect(cannotReceive(active, '')).toBeNull()
    expect(cannotBeParty(warned, 'source')).toBeNull()
  })
})

describe('changed since you last looked', () => {
  test('fields that say something else, in their order; one that was not sent did not change', () => {
    const before = { name: 'Clinic', languages: ['English'], note: '', phone: '1' }
    expect(changedFields(before, { note: 'ring twice', name: 'Clinic', languages: ['English', 'Arabic'] })).toEqual(['note', 'languages'])
    expect(changedFields(before, { ...before, languages: ['English'] })).toEqual([])
    expect(changedFields({}, { address: '1 Invented Way' })).toEqual(['address'])
  })
  test('what changed after the last look, and nothing for a first look', () => {
    const changes = { name: T0, note: T0 + 1, hours: T0 - 1 }
    expect(changedSince(changes, T0)).toEqual(['note'])
    expect(changedSince(changes, T0 - 2)).toEqual(['name', 'note', 'hours'])
    expect(changedSince(changes, null)).toEqual([])
    expect(changedSince({}, T0)).toEqual([])
  })
})
