import { describe, expect, test } from 'vitest'
import type { StaffId } from '#shared/domain/core/ids'
import type { PersonAccess } from '#shared/domain/person/access'
import {
  findHolder,
  findHolderForPerson,
  listActingRights,
  sortPresentFirst,
  type StaffSituation,
} from '#shared/domain/staff/decision-holder'
import type { HeldRight } from '#shared/domain/staff/decision-rights'
import { amira, bo, sol, uuid, wil } from '../../support/domain/people'

const dana = uuid(5) as StaffId
const worker = (id: StaffId, ...roles: string[]) => ({ id, roles })
const owner = (facts: Partial<HeldRight> = {}): HeldRight => ({
  right: 'workflow_owner',
  holder: wil,
  deputy: null,
  deputyActs: false,
  ...facts,
})
const STAFF: StaffSituation = {
  workers: [worker(amira), worker(bo), worker(sol, 'supervisor'), worker(wil), worker(dana, 'director')],
  awayIds: new Set(),
  rights: [owner()],
}
const away = (...ids: StaffId[]) => new Set(ids)
const holder = (role: 'supervisor' | 'workflow_owner', facts: Partial<StaffSituation> = {}) => findHolder(role, { ...STAFF, ...facts })

describe('who holds a decision now (B2, C3, H4)', () => {
  test('the supervisor, and the workflow owner who is named', () => {
    expect([holder('supervisor'), holder('workflow_owner')]).toEqual([sol, wil])
  })
  test('the director while nobody is named', () => {
    expect(holder('workflow_owner', { rights: [] })).toBe(dana)
    expect(holder('workflow_owner', { rights: [owner({ right: 'data_owner' })] })).toBe(dana)
    expect(holder('supervisor', { workers: STAFF.workers.filter(({ id }) => id !== sol) })).toBe(dana)
  })
  test('the director while the one who is named is away, unless the director is away as well', () => {
    expect([holder('supervisor', { awayIds: away(sol) }), holder('workflow_owner', { awayIds: away(wil) })]).toEqual([dana, dana])
    expect([
      holder('supervisor', { awayIds: away(sol, dana) }),
      holder('workflow_owner', { awayIds: away(wil, dana) }),
      holder('supervisor', { awayIds: away(dana) }),
    ]).toEqual([sol, wil, sol])
  })
  test('a deputy who is here acts for a holder who is away (section 13)', () => {
    const rights = [owner({ deputy: bo })]
    expect(holder('workflow_owner', { rights })).toBe(wil)
    expect(holder('workflow_owner', { rights, awayIds: away(wil) })).toBe(bo)
    expect(holder('workflow_owner', { rights, awayIds: away(wil, bo) })).toBe(dana)
    expect(holder('workflow_owner', { rights: [owner({ deputy: bo, deputyActs: true })] })).toBe(bo)
  })
  test('of two supervisors or directors the one who is here, else the longest serving', () => {
    const workers = [worker(amira, 'director'), ...STAFF.workers, worker(uuid(6) as StaffId, 'supervisor')]
    expect(holder('supervisor', { workers, awayIds: away(sol) })).toBe(uuid(6))
    expect([
      holder('workflow_owner', { workers, rights: [] }),
      holder('workflow_owner', { workers, rights: [], awayIds: away(amira) }),
    ]).toEqual([amira, dana])
  })
  test('the longest serving who is here where there is no director, and nobody where nobody works here', () => {
    const workers = [worker(amira), worker(bo)]
    expect([holder('supervisor', { workers }), holder('supervisor', { workers, awayIds: away(amira) })]).toEqual([amira, bo])
    expect(holder('supervisor', { workers: [] })).toBeNull()
  })
})

describe('who is told about one person (I3)', () => {
  const EVERYBODY: PersonAccess = { restricted: false, named: [], conflicts: [] }
  const told = (access: Partial<PersonAccess>, facts: Partial<StaffSituation> = {}) =>
    findHolderForPerson('workflow_owner', { ...EVERYBODY, ...access }, { ...STAFF, ...facts })
  test('the holder, where the holder may see the person', () => {
    expect([told({}), told({ restricted: true, named: [wil] })]).toEqual([wil, wil])
    expect(told({}, { workers: [] })).toBeNull()
  })
  test('else a supervisor who may, then the longest serving who may', () => {
    expect([told({ restricted: true }), told({ conflicts: [wil] })]).toEqual([sol, sol])
    expect(told({ conflicts: [wil, sol] })).toBe(amira)
    expect(told({ restricted: true, named: [bo], conflicts: [sol] })).toBe(bo)
  })
  test('those who are here first, and the holder where nobody may see the person', () => {
    expect(told({ conflicts: [wil, sol] }, { awayIds: away(amira) })).toBe(bo)
    expect(told({ restricted: true, conflicts: [sol] })).toBe(wil)
  })
})

test('workers who are here stand before those who are away, in their order', () => {
  expect(sortPresentFirst(STAFF.workers, away(amira, sol)).map(({ id }) => id)).toEqual([bo, wil, dana, amira, sol])
})

test('a right is exercised by its deputy while its holder is away', () => {
  const rights = [owner({ deputy: bo }), owner({ right: 'data_owner', holder: sol })]
  expect(listActingRights(rights, away(amira)).map(({ deputyActs }) => deputyActs)).toEqual([false, false])
  expect(listActingRights(rights, away(wil, sol)).map(({ deputyActs }) => deputyActs)).toEqual([true, false])
})
