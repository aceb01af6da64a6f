import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Input } from '#shared/contract/index'
import type { HandoffId, PersonId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { listHandoffEvents } from '../../../electron/storage/handoff/handoffs'
import { loadCurrentPlan } from '../../../electron/storage/person/people'
import {
  breakGlass,
  conflict,
  handoff,
  person,
  personSearchKey,
  restriction,
  restrictionStaff,
  task,
} from '../../../electron/storage/schema'
import { replay } from '#shared/domain/handoff/apply'
import { NO_ANSWERS, type PersonAnswers } from '#shared/domain/person/person-answers'
import { facts } from '../../support/domain/arbitrary'
import { attempt, referral, createScratchOffice } from '../../support/office/scratch-office'

type Office = ReturnType<typeof createScratchOffice>
type Questions = Input<'handoff.create'>['questions']
const REASON = 'the same number, and she says so'

const readPersonId = async (office: Office, id: HandoffId): Promise<PersonId> => (await office.must('handoff.read', { id })).personId

async function createTwoRecords(names: readonly [string, string] = ['Amal Rahimi', 'Amal R.'], questions: Partial<Questions> = {}) {
  const office = createScratchOffice()
  const bo = office.worker('Bo')
  const partner = await office.partner('Northgate Line')
  const first = await office.createHandoff(partner, { person: { kind: 'new', name: names[0], alias: '' } })
  const second = await office.createHandoff(partner, {
    person: { kind: 'new', name: names[1], alias: '' },
    questions: { ...referral(partner).questions, number: { kind: 'known', value: '780 555 0199', readBack: true }, ...questions },
  })
  const stays = await readPersonId(office, first)
  const gone = await readPersonId(office, second)
  const merge = async () => (await office.must('person.merge', { gone, stays, reason: REASON })).mergeId
  return { office, bo, partner, first, second, stays, gone, merge }
}

/** Reads the state of both people: the tables, without the audit log and the events, which only grow, and the plan by its content. */
const readJoinedState = (office: Office) =>
  office.database.read((db) => {
    const people = db.select().from(person).orderBy(person.id).all()
    return {
      people: people.map(({ planVersion: _version, ...one }) => {
        const plan = loadCurrentPlan(db, one.id)
        return { ...one, plan: plan?.plan, verified: plan?.verified }
      }),
      keys: db.select().from(personSearchKey).orderBy(personSearchKey.kind, personSearchKey.key, personSearchKey.personId).all(),
      handoffs: db
        .select()
        .from(handoff)
        .orderBy(handoff.id)
        .all()
        .map(({ version: _version, nextTaskNo: _no, ...row }) => row),
      tasks: db
        .select({ id: task.handoffId, kind: task.kind, owner: task.owner, dueAt: task.dueAt, until: task.until, byHand: task.byHand })
        .from(task)
        .where(eq(task.open, 1))
        .orderBy(task.handoffId, task.kind)
        .all(),
      restricted: db.select().from(restriction).orderBy(restriction.personId).all(),
      named: db.select().from(restrictionStaff).orderBy(restrictionStaff.personId, restrictionStaff.staffId).all(),
      conflicts: db.select().from(conflict).orderBy(conflict.personId, conflict.staffId).all(),
      glass: db.select().from(breakGlass).all(),
    }
  })

test('a merged record is met under the one that stays: by its id, by its name and by its number', async () => {
  const { office, second, stays, gone, merge, first } = await createTwoRecords(['Amal Rahimi', 'Zoe Wilde'])
  await merge()
  expect((await office.must('person.read', { personId: gone })).personId).toBe(stays)
  expect((await office.must('handoff.read', { id: second })).personId).toBe(stays)
  for (const text of ['Zoe', 'Amal', '7805550199'])
    expect(
      (await office.must('search.find', { text })).people.map(({ personId }) => personId),
      text,
    ).toEqual([stays])
  const similar = await office.must('handoff.similar', { name: 'Zoe Wilde', alias: '', phone: '' })
  expect(similar.map(({ personId, similarity }) => [personId, similarity])).toEqual([[stays, 'same_name']])
  const { handoffs, timeline } = await office.must('person.read', { personId: stays })
  expect(handoffs.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted())
  expect(
    timeline
      .filter(({ kind }) => kind === 'person_merged')
      .map(({ handoffId }) => handoffId)
      .toSorted(),
  ).toEqual([first, second].toSorted())
})

test('the plan that stands after a merge was verified with nobody (P2)', async () => {
  const { office, stays, merge } = await createTwoRecords()
  await merge()
  const plan = await office.must('plan.read', { personId: stays })
  expect(plan).toMatchObject({ version: 2, verified: null })
})

test('the more careful answer to "may we contact you" stands, and a handoff that was being called waits for the person’s call (P4, C7)', async () => {
  const { office, first, stays, merge } = await createTwoRecords(undefined, { safeToCall: 'no' })
  const before = await office.must('handoff.read', { id: first })
  expect(before.state.kind).toBe('contact_due')
  const mergeId = await merge()
  expect((await office.must('handoff.read', { id: first })).state).toMatchObject({ kind: 'waiting_for_her', why: 'no_safe_way' })
  expect((await office.must('plan.read', { personId: stays }))?.plan.mayContact).toBe('she_calls')
  await office.must('person.unmerge', { mergeId })
  expect((await office.must('handoff.read', { id: first })).state).toEqual(before.state)
})

test('"not safe" of either holds for both, and goes back to whom it was said about when the merge is undone (P4)', async () => {
  const { office, first, second, merge } = await createTwoRecords()
  await office.do(second, attempt('not_safe_stopped'))
  const mergeId = await merge()
  expect((await office.must('handoff.read', { id: first })).stoppedAt).not.toBeNull()
  await office.must('person.unmerge', { mergeId })
  expect((await office.must('handoff.read', { id: first })).stoppedAt).toBeNull()
  expect((await office.must('handoff.read', { id: second })).stoppedAt).not.toBeNull()
})

test('a stop that was said in between holds for both afterwards (P4)', async () => {
  const { office, first, second, merge } = await createTwoRecords()
  const mergeId = await merge()
  office.after(HOUR)
  await office.do(first, attempt('not_safe_stopped'))
  await office.must('person.unmerge', { mergeId })
  for (const id of [first, second]) expect((await office.must('handoff.read', { id })).stoppedAt).not.toBeNull()
  const again = await office.createHandoff((await office.must('partner.list', {}))[0]!.id, {
    person: { kind: 'existing', id: await readPersonId(office, second) },
  })
  expect((await office.must('handoff.read', { id: again })).stoppedAt).not.toBeNull()
})

test('a handoff made in between stays with her who stays, everything else of the other goes back', async () => {
  const { office, first, second, partner, stays, gone, merge } = await createTwoRecords()
  const mergeId = await merge()
  const between = await office.createHandoff(partner, { person: { kind: 'existing', id: gone } })
  await office.must('person.unmerge', { mergeId })
  expect([await readPersonId(office, first), await readPersonId(office, between), await readPersonId(office, second)]).toEqual([
    stays,
    stays,
    gone,
  ])
})

test('a restriction of either hides both, from the lists and by either id, and is gone with the merge (I3)', async () => {
  const { office, bo, first, second, stays, gone, merge } = await createTwoRecords(['Amal Rahimi', 'Zoe Wilde'])
  await office.must('access.restrict', { personId: gone, named: [office.director] })
  const mergeId = await merge()
  office.signIn(bo, 'Bo')
  expect((await office.must('board.read', {})).rows).toEqual([])
  for (const text of ['Amal', 'Zoe', '7805550142']) expect((await office.must('search.find', { text })).people, text).toEqual([])
  for (const personId of [stays, gone])
    expect(await office.call('person.read', { personId })).toMatchObject({ ok: false, failure: { reason: 'no_such_person' } })
  expect(await office.call('person.unmerge', { mergeId })).toMatchObject({ ok: false, failure: { reason: 'not_merged' } })
  office.signIn(office.director, 'Maeve', ['director', 'workflow_owner', 'data_owner'])
  await office.must('person.unmerge', { mergeId })
  office.signIn(bo, 'Bo')
  expect((await office.must('board.read', {})).rows.map(({ id }) => id)).toEqual([first])
  expect(await office.call('handoff.read', { id: second })).toMatchObject({ ok: false })
})

test('a merge after which somebody would not see what she has to do is refused (H4, I3)', async () => {
  const { office, bo, first, stays, gone } = await createTwoRecords()
  await office.do(first, { kind: 'assign', to: bo, reason: '' })
  await office.must('access.restrict', { personId: gone, named: [office.director] })
  expect(await office.call('person.merge', { gone, stays, reason: REASON })).toMatchObject({
    ok: false,
    failure: { reason: 'owner_not_named' },
  })
})

test('a merge needs two, a reason, and is undone once, within 30 days, the newest first', async () => {
  const { office, partner, stays, gone, merge } = await createTwoRecords()
  expect(await office.call('person.merge', { gone, stays: gone, reason: REASON })).toMatchObject({ failure: { reason: 'same_person' } })
  expect(await office.call('person.merge', { gone, stays, reason: ' ' })).toMatchObject({ failure: { kind: 'invalid' } })
  const mergeId = await merge()
  expect(await office.call('person.merge', { gone, stays, reason: REASON })).toMatchObject({ failure: { reason: 'same_person' } })
  const third = await readPersonId(office, await office.createHandoff(partner, { person: { kind: 'new', name: 'Bea Lund', alias: '' } }))
  const newer = (await office.must('person.merge', { gone: third, stays: gone, reason: REASON })).mergeId
  expect((await office.must('person.merges', { personId: stays })).map(({ undoUntil }) => undoUntil === null)).toEqual([false, true])
  expect(await office.call('person.unmerge', { mergeId })).toMatchObject({ failure: { reason: 'undo_later_first' } })
  await office.must('person.unmerge', { mergeId: newer })
  office.after(30 * DAY + 1)
  expect(await office.call('person.unmerge', { mergeId })).toMatchObject({ failure: { reason: 'undo_is_over' } })
  office.after(-2)
  await office.must('person.unmerge', { mergeId })
  expect(await office.call('person.unmerge', { mergeId })).toMatchObject({ failure: { reason: 'not_merged' } })
})

test('the audit log says that two records were joined and parted, never by whose name', async () => {
  const { office, gone, merge } = await createTwoRecords()
  await office.must('person.unmerge', { mergeId: await merge() })
  const { rows } = await office.must('audit.list', { before: null, kinds: ['merged'] })
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toMatch(/Amal|same number/)
  expect(JSON.stringify(rows)).toContain(gone)
})

test('the one who stays keeps what she told; what nobody asked her comes from the other, and goes when they are parted', async () => {
  const { office, stays, gone, merge } = await createTwoRecords()
  const save = (personId: PersonId, facts: PersonAnswers) =>
    office.must('person.save', { personId, alias: '', initials: '', pronoun: '', spellings: [], facts: facts as never })
  const readFacts = async (personId: PersonId) => (await office.must('person.read', { personId })).facts
  const olderFacts: PersonAnswers = { ...NO_ANSWERS, ageBand: '25_59', pets: { kind: 'not_known' } }
  const other: PersonAnswers = { ...NO_ANSWERS, ageBand: '18_24', pets: { kind: 'told', words: 'a cat' }, groups: { kind: 'none' } }
  await save(stays, olderFacts)
  await save(gone, other)
  const mergeId = await merge()
  expect(await readFacts(stays)).toEqual({ ...olderFacts, pets: other.pets, groups: other.groups })
  await save(stays, { ...olderFacts, pets: other.pets, groups: other.groups, culturalNeeds: { kind: 'told', words: 'halal' } })
  await office.must('person.unmerge', { mergeId })
  expect([await readFacts(stays), await readFacts(gone)]).toEqual([
    { ...olderFacts, culturalNeeds: { kind: 'told', words: 'halal' } },
    other,
  ])
})

test(
  'merge then undo is the identity, whatever the two plans, stops, restrictions and records were (property)',
  { timeout: 360_000 },
  async () => {
    const safe = fc.constantFrom<Questions['safeToCall']>('yes', 'no', 'only_at_times', 'not_known')
    const side = fc.record({
      safe,
      from: fc.integer({ min: 0, max: 1438 }),
      length: fc.integer({ min: 1, max: 1200 }),
      sameNumber: fc.boolean(),
      stop: fc.boolean(),
      ended: fc.boolean(),
      more: fc.boolean(),
      conflict: fc.boolean(),
      restricted: fc.boolean(),
      waits: fc.boolean(),
      facts,
    })
    await fc.assert(
      fc.asyncProperty(side, side, fc.boolean(), async (one, other, turned) => {
        const office = createScratchOffice()
        const bo = office.worker('Bo')
        const cy = office.worker('Cy')
        const partner = await office.partner('Northgate Line')
        const people: PersonId[] = []
        for (const [nth, its] of [one, other].entries()) {
          const questions: Questions = {
            number: { kind: 'known', value: its.sameNumber ? '780 555 0142' : `780 555 017${nth}`, readBack: true },
            safeToCall: its.safe,
            safeTimes:
              its.safe === 'only_at_times' ? [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: its.from, to: (its.from + its.length) % 1440 }] : [],
            language: { kind: 'not_known' },
          }
          const id = await office.createHandoff(partner, { person: { kind: 'new', name: `Amal ${nth}`, alias: '' }, questions })
          const personId = await readPersonId(office, id)
          people.push(personId)
          await office.must('person.save', { personId, alias: '', initials: '', pronoun: '', spellings: [], facts: its.facts as never })
          if (its.more) await office.createHandoff(partner, { person: { kind: 'existing', id: personId } })
          if (its.waits) await office.do(id, { kind: 'agree_waiting', checkAt: office.now + 5 * HOUR, why: 'she_asked' })
          if (its.stop) await office.do(id, attempt('not_safe_stopped'))
          if (its.ended) await office.do(id, { kind: 'close', as: 'she_withdrew', reason: 'she said so' })
          if (its.conflict) await office.must('access.setConflict', { personId, staffId: cy, on: true })
          if (its.restricted) await office.must('access.restrict', { personId, named: [office.director, ...(nth === 0 ? [bo] : [])] })
        }
        const [gone, stays] = (turned ? people : people.toReversed()) as [PersonId, PersonId]
        const before = readJoinedState(office)
        const { mergeId } = await office.must('person.merge', { gone, stays, reason: REASON })
        expect(readJoinedState(office)).not.toEqual(before)
        await office.must('person.unmerge', { mergeId })
        expect(readJoinedState(office)).toEqual(before)
        office.database.read((db) => {
          for (const row of db.select().from(handoff).all()) expect(replay(listHandoffEvents(db, row.id))?.personId).toBe(row.personId)
        })
      }),
      { numRuns: 40 },
    )
  },
)
