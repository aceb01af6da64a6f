import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Input, Output } from '#shared/contract/index'
import type { HandoffId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { attempt, FRIDAY_NINE, referral, createScratchOffice } from '../../support/office/scratch-office'

type Office = ReturnType<typeof createScratchOffice>
type PolicyInput = Input<'policy.save'>['policy']

const latest = async (office: Office) => {
  const { versions } = await office.must('policy.read', {})
  const [first] = versions
  if (!first) throw new Error('no policy')
  return first
}
/** Saves the newest version with a change, from a moment. */
const save = async (office: Office, change: Partial<PolicyInput>, from = office.now) => {
  const { version: basedOn, policy } = await latest(office)
  return office.call('policy.save', { basedOn, from, policy: { ...policy, ...change } })
}
const toClock = ({ standard, dueAt, bounceDueAt, triesWanted, clockAt }: Output<'handoff.read'>) => ({
  standard,
  dueAt,
  bounceDueAt,
  triesWanted,
  clockAt,
})
const readClock = async (office: Office, id: HandoffId) => toClock(await office.must('handoff.read', { id }))

describe('the policy is data, in versions', () => {
  test('set-up makes the first, which says who is told and who made it: nobody yet', async () => {
    const office = createScratchOffice()
    const { versions, owner, partners } = await office.must('policy.read', {})
    expect(versions).toMatchObject([{ version: 1, from: FRIDAY_NINE, setBy: null, state: 'current', policy: { standardHours: 24 } }])
    expect([owner, partners]).toEqual(['Maeve', []])
  })

  test('a version begins on its day: what is received before keeps the old one, what is received after has the new (C2)', async () => {
    const office = createScratchOffice()
    const source = await office.partner('Northgate Line')
    const before = await office.createHandoff(source)
    expect(await save(office, { standardHours: 36, tries: { first: 3, second: 1 } }, FRIDAY_NINE + 3 * DAY)).toEqual({
      ok: true,
      value: { version: 2 },
    })
    expect((await latest(office)).state).toBe('coming')
    const unchanged = await office.createHandoff(source, { person: { kind: 'new', name: 'Zoe Wilde', alias: '' } })
    office.after(3 * DAY)
    const after = await office.createHandoff(source, { person: { kind: 'new', name: 'Amelie Marsh', alias: '' } })
    const backdated = await office.createHandoff(source, {
      person: { kind: 'new', name: 'Hodan Ali', alias: '' },
      receivedAt: office.now - HOUR,
      earlierBecause: 'the line was down',
    })
    expect((await readClock(office, before)).standard).toMatchObject({ hours: 24, policyVersion: 1 })
    expect((await readClock(office, unchanged)).standard).toMatchObject({ hours: 24, policyVersion: 1 })
    expect(await readClock(office, after)).toMatchObject({
      standard: { hours: 36, policyVersion: 2 },
      dueAt: office.now + 36 * HOUR,
      triesWanted: 4,
    })
    expect((await readClock(office, backdated)).standard).toMatchObject({ hours: 24, policyVersion: 1 })
    const { versions } = await office.must('policy.read', {})
    expect(versions.map(({ version, state, setBy }) => [version, state, setBy])).toEqual([
      [2, 'current', 'Maeve'],
      [1, 'past', null],
    ])
  })

  test('from today means from now on: what came in this morning keeps the policy of this morning', async () => {
    const office = createScratchOffice()
    const source = await office.partner('Northgate Line')
    office.after(2 * HOUR)
    await save(office, { standardHours: 36 }, FRIDAY_NINE - 2 * HOUR)
    const fresh = await office.createHandoff(source)
    const early = await office.createHandoff(source, {
      person: { kind: 'new', name: 'Zoe Wilde', alias: '' },
      receivedAt: office.now - HOUR,
      earlierBecause: 'the line was down',
    })
    expect((await readClock(office, fresh)).standard.hours).toBe(36)
    expect((await readClock(office, early)).standard.hours).toBe(24)
  })

  test('of two from the same moment the later word holds', async () => {
    const office = createScratchOffice()
    await save(office, { standardHours: 36 }, FRIDAY_NINE + DAY)
    await save(office, { standardHours: 48 }, FRIDAY_NINE + DAY)
    office.after(DAY)
    expect((await office.must('settings.read', {})).standardHours).toBe(48)
  })

  test('refused: from a day that has passed, on an older version, or one that can never be met', async () => {
    const office = createScratchOffice()
    expect(await save(office, {}, FRIDAY_NINE - DAY)).toMatchObject({ failure: { reason: 'policy_starts_earlier', field: 'from' } })
    expect(await save(office, { gap: 0 })).toMatchObject({ failure: { reason: 'gap_is_nothing', field: 'gap' } })
    expect(await save(office, { secondWindow: 0 })).toMatchObject({ failure: { reason: 'window_is_nothing' } })
    const { version: basedOn, policy } = await latest(office)
    await save(office, { standardHours: 36 })
    expect(await office.call('policy.save', { basedOn, from: office.now, policy })).toMatchObject({
      failure: { reason: 'changed_meanwhile' },
    })
    expect((await office.must('policy.read', {})).versions).toHaveLength(2)
  })

  test('the audit log says that it was set, by whom, and which', async () => {
    const office = createScratchOffice()
    await save(office, { standardHours: 36 })
    const { rows } = await office.must('audit.list', { before: null, kinds: ['settings_changed'] })
    expect(rows[0]).toMatchObject({ by: 'Maeve', facts: { what: 'policy', version: 2, standardHours: 36 } })
  })
})

test('a policy change never alters a running record: due time, windows, tries, next alert (C2)', async () => {
  const change = fc.record({
    standardHours: fc.integer({ min: 5, max: 72 }),
    secondWindow: fc.integer({ min: 24, max: 72 }).map((count) => count * HOUR),
    gap: fc.constantFrom(HOUR, 2 * HOUR),
    tries: fc.record({ first: fc.integer({ min: 1, max: 3 }), second: fc.integer({ min: 0, max: 3 }) }),
    askSource: fc.boolean(),
    alertsBefore: fc.constantFrom<number[]>([], [HOUR], [3 * HOUR, HOUR]),
    shiftStarts: fc.constantFrom<string[]>(['07:00'], ['06:00', '14:00', '22:00']),
  })
  const step = fc.oneof(
    fc.record({ kind: fc.constant('save' as const), change, ahead: fc.integer({ min: 0, max: 72 }) }),
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 2_000 }) }),
    fc.record({ kind: fc.constant('attempt' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      // The same sequence twice: once with the policy changed along the way, once unchanged.
      const lives = [createScratchOffice(), createScratchOffice()]
      const seen: unknown[][] = [[], []]
      for (const [nth, office] of lives.entries()) {
        const source = await office.partner('Northgate Line')
        const id = await office.createHandoff(source)
        for (const one of steps) {
          if (one.kind === 'save' && nth === 0)
            expect(await save(office, one.change, office.now + one.ahead * HOUR)).toMatchObject({ ok: true })
          if (one.kind === 'wait') {
            office.after(one.minutes * 60_000)
            office.tick()
          }
          if (one.kind === 'attempt') await office.do(id, attempt('no_answer'))
          const record = await office.must('handoff.read', { id })
          seen[nth]?.push([toClock(record), record.proposal, record.tasks.map(({ kind, dueAt }) => [kind, dueAt]), office.nextAlertAt()])
        }
      }
      expect(seen[0]).toEqual(seen[1])
    }),
    { numRuns: 10 },
  )
}, 60_000)

