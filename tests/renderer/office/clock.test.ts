import { beforeEach, afterEach, expect, test, vi } from 'vitest'
import { readNow, setClock } from '../../../renderer/office/clock'

const NOON = Date.UTC(2026, 10, 16, 19)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  vi.stubGlobal('window', {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the window counts on from what the office last said (T3)', () => {
  setClock({ now: NOON, zone: 'America/Edmonton' }, performance.now())
  vi.advanceTimersByTime(61_500)
  expect(readNow()).toBe(NOON + 61_500)
})

test('stopped by a test host it stands where the office said, and moves only with the office', () => {
  const stoppedClock = { said: 0 }
  vi.stubGlobal('window', { stoppedClock })
  setClock({ now: NOON, zone: 'America/Edmonton' }, performance.now())
  vi.advanceTimersByTime(61_500)
  expect(readNow()).toBe(NOON)
  setClock({ now: NOON + 5000, zone: 'America/Edmonton' }, performance.now())
  expect(readNow()).toBe(NOON + 5000)
  expect(stoppedClock.said).toBe(NOON + 5000)
})
