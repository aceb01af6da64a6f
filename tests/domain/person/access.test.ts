import { describe, expect, test } from 'vitest'
import {
  hasPersonAccess,
  isEverybodyLockedOut,
  listColleaguesToAsk,
  listSeeing,
  type Colleague,
  type PersonAccess,
} from '#shared/domain/person/access'
import { amira, bo, sol, wil } from '../../support/domain/people'

const open: PersonAccess = { restricted: false, named: [], conflicts: [] }
const restricted = (facts: Partial<PersonAccess> = {}): PersonAccess => ({ ...open, restricted: true, ...facts })
const colleague = (id: Colleague['id'], name: string, ...roles: string[]): Colleague => ({ id, name, roles })
const AMIRA = colleague(amira, 'Amira', 'worker')
const BO = colleague(bo, 'Bo', 'front_desk', 'worker')
const SOL = colleague(sol, 'Sol', 'supervisor')
const WIL = colleague(wil, 'Wil', 'director')

describe('who sees a person (I3)', () => {
  test.each([AMIRA, BO, SOL, WIL])('$name sees somebody who is not restricted', (one) => expect(hasPersonAccess(open, one)).toBe(true))
  test('a restricted person is seen by who is named for her and by supervisors, not by a director', () =>
    expect([AMIRA, BO, SOL, WIL].map((one) => hasPersonAccess(restricted({ named: [amira] }), one))).toEqual([true, false, true, false]))
  test('a conflict hides her, whatever the roles, named or not, restricted or not', () => {
    const conflicts = [amira, sol]
    expect([AMIRA, BO, SOL].map((one) => hasPersonAccess({ ...open, conflicts }, one))).toEqual([false, true, false])
    expect([AMIRA, BO, SOL].map((one) => hasPersonAccess(restricted({ named: [amira, bo], conflicts }), one))).toEqual([false, true, false])
  })
})

describe('whom a neutral line names (S5)', () => {
  test('for a restricted person those who are named for her, and not who has something to do', () =>
    expect(listColleaguesToAsk(restricted({ named: [bo] }), [AMIRA, BO, SOL], [amira])).toEqual(['Bo']))
  test('where none of them is there any more, a supervisor', () =>
    expect(listColleaguesToAsk(restricted({ named: [amira] }), [BO, SOL], [])).toEqual(['Sol']))
  test('where only a conflict hides her, who has something to do for her; else a supervisor', () => {
    const conflict: PersonAccess = { ...open, named: [bo], conflicts: [wil] }
    expect(listColleaguesToAsk(conflict, [AMIRA, BO, SOL], [amira])).toEqual(['Amira'])
    expect(listColleaguesToAsk(conflict, [AMIRA, BO, SOL], [])).toEqual(['Sol'])
  })
  test('without a supervisor anybody who sees her, and nobody where there is nobody', () => {
    expect(listColleaguesToAsk(open, [AMIRA, BO], [])).toEqual(['Amira', 'Bo'])
    expect(listColleaguesToAsk(open, [], [amira])).toEqual([])
  })
  test('never more than three', () =>
    expect(listColleaguesToAsk(open, [AMIRA, BO, SOL, WIL], [amira, bo, sol, wil])).toEqual(['Amira', 'Bo', 'Sol']))
})

describe('a change of access never locks everybody out (I3)', () => {
  const director = colleague(amira, 'Amira', 'director')
  const supervisor = colleague(bo, 'Bo', 'supervisor')
  const frontDesk = colleague(sol, 'Sol', 'front_desk')
  const everybody = { restricted: false, named: [], conflicts: [] }
  test.each([
    ['everybody sees the person', everybody, [director], false],
    ['the only director is not named, and a supervisor sees the person', { ...everybody, restricted: true }, [director, supervisor], false],
    ['nobody is named, and there is no supervisor', { ...everybody, restricted: true }, [director, frontDesk], true],
    ['a worker is named, and the director has break-glass', { ...everybody, restricted: true, named: [sol] }, [director, frontDesk], false],
    ['the only director has a conflict', { ...everybody, conflicts: [amira] }, [director, frontDesk], true],
    [
      'the only director has a conflict, and only a worker is named',
      { restricted: true, named: [sol], conflicts: [amira] },
      [director, frontDesk],
      true,
    ],
    ['the director has a conflict, and a supervisor sees the person', { ...everybody, conflicts: [amira] }, [director, supervisor], false],
    ['the supervisor has a conflict, and the director has not', { ...everybody, conflicts: [bo] }, [director, supervisor], false],
    ['both have a conflict', { ...everybody, conflicts: [amira, bo] }, [director, supervisor, frontDesk], true],
    ['there is nobody', everybody, [], true],
  ] as const)('%s', (_name, next, staff, lockedOut) => expect(isEverybodyLockedOut(next, staff)).toBe(lockedOut))

  test('who will see the person is said by name, before saving', () => {
    expect(listSeeing({ restricted: true, named: [sol], conflicts: [] }, [director, supervisor, frontDesk])).toEqual(['Bo', 'Sol'])
    expect(listSeeing({ restricted: false, named: [], conflicts: [bo] }, [director, supervisor, frontDesk])).toEqual(['Amira', 'Sol'])
  })
})
