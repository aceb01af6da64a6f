import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { desc, sql } from 'drizzle-orm'
import type { AuditFacts, AuditChainHead, NewAuditEntry, AuditCheckpoint } from '#shared/domain/audit/audit-log'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { auditEntry, auditChain } from '../schema'

/** The number of newest entries that the checkpoint outside the database holds. */
const CHECKPOINT_LENGTH = 64

/** The code that precedes the first entry. */
export const FIRST_CODE = ''

/** An entry as it is stored in the table; `facts` is the JSON text. */
export interface ChainedEntry {
  readonly no: number
  readonly at: number
  readonly by: string | null
  readonly kind: string
  readonly about: string | null
  readonly facts: string
}

/** Reads the chain's key, which a trigger protects from change. Throws when the database has no chain, which is a bug. */
export function readChainKey(db: ReadableDb): KeyObject {
  const row = db.select({ key: auditChain.key }).from(auditChain).get()
  if (!row) throw new Error('the book has no audit chain')
  return createSecretKey(row.key)
}
const chainKey = oncePerDatabase(readChainKey)

/** Sorts the keys of the facts. The canonical form is stored, so that a check compares bytes and parses nothing. */
const sortFacts = (facts: AuditFacts): AuditFacts =>
  Object.fromEntries(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

/**
 * Computes the code of an entry (T1): HMAC-SHA256 in hex over the JSON array [previous code, no, at, by, kind, about, facts]. The facts
 * come last and exactly as stored; everything before them is closed JSON, so no other entry has the same text.
 */
export function computeChainCode(key: KeyObject, previousCode: string, { no, at, by, kind, about, facts }: ChainedEntry): string {
  const start = JSON.stringify([previousCode, no, at, by, kind, about])
  return createHmac('sha256', key)
    .update(`${start.slice(0, -1)},${facts}]`)
    .digest('hex')
}

/**
 * Computes a code for a text (T1): 16 hex digits. The same text has the same code in this database, and no one without the database can
 * test guesses against it.
 */
export const computeTextCode = (db: ReadableDb, purpose: string, text: string): string =>
  createHmac('sha256', chainKey(db)).update(JSON.stringify({ purpose, text })).digest('hex').slice(0, 16)

const newestQuery = oncePerDatabase((db) =>
  db.select({ no: auditEntry.no, code: auditEntry.code }).from(auditEntry).orderBy(desc(auditEntry.no)).limit(1).prepare(),
)

/** Loads the end of the chain, or null before the first entry. */
export const loadAuditHead = (db: ReadableDb): AuditChainHead | null => newestQuery(db).get() ?? null

// Created at the first write of a database, by the first caller that may write.
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
 * Appends an entry in the caller's transaction, chained to the previous one, and returns the new end of the chain (T1). The previous
 * entry is read from the table each time: a ROLLBACK removes the entry, and nothing here remembers it.
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

/**
 * Loads the checkpoint that is kept outside the database after a COMMIT (T1, `AuditCheckpointFile`): the newest entry and the 64 newest,
 * oldest first. Returns null before the first entry.
 */
export function loadAuditCheckpoint(db: ReadableDb): AuditCheckpoint | null {
  const rows = checkpointQuery(db).all()
  const head = rows[0]
  if (!head) return null
  return { no: head.no, code: head.code, at: head.at, tail: rows.toReversed().map(({ no, at, by }) => ({ no, at, by })) }
}