describe('the supervisor is told as well, where the policy says so (C3)', () => {
  const readTold = async (office: Office, id: HandoffId) =>
    (await office.must('handoff.read', { id })).timeline.filter(({ kind }) => kind === 'supervisor_told')

  test('so long after the due time, once, and never under a policy that does not ask for it', async () => {
    const office = createScratchOffice()
    const source = await office.partner('Northgate Line')
    const before = await office.createHandoff(source)
    await save(office, { supervisorAfter: 2 * HOUR })
    const id = await office.createHandoff(source, { person: { kind: 'new', name: 'Zoe Wilde', alias: '' } })
    office.after(26 * HOUR - 1)
    office.tick()
    expect(await readTold(office, id)).toHaveLength(0)
    office.after(1)
    expect(office.nextAlertAt()).toBe(office.now)
    office.tick()
    office.after(HOUR)
    office.tick()
    expect(await readTold(office, id)).toHaveLength(1)
    expect(await readTold(office, before)).toHaveLength(0)
  })

  test('not once somebody has reached her', async () => {
    const office = createScratchOffice()
    const source = await office.partner('Northgate Line')
    await save(office, { supervisorAfter: 2 * HOUR })
    const id = await office.createHandoff(source)
    await office.must('handoff.execute', { id, command: attempt('reached', { override: true }) })
    office.after(30 * HOUR)
    office.tick()
    expect(await readTold(office, id)).toHaveLength(0)
  })
})

