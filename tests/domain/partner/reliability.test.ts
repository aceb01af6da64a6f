import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { measureReliability, RELIABILITY_SPAN, type PartnerFacts } from '#shared/domain/partner/reliability'

const NOW = Date.UTC(2026, 10, 20, 16)
const NOTHING: PartnerFacts = { asked: [], sent: [], cameBack: [], taken: [] }
const times = <T>(count: number, one: (nth: number) => T): T[] => Array.from({ length: count }, (_, nth) => one(nth))
const ask = (hours: number | null) => ({ askedAt: NOW - 9 * DAY, answeredAt: hours === null ? null : NOW - 9 * DAY + hours * HOUR })
const sent = (hours: number | null, more: Partial<PartnerFacts['sent'][number]> = {}) => {
  const receivedAt = NOW - 9 * DAY
  return { receivedAt, standardHours: 24, firstContactAt: hours === null ? null : receivedAt + hours * HOUR, safeHours: true, ...more }
}

describe('how it goes with a partner, from our own database', () => {
  test('of the last ninety days', () => expect(RELIABILITY_SPAN).toBe(90 * DAY))
  test('under five it says nothing', () => {
    const card = measureReliability(
      {
        asked: times(4, () => ask(1)),
        sent: times(4, () => sent(2)),
        cameBack: ['bad contact info'],
        taken: times(4, () => ({ askedAt: NOW - DAY, acceptedAt: NOW, full: false })),
      },
      NOW,
    )
    expect(card).toEqual({ answers: null, sent: null, cameBack: null, safeHours: null, taken: null })
  })
  test('from the fifth on it does, each line by its own count', () => {
    const card = measureReliability({ ...NOTHING, sent: times(5, () => sent(2)) }, NOW)
    expect(card).toMatchObject({
      answers: null,
      sent: { sent: 5, decided: 5, inTime: 5, hours: 24 },
      cameBack: { count: 0, reasons: [] },
      taken: null,
    })
  })
  test('loop-backs: how many were answered, and how long half of the answers took at most', () => {
    const asked = [ask(9), ask(3), ask(null), ask(1), ask(2), ask(4)]
    expect(measureReliability({ ...NOTHING, asked }, NOW).answers).toEqual({ asked: 6, answered: 5, medianMs: 3 * HOUR })
    expect(measureReliability({ ...NOTHING, asked: asked.slice(0, 5) }, NOW).answers).toEqual({ asked: 5, answered: 4, medianMs: null })
  })
  test('reached in time is by each record’s own standard, to the millisecond; what is still running is not decided', () => {
    const list = [
      sent(24),
      sent(24 + 1 / HOUR),
      sent(null),
      sent(30, { standardHours: 48 }),
      sent(1),
      sent(null, { receivedAt: NOW - 24 * HOUR }),
    ]
    expect(measureReliability({ ...NOTHING, sent: list }, NOW).sent).toEqual({ sent: 6, decided: 5, inTime: 3, hours: null })
  })
  test('whom we reached is decided at once, however much of her standard is left', () => {
    const list = times(5, () => sent(1, { receivedAt: NOW - 2 * HOUR, firstContactAt: NOW - HOUR }))
    expect(measureReliability({ ...NOTHING, sent: list }, NOW).sent).toEqual({ sent: 5, decided: 5, inTime: 5, hours: 24 })
  })
  test('of fewer than five that are decided it says no share', () => {
    const running = sent(null, { receivedAt: NOW - HOUR })
    expect(measureReliability({ ...NOTHING, sent: [...times(4, () => sent(1)), running] }, NOW).sent).toEqual({
      sent: 5,
      decided: 4,
      inTime: null,
      hours: 24,
    })
  })
  test('what came back, the commonest reason first', () => {
    const cameBack = ['no interpreter', 'wrong number', 'not safe', 'wrong number']
    expect(measureReliability({ ...NOTHING, sent: times(5, () => sent(1)), cameBack }, NOW).cameBack).toEqual({
      count: 4,
      reasons: [
        { reason: 'wrong number', count: 2 },
        { reason: 'no interpreter', count: 1 },
        { reason: 'not safe', count: 1 },
      ],
    })
    const other = measureReliability({ ...NOTHING, sent: times(5, () => sent(1)), cameBack: [...cameBack].reverse() }, NOW)
    expect(other.cameBack?.reasons.map(({ reason }) => reason)).toEqual(['wrong number', 'no interpreter', 'not safe'])
  })
  test('safe hours on the form', () => {
    const list = [...times(4, () => sent(1)), sent(1, { safeHours: false })]
    expect(measureReliability({ ...NOTHING, sent: list }, NOW).safeHours).toEqual({ known: 4, of: 5 })
  })
  test('whom they took on, how soon, and how often they were full', () => {
    const taken = times(6, (nth) => ({ askedAt: NOW - DAY, acceptedAt: nth === 5 ? null : NOW - DAY + (nth + 1) * HOUR, full: nth === 5 }))
    expect(measureReliability({ ...NOTHING, taken }, NOW).taken).toEqual({ sent: 6, accepted: 5, full: 1, medianMs: 3 * HOUR })
    // Five were passed on and four accepted: enough to count, and too few to say how soon.
    expect(measureReliability({ ...NOTHING, taken: taken.slice(1) }, NOW).taken).toEqual({ sent: 5, accepted: 4, full: 1, medianMs: null })
  })
})
