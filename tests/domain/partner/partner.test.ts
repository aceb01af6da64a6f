import { describe, expect, test } from 'vitest'
import { partyRefusal, receiverRefusal, listChangedFields, listFieldsChangedSince, isHelpAgreed } from '#shared/domain/partner/partner'
import { refusal } from '../../support/domain/commands'
import { T0 } from '../../support/domain/people'

describe('what was agreed with a partner (C5)', () => {
  test('they help to reach people until the end of the agreement, to the millisecond', () => {
    const until = { helpsToReach: true, helpsUntil: T0 }
    expect([isHelpAgreed(until, T0 - 1), isHelpAgreed(until, T0)]).toEqual([true, false])
    expect(isHelpAgreed({ helpsToReach: true, helpsUntil: null }, T0)).toBe(true)
    expect(isHelpAgreed({ helpsToReach: false, helpsUntil: null }, T0)).toBe(false)
    expect(isHelpAgreed({ helpsToReach: false, helpsUntil: T0 + 1 }, T0)).toBe(false)
  })
})

describe('who may be referred to (section 13)', () => {
  const active = { doNotRefer: '', retiredAt: null }
  test('a retired partner neither sends nor receives, whatever words are written', () => {
    expect(partyRefusal(active, 'source')).toBeNull()
    expect(partyRefusal({ ...active, retiredAt: T0 }, 'source')).toEqual(refusal('partner_retired', 'source'))
    expect(receiverRefusal({ ...active, retiredAt: T0 }, 'she asked for them')).toEqual(refusal('partner_retired', 'receiver'))
  })
  test('against a "do not refer" only with words why; they may still send somebody to us', () => {
    const warned = { ...active, doNotRefer: 'no answer since spring' }
    expect(receiverRefusal(warned, '')).toEqual(refusal('do_not_refer', 'despite'))
    expect(receiverRefusal(warned, 'she knows a worker there')).toBeNull()
    expect(receiverRefusal(active, '')).toBeNull()
    expect(partyRefusal(warned, 'source')).toBeNull()
  })
})

describe('changed since you last looked', () => {
  test('fields that say something else, in their order; one that was not sent did not change', () => {
    const before = { name: 'Clinic', languages: ['English'], note: '', phone: '1' }
    expect(listChangedFields(before, { note: 'ring twice', name: 'Clinic', languages: ['English', 'Arabic'] })).toEqual([
      'note',
      'languages',
    ])
    expect(listChangedFields(before, { ...before, languages: ['English'] })).toEqual([])
    expect(listChangedFields({}, { address: '1 Invented Way' })).toEqual(['address'])
  })
  test('what changed after the last look, and nothing for a first look', () => {
    const changes = { name: T0, note: T0 + 1, hours: T0 - 1 }
    expect(listFieldsChangedSince(changes, T0)).toEqual(['note'])
    expect(listFieldsChangedSince(changes, T0 - 2)).toEqual(['name', 'note', 'hours'])
    expect(listFieldsChangedSince(changes, null)).toEqual([])
    expect(listFieldsChangedSince({}, T0)).toEqual([])
  })
})
