import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { AuditCheckpoint } from '#shared/domain/audit/audit-log'
import type { StaffId } from '#shared/domain/core/ids'
import { AuditCheckpointFile } from '../../electron/vault/audit-checkpoint-file'
import { reportNotRun } from '../support/not-run'

const key = randomBytes(32)
const createCheckpoint = (no: number): AuditCheckpoint => ({
  no,
  code: no.toString(16).padStart(64, '0'),
  at: 1_790_000_000_000 + no,
  tail: Array.from({ length: Math.min(no, 64) }, (_, nth) => {
    const one = no - Math.min(no, 64) + 1 + nth
    return { no: one, at: 1_790_000_000_000 + one, by: one % 3 === 0 ? null : ('01998f00-worker-of-the-day' as StaffId) }
  }),
})

function createFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}
const toFile = (path: string): string => join(path, 'head.json')

describe("the audit log's end, remembered outside the database (T1)", () => {
  test('is recalled as it was, by whoever has the data key, also after a restart', () => {
    const path = createFolder()
    const checkpointFile = new AuditCheckpointFile(path)
    expect(checkpointFile.load(key)).toBeNull()
    for (const no of [1, 2, 70]) {
      checkpointFile.save(key, createCheckpoint(no))
      expect(checkpointFile.load(key)).toEqual(createCheckpoint(no))
    }
    expect(new AuditCheckpointFile(path).load(key)).toEqual(createCheckpoint(70))
    expect(readdirSync(path)).toEqual(['head.json'])
  })

  test('says nothing to whoever has not got the key: no number, no time, no worker', () => {
    const path = createFolder()
    const checkpointFile = new AuditCheckpointFile(path)
    checkpointFile.save(key, createCheckpoint(70))
    const first = readFileSync(toFile(path), 'utf8')
    const read = first + Buffer.from(JSON.parse(first).sealed, 'base64').toString('latin1')
    for (const word of ['worker', 'tail', '17900000000', '"no"']) expect(read).not.toContain(word)
    checkpointFile.save(key, createCheckpoint(70))
    expect(readFileSync(toFile(path), 'utf8')).not.toBe(first)
    expect(checkpointFile.load(randomBytes(32))).toBe('unreadable')
  })

  test('leaves the data key as it was', () => {
    const mine = Buffer.alloc(32, 9)
    const checkpointFile = new AuditCheckpointFile(createFolder())
    checkpointFile.save(mine, createCheckpoint(1))
    checkpointFile.load(mine)
    expect(mine.equals(Buffer.alloc(32, 9))).toBe(true)
  })

  test('any flipped bit and any lost byte of what is sealed makes it unreadable', () => {
    const path = createFolder()
    const checkpointFile = new AuditCheckpointFile(path)
    checkpointFile.save(key, createCheckpoint(3))
    const sealed = Buffer.from(JSON.parse(readFileSync(toFile(path), 'utf8')).sealed, 'base64')
    const put = (bytes: Buffer) => writeFileSync(toFile(path), JSON.stringify({ format: 1, sealed: bytes.toString('base64') }))
    put(sealed)
    expect(checkpointFile.load(key)).toEqual(createCheckpoint(3))
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), fc.nat(sealed.length - 1), (bit, length) => {
        const flipped = Buffer.from(sealed)
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        put(flipped)
        expect(checkpointFile.load(key)).toBe('unreadable')
        put(sealed.subarray(0, length))
        expect(checkpointFile.load(key)).toBe('unreadable')
      }),
    )
  })

  test.each([
    ['nothing in it', ''],
    ['zeros, as after a power cut', '\0\0\0\0\0\0'],
    ['another form', '{"format":2,"sealed":"AAAA"}'],
    ['more than is known', '{"format":1,"sealed":"AAAA","more":1}'],
  ])('a file with %s is unreadable', (_what, content) => {
    const path = createFolder()
    writeFileSync(toFile(path), content)
    expect(new AuditCheckpointFile(path).load(key)).toBe('unreadable')
  })

  test('something in its place that is no file is unreadable, and does not pass for never remembered', () => {
    const path = createFolder()
    mkdirSync(toFile(path))
    expect(new AuditCheckpointFile(path).load(key)).toBe('unreadable')
  })

  test('a half-written one beside it changes nothing, and the next one goes over it', () => {
    const path = createFolder()
    const checkpointFile = new AuditCheckpointFile(path)
    checkpointFile.save(key, createCheckpoint(1))
    writeFileSync(join(path, 'head.json.new'), '{"format":1,"sea')
    expect(checkpointFile.load(key)).toEqual(createCheckpoint(1))
    checkpointFile.save(key, createCheckpoint(2))
    expect(checkpointFile.load(key)).toEqual(createCheckpoint(2))
    expect(readdirSync(path)).toEqual(['head.json'])
  })

  test('nobody else on the PC can read it', (context) => {
    if (process.platform === 'win32') return reportNotRun(context, 'Windows has no file modes')
    const path = createFolder()
    new AuditCheckpointFile(path).save(key, createCheckpoint(1))
    expect(statSync(toFile(path)).mode & 0o777).toBe(0o600)
  })

  test.for([
    ['is full', (at: string) => symlinkSync('/dev/full', at)],
    ['cannot be written', (at: string) => mkdirSync(at)],
  ] as const)('a disk that %s only makes it lag: the call that it follows is done (D6)', ([what, damage], context) => {
    if (what === 'is full' && !existsSync('/dev/full')) return reportNotRun(context, 'there is no /dev/full here')
    const path = createFolder()
    const checkpointFile = new AuditCheckpointFile(path)
    expect(checkpointFile.save(key, createCheckpoint(1))).toBe(true)
    damage(join(path, 'head.json.new'))
    expect(checkpointFile.save(key, createCheckpoint(2))).toBe(false)
    expect(checkpointFile.load(key)).toEqual(createCheckpoint(1))
  })
})
