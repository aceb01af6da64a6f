import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { verifyKeyOf } from './due-seal'
import { writeSafely } from './safe-file'
import { bytes, keyFor } from './sealing'
import { reaches, slotSchema, type Slot } from './slot'

const bodySchema = z.strictObject({
  /** Which data key these slots hold; a rotation raises it. */
  generation: z.int().min(1),
  /** Rises with every write: an older keyring that somebody puts back is seen, because the book remembers (K1). */
  serial: z.int().min(1),
  /** Ed25519: what the due list is checked with before anybody signs in (L5). */
  verifyKey: bytes(32),
  slots: z.array(slotSchema).min(1).max(200),
})

const ringSchema = bodySchema
  // HMAC-SHA-256 under a key drawn from the data key: whoever cannot open the book cannot add or drop a slot unseen.
  .extend({ mac: bytes(32) })
  .refine(({ slots }) => new Set(slots.map(({ id }) => id)).size === slots.length)
  .refine(({ slots, generation }) => slots.every((slot) => [generation, null].includes(reaches(slot))))
/** The slots that hold one data key. */
export type Ring = z.output<typeof ringSchema>

const keyringSchema = z
  // Format 1 had no key pairs and was never in use; it is refused like any other downgrade.
  .strictObject({ format: z.literal(2), current: ringSchema, next: ringSchema.nullable() })
  .refine(({ current, next }) => next === null || next.generation > current.generation)
/** `next` is there only while a rotation is under way: the book is under one of the two keys (D3). */
export type Keyring = z.output<typeof keyringSchema>

const NAMES = ['keyring.json', 'keyring.2.json'] as const

function macOf(ring: z.output<typeof bodySchema>, dataKey: Buffer): Buffer {
  const { generation, serial, verifyKey, slots } = ring
  const key = keyFor('day-book keyring', dataKey)
  const mac = createHmac('sha256', key)
    .update(JSON.stringify(bodySchema.parse({ generation, serial, verifyKey, slots })))
    .digest()
  key.fill(0)
  return mac
}

/** These slots as a ring, sealed with the data key that they hold. */
export function sealRing(slots: readonly Slot[], dataKey: Buffer, generation: number, serial: number): Ring {
  const body = { generation, serial, verifyKey: verifyKeyOf(dataKey), slots: [...slots] }
  return { ...body, mac: macOf(body, dataKey).toString('base64') }
}

/** True when nothing but the office itself has changed the ring. */
export const isGenuine = (ring: Ring, dataKey: Buffer): boolean => timingSafeEqual(Buffer.from(ring.mac, 'base64'), macOf(ring, dataKey))

/** Writes both copies, the first one first. Throws what the file system throws, and for a keyring that could not be read again. */
export function writeKeyring(folder: string, current: Ring, next: Ring | null = null): void {
  const text = JSON.stringify(keyringSchema.parse({ format: 2, current, next }), null, 1)
  for (const name of NAMES) writeSafely(folder, name, text)
}

export const hasKeyring = (folder: string): boolean => NAMES.some((name) => existsSync(join(folder, name)))

export type Copy =
  | { readonly kind: 'read'; readonly keyring: Keyring }
  | { readonly kind: 'copy_missing' }
  | { readonly kind: 'copy_unreadable' }

function readCopy(path: string): Copy {
  try {
    if (!existsSync(path)) return { kind: 'copy_missing' }
    const parsed = keyringSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? { kind: 'read', keyring: parsed.data } : { kind: 'copy_unreadable' }
  } catch {
    return { kind: 'copy_unreadable' }
  }
}

/** Both copies as they lie there. Unreadable is also one with weaker costs than the floor, or with a slot twice (K1). */
export const readCopies = (folder: string): readonly Copy[] => NAMES.map((name) => readCopy(join(folder, name)))

export const ringsIn = ({ current, next }: Keyring): readonly Ring[] => (next === null ? [current] : [current, next])

/** Every ring of every copy that can be read. */
export const ringsOf = (copies: readonly Copy[]): readonly Ring[] =>
  copies.flatMap((copy) => (copy.kind === 'read' ? ringsIn(copy.keyring) : []))
