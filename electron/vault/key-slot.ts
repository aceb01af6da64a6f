import { z } from 'zod'
import type { Random } from '../ports'
import { costSchema, deriveKey, type DerivationCost } from './key-derivation'
import { encryptKeyForReceiver, handedKeySchema, privateKey, exportPublicKey, decryptHandedKey } from './key-pair'
import { base64Bytes, encryptKey, encryptedKeySchema, decryptKey, type AssociatedData } from './key-encryption'

/** K1: who a slot is for, in classes: a name never stands in the keyring. */
export const SLOT_CLASSES = ['director', 'staff', 'recovery'] as const
export type SlotClass = (typeof SLOT_CLASSES)[number]

/** One way to the data key: a secret's derived key wraps it. */
export const slotSchema = z.strictObject({
  /** Opaque; the database knows whose it is. */
  id: z.uuid(),
  class: z.enum(SLOT_CLASSES),
  cost: costSchema,
  salt: base64Bytes(16),
  /** K4: until when (UTC ms) a passphrase that somebody else has given her opens; null for her own. */
  temporary: z.strictObject({ until: z.int() }).nullable(),
  /** X25519: to this half a rotation hands the next data key while she is away; the other one is under her secret. */
  publicKey: base64Bytes(32),
  privateKey: encryptedKeySchema,
  /** Which data key `wrapped` is: the one of her last sign-in. */
  generation: z.int().min(1),
  /** Null in a temporary slot whose time is over (K4): it recognises its passphrase and opens nothing. */
  wrapped: encryptedKeySchema.nullable(),
  /** What rotations have handed to her since, oldest first: each opens with the key before it. */
  handed: z.array(handedKeySchema),
})
export type KeySlot = z.output<typeof slotSchema>

// None of it can be exchanged between slots, weakened or prolonged unseen (K1).
const getBoundFields = ({ id, class: slotClass, cost, publicKey, temporary }: Omit<KeySlot, 'wrapped' | 'privateKey' | 'handed' | 'salt' | 'generation'>): AssociatedData =>
  [id, slotClass, cost.memoryKiB, cost.passes, cost.lanes, publicKey, temporary?.until ?? null] // prettier-ignore
type BoundFields = Parameters<typeof getBoundFields>[0]

// The private half stays as it is over a rotation, so the generation is not among what it is bound to.
const getPrivateKeyData = (slot: BoundFields): AssociatedData => ['day-book private key', ...getBoundFields(slot)]
const getWrappedKeyData = (slot: BoundFields & Pick<KeySlot, 'generation'>): AssociatedData => [
  'day-book data key',
  ...getBoundFields(slot),
  slot.generation,
]

export interface NewKeySlot {
  readonly id: string
  readonly class: SlotClass
  readonly cost: DerivationCost
  readonly generation: number
  readonly temporary: KeySlot['temporary']
}

/** A slot of its own, with a fresh salt and key pair, that holds the data key under a secret. */
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

/** The key-encryption key of this slot's secret: half a second of Argon2id. */
export const deriveKek = (slot: Pick<KeySlot, 'salt' | 'cost'>, secret: string): Promise<Buffer> =>
  deriveKey(secret, Buffer.from(slot.salt, 'base64'), slot.cost)

/** True when it is this slot's key, whatever the slot still opens. */
export function isKekOfSlot(slot: KeySlot, kek: Buffer): boolean {
  const privateKeyBytes = decryptKey(kek, slot.privateKey, getPrivateKeyData(slot))
  privateKeyBytes?.fill(0)
  return privateKeyBytes !== null
}

/** The data key of generation `reaches(slot)`, or null when the secret is not this slot's or the slot has been altered: it looks the same. */
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

/** Which data key the slot opens; null when it opens none any more. */
export const findReachableGeneration = (slot: KeySlot): number | null =>
  slot.wrapped === null ? null : (slot.handed.at(-1)?.generation ?? slot.generation)

/** D3: hands the next data key to a slot whose owner need not be there. One that opens nothing is not revived. */
export const addHandedKey = (slot: KeySlot, previousKey: Buffer, nextKey: Buffer, generation: number, random: Random): KeySlot =>
  slot.wrapped === null
    ? slot
    : { ...slot, handed: [...slot.handed, encryptKeyForReceiver(slot, previousKey, nextKey, generation, random)] }

/** After she has signed in: the data key lies under her secret again, and what was handed to her goes. */
export function rewrap(slot: KeySlot, kek: Buffer, dataKey: Buffer, generation: number, random: Random): KeySlot {
  const fresh = { ...slot, generation, handed: [] }
  return { ...fresh, wrapped: encryptKey(kek, dataKey, getWrappedKeyData(fresh), random) }
}

/** K4: a temporary passphrase whose time is over opens nothing, also for whoever has the file and no clock to heed. */
export const emptySlot = (slot: KeySlot): KeySlot => ({ ...slot, wrapped: null, handed: [] })
