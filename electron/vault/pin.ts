import { hash, verify, type Options } from '@node-rs/argon2'
import { refuse, type Refusal } from '#shared/domain/core/outcome'
import { MINIMUM_COST } from './key-derivation'

const MIN_LENGTH = 6
const argon2id = 2 as NonNullable<Options['algorithm']>

/**
 * Hashes a PIN into Argon2id's own text form, which is stored inside the encrypted database (L3). It encrypts no key, so a PIN opens
 * nothing on the disk.
 */
export const hashPin = (pin: string): Promise<string> =>
  hash(pin, { algorithm: argon2id, memoryCost: MINIMUM_COST.memoryKiB, timeCost: MINIMUM_COST.passes, parallelism: MINIMUM_COST.lanes })

/** Tells whether this PIN gives that hash. */
export const isPinCorrect = (hashed: string, pin: string): Promise<boolean> => verify(hashed, pin)

/** Tells whether a PIN is one repeated digit, a run up or down, or a short repeated piece: the first guesses of an attacker. */
function isSimplePin(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10)
  if (steps.every((step) => step === steps[0]) && (steps[0] === 0 || steps[0] === 1 || steps[0] === 9)) return true
  return [2, 3].some((length) => pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length))
}

/** Validates a PIN: at least six digits, and not one of the first guesses (L3). Returns null when it may be used. */
export function validatePin(pin: string): Refusal | null {
  if (pin.length < MIN_LENGTH) return refuse('pin_too_short', { field: 'pin', detail: { atLeast: MIN_LENGTH } }).failure
  return isSimplePin(pin) ? refuse('pin_too_simple', { field: 'pin' }).failure : null
}
