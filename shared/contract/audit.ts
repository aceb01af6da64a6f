import { z } from 'zod'
import { AUDIT_KINDS } from '#shared/domain/audit/audit-log'
import { reads, writes } from './call'
import { instant, noInput } from './values'

const directorOnly = { who: ['director'] } as const
const who = z.string().nullable()
const auditFinding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('broken'), no: z.int(), at: instant }),
  z.strictObject({ kind: z.literal('gap'), no: z.int(), at: instant }),
  z.strictObject({
    kind: z.literal('missing'),
    count: z.int(),
    since: instant.nullable(),
    lastSeenAt: instant,
    by: z.array(z.strictObject({ by: who, count: z.int() })),
  }),
  z.strictObject({ kind: z.literal('replaced'), no: z.int(), lastSeenAt: instant }),
  z.strictObject({ kind: z.literal('nothing_remembered') }),
  /** SQLite's own check of pages and references (D5). */
  z.strictObject({ kind: z.literal('pages') }),
])

/** One entry in the reader's words: `by` is a name, `about` a record's number or a worker's name, `reason` the reason of a break-glass. */
export const auditRow = z.strictObject({
  no: z.int(),
  at: instant,
  kind: z.enum(AUDIT_KINDS),
  by: who,
  about: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  reason: z.string().nullable(),
})
export type AuditRow = z.output<typeof auditRow>

/** The audit log (T1): whether the database is intact, who did what, and what a director has to read. It is never called tamper-proof. */
export const audit = {
  /** Verifies the whole chain and the pages (D5). The result is written to the audit log. */
  'audit.check': writes(
    ['audit', 'office'],
    noInput,
    z.strictObject({
      at: instant,
      entries: z.int(),
      first: instant.nullable(),
      last: instant.nullable(),
      findings: z.array(auditFinding),
      /** Whether the clock was ever set back by more than a minute, and how often the mark was reset by hand (T3). */
      clock: z.strictObject({ driftSeen: z.boolean(), resets: z.int() }),
      /** The newest entry, to compare with a printed one: number and the first 16 digits of its code. */
      head: z.strictObject({ no: z.int(), code: z.string() }).nullable(),
    }),
    directorOnly,
  ),
  /**
   * Explains the findings, for example after restoring a backup: the file is accepted as it is from now on, under the director's name. It
   * takes no typed words, because an entry is never removed and words about a person could never be purged (T4). Refuses
   * `nothing_to_explain`.
   */
  'audit.explain': writes(
    ['audit', 'office'],
    z.strictObject({ why: z.enum(['backup_put_back', 'other']) }),
    z.strictObject({ done: z.literal(true) }),
    directorOnly,
  ),
  /** Lists at most 200 entries before `before`, newest first. */
  'audit.list': reads(
    z.strictObject({ before: z.int().min(1).nullable(), kinds: z.array(z.enum(AUDIT_KINDS)).max(60).nullable() }),
    z.strictObject({ rows: z.array(auditRow), more: z.boolean() }),
    directorOnly,
  ),
  /** Lists what the director has to read since the last time that it was marked as read. Oldest first. */
  'audit.listUnread': reads(noInput, z.array(auditRow), directorOnly),
  'audit.markRead': writes(
    ['audit', 'office'],
    z.strictObject({ upTo: z.int().min(0) }),
    z.strictObject({ done: z.literal(true) }),
    directorOnly,
  ),
  /** Exports CSV with a neutral file name and harmless formulas (X2). Refuses `not_saved_there` for a synchronised folder. */
  'audit.export': writes(
    ['audit'],
    z.strictObject({ from: instant.nullable(), to: instant.nullable() }),
    z.strictObject({ saved: z.boolean() }),
    directorOnly,
  ),
} as const
