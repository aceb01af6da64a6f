import { z } from 'zod'
import type { Random } from '../ports'
import { costSchema, derive, type Cost } from './derivation'
import { hand, handedSchema, privateKey, publicHalf, receive } from './key-pair'
import { bytes, seal, sealedSchema, unseal, type About } from './sealing'

/** K1: who a slot is for, in classes: a name never stands in the keyring. */
export const SLOT_CLASSES = ['director', 'staff', 'recovery'] as const
export type SlotClass = (typeof SLOT_CLASSES)[number]

/** One way to the data key: a secret's derived key wraps it. */
export const slotSchema = z.strictObject({
  /** Opaque; the database knows whose it is. */
  id: z.uuid(),
  class: z.enum(SLOT_CLASSES),
  cost: costSchema,
  salt: bytes(16),
  /** K4: until when (UTC ms) a passphrase that somebody else has given her opens; null for her own. */
  temporary: z.strictObject({ until: z.int() }).nullable(),
  /** X25519: to this half a rotation hands the next data key while she is away; the other one is under her secret. */
  publicKey: bytes(32),
  privateKey: sealedSchema,
  /** Which data key `wrapped` is: the one of her last sign-in. */
  generation: z.int().min(1),
  /** Null in a temporary slot whose time is over (K4): it recognises its passphrase and opens nothing. */
  wrapped: sealedSchema.nullable(),
  /** What rotations have handed to her since, oldest first: each opens with the key before it. */
  handed: z.array(handedSchema),
})
export type Slot = z.output<typeof slotSchema>

// None of it can be exchanged between slots, weakened or prolonged unseen (K1).
const bound = ({ id, class: slotClass, cost, publicKey, temporary }: Omit<Slot, 'wrapped' | 'privateKey' | 'handed' | 'salt' | 'generation'>): About =>
  [id, slotClass, cost.memoryKiB, cost.passes, cost.lanes, publicKey, temporary?.until ?? null] // prettier-ignore
type Bound = Parameters<typeof bound>[0]

// The private half stays as it is over a rotation, so the generation is not among what it is bound to.
const aboutPrivate = (slot: Bound): About => ['day-book private key', ...bound(slot)]
const aboutWrapped = (slot: Bound & Pick<Slot, 'generation'>): About => ['day-book data key', ...bound(slot), slot.generation]

export interface NewSlot {
  readonly id: string
  readonly class: SlotClass
  readonly cost: Cost
  readonly generation: number
  readonly temporary: Slot['temporary']
}

/** A slot of its own, with a fresh salt and key pair, that holds the data key under a secret. */
export async function makeSlot(dataKey: Buffer, secret: string, slot: NewSlot, random: Random): Promise<Slot> {
  const salt = random.bytes(16)
  const own = random.bytes(32)
  const publicKey = publicHalf(privateKey('x25519', own)).toString('base64')
  const kek = await derive(secret, salt, slot.cost)
  const made = { ...slot, publicKey }
  const whole = {
    ...made,
    salt: salt.toString('base64'),
    privateKey: seal(kek, own, aboutPrivate(made), random),
    wrapped: seal(kek, dataKey, aboutWrapped(made), random),
    handed: [],
  }
  kek.fill(0)
  own.fill(0)
  return whole
}

/** The key-encryption key of this slot's secret: half a second of Argon2id. */
export const kekOf = (slot: Pick<Slot, 'salt' | 'cost'>, secret: string): Promise<Buffer> =>
  derive(secret, Buffer.from(slot.salt, 'base64'), slot.cost)

/** True when it is this slot's key, whatever the slot still opens. */
export function knows(slot: Slot, kek: Buffer): boolean {
  const own = unseal(kek, slot.privateKey, aboutPrivate(slot))
  own?.fill(0)
  return own !== null
}

/** The data key of generation `reaches(slot)`, or null when the secret is not this slot's or the slot has been altered: it looks the same. */
export function openSlot(slot: Slot, kek: Buffer): Buffer | null {
  let key = slot.wrapped === null ? null : unseal(kek, slot.wrapped, aboutWrapped(slot))
  if (key === null || slot.handed.length === 0) return key
  const own = unseal(kek, slot.privateKey, aboutPrivate(slot))
  for (const handed of slot.handed) {
    const next: Buffer | null = own === null || key === null ? null : receive(slot, own, key, handed)
    key?.fill(0)
    key = next
  }
  own?.fill(0)
  return key
}

/** Which data key the slot opens; null when it opens none any more. */
export const reaches = (slot: Slot): number | null => (slot.wrapped === null ? null : (slot.handed.at(-1)?.generation ?? slot.generation))

/** D3: hands the next data key to a slot whose owner need not be there. One that opens nothing is not revived. */
export const handOn = (slot: Slot, before: Buffer, next: Buffer, generation: number, random: Random): Slot =>
  slot.wrapped === null ? slot : { ...slot, handed: [...slot.handed, hand(slot, before, next, generation, random)] }

/** After she has signed in: the data key lies under her secret again, and what was handed to her goes. */
export function rewrap(slot: Slot, kek: Buffer, dataKey: Buffer, generation: number, random: Random): Slot {
  const fresh = { ...slot, generation, handed: [] }
  return { ...fresh, wrapped: seal(kek, dataKey, aboutWrapped(fresh), random) }
}

/** K4: a temporary passphrase whose time is over opens nothing, also for whoever has the file and no clock to heed. */
export const emptied = (slot: Slot): Slot => ({ ...slot, wrapped: null, handed: [] })
