import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE } from '#shared/domain/core/moment'
import { parseMoment, toTypedMoment } from '../../../../renderer/components/times/moment-text'

const toronto = 'America/Toronto'
const utc = (iso: string): number => Date.parse(`${iso}Z`)
const typed = { date: 'today', time: '1:20' }

test('in the hour that comes twice, the one since the receipt is meant; else the first; a worker may say which', () => {
  const now = utc('2026-11-01T06:40')
  const parse = (value: Parameters<typeof parseMoment>[0], notBefore?: number) => parseMoment(value, now, toronto, notBefore)
  expect(parse(typed, utc('2026-11-01T06:10'))).toEqual({ ok: true, value: utc('2026-11-01T06:20') })
  expect(parse(typed)).toEqual({ ok: true, value: utc('2026-11-01T05:20') })
  expect(parse({ ...typed, which: 'second' })).toEqual({ ok: true, value: utc('2026-11-01T06:20') })
  expect(parse({ ...typed, which: 'first' }, utc('2026-11-01T06:10'))).toEqual({ ok: true, value: utc('2026-11-01T05:20') })
  // Once that the hour is over, a choice that was made for it changes nothing.
  expect(parse({ date: '2026-11-02', time: '1:20', which: 'second' })).toEqual({ ok: true, value: utc('2026-11-02T06:20') })
  expect(parse({ date: 'today', time: '25:00' })).toMatchObject({ ok: false, failure: { reason: 'no_such_time' } })
})

test('what a field begins with is read back as the same minute, also in the hour that comes twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(toronto, 'Europe/Berlin', 'Australia/Lord_Howe'),
      fc.integer({ min: utc('2026-10-20T00:00') / MINUTE, max: utc('2026-11-05T00:00') / MINUTE }),
      fc.integer({ min: -3_000, max: 3_000 }),
      (zone, minute, away) => {
        const at = minute * MINUTE
        const now = at + away * MINUTE
        expect(parseMoment(toTypedMoment(at, now, zone), now, zone)).toEqual({ ok: true, value: at })
      },
    ),
  )
})
