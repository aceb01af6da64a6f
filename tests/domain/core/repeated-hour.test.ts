import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseFittingInstant, DAY, HOUR, listLocalInstants, MINUTE, toLocalTime } from '#shared/domain/core/moment'
import { formatTime } from '#shared/domain/core/wording'

const utc = (iso: string): number => Date.parse(`${iso}Z`)

describe('an hour that an autumn change repeats', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['America/Toronto', '2026-11-01', '0:59', ['2026-11-01T04:59']],
    ['America/Toronto', '2026-11-01', '1:00', ['2026-11-01T05:00', '2026-11-01T06:00']],
    ['America/Toronto', '2026-11-01', '1:20', ['2026-11-01T05:20', '2026-11-01T06:20']],
    ['America/Toronto', '2026-11-01', '1:59', ['2026-11-01T05:59', '2026-11-01T06:59']],
    ['America/Toronto', '2026-11-01', '2:00', ['2026-11-01T07:00']],
    ['Europe/Berlin', '2026-10-25', '1:59', ['2026-10-24T23:59']],
    ['Europe/Berlin', '2026-10-25', '2:30', ['2026-10-25T00:30', '2026-10-25T01:30']],
    ['Europe/Berlin', '2026-10-25', '3:00', ['2026-10-25T02:00']],
    // Half an hour only.
    ['Australia/Lord_Howe', '2026-04-05', '1:30', ['2026-04-04T14:30', '2026-04-04T15:00']],
    ['Australia/Lord_Howe', '2026-04-05', '1:15', ['2026-04-04T14:15']],
    ['America/Edmonton', '2025-11-02', '1:30', ['2025-11-02T07:30', '2025-11-02T08:30']],
    // Alberta no longer changes its clocks.
    ['America/Edmonton', '2026-11-01', '1:30', ['2026-11-01T07:30']],
    ['Asia/Kabul', '2026-11-01', '1:30', ['2026-10-31T21:00']],
  ])('%s, %s %s', (zone, date, time, expected) => {
    expect(listLocalInstants(date, time, zone)).toEqual({ ok: true, value: expected.map(utc) })
  })

  test('received at 1:10 the second time, now 1:40: a try at 1:20 was the second one (named regression)', () => {
    const found = listLocalInstants('2026-11-01', '1:20', 'America/Toronto')
    if (!found.ok) throw new Error('no such time')
    expect(chooseFittingInstant(found.value, utc('2026-11-01T06:10'), utc('2026-11-01T06:40'))).toBe(utc('2026-11-01T06:20'))
  })

  const [first, second] = [10 * HOUR, 11 * HOUR]
  test.each<[string, readonly number[], number, number, number | null]>([
    ['one instant is the one, whether it fits or not', [first], second, second, first],
    ['both fit: a worker says which', [first, second], 0, DAY, null],
    ['none fits: both are ahead', [first, second], 0, first - 1, null],
    ['the first fits: the second is ahead', [first, second], 0, second - 1, first],
    ['the first fits: this very moment', [first, second], 0, first, first],
    ['the second fits: the first is before', [first, second], first + 1, DAY, second],
    ['the second fits: from its very moment', [first, second], second, DAY, second],
    ['none fits: both are before', [first, second], second + 1, DAY, null],
  ])('%s', (_name, instants, notBefore, now, expected) => {
    expect(chooseFittingInstant(instants, notBefore, now)).toBe(expected)
  })

  test('every instant is among those of its own date and time, in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('America/Toronto', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Edmonton', 'Asia/Kabul', 'America/Santiago'),
        fc.integer({ min: utc('2026-01-01T00:00') / MINUTE, max: utc('2027-12-31T00:00') / MINUTE }).map((minute) => minute * MINUTE),
        (zone, at) => {
          const found = listLocalInstants(toLocalTime(at, zone).date, formatTime(at, zone), zone)
          expect(found).toMatchObject({ ok: true, value: expect.arrayContaining([at]) as never })
        },
      ),
    )
  })
})
