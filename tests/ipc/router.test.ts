import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { reads, writes, type Failure, type Stage, type Topic } from '#shared/contract/call'
import type { NewAuditEntry } from '#shared/domain/audit/audit-log'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import type { Role } from '#shared/domain/core/vocabulary'
import { ok, refuse } from '#shared/domain/core/outcome'
import { createRouter, type RouterSession } from '../../electron/ipc/router'
import { createEncryptedDatabase } from '../../electron/storage/core/open-database'
import type { ReadContext, SessionCalls, UseCases, WriteContext } from '../../electron/session/call-context'

const contract = {
  'word.list': reads(z.strictObject({}), z.array(z.string())),
  'word.write': writes(['people'], z.strictObject({ word: z.string().min(1).max(20) }), z.strictObject({ count: z.int() })),
  'word.sneak': reads(z.strictObject({}), z.array(z.string())),
  'word.refuse': writes(['people'], z.strictObject({ word: z.string() }), z.strictObject({})),
  'word.break': writes(['people'], z.strictObject({ word: z.string() }), z.strictObject({})),
  'word.wrong': writes(['people'], z.strictObject({ word: z.string() }), z.strictObject({ count: z.int() })),
  'word.full': writes(['people'], z.strictObject({}), z.strictObject({})),
  'desk.any': reads(z.strictObject({}), z.strictObject({}), { stages: ['new', 'sealed', 'locked', 'open'], runs: 'session' }),
  'desk.queued': writes([], z.strictObject({ word: z.string() }), z.strictObject({ word: z.string() }), { runs: 'queued' }),
  'word.owned': reads(z.strictObject({}), z.strictObject({}), { who: ['director', 'data_owner'] }),
  'word.kept': writes([], z.strictObject({ word: z.string() }), z.strictObject({}), { audits: 'acted' }),
  'word.looked': reads(z.strictObject({ id: z.uuid() }), z.strictObject({ id: z.string() }), { audits: 'opened' }),
}

const insert = (word: string) => sql`INSERT INTO word (word) VALUES (${word})`
const useCases = {
  'word.list': ({ db }: ReadContext) => ok(db.all<{ word: string }>(sql`SELECT word FROM word ORDER BY id`).map(({ word }) => word)),
  'word.write': ({ db }: WriteContext, { word }: { word: string }) => {
    db.run(insert(word))
    return ok({ count: 1 })
  },
  'word.sneak': ({ db }: ReadContext) => ok(db.all(insert('sneaked'))),
  'word.refuse': ({ db }: WriteContext, { word }: { word: string }) => {
    db.run(insert(word))
    return refuse('wrong_state')
  },
  'word.break': ({ db }: WriteContext, { word }: { word: string }) => {
    db.run(insert(word))
    throw new TypeError(`secret ${word}`)
  },
  'word.wrong': ({ db }: WriteContext, { word }: { word: string }) => {
    db.run(insert(word))
    return ok({ count: 'many', more: word } as unknown as { count: number })
  },
  'word.owned': () => ok({}),
  'word.kept': ({ db, audit: keep }: WriteContext, { word }: { word: string }) => {
    db.run(insert(word))
    keep({ facts: { length: word.length } })
    return ok({})
  },
  'word.looked': (_context: ReadContext, { id }: { id: string }) => ok({ id }),
  'word.full': () => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  },
} satisfies UseCases<typeof contract>

const HIDDEN = '01936a00-0000-7000-8000-00000000000f'

