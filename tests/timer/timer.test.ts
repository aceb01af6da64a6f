import { describe, expect, test } from 'vitest'
import { instant } from '#shared/contract/values'
import { EffectiveTime } from '../../electron/timer/effective-time'
import { HEARTBEAT_MS, Timer } from '../../electron/timer/timer'
import { FakeClock } from '../support/office/fake-clock'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const T0 = Date.UTC(2026, 10, 20)

/** Creates deadlines that fire once each; a feature would store them in the database. */
function createTimerRig(deadlines: readonly number[]) {
  const clock = new FakeClock(0)
  let open = [...deadlines]
  const fired: { readonly at: number; readonly due: number }[] = []
  let beats = 0
  const timer = new Timer(clock, () => {
    beats += 1
    const now = clock.now()
    fired.push(...open.filter((due) => due <= now).map((due) => ({ at: now, due })))
    open = open.filter((due) => due > now)
    return { now, next: open.length === 0 ? null : Math.min(...open) }
  })
  timer.wake()
  return { clock, timer, fired, beats: () => beats, add: (due: number) => void open.push(due) }
}

describe('the timer (T3)', () => {
  test('fires at the deadline itself while the PC is awake', () => {
    const { clock, fired } = createTimerRig([5_000, 47_123])
    clock.advance(HOUR)
    expect(fired).toEqual([
      { at: 5_000, due: 5_000 },
      { at: 47_123, due: 47_123 },
    ])
  })

  test('goes on after a beat that threw (C3)', () => {
    const clock = new FakeClock(0)
    let beats = 0
    const timer = new Timer(clock, () => {
      beats += 1
      if (beats === 1) throw new Error('a bug')
      return { now: clock.now(), next: null }
    })
    expect(() => timer.wake()).toThrow('a bug')
    clock.advance(HEARTBEAT_MS)
    expect(beats).toBe(2)
    timer.stop()
  })

  test('looks at least every 15 s and never has more than one appointment', () => {
    const { clock, beats } = createTimerRig([10 * HOUR])
    for (let i = 0; i < 240; i++) {
      clock.advance(HEARTBEAT_MS)
      expect(clock.pending).toBe(1)
    }
    expect(beats()).toBe(241)
  })

  test('after a sleep over many beats each deadline fires once, within a heartbeat of waking', () => {
    const { clock, fired } = createTimerRig([HOUR, 2 * HOUR])
    clock.sleep(8 * HOUR)
    clock.advance(HEARTBEAT_MS)
    clock.advance(HOUR)
    expect(fired.map(({ due }) => due)).toEqual([HOUR, 2 * HOUR])
    expect(Math.max(...fired.map(({ at }) => at))).toBeLessThanOrEqual(8 * HOUR + HEARTBEAT_MS)
  })

  test('resume wakes it at once', () => {
    const { clock, timer, fired } = createTimerRig([HOUR])
    clock.sleep(8 * HOUR)
    timer.wake()
    expect(fired).toEqual([{ at: 8 * HOUR, due: HOUR }])
  })

  test('a sooner deadline written meanwhile is met, because a write wakes it', () => {
    const { clock, timer, fired, add } = createTimerRig([HOUR])
    clock.advance(1_000)
    add(3_000)
    timer.wake()
    clock.advance(2_000)
    expect(fired).toEqual([{ at: 3_000, due: 3_000 }])
  })

  test('what stays due is not tried in a storm (D6)', () => {
    const clock = new FakeClock(0)
    let beats = 0
    new Timer(clock, () => {
      beats += 1
      return { now: clock.now(), next: 0 }
    }).wake()
    clock.advance(60_000)
    expect(beats).toBe(5)
  })

  test('stands still once stopped', () => {
    const { clock, timer, fired } = createTimerRig([HOUR])
    timer.stop()
    timer.wake()
    clock.advance(2 * HOUR)
    expect(fired).toEqual([])
    expect(clock.pending).toBe(0)
  })
})

