import { hashRaw, type Options } from '@node-rs/argon2'
import { z } from 'zod'

const MIB = 1024

/**
 * Validates the cost of Argon2id that is stored with each slot. Refuses a cost below the minimum, or one too high for the shelter's
 * computers (K1).
 */
export const costSchema = z.strictObject({
  memoryKiB: z
    .int()
    .min(64 * MIB)
    .max(256 * MIB),
  passes: z.int().min(3).max(16),
  lanes: z.int().min(4).max(16),
})
/** The cost of one derivation: memory in KiB, number of passes, and lanes. */
export type DerivationCost = z.output<typeof costSchema>

/** The minimum cost (K1). One derivation takes 134 ms on a small PC. */
export const MINIMUM_COST: DerivationCost = { memoryKiB: 64 * MIB, passes: 3, lanes: 4 }

const TARGET_MS = 700
const STEP_KIB = 16 * MIB

/** Derives the key-encryption key of a secret: 32 bytes. The schema has already checked `cost` against the minimum. */
export function deriveKey(secret: string, salt: Buffer, cost: DerivationCost): Promise<Buffer> {
  const argon2id = 2 as NonNullable<Options['algorithm']>
  return hashRaw(Buffer.from(secret, 'utf8'), {
    algorithm: argon2id,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
    salt,
  })
}

/**
 * Measures this PC once, at set-up, and returns the cost that takes it 0.5 to 1 s. It raises the memory first, up to 256 MiB, then the
 * passes. `monotonic` is in milliseconds.
 */
export async function calibrateCost(monotonic: () => number): Promise<DerivationCost> {
  const startedAt = monotonic()
  await deriveKey('calibration', Buffer.alloc(16), MINIMUM_COST)
  const factor = TARGET_MS / Math.max(1, monotonic() - startedAt)
  const memoryKiB = Math.min(
    256 * MIB,
    Math.max(MINIMUM_COST.memoryKiB, Math.floor((MINIMUM_COST.memoryKiB * factor) / STEP_KIB) * STEP_KIB),
  )
  const remaining = factor / (memoryKiB / MINIMUM_COST.memoryKiB)
  return {
    memoryKiB,
    passes: Math.min(16, Math.max(MINIMUM_COST.passes, Math.floor(MINIMUM_COST.passes * remaining))),
    lanes: MINIMUM_COST.lanes,
  }
}
