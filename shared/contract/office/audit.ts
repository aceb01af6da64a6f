import { z } from 'zod'
import { AUDIT_KINDS } from '#shared/domain/audit/audit-log'
import { reads, writes } from '../call'
import { done, instant, noInput } from '../values'
import { code, freeText, partyName, workerName } from '../text-kinds'
import { redactedByUseCase, subjects } from '../redact'

const directorOnly = { who: ['director'] } as const
const who = workerName.nullable()
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

/** One line in the reader's words: `by` is a name, `about` a record's number or a worker's name, `reason` what a break-glass was opened with. */
export const auditRow = z
  .strictObject({
    no: z.int(),
    at: instant,
    kind: z.enum(AUDIT_KINDS),
    by: who,
    about: partyName.nullable(),
    facts: z.record(z.string(), z.union([code, z.number(), z.boolean(), z.null()])),
    reason: freeText.nullable(),
  })
  .register(subjects, redactedByUseCase)
export type AuditRow = z.output<typeof auditRow>

/** T1: whether the audit log is whole, who did what, and what a director has to read. Never called tamper-proof. */
export const audit = {
  /** Checks the whole chain, and the pages (D5). The answer is written into the audit log. */
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
      /** The newest entry, to compare with what stands on paper: number and the first 16 digits of its code. */
      head: z.strictObject({ no: z.int(), code }).nullable(),
    }),
    { ...directorOnly, runs: 'session' },
  ),
  /**
   * "I put a backup back": the file is taken as it is from now on, with the director's name. No typed words: an entry is never
   * removed, so words about a person could never be purged (T4). Refuses `nothing_to_explain`.
   */
  'audit.explain': writes(['audit', 'office'], z.strictObject({ why: z.enum(['backup_put_back', 'other']) }), done, {
    ...directorOnly,
    runs: 'session',
  }),
  /** Newest first, at most 200 before `before`. */
  'audit.list': reads(
    z.strictObject({ before: z.int().min(1).nullable(), kinds: z.array(z.enum(AUDIT_KINDS)).max(60).nullable() }),
    z.strictObject({ rows: z.array(auditRow), more: z.boolean() }),
    directorOnly,
  ),
  /** What a director has to read since the last `audit.markRead`. Oldest first. */
  'audit.listUnread': reads(noInput, z.array(auditRow), directorOnly),
  'audit.markRead': writes(['audit', 'office'], z.strictObject({ upTo: z.int().min(0) }), done, directorOnly),
  /** CSV with a neutral file name; formulas are made harmless (X2). Refuses `not_saved_there` for a synchronised folder. */
  'audit.export': writes(
    ['audit'],
    z.strictObject({ from: instant.nullable(), to: instant.nullable() }),
    z.strictObject({ saved: z.boolean() }),
    { ...directorOnly, runs: 'session' },
  ),
} as const
