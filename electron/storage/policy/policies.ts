import { desc, eq, lte, sql } from 'drizzle-orm'
import type { StaffId } from '#shared/domain/core/ids'
import { DEFAULT_POLICY, type Policy, type Standard } from '#shared/domain/policy/policy'
import { applySourceRules } from '#shared/domain/policy/source-rules'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { policyVersion } from '../schema'

/** A version of the policy with its start and its author. */
export interface PolicyVersion {
  readonly version: number
  /** The instant (UTC ms) from which handoffs received are under this version. */
  readonly from: number
  readonly setAt: number
  /** Null for the version created at set-up. */
  readonly setBy: StaffId | null
  readonly policy: Policy
}

/** Fills in settings that did not exist when the version was written with their first values. */
const withDefaults = (policy: Policy): Policy => ({ ...DEFAULT_POLICY, ...policy })

const versionQuery = oncePerDatabase((db) =>
  db
    .select({ policy: policyVersion.policy })
    .from(policyVersion)
    .where(eq(policyVersion.version, sql.placeholder('version')))
    .prepare(),
)
// A version never changes (trigger), so a cached one stays valid as long as the database is open (C2).
const policyCache = oncePerDatabase(() => new Map<number, Policy>())

/** Loads one version of the policy as the office set it (C2). Throws for a version that no record can have. */
export function loadPolicyVersion(db: ReadableDb, version: number): Policy {
  const read = policyCache(db).get(version)
  if (read) return read
  const row = versionQuery(db).get({ version })
  if (!row) throw new Error('the book has no such policy')
  const policy = withDefaults(row.policy)
  policyCache(db).set(version, policy)
  return policy
}

/** Loads the policy that applies to a record (C2): the version that it began under, with its source's own rules at receipt. */
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
/**
 * Loads the policy in force at an instant (UTC ms) (C1). Of two for the same moment the later one applies. Before the first version the
 * first one applies.
 */
export const loadPolicyAt = (db: ReadableDb, at: number): Policy =>
  loadPolicyVersion(db, inForceQuery(db).get({ at })?.version ?? DEFAULT_POLICY.version)

/** Lists every version, the last written first. */
export const listPolicyVersions = (db: ReadableDb): readonly PolicyVersion[] =>
  db
    .select()
    .from(policyVersion)
    .orderBy(desc(policyVersion.version))
    .all()
    .map(({ version, fromAt, setAt, setBy, policy }) => ({ version, from: fromAt, setAt, setBy, policy: withDefaults(policy) }))

/** Adds the next version and returns its number: 1, 2, … */
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
