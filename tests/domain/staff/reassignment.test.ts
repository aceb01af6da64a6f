import { describe, expect, test } from 'vitest'
import { ok, refuse } from '#shared/domain/core/outcome'
import { chooseNewOwner, takeoverRefusal, type TakeoverCandidate } from '#shared/domain/staff/reassignment'
import { amira, bo, sol, T0, wil } from '../../support/domain/people'

describe('who can take over what a former worker leaves (H4)', () => {
  const candidate = (facts: Partial<TakeoverCandidate> = {}): TakeoverCandidate => ({ id: bo, leftAt: null, awayFrom: null, ...facts })
  const refusal = (one: TakeoverCandidate | null, to = bo) => takeoverRefusal(to, amira, one, 'to', T0)
  test('anybody who works here, is here, and is not the one who leaves', () => {
    expect(refusal(candidate())).toBeNull()
    expect(refusal(candidate({ id: amira }), amira)).toEqual(refuse('same_worker', { field: 'to' }))
    expect(refusal(null)).toEqual(refuse('no_such_staff', { field: 'to' }))
    expect(refusal(candidate({ leftAt: T0 - 1 }))).toEqual(refuse('has_left', { field: 'to' }))
  })
  test('an absence counts from its first moment; one that is only planned does not', () => {
    expect(refusal(candidate({ awayFrom: T0 - 1 }))).toEqual(refuse('is_away', { field: 'to' }))
    expect(refusal(candidate({ awayFrom: T0 }))).toEqual(refuse('is_away', { field: 'to' }))
    expect(refusal(candidate({ awayFrom: T0 + 1 }))).toBeNull()
  })
})

describe('to whom a record or a stay goes when its worker leaves (H4, I3)', () => {
  const worker = (id: typeof bo, ...roles: string[]) => ({ id, roles })
  const everybody = [worker(amira, 'worker'), worker(bo, 'worker'), worker(sol, 'worker', 'supervisor'), worker(wil, 'worker')]
  test('to the worker who was chosen, wherever that worker may see the person', () =>
    expect(chooseNewOwner(everybody, { to: wil, named: [bo] })).toEqual(ok(wil)))
  test('else to a worker who is named for the person, then to a supervisor, then to the longest serving', () => {
    const others = everybody.filter(({ id }) => id !== wil)
    expect(chooseNewOwner(others, { to: wil, named: [bo] })).toEqual(ok(bo))
    expect(chooseNewOwner(others, { to: wil, named: [] })).toEqual(ok(sol))
    expect(chooseNewOwner(others.slice(0, 2), { to: wil, named: [] })).toEqual(ok(amira))
  })
  test('a worker who was chosen for this record alone takes it, or the act is refused', () => {
    expect(chooseNewOwner(everybody, { to: wil, exception: bo, named: [] })).toEqual(ok(bo))
    expect(chooseNewOwner(everybody.slice(0, 1), { to: amira, exception: bo, named: [] })).toEqual(
      refuse('owner_not_named', { field: 'exceptions' }),
    )
  })
  test('is refused where nobody may see the person', () =>
    expect(chooseNewOwner([], { to: wil, named: [wil] })).toEqual(refuse('nobody_may_see_her')))
})
