import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { RememberedHead } from '#shared/domain/audit'
import type { StaffId } from '#shared/domain/ids'
import { HeadFile } from '../../electron/vault/head-file'
import { notRun } from '../support/not-run'

const key = randomBytes(32)
const headOf = (no: number): RememberedHead => ({
  no,
  code: no.toString(16).padStart(64, '0'),
  at: 1_790_000_000_000 + no,
  tail: Array.from({ length: Math.min(no, 64) }, (_, nth) => {
    const one = no - Math.min(no, 64) + 1 + nth
    return { no: one, at: 1_790_000_000_000 + one, by: one % 3 === 0 ? null : ('01998f00-worker-of-the-day' as StaffId) }
  }),
})

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}
const fileIn = (path: string): string => join(path, 'head.json')

describe("the trail's end, remembered outside the book (T1)", () => {
  test('is recalled as it was, by whoever has the data key, also after a restart', () => {
    const path = folder()
    const heads = new HeadFile(path)
    expect(heads.recall(key)).toBeNull()
    for (const no of [1, 2, 70]) {
      heads.remember(key, headOf(no))
      expect(heads.recall(key)).toEqual(headOf(no))
    }
    expect(new HeadFile(path).recall(key)).toEqual(headOf(70))
    expect(readdirSync(path)).toEqual(['head.json'])
  })

  test('says nothing to whoever has not got the key: no number, no time, no worker', () => {
    const path = folder()
    const heads = new HeadFile(path)
    heads.remember(key, headOf(70))
    const first = readFileSync(fileIn(path), 'utf8')
    const read = first + Buffer.from(JSON.parse(first).sealed, 'base64').toString('latin1')
    for (const word of ['worker', 'tail', '17900000000', '"no"']) expect(read).not.toContain(word)
    heads.remember(key, headOf(70))
    expect(readFileSync(fileIn(path), 'utf8')).not.toBe(first)
    expect(heads.recall(randomBytes(32))).toBe('unreadable')
  })

  test('leaves the data key as it was', () => {
    const mine = Buffer.alloc(32, 9)
    const heads = new HeadFile(folder())
    heads.remember(mine, headOf(1))
    heads.recall(mine)
    expect(mine.equals(Buffer.alloc(32, 9))).toBe(true)
  })

  test('any flipped bit and any lost byte of what is sealed makes it unreadable', () => {
    const path = folder()
    const heads = new HeadFile(path)
    heads.remember(key, headOf(3))
    const sealed = Buffer.from(JSON.parse(readFileSync(fileIn(path), 'utf8')).sealed, 'base64')
    const put = (bytes: Buffer) => writeFileSync(fileIn(path), JSON.stringify({ format: 1, sealed: bytes.toString('base64') }))
    put(sealed)
    expect(heads.recall(key)).toEqual(headOf(3))
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), fc.nat(sealed.length - 1), (bit, length) => {
        const flipped = Buffer.from(sealed)
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        put(flipped)
        expect(heads.recall(key)).toBe('unreadable')
        put(sealed.subarray(0, length))
        expect(heads.recall(key)).toBe('unreadable')
      }),
    )
  })

  test.each([
    ['nothing in it', ''],
    ['zeros, as after a power cut', '\0\0\0\0\0\0'],
    ['another form', '{"format":2,"sealed":"AAAA"}'],
    ['more than is known', '{"format":1,"sealed":"AAAA","more":1}'],
  ])('a file with %s is unreadable', (_what, content) => {
    const path = folder()
    writeFileSync(fileIn(path), content)
    expect(new HeadFile(path).recall(key)).toBe('unreadable')
  })

  test('something in its place that is no file is unreadable, and does not pass for never remembered', () => {
    const path = folder()
    mkdirSync(fileIn(path))
    expect(new HeadFile(path).recall(key)).toBe('unreadable')
  })

  test('a half-written one beside it changes nothing, and the next one goes over it', () => {
    const path = folder()
    const heads = new HeadFile(path)
    heads.remember(key, headOf(1))
    writeFileSync(join(path, 'head.json.new'), '{"format":1,"sea')
    expect(heads.recall(key)).toEqual(headOf(1))
    heads.remember(key, headOf(2))
    expect(heads.recall(key)).toEqual(headOf(2))
    expect(readdirSync(path)).toEqual(['head.json'])
  })

  test('nobody else on the PC can read it', (context) => {
    if (process.platform === 'win32') return notRun(context, 'Windows has no file modes')
    const path = folder()
    new HeadFile(path).remember(key, headOf(1))
    expect(statSync(fileIn(path)).mode & 0o777).toBe(0o600)
  })

  test.for([
    ['is full', (at: string) => symlinkSync('/dev/full', at)],
    ['cannot be written', (at: string) => mkdirSync(at)],
  ] as const)('a disk that %s only makes it lag: the call that it follows is done (D6)', ([what, spoil], context) => {
    if (what === 'is full' && !existsSync('/dev/full')) return notRun(context, 'there is no /dev/full here')
    const path = folder()
    const heads = new HeadFile(path)
    expect(heads.remember(key, headOf(1))).toBe(true)
    spoil(join(path, 'head.json.new'))
    expect(heads.remember(key, headOf(2))).toBe(false)
    expect(heads.recall(key)).toEqual(headOf(1))
  })
})
