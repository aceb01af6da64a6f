import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  firstWorkerOf,
  isAccompanied,
  RUNGS,
  seriesOf,
  stepsBack,
  type AccompanimentStep,
  type HeldMeeting,
  type Rung,
} from '#shared/domain/accompaniment'
import { proposeStep } from '#shared/domain/accompaniment-proposal'
import { decideAccompaniment, type AccompanimentCommand } from '#shared/domain/decide-accompaniment'
import type { MeetingId } from '#shared/domain/ids'
import { DAY, HOUR } from '#shared/domain/moment'
import { amira, bo, clinic, T0 } from '../support/people'
import { runs } from '../support/runs'

type Score = 1 | 2 | 3 | 4 | 5

/** Meetings a week apart, with how sure she was (null: nobody asked), and what she decided so far. */
function walk(...scores: readonly (Score | null)[]) {
  const meetings: HeldMeeting[] = []
  const steps: AccompanimentStep[] = []
  let now = T0
  const along = {
    meetings,
    steps,
    series: () => seriesOf(meetings, steps),
    meet: (score: Score | null) => {
      now += 7 * DAY
      const confidence = score === null ? null : { score, words: 'says so' }
      meetings.push({ id: `m${meetings.length + 1}` as MeetingId, at: now, confidence })
      return along
    },
    asks: (command: AccompanimentCommand) => decideAccompaniment(along.series(), command, { now: (now += HOUR), by: amira }),
    does: (command: AccompanimentCommand) => {
      const decided = along.asks(command)
      if (!decided.ok) throw new Error(decided.failure.reason)
      steps.push({ ...decided.value, no: steps.length + 1 })
      return along
    },
    /** She decides at the last meeting. */
    takes: (rung: Exclude<Rung, 'stepped_back'>, words = '') =>
      along.does({ kind: 'decide', meetingId: meetings.at(-1)?.id ?? ('none' as MeetingId), rung, words }),
  }
  for (const score of scores) along.meet(score)
  return along
}

const at = (n: number) => `m${n}` as MeetingId
const whyOf = (series: ReturnType<typeof seriesOf>) => proposeStep(series)

describe('what is proposed (A1)', () => {
  test('one step back when she is surer than before, and never two', () => {
    expect(whyOf(walk(2, 4).series())).toEqual({ rung: 'shares_the_lead', because: { why: 'rose', from: 2, to: 4 } })
    expect(whyOf(walk(4).series())).toEqual({ rung: 'shares_the_lead', because: { why: 'high', to: 4 } })
    expect(whyOf(walk(3).takes('shares_the_lead').meet(5).series())?.rung).toBe('present')
  })
  test('the same place after a drop, when she is not sure, and when nobody asked', () => {
    expect(whyOf(walk(5, 4).series())).toEqual({ rung: 'leads', because: { why: 'dropped', from: 5, to: 4 } })
    expect(whyOf(walk(1, 2).series())).toEqual({ rung: 'leads', because: { why: 'low', to: 2 } })
    expect(whyOf(walk(3, null).series())).toEqual({ rung: 'leads', because: { why: 'not_asked' } })
    expect(whyOf(walk(3, 3).series())).toEqual({ rung: 'leads', because: { why: 'steady', to: 3 } })
  })
  test('the meeting at which nobody asked is passed over when her confidence is compared', () => {
    expect(whyOf(walk(2, null, 3).series())?.because).toEqual({ why: 'rose', from: 2, to: 3 })
  })
  test('at the fourth meeting one step back, unless she is less sure than before', () => {
    expect(whyOf(walk(3, 3, 3, 3).series())).toEqual({ rung: 'shares_the_lead', because: { why: 'target', held: 4 } })
    expect(whyOf(walk(3, 3, 4, 3).series())?.because.why).toBe('dropped')
    expect(whyOf(walk(3, 3, 3).series())?.because.why).toBe('steady')
  })
  test('nothing before the first meeting', () => expect(whyOf(walk().series())).toBeNull())
})

describe('she decides (A1)', () => {
  test('whatever was proposed; what was proposed is kept beside it', () => {
    const along = walk(2).takes('shares_the_lead')
    expect(along.steps[0]).toMatchObject({ rung: 'leads', proposed: 'leads', decided: 'shares_the_lead' })
    expect(along.series()).toMatchObject({ rung: 'shares_the_lead' })
  })
  test('stepping back only at the last meeting, and with her confidence recorded there', () => {
    const along = walk(4, null)
    const back = { kind: 'decide', rung: 'present', words: 'I want to try it' } as const
    expect(along.asks({ ...back, meetingId: at(1) })).toMatchObject({ failure: { reason: 'not_last_meeting' } })
    expect(along.asks({ ...back, meetingId: at(2) })).toMatchObject({ failure: { reason: 'confidence_needed' } })
    expect(walk().asks({ ...back, meetingId: at(1) })).toMatchObject({ failure: { reason: 'not_last_meeting' } })
    expect(along.asks({ kind: 'decide', meetingId: at(2), rung: 'leads', words: '' })).toMatchObject({ ok: true })
  })
  test('more than one step at once in her own words', () => {
    const far = { kind: 'decide', meetingId: at(1), rung: 'on_call' } as const
    expect(walk(5).asks({ ...far, words: '' })).toMatchObject({ failure: { reason: 'reason_needed', field: 'words' } })
    expect(walk(5).asks({ ...far, words: 'I have done this before' })).toMatchObject({ ok: true })
  })
  test('she may say it again until the next meeting, and the last word counts from where she stood', () => {
    const along = walk(4).takes('shares_the_lead').takes('leads')
    expect(along.series().rung).toBe('leads')
    along.takes('shares_the_lead').meet(4)
    expect(along.series().stairs.map(({ rung }) => rung)).toEqual(['leads', 'shares_the_lead'])
  })
  test('more support is given between two meetings; then stepping back waits for the next one', () => {
    const along = walk(4).takes('shares_the_lead').meet(4).takes('present').does({ kind: 'more', rung: 'leads', words: 'it was too much' })
    expect(along.series()).toMatchObject({ rung: 'leads' })
    expect(along.asks({ kind: 'decide', meetingId: at(2), rung: 'present', words: '' })).toMatchObject({
      failure: { reason: 'more_since' },
    })
    expect(along.asks({ kind: 'more', rung: 'leads', words: '' })).toMatchObject({ failure: { reason: 'not_nearer' } })
    along.meet(4)
    expect(along.series().stairs.map(({ rung, meeting }) => [rung, meeting !== null])).toEqual([
      ['leads', true],
      ['shares_the_lead', true],
      ['leads', false],
      ['leads', true],
    ])
  })
})

