import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/index'
import { isJsonSafe } from '../../electron/ipc/json-safe'
import { describeError } from '../../electron/ipc/describe-error'
import { createScratchOffice } from '../support/office/scratch-office'

const cycle: Record<string, unknown> = {}
cycle['again'] = cycle
const holes: unknown[] = []
holes.length = 4_000_000_000
// The slowest text there is for NFC: each mark is moved past all others.
const marks = `a${'\u0301\u0323'.repeat(125_000)}`

const HOSTILE: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number that is none', Number.NaN],
  ['a cycle', cycle],
  ['a list of holes', holes],
  ['a list of holes inside', { ids: holes, helps: holes }],
  ['a long text of marks', { text: marks, name: marks, note: marks, key: 'k', body: marks }],
  ['a very long text', 'x'.repeat(50_000_000)],
  ['many parts', Array.from({ length: 200_000 }, () => ({}))],
  ['an own __proto__', JSON.parse('{"__proto__":{"id":1},"id":{"__proto__":[]}}')],
  ['a constructor', { constructor: { prototype: { ok: true } } }],
  ['an extra key', { extra: true }],
  ['a class', new (class Person {})()],
  ['bytes', new Uint8Array(9)],
  ['a big number', { ids: [10n] }],
  ['infinities', { ids: [Infinity], at: -Infinity }],
]

describe('a hostile page (I1)', () => {
  test.each(HOSTILE)('every call refuses %s at once, and says only that it is invalid', async (_what, raw) => {
    const office = createScratchOffice()
    for (const channel of Object.keys(contract)) {
      // What the processor worked, not what a clock on the wall says: a busy machine is no slow answer.
      const began = process.cpuUsage()
      const answer = await office.route(channel, raw)
      const { user, system } = process.cpuUsage(began)
      expect((user + system) / 1000, channel).toBeLessThan(1500)
      if (answer.ok) throw new Error(`${channel} took it`)
      expect(['invalid', 'closed_to_you'], channel).toContain(answer.failure.kind)
      expect(JSON.stringify(answer).length, channel).toBeLessThan(10_000)
    }
  })

  test('a draft of the largest size still passes', () => {
    expect(isJsonSafe({ key: 'k', body: 'x'.repeat(100_000) })).toBe(true)
  })
})

describe('what is logged of a bug (P6)', () => {
  test('a line of the message that looks like a place is not taken for one', () => {
    const error = new TypeError('Failed query, params: she says\n    at Amal:12:30 I am home')
    expect(describeError(error).where).toMatch(/^json-safe\.test\.ts:\d+$/)
  })
})
