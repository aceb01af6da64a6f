import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Input } from '#shared/contract/index'
import type { HandoffId, PartnerId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { PILOT_DURATION } from '#shared/domain/policy/policy'
import { handoff } from '../../../electron/storage/schema'
import { attempt, createScratchOffice } from '../../support/office/scratch-office'

type Office = ReturnType<typeof createScratchOffice>
type Standard = Input<'partner.saveStandard'>['standard']
type SourceRulesInput = NonNullable<Standard['rules']>

const ZOE = { person: { kind: 'new', name: 'Zoe Wilde', alias: '' } } as const
const MINA = { person: { kind: 'new', name: 'Mina Wren', alias: '' } } as const

const agree = (office: Office, id: PartnerId, rules: SourceRulesInput, change: Partial<Standard> = {}) =>
  office.call('partner.saveStandard', { id, standard: { from: office.now, hours: 24, mode: 'committed', rules, ...change } })
const setPolicy = async (office: Office, change: Partial<Input<'policy.save'>['policy']>, from = office.now) => {
  const [newest] = (await office.must('policy.read', {})).versions
  if (!newest) throw new Error('no policy')
  return office.call('policy.save', { basedOn: newest.version, from, policy: { ...newest.policy, ...change } })
}
const readRecord = (office: Office, id: HandoffId) => office.must('handoff.read', { id })
const readProposal = async (office: Office, id: HandoffId) => (await readRecord(office, id)).proposal

describe('what a source has of its own counts for its records and nobody else’s (C2, C5)', () => {
  test('three tries, four hours apart; another source’s record keeps two, two hours apart', async () => {
    const office = createScratchOffice()
    const [own, other] = [await office.partner('Northgate Line'), await office.partner('Court Line')]
    expect(await agree(office, own, { gap: 4 * HOUR, tries: { first: 3 } })).toMatchObject({ ok: true })
    const [its, partnerRecord] = [await office.refer(own), await office.refer(other, ZOE)]
    for (const id of [its, partnerRecord]) await office.must('handoff.execute', { id, command: attempt('no_answer') })
    expect(await readProposal(office, its)).toMatchObject({ kind: 'slot', window: 'first', nth: 2, at: office.now + 4 * HOUR })
    expect(await readProposal(office, partnerRecord)).toMatchObject({ kind: 'slot', window: 'first', nth: 2, at: office.now + 2 * HOUR })
    office.after(3 * HOUR)
    for (const id of [its, partnerRecord]) await office.must('handoff.execute', { id, command: attempt('no_answer') })
    expect([await readRecord(office, its), await readRecord(office, partnerRecord)]).toMatchObject([
      { tries: 1, triesWanted: 4, standard: { rules: { gap: 4 * HOUR, tries: { first: 3 } } } },
      { tries: 2, triesWanted: 3 },
    ])
    expect((await readRecord(office, partnerRecord)).standard).not.toHaveProperty('rules')
    const rows = office.book.read((db) => db.select({ tries: handoff.tries, rules: handoff.standardRules }).from(handoff).all())
    expect(rows).toEqual([
      { tries: 1, rules: { gap: 4 * HOUR, tries: { first: 3 } } },
      { tries: 2, rules: {} },
    ])
  })

  test('its own second window is when its bounce is due; its own alerts wake the timer, its own time the supervisor', async () => {
    const office = createScratchOffice()
    const own = await office.partner('Northgate Line')
    await agree(office, own, { secondWindow: 12 * HOUR, loopBackAnswer: 6 * HOUR, alertsBefore: [6 * HOUR], supervisorAfter: HOUR })
    const id = await office.refer(own)
    const { bounceDueAt, receivedAt } = await readRecord(office, id)
    expect(bounceDueAt).toBe(receivedAt + 36 * HOUR)
    expect(office.nextAlertAt()).toBe(receivedAt + 18 * HOUR)
    office.after(25 * HOUR)
    office.tick()
    expect((await readRecord(office, id)).timeline.map(({ kind }) => kind)).toContain('supervisor_told')
  })

  test('a referral that is written down later has what the source had then', async () => {
    const office = createScratchOffice()
    const own = await office.partner('Northgate Line')
    await agree(office, own, { gap: 4 * HOUR })
    office.after(2 * DAY)
    await agree(office, own, { gap: 6 * HOUR })
    const id = await office.refer(own, { receivedAt: office.now - DAY, earlierBecause: 'the line was down' })
    expect((await readRecord(office, id)).standard.rules).toEqual({ gap: 4 * HOUR })
  })

  test('the directory says what is in force, the policy’s list says whose and what', async () => {
    const office = createScratchOffice()
    const own = await office.partner('Northgate Line')
    await agree(office, own, { alertsBefore: [HOUR, 3 * HOUR, HOUR].slice(0, 2), gap: 4 * HOUR })
    await agree(office, own, { tries: { second: 2 } }, { from: office.now + DAY })
    const storedRules = { alertsBefore: [3 * HOUR, HOUR], gap: 4 * HOUR }
    const [listed] = await office.must('partner.list', {})
    expect(listed).toMatchObject({
      inForce: { own: true, rules: storedRules },
      standards: [{ rules: { tries: { second: 2 } } }, { rules: storedRules }],
    })
    expect((await office.must('policy.read', {})).partners).toMatchObject([
      { state: 'current', rules: storedRules },
      { state: 'coming', rules: { tries: { second: 2 } } },
    ])
  })
})

describe('what could never be met is refused', () => {
  test('a source’s, at its own answer, under a policy in force or to come while it would be', async () => {
    const office = createScratchOffice()
    const own = await office.partner('Northgate Line')
    expect(await agree(office, own, { gap: 0 })).toMatchObject({ failure: { reason: 'gap_is_nothing', field: 'gap' } })
    await setPolicy(office, { gap: 8 * HOUR, tries: { first: 2, second: 1 } }, office.now + 10 * DAY)
    const six = { tries: { first: 6 } }
    expect(await agree(office, own, six)).toMatchObject({ failure: { reason: 'tries_do_not_fit', field: 'tries.first' } })
    // It gives way to another before that version begins.
    expect(await agree(office, own, {}, { from: office.now + 9 * DAY })).toMatchObject({ ok: true })
    expect(await agree(office, own, six)).toMatchObject({ ok: true })
    expect(await agree(office, own, six, { from: office.now + 9 * DAY })).toMatchObject({ failure: { field: 'tries.first' } })
  })

  test('a pilot is over before a version that comes later', async () => {
    const office = createScratchOffice()
    const own = await office.partner('Northgate Line')
    await setPolicy(office, { gap: 8 * HOUR }, office.now + PILOT_DURATION + DAY)
    expect(await agree(office, own, { tries: { first: 6 } }, { mode: 'pilot' })).toMatchObject({ ok: true })
  })

  test('the office’s, with how many sources could not keep theirs, at an answer that they left to it; a retired one has no say', async () => {
    const office = createScratchOffice()
    const [own, later] = [await office.partner('Northgate Line'), await office.partner('Court Line')]
    await agree(office, own, { tries: { first: 3 } })
    await agree(office, later, { tries: { first: 3 } }, { from: office.now + 5 * DAY })
    const wide = { gap: 12 * HOUR }
    expect(await setPolicy(office, wide)).toMatchObject({
      failure: { reason: 'sources_do_not_fit', field: 'gap', detail: { count: 2 } },
    })
    expect((await office.must('policy.read', {})).versions).toHaveLength(1)
    await office.must('partner.remove', { id: own })
    expect(await setPolicy(office, wide)).toMatchObject({ failure: { detail: { count: 1 } } })
    await agree(office, later, {}, { from: office.now + 5 * DAY })
    expect(await setPolicy(office, wide)).toMatchObject({ ok: true })
  })

  test('not for a source whose own standard is over when the policy begins, or begins when it is over', async () => {
    const office = createScratchOffice()
    const [pilot, late] = [await office.partner('Northgate Line'), await office.partner('Court Line')]
    await agree(office, pilot, { tries: { first: 3 } }, { mode: 'pilot' })
    await agree(office, late, { tries: { first: 3 } }, { from: office.now + 50 * DAY })
    await setPolicy(office, { gap: HOUR }, office.now + 45 * DAY)
    expect(await setPolicy(office, { gap: 12 * HOUR }, office.now + 40 * DAY)).toMatchObject({ ok: true })
  })
})

test('the preview of a source’s draft stands beside its own second window, not the office’s', async () => {
  const office = createScratchOffice()
  const own = await office.partner('Northgate Line')
  await agree(office, own, { secondWindow: 12 * HOUR, askSource: false }, { hours: 48 })
  expect(await office.must('policy.preview', { partner: own, standardHours: 36, secondWindow: 6 * HOUR })).toMatchObject({
    draft: { hours: 36, bounceDue: 42 },
    now: { hours: 48, bounceDue: 60 },
  })
})

test('no change of a policy or of what a source has of its own alters a running record: due time, windows, gap, tries, alerts (C2)', async () => {
  const rules = fc.record(
    {
      gap: fc.constantFrom(HOUR, 3 * HOUR, 4 * HOUR),
      tries: fc.record({ first: fc.integer({ min: 1, max: 3 }), second: fc.nat(3) }, { requiredKeys: [] }),
      secondWindow: fc.constantFrom(30 * HOUR, 48 * HOUR),
      askSource: fc.boolean(),
      loopBackAnswer: fc.constantFrom(6 * HOUR, 20 * HOUR),
      alertsBefore: fc.constantFrom<number[]>([], [HOUR], [3 * HOUR, 2 * HOUR]),
      supervisorAfter: fc.constantFrom(null, HOUR),
    },
    { requiredKeys: [] },
  )
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('agree' as const),
      rules,
      hours: fc.constantFrom(24, 36, 48),
      mode: fc.constantFrom('committed' as const, 'pilot' as const, 'measured' as const),
      ahead: fc.nat(48),
    }),
    fc.record({ kind: fc.constant('save' as const), change: rules, ahead: fc.nat(48) }),
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 1_500 }) }),
    fc.record({ kind: fc.constant('attempt' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(rules, fc.array(step, { minLength: 2, maxLength: 8 }), async (first, steps) => {
      // The same life twice: once everything is changed along the way, once nobody touches it.
      const seen: unknown[][] = [[], []]
      for (const [nth, office] of [createScratchOffice(), createScratchOffice()].entries()) {
        const source = await office.partner('Northgate Line')
        expect(await agree(office, source, first)).toMatchObject({ ok: true })
        const id = await office.refer(source, MINA)
        for (const one of steps) {
          if (one.kind === 'agree' && nth === 0)
            await agree(office, source, one.rules, { hours: one.hours, mode: one.mode, from: office.now + one.ahead * HOUR })
          if (one.kind === 'save' && nth === 0) {
            const { tries: { first: most = 2, second = 1 } = {}, ...change } = one.change
            await setPolicy(
              office,
              { ...change, tries: { first: most, second } } as Parameters<typeof setPolicy>[1],
              office.now + one.ahead * HOUR,
            )
          }
          if (one.kind === 'wait') {
            office.after(one.minutes * 60_000)
            office.tick()
          }
          if (one.kind === 'attempt') await office.do(id, attempt('no_answer'))
          const { standard, dueAt, bounceDueAt, tries, triesWanted, clockAt, proposal, tasks } = await readRecord(office, id)
          const due = tasks.map((task) => [task.kind, task.dueAt])
          seen[nth]?.push([standard, dueAt, bounceDueAt, tries, triesWanted, clockAt, proposal, due, office.nextAlertAt()])
        }
      }
      expect(seen[0]).toEqual(seen[1])
    }),
    { numRuns: 10 },
  )
}, 60_000)
