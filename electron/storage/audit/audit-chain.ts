import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { desc, sql } from 'drizzle-orm'
import type { AuditFacts, AuditChainHead, NewAuditEntry, AuditCheckpoint } from '#shared/domain/audit/audit-log'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { auditEntry, auditChain } from '../schema'

/** How many of the newest entries the PC remembers outside the book. */
const CHECKPOINT_LENGTH = 64

/** What the first entry is chained to. */
export const FIRST_CODE = ''

/** One entry as it stands in the table; `facts` is the JSON text. */
export interface ChainedEntry {
  readonly no: number
  readonly at: number
  readonly by: string | null
  readonly kind: string
  readonly about: string | null
  readonly facts: string
}

/** The chain's key, which a trigger keeps from ever changing. Throws in a book without a chain: a bug. */
export function readChainKey(db: ReadableDb): KeyObject {
  const row = db.select({ key: auditChain.key }).from(auditChain).get()
  if (!row) throw new Error('the book has no audit chain')
  return createSecretKey(row.key)
}
const chainKey = oncePerDatabase(readChainKey)

/** The same facts, keys sorted: what is written is the canonical form, so that a check compares bytes and parses nothing. */
const sortFacts = (facts: AuditFacts): AuditFacts =>
  Object.fromEntries(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

/**
 * T1: HMAC-SHA256 in hex over the JSON array [code before, no, at, by, kind, about, facts]. Facts come last and as they
 * are written: all before them is closed JSON, so no other entry has the same text.
 */
export function computeChainCode(key: KeyObject, previousCode: string, { no, at, by, kind, about, facts }: ChainedEntry): string {
  const start = JSON.stringify([previousCode, no, at, by, kind, about])
  return createHmac('sha256', key)
    .update(`${start.slice(0, -1)},${facts}]`)
    .digest('hex')
}

/** T1: the same text has the same code in this book, and nobody without the book can try texts on it. 16 hex digits. */
export const computeTextCode = (db: ReadableDb, purpose: string, text: string): string =>
  createHmac('sha256', chainKey(db)).update(JSON.stringify({ purpose, text })).digest('hex').slice(0, 16)

const newestQuery = oncePerDatabase((db) =>
  db.select({ no: auditEntry.no, code: auditEntry.code }).from(auditEntry).orderBy(desc(auditEntry.no)).limit(1).prepare(),
)

/** The end of the chain, or null before the first entry. */
export const loadAuditHead = (db: ReadableDb): AuditChainHead | null => newestQuery(db).get() ?? null

// Made on the first write of a book, by whoever may write.
const insertQuery = oncePerDatabase((db) =>
  (db as WritableDb)
    .insert(auditEntry)
    .values({
      no: sql.placeholder('no'),
      at: sql.placeholder('at'),
      by: sql.placeholder('by'),
      kind: sql.placeholder('kind'),
      about: sql.placeholder('about'),
      facts: sql.placeholder('facts'),
      code: sql.placeholder('code'),
    })
    .prepare(),
)

/**
 * T1: writes one line in the caller's transaction, chained to the last one, and answers the new end of the chain. The
 * last one is read from the table each time: a ROLLBACK takes the entry away and nothing here remembers it.
 */
export function appendAuditEntry(db: WritableDb, entry: NewAuditEntry): AuditChainHead {
  const last = loadAuditHead(db)
  const no = (last?.no ?? 0) + 1
  const { at, by, kind, about } = entry
  const facts = sortFacts(entry.facts)
  const code = computeChainCode(chainKey(db), last?.code ?? FIRST_CODE, { no, at, by, kind, about, facts: JSON.stringify(facts) })
  insertQuery(db).run({ no, at, by, kind, about, facts, code })
  return { no, code }
}

const checkpointQuery = oncePerDatabase((db) =>
  db
    .select({ no: auditEntry.no, at: auditEntry.at, by: auditEntry.by, code: auditEntry.code })
    .from(auditEntry)
    .orderBy(desc(auditEntry.no))
    .limit(CHECKPOINT_LENGTH)
    .prepare(),
)

/** T1: what is kept outside the book (`HeadFile`) after a COMMIT: the newest entry and the 64 newest, oldest first. Null before the first. */
export function loadAuditCheckpoint(db: ReadableDb): AuditCheckpoint | null {
  const rows = checkpointQuery(db).all()
  const head = rows[0]
  if (!head) return null
  return { no: head.no, code: head.code, at: head.at, tail: rows.toReversed().map(({ no, at, by }) => ({ no, at, by })) }
}