function createRouterRig(stage: Stage = 'open', roles: readonly Role[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-'))
  const migrationsFolder = join(folder, 'migrations')
  mkdirSync(join(migrationsFolder, 'meta'), { recursive: true })
  const entry = { idx: 0, version: '6', when: 1, tag: '0000_word', breakpoints: true }
  // Besides its own tables the router reads the merges.
  writeFileSync(
    join(migrationsFolder, '0000_word.sql'),
    'CREATE TABLE word (id integer PRIMARY KEY, word text NOT NULL);--> statement-breakpoint\nCREATE TABLE person_merge (gone text, stays text, undone_at integer)',
  )
  writeFileSync(join(migrationsFolder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries: [entry] }))
  const opened = createEncryptedDatabase({ file: join(folder, 'book.db'), folder, key: Buffer.alloc(32, 1), migrationsFolder })
  if (!opened.ok) throw new Error(opened.failure)
  const database = opened.value
  onTestFinished(() => {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const changed: (readonly Topic[])[] = []
  const logged: string[] = []
  const lines: NewAuditEntry[] = []
  const refusedCalls: (readonly [string, string])[] = []
  const marks: number[] = []
  let time = 0
  const session = {
    stage,
    database: stage === 'open' || stage === 'locked' ? database : null,
    me: stage === 'open' ? { id: '0' as StaffId, name: 'Ines', roles } : null,
    zone: 'America/Edmonton',
    ids: { uuid: () => crypto.randomUUID() },
    log: { info: () => undefined, error: (event: string, where: string) => void logged.push(`${event} ${where}`) },
    isFull: false,
    now: () => (time += 1),
    steady: () => ({ run: 'test', ms: time }),
    raiseHighWaterMark: (_db: unknown, now: number) => void marks.push(now),
    changed: (topics: readonly Topic[]) => void changed.push(topics),
    hidden: () => ({ people: new Set([HIDDEN as PersonId]), ids: new Set([HIDDEN]) }),
    openDatabase: {
      appendEntry: (_db: unknown, line: NewAuditEntry) => void lines.push(line),
      recordRead: (line: NewAuditEntry) => void lines.push(line),
      recordRefusal: (_by: unknown, _at: number, channel: string, failure: Failure) => void refusedCalls.push([channel, failure.kind]),
      afterCommit: () => undefined,
    },
  } satisfies RouterSession
  const running: string[] = []
  const sessionCalls: SessionCalls<typeof contract> = {
    'desk.any': () => Promise.resolve(ok({})),
    'desk.queued': async ({ word }) => {
      running.push(`${word} begins`)
      await new Promise(setImmediate)
      running.push(`${word} ends`)
      if (word === 'broken') throw new TypeError('a bug')
      return ok({ word })
    },
  }
  const route = createRouter(contract, useCases, sessionCalls, session)
  const words = () => database.read((db) => db.all<{ word: string }>(sql`SELECT word FROM word ORDER BY id`).map(({ word }) => word))
  return { route, changed, logged, marks, words, session, lines, refusedCalls, running, sessionCalls }
}

describe('the router (I1)', () => {
  test('carries a call out and announces it after COMMIT', async () => {
    const { route, changed, words, marks } = createRouterRig()
    expect(await route('word.write', { word: 'heron' })).toEqual({ ok: true, value: { count: 1 } })
    expect(await route('word.list', {})).toEqual({ ok: true, value: ['heron'] })
    expect(changed).toEqual([['people']])
    expect(marks).toEqual([1])
    expect(words()).toEqual(['heron'])
  })

  test.each(['nothing', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])('there is no call %j', async (channel) => {
    expect(await createRouterRig().route(channel, {})).toEqual({
      ok: false,
      failure: { kind: 'invalid', fields: [{ path: '', code: 'unknown_call' }] },
    })
  })

  test('input is strict: an extra key, a wrong form, and an own __proto__ are invalid and written nowhere', async () => {
    const { route, words } = createRouterRig()
    const sly: unknown = JSON.parse('{"word":"x","__proto__":{"admin":true}}')
    for (const raw of [
      { word: 'x', extra: 1 },
      { word: '' },
      { word: 'x'.repeat(10_000) },
      {},
      null,
      undefined,
      7,
      [],
      sly,
      { word: new Date(0) },
      new Map(),
    ]) {
      expect(await route('word.write', raw)).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
    }
    expect(words()).toEqual([])
  })

  test('an invalid field is named by path and code, and its value is not repeated', async () => {
    const answer = await createRouterRig().route('word.write', { word: 'a very private thing indeed' })
    expect(answer).toEqual({ ok: false, failure: { kind: 'invalid', fields: [{ path: 'word', code: 'too_big' }] } })
  })

  test.each(['new', 'sealed', 'locked'] as const)('while %s only the calls of that stage are carried out', async (stage) => {
    const { route } = createRouterRig(stage)
    expect(await route('word.list', {})).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage } })
    expect(await route('desk.any', {})).toEqual({ ok: true, value: {} })
  })

  test('a reading call cannot write', async () => {
    const { route, words } = createRouterRig()
    expect((await route('word.sneak', {})).ok).toBe(false)
    expect(words()).toEqual([])
  })

  test('a refusal, a bug and a wrong output roll back, and announce nothing', async () => {
    const { route, words, changed, logged } = createRouterRig()
    expect(await route('word.refuse', { word: 'a' })).toEqual({ ok: false, failure: { kind: 'refused', reason: 'wrong_state' } })
    expect(await route('word.break', { word: 'Amanita' })).toEqual({ ok: false, failure: { kind: 'broken' } })
    expect(await route('word.wrong', { word: 'c' })).toEqual({ ok: false, failure: { kind: 'broken' } })
    expect(words()).toEqual([])
    expect(changed).toEqual([])
    expect(logged[0]).toMatch(/^word\.break TypeError router\.test\.ts:\d+$/)
    expect(logged.join()).not.toContain('Amanita')
  })

  test('queued calls are carried out one after the other, also after one that broke', async () => {
    const { route, running } = createRouterRig()
    const answers = await Promise.all(['first', 'broken', 'last'].map((word) => route('desk.queued', { word })))
    expect(answers.map(({ ok: isOk }) => isOk)).toEqual([true, false, true])
    expect(running).toEqual(['first begins', 'first ends', 'broken begins', 'broken ends', 'last begins', 'last ends'])
  })

  test('a call without its function, or a function without its call, is a type error', () => {
    const { session, sessionCalls } = createRouterRig()
    const { 'word.list': _list, ...fewerUseCases } = useCases
    const { 'desk.any': _any, ...fewerSessionCalls } = sessionCalls
    // @ts-expect-error a use case is missing
    expect(() => createRouter(contract, fewerUseCases, sessionCalls, session)).toThrow('no use case for word.list')
    // @ts-expect-error a session call is missing
    expect(() => createRouter(contract, useCases, fewerSessionCalls, session)).toThrow('no session call for desk.any')
    // @ts-expect-error there is no such call
    const more: UseCases<typeof contract> = { ...useCases, 'word.other': () => ok({}) }
    // @ts-expect-error it runs in a transaction
    const moved: SessionCalls<typeof contract> = { ...sessionCalls, 'word.list': () => ok([]) }
    // @ts-expect-error its input is of another form
    const wrongInput: SessionCalls<typeof contract> = { ...sessionCalls, 'desk.queued': ({ name }) => ok({ word: String(name) }) }
    // @ts-expect-error its output is of another form
    const wrongOutput: SessionCalls<typeof contract> = { ...sessionCalls, 'desk.queued': () => ok({ name: '' }) }
    expect([more, moved, wrongInput, wrongOutput]).toHaveLength(4)
  })

  test('a full disk is said to be one (D6)', async () => {
    const { route, session } = createRouterRig()
    expect(await route('word.full', {})).toEqual({ ok: false, failure: { kind: 'storage', what: 'full' } })
    Object.assign(session, { isFull: true })
    expect(await route('word.write', { word: 'x' })).toEqual({ ok: false, failure: { kind: 'storage', what: 'full' } })
    expect(await route('word.list', {})).toEqual({ ok: true, value: [] })
  })

  test('never throws, whatever crosses', async () => {
    const { route, words } = createRouterRig()
    const channel = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(contract)))
    await fc.assert(
      fc.asyncProperty(channel, fc.anything({ withNullPrototype: true, withDate: true, withMap: true }), async (name, raw) => {
        expect(await route(name, raw)).toHaveProperty('ok')
      }),
      { numRuns: 300 },
    )
    expect(words().every((word) => word.length <= 20)).toBe(true)
  })
})

