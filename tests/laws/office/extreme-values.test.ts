import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { attempt, FRIDAY_NINE, referral, createScratchOffice } from '../../support/office/scratch-office'

const FIRST = 946_684_800_000
const LAST = 4_102_444_800_000
const HOUR = 3_600_000

/** Valid commands whose values no worker would send. */
const commands = (at: number, staff: string) => [
  { kind: 'correct_received', receivedAt: at, reason: 'x' },
  { kind: 'record_acceptance', acceptedBy: 'x', worker: staff, at },
  { kind: 'assign', to: staff, reason: 'x' },
  attempt('no_answer', { at, checkAt: at, wayId: '__proto__' }),
  attempt('reached', { at, checkAt: at }),
  attempt('not_safe_stopped', { at, checkAt: at }),
  { kind: 'withdraw_attempt', no: Number.MAX_SAFE_INTEGER },
  { kind: 'withdraw_attempt', no: -1 },
  { kind: 'agree_waiting', checkAt: at, why: 'she_asked' },
  { kind: 'source_answered', answer: 'new_way', words: '', checkAt: at },
  { kind: 'move_task', no: -1, owner: staff, dueAt: at },
  { kind: 'move_task', no: 1, owner: staff, dueAt: at },
  { kind: 'book_meeting', at, what: 'x' },
  { kind: 'put_on_hold', reviewAt: at, what: 'x' },
  { kind: 'record_bounce', reason: 'toString', seen: 'x', change: 'x', action: 'letter', what: 'x', owner: staff, dueAt: at },
  {
    kind: 'save_confirmation',
    at,
    wayVerified: true,
    nextStep: { kind: 'appointment', what: 'x', date: at, waitLength: 'x', herWords: 'x' },
    risks: { answer: 'dates', dates: [{ kind: 'court_date', date: at, what: 'x', routedTo: '' }] },
  },
]

describe('values of the right form that no worker would send (I1)', () => {
  test.each([
    ['the year 2000', FIRST],
    ['the end of 2099', LAST],
    ['an hour ago', FRIDAY_NINE - HOUR],
    ['tomorrow', FRIDAY_NINE + 24 * HOUR],
  ])('a handoff at %s, for somebody who is not there: refused or kept, and everything can still be read', async (_when, at) => {
    const office = createScratchOffice()
    const partner = await office.partner('Red Cross')
    let sampleIds = 0
    for (const staff of [uuidv7(), office.director]) {
      let round = 0
      for (const raw of [...commands(at, staff), ...commands(at, staff)]) {
        const id = await office.createHandoff(partner, { person: { kind: 'new', name: `Amal ${raw.kind}`, alias: '' } })
        // In the second round the person has been contacted.
        if ((round += 1) > commands(at, staff).length) await office.do(id, attempt('reached'))
        // `call` throws when the office has met a bug.
        const answer = await office.call('handoff.execute', { id, command: raw as never })
        sampleIds += answer.ok ? 1 : 0
        if (!answer.ok) expect(answer.failure, raw.kind).toMatchObject({ kind: 'refused' })
        await office.must('handoff.read', { id })
        office.tick()
      }
      await office.must('board.read', {} as never)
      await office.must('search.find', { text: 'amal' })
    }
    expect(sampleIds).toBeGreaterThan(0)
  })

  test('who is not there is refused by name, not met as a bug', async () => {
    const office = createScratchOffice()
    const unknownId = uuidv7() as never
    const id = await office.createHandoff(await office.partner('Red Cross'))
    const all = referral(unknownId)
    const calls = [
      ['handoff.create', all],
      ['handoff.create', { ...all, source: { kind: 'staff', id: unknownId } }],
      ['handoff.create', { ...all, source: { kind: 'herself' }, person: { kind: 'existing', id: unknownId } }],
      ['handoff.create', { ...all, source: { kind: 'herself' }, assignedTo: unknownId }],
      ['handoff.create', { ...all, direction: 'outgoing', source: { kind: 'us' }, receiver: { kind: 'partner', id: unknownId } }],
      ['handoff.create', { ...all, direction: 'internal', source: { kind: 'us' }, receiver: { kind: 'staff', id: unknownId } }],
      ['handoff.create', { ...all, source: { kind: 'herself' }, receivedAt: FIRST, earlierBecause: 'x' }],
      ['handoff.create', { ...all, source: { kind: 'herself' }, risks: [{ kind: 'court_date', date: LAST, what: '', routedTo: '' }] }],
      ['handoff.read', { id: unknownId }],
      ['handoff.execute', { id: unknownId, command: { kind: 'end_waiting' } }],
      ['contact.showNumber', { id, wayId: 'constructor', channel: 'call', safeCheck: 'safe', override: null }],
      ['person.name', { personId: unknownId }],
      ['plan.read', { personId: unknownId }],
      ['plan.versions', { personId: unknownId }],
      ['partner.saveStandard', { id: unknownId, standard: { from: LAST, hours: 24, mode: 'committed' } }],
      ['partner.enquiry', { id: unknownId }],
      ['alert.markSeen', { ids: [Number.MAX_SAFE_INTEGER, -1, 0] }],
      ['draft.read', { key: '\uD800' }],
      ['draft.save', { key: '\u0000', body: '\u0000' }],
      ['search.find', { text: '%_*"\'\\ OR NEAR( \u0000' }],
      ['search.find', { text: '٣٤٥ \uD800 ()' }],
    ] as const
    for (const [channel, input] of calls) {
      const answer = await office.call(channel, input as never)
      if (!answer.ok) expect(answer.failure, `${channel} ${JSON.stringify(input)}`).toMatchObject({ kind: 'refused' })
    }
    await office.must('board.read', {} as never)
  })
})
