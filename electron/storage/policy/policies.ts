import { desc, eq, lte, sql } from 'drizzle-orm'
import type { StaffId } from '#shared/domain/core/ids'
import { DEFAULT_POLICY, type Policy, type Standard } from '#shared/domain/policy/policy'
import { applySourceRules } from '#shared/domain/policy/source-rules'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { policyVersion } from '../schema'

export interface PolicyVersion {
  readonly version: number
  /** In force for what is received from here on, UTC ms. */
  readonly from: number
  readonly setAt: number
  /** Null for the one that came with set-up. */
  readonly setBy: StaffId | null
  readonly policy: Policy
}

/** A version that was written before a setting existed has what the setting began as. */
const withDefaults = (policy: Policy): Policy => ({ ...DEFAULT_POLICY, ...policy })

const versionQuery = oncePerDatabase((db) =>
  db
    .select({ policy: policyVersion.policy })
    .from(policyVersion)
    .where(eq(policyVersion.version, sql.placeholder('version')))
    .prepare(),
)
// C2: a version is never changed (trigger), so one that was read stays true for as long as the book is open.
const policyCache = oncePerDatabase(() => new Map<number, Policy>())

/** C2: one version, as the office set it. Throws for a version that no record can have. */
export function loadPolicyVersion(db: ReadableDb, version: number): Policy {
  const read = policyCache(db).get(version)
  if (read) return read
  const row = versionQuery(db).get({ version })
  if (!row) throw new Error('the book has no such policy')
  const policy = withDefaults(row.policy)
  policyCache(db).set(version, policy)
  return policy
}

/** C2: what a record is decided by: the version that it began under, with what its source had of its own at receipt. */
export const loadPolicyForStandard = (db: ReadableDb, standard: Standard): Policy =>
  applySourceRules(loadPolicyVersion(db, standard.policyVersion), standard)

const inForceQuery = oncePerDatabase((db) =>
  db
    .select({ version: policyVersion.version })
    .from(policyVersion)
    .where(lte(policyVersion.fromAt, sql.placeholder('at')))
    .orderBy(desc(policyVersion.fromAt), desc(policyVersion.version))
    .limit(1)
    .prepare(),
)
/** C1: the policy in force at an instant (UTC ms); of two from the same moment the later word holds. Before the first one, the first. */
export const loadPolicyAt = (db: ReadableDb, at: number): Policy =>
  loadPolicyVersion(db, inForceQuery(db).get({ at })?.version ?? DEFAULT_POLICY.version)

/** Every version, the last written first. */
export const listPolicyVersions = (db: ReadableDb): readonly PolicyVersion[] =>
  db
    .select()
    .from(policyVersion)
    .orderBy(desc(policyVersion.version))
    .all()
    .map(({ version, fromAt, setAt, setBy, policy }) => ({ version, from: fromAt, setAt, setBy, policy: withDefaults(policy) }))

/** Adds the next version; the numbers go 1, 2, … Answers its number. */
export function addPolicyVersion(
  db: WritableDb,
  policy: Omit<Policy, 'version'>,
  { from, setAt, setBy }: Pick<PolicyVersion, 'from' | 'setAt' | 'setBy'>,
): number {
  const last = db.select({ version: policyVersion.version }).from(policyVersion).orderBy(desc(policyVersion.version)).limit(1).get()
  const version = (last?.version ?? 0) + 1
  db.insert(policyVersion)
    .values({ version, fromAt: from, policy: { ...policy, version }, setAt, setBy })
    .run()
  return version
}