describe('the last 90 days, replayed', () => {
  const createPast = async () => {
    const office = createScratchOffice()
    const source = await office.partner('Northgate Line')
    const other = await office.partner('Court Line')
    await office.must('partner.saveStandard', { id: other, standard: { from: office.now, hours: 48, mode: 'committed' } })
    const reach = async (from: typeof source, name: string, hours: number) => {
      const id = await office.createHandoff(from, { ...referral(from), person: { kind: 'new', name, alias: '' } })
      const back = office.now
      office.after(hours * HOUR)
      await office.must('handoff.execute', { id, command: attempt('reached', { override: true }) })
      office.at(back)
      return id
    }
    await reach(source, 'Amal Rahimi', 10)
    await reach(source, 'Zoe Wilde', 30)
    const late = await reach(source, 'Hodan Ali', 40)
    await reach(other, 'Simran Gill', 60)
    office.after(5 * DAY)
    await office.createHandoff(source, { person: { kind: 'new', name: 'Amelie Marsh', alias: '' } })
    return { office, source, other, late }
  }
  const draft = { standardHours: 36, secondWindow: DAY }

  test('says how many would have been late, why, and what runs on; a source with its own standard is not among them', async () => {
    const { office, late, other } = await createPast()
    const readTold = await office.must('policy.preview', { partner: null, ...draft })
    expect(readTold).toMatchObject({
      of: 3,
      draft: { hours: 36, late: 1, bounceDue: 60 },
      now: { hours: 24, late: 2, bounceDue: 48 },
      late: [{ id: late, hours: 40, reached: true, reason: { kind: 'tries', count: 1 } }],
      handoffs: [
        { hours: 10, late: false, lateNow: false },
        { hours: 30, late: false, lateNow: true },
        { hours: 40, late: true, lateNow: true },
      ],
    })
    expect(readTold.running.find(({ hours }) => hours === 24)?.count).toBeGreaterThan(0)
    expect(await office.must('policy.preview', { partner: other, ...draft })).toMatchObject({
      of: 1,
      draft: { late: 1 },
      now: { hours: 48, late: 1 },
    })
  })

  test('what lies longer than 90 days back, and what was entered in error, is not counted', async () => {
    const { office, late } = await createPast()
    await office.must('handoff.execute', { id: late, command: { kind: 'mark_error', reason: 'twice' } })
    expect((await office.must('policy.preview', { partner: null, ...draft })).of).toBe(2)
    office.after(86 * DAY)
    expect((await office.must('policy.preview', { partner: null, ...draft })).draft.late).toBe(1)
  })

  test('whoever may not see her does not find her there either (I3)', async () => {
    const { office, late } = await createPast()
    const ruth = office.worker('Ruth', ['supervisor'])
    office.signIn(ruth, 'Ruth', ['supervisor'])
    const { personId } = await office.must('handoff.read', { id: late })
    await office.must('access.restrict', { personId, named: [office.director] })
    const own = office.worker('Tam', ['worker'])
    office.signIn(own, 'Tam', ['workflow_owner'])
    expect(await office.must('policy.preview', { partner: null, ...draft })).toMatchObject({ of: 2, late: [] })
  })
})