describe('how it ends (A2)', () => {
  test('she goes on: in her own words, at a meeting, with her confidence', () => {
    const goes = { kind: 'end', as: 'she_goes_on', words: 'I can do this now' } as const
    expect(walk(5).asks({ ...goes, words: '' })).toMatchObject({ failure: { reason: 'reason_needed', field: 'words' } })
    expect(walk(5, null).asks(goes)).toMatchObject({ failure: { reason: 'confidence_needed' } })
    const along = walk(5).does(goes)
    expect(along.series()).toMatchObject({
      rung: 'stepped_back',
      ended: { ends: 'she_goes_on', words: 'I can do this now', meetingId: at(1) },
    })
  })
  test('ended early asks for a reason, lost touch does not; neither needs a meeting', () => {
    expect(walk(3).asks({ kind: 'end', as: 'ended_early', words: '' })).toMatchObject({ failure: { reason: 'reason_needed' } })
    expect(walk().asks({ kind: 'end', as: 'lost_touch', words: '' })).toMatchObject({ ok: true })
  })
  test('after the end nothing is decided, until she asks for more again', () => {
    const along = walk(3).does({ kind: 'end', as: 'ended_early', words: 'a new worker' })
    expect(along.asks({ kind: 'end', as: 'lost_touch', words: '' })).toMatchObject({ failure: { reason: 'series_over' } })
    expect(along.asks({ kind: 'decide', meetingId: at(1), rung: 'leads', words: '' })).toMatchObject({ failure: { reason: 'series_over' } })
    expect(along.does({ kind: 'more', rung: 'leads', words: '' }).series()).toMatchObject({ ended: null, rung: 'leads' })
  })
})

test('the first worker goes along where she is one of ours: who referred her, else who had her first (A1, H5)', () => {
  const handoff = { direction: 'outgoing', source: { kind: 'us' }, supporting: [bo], assignedTo: amira } as const
  expect(firstWorkerOf(handoff)).toBe(bo)
  expect(firstWorkerOf({ ...handoff, supporting: [] })).toBe(amira)
  expect(firstWorkerOf({ ...handoff, direction: 'internal', source: { kind: 'staff', id: bo }, supporting: [amira] })).toBe(bo)
  expect(firstWorkerOf({ ...handoff, direction: 'incoming', source: { kind: 'partner', id: clinic } })).toBeNull()
})

test('only a meeting with her counts, closed, and no agency call (M2, A5)', () => {
  const held = { mode: 'in_person', withoutHer: null, closed: { at: T0, by: amira, how: 'complete', words: '' } } as const
  expect(isAccompanied(held)).toBe(true)
  for (const other of [{ mode: 'agency_call' }, { withoutHer: 'go on' }, { closed: null }] as const)
    expect(isAccompanied({ ...held, ...other })).toBe(false)
})

const rung = fc.constantFrom(...RUNGS.slice(0, 4)) as fc.Arbitrary<Exclude<Rung, 'stepped_back'>>
const deed = fc.oneof(
  fc.record({ kind: fc.constant('meet' as const), score: fc.constantFrom<Score | null>(null, 1, 2, 3, 4, 5) }),
  fc.record({ kind: fc.constant('decide' as const), rung, words: fc.constantFrom('', 'she says so') }),
  fc.record({ kind: fc.constant('more' as const), rung, words: fc.constant('') }),
  fc.record({
    kind: fc.constant('end' as const),
    as: fc.constantFrom('she_goes_on', 'ended_early', 'lost_touch'),
    words: fc.constantFrom('', 'ok'),
  } as const),
)

test('whatever is asked: never further back without a meeting and her confidence, and never two steps proposed (A1)', () =>
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 14 }), (deeds) => {
      const along = walk()
      for (const one of deeds) {
        const before = along.series()
        if (one.kind === 'meet') along.meet(one.score)
        else {
          const command = one.kind === 'decide' ? { ...one, meetingId: along.meetings.at(-1)?.id ?? at(0) } : one
          const decided = along.asks(command)
          if (decided.ok) along.steps.push({ ...decided.value, no: along.steps.length + 1 })
        }
        const after = along.series()
        const last = along.meetings.at(-1)
        const lastStair = after.stairs.findLast(({ meeting }) => meeting !== null)
        if (stepsBack(before.rung, after.rung) > 0) {
          expect(one.kind === 'decide' || one.kind === 'end').toBe(true)
          expect(last?.confidence).not.toBeNull()
        }
        const proposed = proposeStep(after)
        if (proposed && lastStair) expect(stepsBack(lastStair.rung, proposed.rung)).toBeOneOf([0, 1])
        expect(after.rung).toBe(after.stairs.at(-1)?.step?.decided ?? after.stairs.at(-1)?.rung ?? 'leads')
      }
    }),
    { numRuns: runs(300) },
  ))