describe('effective time (T3)', () => {
  test('is the wall clock on an ordinary day', () => {
    const clock = new FakeClock(T0 + 1_000)
    const time = new EffectiveTime(clock)
    clock.advance(5 * HOUR)
    time.compareClocks()
    expect(time.now()).toBe(T0 + 1_000 + 5 * HOUR)
    expect(time.isDrifted).toBe(false)
  })

  test('never goes back, and goes on while the clock is behind', () => {
    const clock = new FakeClock(T0 + 10 * HOUR)
    const time = new EffectiveTime(clock)
    expect(time.now()).toBe(T0 + 10 * HOUR)
    clock.wall -= 3 * HOUR
    time.compareClocks()
    expect(time.now()).toBe(T0 + 10 * HOUR)
    expect(time.isDrifted).toBe(true)
    clock.advance(HOUR)
    expect(time.now()).toBe(T0 + 11 * HOUR)
    clock.wall += 3 * HOUR
    time.compareClocks()
    expect(time.now()).toBe(T0 + 11 * HOUR)
    expect(time.isDrifted).toBe(false)
  })

  test('goes on from what the database has seen, and says that the clock was set back meanwhile', () => {
    const clock = new FakeClock(T0 + 10 * HOUR)
    const time = new EffectiveTime(clock)
    time.resumeFrom(T0 + 12 * HOUR)
    expect(time.now()).toBe(T0 + 12 * HOUR)
    expect(time.isDrifted).toBe(true)
    time.compareClocks()
    expect(time.isDrifted).toBe(true)
    clock.wall = T0 + 13 * HOUR
    time.compareClocks()
    expect(time.now()).toBe(T0 + 13 * HOUR)
    expect(time.isDrifted).toBe(false)
  })

  test('a jump forward without a sleep is flagged, a sleep is not', () => {
    const clock = new FakeClock(T0)
    const time = new EffectiveTime(clock)
    clock.sleep(8 * HOUR)
    time.compareClocksAfterSleep()
    time.compareClocks()
    expect(time.isDrifted).toBe(false)
    clock.wall += 61_000
    time.compareClocks()
    expect(time.isDrifted).toBe(true)
    expect(time.now()).toBe(T0 + 8 * HOUR + 61_000)
  })

  test('small corrections by a time service are not a drift, and do not make time run away', () => {
    const clock = new FakeClock(T0)
    const time = new EffectiveTime(clock)
    for (let i = 0; i < 1_000; i++) {
      clock.advance(15_000)
      clock.wall -= 500
      time.compareClocks()
      expect(time.now() - clock.wall).toBeLessThanOrEqual(1_000)
    }
    expect(time.isDrifted).toBe(false)
  })

  test('a heartbeat between waking and being told of it does not cry drift; a sleep is no excuse for an earlier jump', () => {
    const clock = new FakeClock(T0)
    const time = new EffectiveTime(clock)
    clock.sleep(8 * HOUR)
    time.compareClocks()
    expect(time.isDrifted).toBe(true)
    clock.advance(2_000)
    time.compareClocksAfterSleep()
    expect(time.isDrifted).toBe(false)
    clock.wall += 2 * HOUR
    time.compareClocks()
    clock.advance(60_000)
    time.compareClocksAfterSleep()
    expect(time.isDrifted).toBe(true)
  })

  test.each([
    ['1970', 0],
    ['1980', Date.UTC(1980, 0, 1)],
    ['2140', Date.UTC(2140, 0, 1)],
  ])('a PC that believes itself in %s has a time that the contract knows, and says that its clock is wrong', (_year, wall) => {
    const clock = new FakeClock(wall)
    const time = new EffectiveTime(clock)
    expect(instant.safeParse(time.now()).success).toBe(true)
    expect(time.isDrifted).toBe(true)
    time.resumeFrom(T0)
    clock.advance(HOUR)
    expect(time.now()).toBe(T0 + HOUR)
    time.compareClocks()
    clock.wall = T0 + 2 * HOUR
    time.compareClocks()
    expect(time.isDrifted).toBe(false)
    expect(time.now()).toBe(T0 + 2 * HOUR)
  })
})

describe('elapsed time (T3)', () => {
  const minutes = (time: EffectiveTime, from: number) => (time.elapsed() - from) / MINUTE

  test.each<readonly [string, (clock: FakeClock, time: EffectiveTime) => void, number]>([
    ['passes with the clocks', (clock) => clock.advance(40 * MINUTE), 40],
    ['is not set back', (clock) => clock.set(T0 - HOUR), 0],
    ['is not set forward', (clock, time) => (clock.sleep(HOUR), time.compareClocks()), 0],
    ['is not put right by hand', (clock, time) => (clock.set(T0 - HOUR), time.compareClocks(), time.resetToWallClock()), 0],
    ['counts a sleep in which the monotonic clock stood still', (clock, time) => (clock.sleep(HOUR), time.compareClocksAfterSleep()), 60],
    [
      'counts it once, where a heartbeat came before the notice',
      (clock, time) => (clock.sleep(HOUR), time.compareClocks(), clock.advance(1_000), time.compareClocksAfterSleep()),
      60 + 1 / 60,
    ],
    ['counts a sleep in which it went on', (clock, time) => (clock.advance(HOUR), time.compareClocksAfterSleep()), 60],
  ])('%s', (_what, happen, expected) => {
    const clock = new FakeClock(T0)
    const time = new EffectiveTime(clock)
    const from = time.elapsed()
    happen(clock, time)
    expect(Math.round(minutes(time, from) * 60)).toBe(Math.round(expected * 60))
  })
})