describe('roles, the audit log and people who do not exist for the caller (section 13, T1, I3)', () => {
  test('a role that the contract does not name is closed out, and one that it names comes in', async () => {
    const worker = createRouterRig('open', ['worker', 'supervisor'])
    expect(await worker.route('word.owned', {})).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage: 'open' } })
    expect(worker.refusedCalls).toEqual([['word.owned', 'closed_to_you']])
    expect(await createRouterRig('open', ['worker', 'data_owner']).route('word.owned', {})).toEqual({ ok: true, value: {} })
  })

  test('what is written leaves its line in the same breath; what is not carried out leaves one as refused', async () => {
    const { route, lines, refusedCalls } = createRouterRig()
    await route('word.kept', { word: 'heron' })
    expect(lines).toEqual([{ at: 1, by: '0', kind: 'acted', about: null, facts: { length: 5 } }])
    await route('word.refuse', { word: 'x' })
    await route('word.kept', { nothing: 1 })
    await route('nothing.at.all', {})
    expect(refusedCalls).toEqual([
      ['word.refuse', 'refused'],
      ['word.kept', 'invalid'],
      ['unknown', 'invalid'],
    ])
    expect(lines).toHaveLength(1)
  })

  test('a hidden id is put out of the question before the use case sees it', async () => {
    const { route } = createRouterRig()
    const visibleId = '01936a00-0000-7000-8000-0000000000aa'
    expect(await route('word.looked', { id: visibleId })).toEqual({ ok: true, value: { id: visibleId } })
    const answer = await route('word.looked', { id: HIDDEN })
    expect(answer).toMatchObject({ ok: true })
    expect(JSON.stringify(answer)).not.toContain(HIDDEN)
  })
})
