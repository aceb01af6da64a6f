import { describe, expect, test } from 'vitest'
import { fillFromDraft, findChangedFields, findFieldForPath, listFailurePaths } from '../../../renderer/office/form-values'
import { FORMS, toDraftKey } from '../../../renderer/office/forms'
import { parseDraft } from '../../../renderer/office/use-draft'

const initial = { name: 'Amal R.', helps: ['shelter'], facts: { children: '' } }

describe('the draft of a form', () => {
  test('only what was changed is kept', () => {
    expect(findChangedFields({ ...initial, name: 'Amal' }, initial)).toEqual({ name: 'Amal' })
    expect(findChangedFields({ ...initial, helps: ['shelter'], facts: { children: '' } }, initial)).toEqual({})
  })

  test('what a colleague corrected meanwhile is not overwritten by an old draft', () => {
    const draft = findChangedFields({ ...initial, helps: ['shelter', 'legal'] }, initial)
    expect(fillFromDraft({ ...initial, name: 'Amal Rahimi' }, draft)).toEqual({
      ...initial,
      name: 'Amal Rahimi',
      helps: ['shelter', 'legal'],
    })
  })

  test('a draft of an older form loses only the fields that the form has no more', () => {
    expect(fillFromDraft(initial, { name: 'Amal', gone: 'x' })).toEqual({ ...initial, name: 'Amal' })
    expect(fillFromDraft(initial, null)).toEqual(initial)
  })

  test.each([null, '', '{', '[]', '"words"', 'null', '{}'])('%j is no draft', (body) => expect(parseDraft(body)).toBeNull())

  test('a stored draft is read as it was typed', () => expect(parseDraft('{"why":"she asked"}')).toEqual({ why: 'she asked' }))

  test('passphrases, PINs and recovery words are never kept (K2)', () => {
    for (const [form, keeps] of Object.entries(FORMS))
      expect(toDraftKey(form as keyof typeof FORMS, 'x') === null, form).toBe((keeps as string) !== 'kept')
    expect(toDraftKey('my-passphrase', null)).toBeNull()
  })

  test('a draft belongs to what the form is about', () => {
    expect(toDraftKey('goal', 'stay-1')).toBe('goal:stay-1')
    expect(toDraftKey('create-handoff', null)).toBe('create-handoff')
  })
})

describe('a refusal of the office', () => {
  test('names its fields', () => {
    expect(listFailurePaths({ kind: 'refused', reason: 'already_closed', field: 'why' })).toEqual(['why'])
    expect(listFailurePaths({ kind: 'refused', reason: 'already_closed' })).toEqual([])
    expect(listFailurePaths({ kind: 'invalid', fields: [{ path: 'facts.children', code: 'too_big' }] })).toEqual(['facts.children'])
    expect(listFailurePaths({ kind: 'broken' })).toEqual([])
  })

  test('stands at the longest part of its path that is a field of the form', () => {
    const isField = (path: string) => ['facts', 'facts.children', 'name'].includes(path)
    expect(findFieldForPath('facts.children.0', isField)).toBe('facts.children')
    expect(findFieldForPath('facts.other', isField)).toBe('facts')
    expect(findFieldForPath('note', isField)).toBeNull()
  })
})
