import { createCipheriv, createDecipheriv } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../ports'
import { costSchema, derive, type Cost } from './derivation'

/** K1: who a slot is for, in classes: a name never stands in the keyring. */
export const SLOT_CLASSES = ['director', 'staff', 'recovery'] as const
export type SlotClass = (typeof SLOT_CLASSES)[number]

const bytes = (count: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === count)

/** One way to the data key: a secret's derived key wraps it. */
export const slotSchema = z.strictObject({
  /** Opaque; the database knows whose it is. */
  id: z.uuid(),
  class: z.enum(SLOT_CLASSES),
  cost: costSchema,
  /** Which data key this slot holds; raised by a rotation. */
  generation: z.int().min(1),
  salt: bytes(16),
  nonce: bytes(12),
  /** AES-256-GCM: 32 bytes of data key, then the 16-byte tag. */
  wrapped: bytes(48),
})
export type Slot = z.output<typeof slotSchema>

const CIPHER = 'aes-256-gcm'

/** What the tag covers besides the key: none of it can be exchanged between slots or weakened unseen (K1). */
const bound = (slot: Pick<Slot, 'id' | 'class' | 'cost' | 'generation'>): Buffer =>
  Buffer.from(JSON.stringify([slot.id, slot.class, slot.cost.memoryKiB, slot.cost.passes, slot.cost.lanes, slot.generation]))

/** Wraps the data key under a secret. */
export async function wrap(
  dataKey: Buffer,
  secret: string,
  slot: { readonly id: string; readonly class: SlotClass; readonly cost: Cost; readonly generation: number },
  random: Random,
): Promise<Slot> {
  const salt = random.bytes(16)
  const nonce = random.bytes(12)
  const key = await derive(secret, salt, slot.cost)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(bound(slot))
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  key.fill(0)
  return { ...slot, salt: salt.toString('base64'), nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64') }
}

/** The data key, or null when the secret is not this slot's (or the slot has been altered: it looks the same). */
export async function unwrap(slot: Slot, secret: string): Promise<Buffer | null> {
  const key = await derive(secret, Buffer.from(slot.salt, 'base64'), slot.cost)
  const wrapped = Buffer.from(slot.wrapped, 'base64')
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(slot.nonce, 'base64')).setAAD(bound(slot)).setAuthTag(wrapped.subarray(32))
    return Buffer.concat([decipher.update(wrapped.subarray(0, 32)), decipher.final()])
  } catch {
    return null
  } finally {
    key.fill(0)
  }
}
