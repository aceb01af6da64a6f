import { describe, expect, test } from 'vitest'
import { findDecisionMaker, getCurrentRoles, listUnassignedRights, type HeldRight } from '#shared/domain/staff/decision-rights'
import { amira, bo, sol, wil } from '../../support/domain/people'

const held = (facts: Partial<HeldRight> = {}): HeldRight => ({
  right: 'workflow_owner',
  holder: wil,
  deputy: bo,
  deputyActs: false,
  ...facts,
})
const worker = (id: typeof bo) => ({ id, roles: ['worker'] as const })
const director = { id: sol, roles: ['director'] as const }

describe('decision rights (section 13)', () => {
  test('the holder has the right; the deputy only while she stands in, and the holder keeps it', () => {
    expect([getCurrentRoles(worker(wil), [held()]), getCurrentRoles(worker(bo), [held()])]).toEqual([
      ['worker', 'workflow_owner'],
      ['worker'],
    ])
    const away = [held({ deputyActs: true })]
    expect(getCurrentRoles(worker(bo), away)).toEqual(['worker', 'workflow_owner'])
    expect(getCurrentRoles(worker(wil), away)).toEqual(['worker', 'workflow_owner'])
    expect(getCurrentRoles(worker(amira), away)).toEqual(['worker'])
  })
  test('one worker may hold two rights', () =>
    expect(getCurrentRoles(worker(wil), [held(), held({ right: 'data_owner' })])).toEqual(['worker', 'workflow_owner', 'data_owner']))
  test('a director decides what nobody was named for, and that alone', () => {
    expect(listUnassignedRights([])).toEqual(['workflow_owner', 'data_owner'])
    expect(listUnassignedRights([held()])).toEqual(['data_owner'])
    expect(getCurrentRoles(director, [held()])).toEqual(['director', 'data_owner'])
    expect(getCurrentRoles(director, [held(), held({ right: 'data_owner' })])).toEqual(['director'])
    expect(getCurrentRoles(worker(amira), [])).toEqual(['worker'])
  })
  test('asked is the holder, her deputy while she is away, and nobody where nobody is named', () => {
    const both = [held({ right: 'data_owner', holder: amira, deputy: null }), held()]
    expect([findDecisionMaker('data_owner', both), findDecisionMaker('workflow_owner', both)]).toEqual([amira, wil])
    expect(findDecisionMaker('workflow_owner', [held({ deputyActs: true })])).toBe(bo)
    expect(findDecisionMaker('workflow_owner', [held({ deputyActs: true, deputy: null })])).toBe(wil)
    expect(findDecisionMaker('data_owner', [held()])).toBeNull()
  })
})
