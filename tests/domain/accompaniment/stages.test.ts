import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findFirstWorker,
  isAccompanied,
  ACCOMPANIMENT_STAGES,
  buildSeries,
  countStepsBack,
  listSeriesMeetings,
  type AccompanimentStep,
  type HeldMeeting,
  type AccompanimentStage,
} from '#shared/domain/accompaniment/stages'
import { DEFAULT_POLICY } from '#shared/domain/policy/policy'
import { proposeStage } from '#shared/domain/accompaniment/propose-stage'
import { decideAccompaniment, type AccompanimentCommand } from '#shared/domain/accompaniment/decide'
import type { MeetingId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { ok, refuse } from '#shared/domain/core/outcome'
import { amira, bo, clinic, T0 } from '../../support/domain/people'
import { scaleRuns } from '../../support/domain/run-count'

type Score = 1 | 2 | 3 | 4 | 5

/** Meetings a week apart, with the person's confidence (null: not asked) and decisions so far. */
function holdMeetings(...scores: readonly (Score | null)[]) {
  const meetings: HeldMeeting[] = []
  const steps: AccompanimentStep[] = []
  let now = T0
  const along = {
    meetings,
    steps,
    series: () => buildSeries(meetings, steps),
    meet: (score: Score | null) => {
      now += 7 * DAY
      const confidence = score === null ? null : { score, words: 'says so' }
      meetings.push({ id: `m${meetings.length + 1}` as MeetingId, at: now, confidence })
      return along
    },
    asks: (command: AccompanimentCommand) =>
      decideAccompaniment(along.series(), command, { now: (now += HOUR), by: amira, targetMeetings: 4 }),
    does: (command: AccompanimentCommand) => {
      const decided = along.asks(command)
      if (!decided.ok) throw new Error(decided.failure.reason)
      steps.push({ ...decided.value, no: steps.length + 1 })
      return along
    },
    /** The person decides at the last meeting. */
    takes: (stage: Exclude<AccompanimentStage, 'stepped_back'>, words = '') =>
      along.does({ kind: 'decide', meetingId: meetings.at(-1)?.id ?? ('none' as MeetingId), stage, words }),
  }
  for (const score of scores) along.meet(score)
  return along
}

const at = (n: number) => `m${n}` as MeetingId
const proposeForSeries = (series: ReturnType<typeof buildSeries>, targetMeetings = 4) => proposeStage(series, { targetMeetings })

describe('what is proposed (A1)', () => {
  test('one step back when she is surer than before, and never two', () => {
    expect(proposeForSeries(holdMeetings(2, 4).series())).toEqual({ stage: 'shares_the_lead', because: { why: 'rose', from: 2, to: 4 } })
    expect(proposeForSeries(holdMeetings(4).series())).toEqual({ stage: 'shares_the_lead', because: { why: 'high', to: 4 } })
    expect(proposeForSeries(holdMeetings(3).takes('shares_the_lead').meet(5).series())?.stage).toBe('present')
  })
  test('the same place after a drop, when she is not sure, and when nobody asked', () => {
    expect(proposeForSeries(holdMeetings(5, 4).series())).toEqual({ stage: 'leads', because: { why: 'dropped', from: 5, to: 4 } })
    expect(proposeForSeries(holdMeetings(1, 2).series())).toEqual({ stage: 'leads', because: { why: 'low', to: 2 } })
    expect(proposeForSeries(holdMeetings(3, null).series())).toEqual({ stage: 'leads', because: { why: 'not_asked' } })
    expect(proposeForSeries(holdMeetings(3, 3).series())).toEqual({ stage: 'leads', because: { why: 'steady', to: 3 } })
  })
  test('the meeting at which nobody asked is passed over when her confidence is compared', () => {
    expect(proposeForSeries(holdMeetings(2, null, 3).series())?.because).toEqual({ why: 'rose', from: 2, to: 3 })
  })
  test('at the fourth meeting one step back, unless she is less sure than before', () => {
    expect(proposeForSeries(holdMeetings(3, 3, 3, 3).series())).toEqual({ stage: 'shares_the_lead', because: { why: 'target', held: 4 } })
    expect(proposeForSeries(holdMeetings(3, 3, 4, 3).series())?.because.why).toBe('dropped')
    expect(proposeForSeries(holdMeetings(3, 3, 3).series())?.because.why).toBe('steady')
  })
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('how many meetings are aimed at is the policy (A7): %i', (target) => {
    const steady = (count: number) => proposeForSeries(holdMeetings(...Array<3>(count).fill(3)).series(), target)?.because.why
    expect(steady(target)).toBe('target')
    if (target > 1) expect(steady(target - 1)).toBe('steady')
  })
  test('nothing before the first meeting', () => expect(proposeForSeries(holdMeetings().series())).toBeNull())
})

describe('she decides (A1)', () => {
  test('whatever was proposed; what was proposed is kept beside it', () => {
    const along = holdMeetings(2).takes('shares_the_lead')
    expect(along.steps[0]).toMatchObject({ stage: 'leads', proposed: 'leads', decided: 'shares_the_lead' })
    expect(along.series()).toMatchObject({ stage: 'shares_the_lead' })
  })
  test('stepping back only at the last meeting, and with her confidence recorded there', () => {
    const along = holdMeetings(4, null)
    const back = { kind: 'decide', stage: 'present', words: 'I want to try it' } as const
    expect(along.asks({ ...back, meetingId: at(1) })).toMatchObject({ failure: { reason: 'not_last_meeting' } })
    expect(along.asks({ ...back, meetingId: at(2) })).toMatchObject({ failure: { reason: 'confidence_needed' } })
    expect(holdMeetings().asks({ ...back, meetingId: at(1) })).toMatchObject({ failure: { reason: 'not_last_meeting' } })
    expect(along.asks({ kind: 'decide', meetingId: at(2), stage: 'leads', words: '' })).toMatchObject({ ok: true })
  })
  test('more than one step at once in her own words', () => {
    const far = { kind: 'decide', meetingId: at(1), stage: 'on_call' } as const
    expect(holdMeetings(5).asks({ ...far, words: '' })).toMatchObject({ failure: { reason: 'reason_needed', field: 'words' } })
    expect(holdMeetings(5).asks({ ...far, words: 'I have done this before' })).toMatchObject({ ok: true })
  })
  test('she may say it again until the next meeting, and the last word counts from where she stood', () => {
    const along = holdMeetings(4).takes('shares_the_lead').takes('leads')
    expect(along.series().stage).toBe('leads')
    along.takes('shares_the_lead').meet(4)
    expect(along.series().entries.map(({ stage }) => stage)).toEqual(['leads', 'shares_the_lead'])
  })
  test('more support is given between two meetings; then stepping back waits for the next one', () => {
    const along = holdMeetings(4)
      .takes('shares_the_lead')
      .meet(4)
      .takes('present')
      .does({ kind: 'more', stage: 'leads', words: 'it was too much' })
    expect(along.series()).toMatchObject({ stage: 'leads' })
    expect(along.asks({ kind: 'decide', meetingId: at(2), stage: 'present', words: '' })).toMatchObject({
      failure: { reason: 'more_since' },
    })
    expect(along.asks({ kind: 'more', stage: 'leads', words: '' })).toMatchObject({ failure: { reason: 'not_nearer' } })
    along.meet(4)
    expect(along.series().entries.map(({ stage, meeting }) => [stage, meeting !== null])).toEqual([
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
    expect(holdMeetings(5).asks({ ...goes, words: '' })).toMatchObject({ failure: { reason: 'reason_needed', field: 'words' } })
    expect(holdMeetings(5, null).asks(goes)).toMatchObject({ failure: { reason: 'confidence_needed' } })
    const along = holdMeetings(5).does(goes)
    expect(along.series()).toMatchObject({
      stage: 'stepped_back',
      ended: { ends: 'she_goes_on', words: 'I can do this now', meetingId: at(1) },
    })
  })
  test('ended early asks for a reason, lost touch does not; neither needs a meeting', () => {
    expect(holdMeetings(3).asks({ kind: 'end', as: 'ended_early', words: '' })).toMatchObject({ failure: { reason: 'reason_needed' } })
    expect(holdMeetings().asks({ kind: 'end', as: 'lost_touch', words: '' })).toMatchObject({ ok: true })
  })
  test('an end between two meetings is no place of its own', () =>
    expect(holdMeetings(3).does({ kind: 'end', as: 'ended_early', words: 'a new worker' }).series().entries).toHaveLength(1))
  test('after the end nothing is decided, until she asks for more again', () => {
    const along = holdMeetings(3).does({ kind: 'end', as: 'ended_early', words: 'a new worker' })
    expect(along.asks({ kind: 'end', as: 'lost_touch', words: '' })).toMatchObject({ failure: { reason: 'series_over' } })
    expect(along.asks({ kind: 'decide', meetingId: at(1), stage: 'leads', words: '' })).toMatchObject({
      failure: { reason: 'series_over' },
    })
    expect(along.does({ kind: 'more', stage: 'leads', words: '' }).series()).toMatchObject({ ended: null, stage: 'leads' })
  })
})

describe('what is written of a decision (A1, A2)', () => {
  const stamp = { at: expect.any(Number) as number, by: amira }
  test('a step at a meeting has its place before, what was proposed, and the words', () => {
    expect(holdMeetings(4).takes('shares_the_lead', 'I know them now').steps).toEqual([
      {
        ...stamp,
        no: 1,
        meetingId: at(1),
        stage: 'leads',
        proposed: 'shares_the_lead',
        decided: 'shares_the_lead',
        words: 'I know them now',
        ends: null,
      },
    ])
  })
  test('more support hangs on no meeting, and is nearer than the place now', () => {
    const along = holdMeetings(4).takes('present', 'I know them now')
    expect(along.asks({ kind: 'more', stage: 'on_call', words: '' })).toEqual(refuse('not_nearer', { field: 'stage' }))
    expect(along.asks({ kind: 'more', stage: 'shares_the_lead', words: 'too much' })).toEqual(
      ok({
        ...stamp,
        meetingId: null,
        stage: 'present',
        proposed: 'shares_the_lead',
        decided: 'shares_the_lead',
        words: 'too much',
        ends: null,
      }),
    )
  })
  test('an end leaves the place as it is, unless the person goes on alone', () => {
    expect(holdMeetings().asks({ kind: 'end', as: 'lost_touch', words: '' })).toEqual(
      ok({ ...stamp, meetingId: null, stage: 'leads', proposed: 'leads', decided: 'leads', words: '', ends: 'lost_touch' }),
    )
    expect(holdMeetings(5).asks({ kind: 'end', as: 'she_goes_on', words: 'I can do this now' })).toEqual(
      ok({
        ...stamp,
        meetingId: at(1),
        stage: 'leads',
        proposed: 'shares_the_lead',
        decided: 'stepped_back',
        words: 'I can do this now',
        ends: 'she_goes_on',
      }),
    )
    expect(holdMeetings().asks({ kind: 'end', as: 'she_goes_on', words: 'I can' })).toEqual(refuse('not_last_meeting'))
  })
  test('after more support was asked for nobody goes on alone without another meeting', () => {
    const along = holdMeetings(5).takes('shares_the_lead').does({ kind: 'more', stage: 'leads', words: '' })
    expect(along.asks({ kind: 'end', as: 'she_goes_on', words: 'I can' })).toEqual(refuse('more_since'))
  })
})

test('meetings stand in the order of time, and two steps of one moment in the order of writing (C8)', () => {
  const meeting = (n: number, time: number): HeldMeeting => ({ id: at(n), at: time, confidence: null })
  const between = (no: number, decided: AccompanimentStage): AccompanimentStep => ({
    no,
    at: T0 + DAY,
    meetingId: null,
    stage: 'on_call',
    proposed: 'on_call',
    decided,
    words: '',
    ends: null,
    by: amira,
  })
  const series = buildSeries(
    [meeting(1, T0 + 2 * DAY), meeting(2, T0)],
    [between(3, 'on_call'), between(1, 'present'), between(2, 'leads')],
  )
  expect(series.entries.map((entry) => entry.meeting?.id ?? entry.stage)).toEqual([at(2), 'present', 'leads', 'on_call', at(1)])
  const together = buildSeries([meeting(1, T0 + DAY), meeting(2, T0 + DAY)], [between(2, 'leads'), between(1, 'present')])
  expect(together.entries.map((entry) => entry.meeting?.id ?? entry.stage)).toEqual([at(1), at(2), 'present', 'leads'])
  expect(listSeriesMeetings(series).map((entry) => entry.meeting.id)).toEqual([at(2), at(1)])
})

test('the first worker goes along where she is one of ours: who referred her, else who had her first (A1, H5)', () => {
  const handoff = { direction: 'outgoing', source: { kind: 'us' }, supporting: [bo], assignedTo: amira } as const
  expect(findFirstWorker(handoff)).toBe(bo)
  expect(findFirstWorker({ ...handoff, supporting: [] })).toBe(amira)
  expect(findFirstWorker({ ...handoff, direction: 'internal', source: { kind: 'staff', id: bo }, supporting: [amira] })).toBe(bo)
  expect(findFirstWorker({ ...handoff, direction: 'incoming', source: { kind: 'partner', id: clinic } })).toBeNull()
})

test('only a meeting with her counts, closed, and no agency call (M2, A5)', () => {
  const held = { mode: 'in_person', withoutHer: null, closed: { at: T0, by: amira, how: 'complete', words: '' } } as const
  expect(isAccompanied(held)).toBe(true)
  for (const other of [{ mode: 'agency_call' }, { withoutHer: 'go on' }, { closed: null }] as const)
    expect(isAccompanied({ ...held, ...other })).toBe(false)
})

const stage = fc.constantFrom(...ACCOMPANIMENT_STAGES.slice(0, 4)) as fc.Arbitrary<Exclude<AccompanimentStage, 'stepped_back'>>
const step = fc.oneof(
  fc.record({ kind: fc.constant('meet' as const), score: fc.constantFrom<Score | null>(null, 1, 2, 3, 4, 5) }),
  fc.record({ kind: fc.constant('decide' as const), stage, words: fc.constantFrom('', 'she says so') }),
  fc.record({ kind: fc.constant('more' as const), stage, words: fc.constant('') }),
  fc.record({
    kind: fc.constant('end' as const),
    as: fc.constantFrom('she_goes_on', 'ended_early', 'lost_touch'),
    words: fc.constantFrom('', 'ok'),
  } as const),
)

test('whatever is asked: never further back without a meeting and her confidence, and never two steps proposed (A1)', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const along = holdMeetings()
      for (const one of steps) {
        const before = along.series()
        if (one.kind === 'meet') along.meet(one.score)
        else {
          const command = one.kind === 'decide' ? { ...one, meetingId: along.meetings.at(-1)?.id ?? at(0) } : one
          const decided = along.asks(command)
          if (decided.ok) along.steps.push({ ...decided.value, no: along.steps.length + 1 })
        }
        const after = along.series()
        const last = along.meetings.at(-1)
        const lastMeetingEntry = after.entries.findLast(({ meeting }) => meeting !== null)
        if (countStepsBack(before.stage, after.stage) > 0) {
          expect(one.kind === 'decide' || one.kind === 'end').toBe(true)
          expect(last?.confidence).not.toBeNull()
        }
        const proposed = proposeStage(after, DEFAULT_POLICY)
        if (proposed && lastMeetingEntry) expect(countStepsBack(lastMeetingEntry.stage, proposed.stage)).toBeOneOf([0, 1])
        expect(after.stage).toBe(after.entries.at(-1)?.step?.decided ?? after.entries.at(-1)?.stage ?? 'leads')
      }
    }),
    { numRuns: scaleRuns(300) },
  ))
