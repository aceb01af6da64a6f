import { z } from 'zod'
import type { Random } from '../ports'
import { costSchema, deriveKey, type DerivationCost } from './key-derivation'
import { encryptKeyForReceiver, handedKeySchema, privateKey, exportPublicKey, decryptHandedKey } from './key-pair'
import { base64Bytes, encryptKey, encryptedKeySchema, decryptKey, type AssociatedData } from './key-encryption'

/** The classes of a slot (K1). A name is never stored in the keyring. */
export const SLOT_CLASSES = ['director', 'staff', 'recovery'] as const
/** A slot's class. */
export type SlotClass = (typeof SLOT_CLASSES)[number]

/** Validates a key slot: one way to the data key, which is encrypted with a key derived from a secret. */
export const slotSchema = z.strictObject({
  /** An opaque id. The database knows the slot's owner. */
  id: z.uuid(),
  class: z.enum(SLOT_CLASSES),
  cost: costSchema,
  salt: base64Bytes(16),
  /** The instant (UTC ms) at which a passphrase chosen by another worker expires (K4); null for the worker's own passphrase. */
  temporary: z.strictObject({ until: z.int() }).nullable(),
  /**
   * The X25519 public key. A rotation encrypts the next data key to it while the worker is absent. The private half is encrypted with the
   * worker's secret.
   */
  publicKey: base64Bytes(32),
  privateKey: encryptedKeySchema,
  /** The generation of the data key in `wrapped`: that of the worker's last sign-in. */
  generation: z.int().min(1),
  /** The encrypted data key. Null in a temporary slot that has expired (K4): it recognises its passphrase and opens nothing. */
  wrapped: encryptedKeySchema.nullable(),
  /** The data keys that rotations have handed over since, oldest first. Each opens with the key before it. */
  handed: z.array(handedKeySchema),
})
/** A slot as it is stored in the keyring. */
export type KeySlot = z.output<typeof slotSchema>

// Because of this binding no field can be swapped between slots, weakened or extended without being detected (K1).
const getBoundFields = ({ id, class: slotClass, cost, publicKey, temporary }: Omit<KeySlot, 'wrapped' | 'privateKey' | 'handed' | 'salt' | 'generation'>): AssociatedData =>
  [id, slotClass, cost.memoryKiB, cost.passes, cost.lanes, publicKey, temporary?.until ?? null] // prettier-ignore
type BoundFields = Parameters<typeof getBoundFields>[0]

// A rotation does not change the private half, so the generation is not part of its associated data.
const getPrivateKeyData = (slot: BoundFields): AssociatedData => ['day-book private key', ...getBoundFields(slot)]
const getWrappedKeyData = (slot: BoundFields & Pick<KeySlot, 'generation'>): AssociatedData => [
  'day-book data key',
  ...getBoundFields(slot),
  slot.generation,
]

/** The fields that the caller chooses for a new slot. */
export interface NewKeySlot {
  readonly id: string
  readonly class: SlotClass
  readonly cost: DerivationCost
  readonly generation: number
  readonly temporary: KeySlot['temporary']
}

/** Creates a slot with a fresh salt and key pair that holds the data key encrypted with a secret. */
export async function createSlot(dataKey: Buffer, secret: string, slot: NewKeySlot, random: Random): Promise<KeySlot> {
  const salt = random.bytes(16)
  const privateKeyBytes = random.bytes(32)
  const publicKey = exportPublicKey(privateKey('x25519', privateKeyBytes)).toString('base64')
  const kek = await deriveKey(secret, salt, slot.cost)
  const slotWithKey = { ...slot, publicKey }
  const created = {
    ...slotWithKey,
    salt: salt.toString('base64'),
    privateKey: encryptKey(kek, privateKeyBytes, getPrivateKeyData(slotWithKey), random),
    wrapped: encryptKey(kek, dataKey, getWrappedKeyData(slotWithKey), random),
    handed: [],
  }
  kek.fill(0)
  privateKeyBytes.fill(0)
  return created
}

/** Derives the key-encryption key of this slot's secret. Argon2id takes half a second. */
export const deriveKek = (slot: Pick<KeySlot, 'salt' | 'cost'>, secret: string): Promise<Buffer> =>
  deriveKey(secret, Buffer.from(slot.salt, 'base64'), slot.cost)

/** Tells whether this is the slot's key, whatever the slot still opens. */
export function isKekOfSlot(slot: KeySlot, kek: Buffer): boolean {
  const privateKeyBytes = decryptKey(kek, slot.privateKey, getPrivateKeyData(slot))
  privateKeyBytes?.fill(0)
  return privateKeyBytes !== null
}

/**
 * Decrypts the data key of generation `findReachableGeneration(slot)`. Returns null when the secret is not this slot's or the slot has
 * been altered; the two cannot be told apart.
 */
export function openSlot(slot: KeySlot, kek: Buffer): Buffer | null {
  let key = slot.wrapped === null ? null : decryptKey(kek, slot.wrapped, getWrappedKeyData(slot))
  if (key === null || slot.handed.length === 0) return key
  const privateKeyBytes = decryptKey(kek, slot.privateKey, getPrivateKeyData(slot))
  for (const handed of slot.handed) {
    const nextKey: Buffer | null = privateKeyBytes === null || key === null ? null : decryptHandedKey(slot, privateKeyBytes, key, handed)
    key?.fill(0)
    key = nextKey
  }
  privateKeyBytes?.fill(0)
  return key
}

/** Finds the generation of the data key that the slot opens. Returns null when it no longer opens any. */
export const findReachableGeneration = (slot: KeySlot): number | null =>
  slot.wrapped === null ? null : (slot.handed.at(-1)?.generation ?? slot.generation)

/** Hands the next data key to a slot whose owner need not be present (D3). A slot that opens nothing is not revived. */
export const addHandedKey = (slot: KeySlot, previousKey: Buffer, nextKey: Buffer, generation: number, random: Random): KeySlot =>
  slot.wrapped === null
    ? slot
    : { ...slot, handed: [...slot.handed, encryptKeyForReceiver(slot, previousKey, nextKey, generation, random)] }

/** Encrypts the data key with the worker's secret again after a sign-in, and removes the keys that were handed over. */
export function rewrap(slot: KeySlot, kek: Buffer, dataKey: Buffer, generation: number, random: Random): KeySlot {
  const fresh = { ...slot, generation, handed: [] }
  return { ...fresh, wrapped: encryptKey(kek, dataKey, getWrappedKeyData(fresh), random) }
}

/** Empties a temporary slot that has expired (K4). It then opens nothing, even for an attacker who has the file and ignores the clock. */
export const emptySlot = (slot: KeySlot): KeySlot => ({ ...slot, wrapped: null, handed: [] })
