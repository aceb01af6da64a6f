import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { deriveVerifyKey } from './reminder-signature'
import { writeFileAtomically } from './atomic-file'
import { base64Bytes, deriveSubkey } from './key-encryption'
import { findReachableGeneration, slotSchema, type KeySlot } from './key-slot'

const slotSetBodySchema = z.strictObject({
  /** The generation of the data key that these slots hold. A rotation raises it. */
  generation: z.int().min(1),
  /** Rises with every write. The database remembers it, so an older keyring that was put back is detected (K1). */
  serial: z.int().min(1),
  /** The Ed25519 key that verifies the signature of the reminders before anyone signs in (L5). */
  verifyKey: base64Bytes(32),
  slots: z.array(slotSchema).min(1).max(200),
})

const slotSetSchema = slotSetBodySchema
  // HMAC-SHA-256 with a key derived from the data key: without opening the database no one can add or remove a slot undetected.
  .extend({ mac: base64Bytes(32) })
  .refine(({ slots }) => new Set(slots.map(({ id }) => id)).size === slots.length)
  .refine(({ slots, generation }) => slots.every((slot) => [generation, null].includes(findReachableGeneration(slot))))
/** The slots that hold one data key. */
export type KeySlotSet = z.output<typeof slotSetSchema>

const keyringSchema = z
  // Format 1 had no key pairs and was never in use. It is refused like any other downgrade.
  .strictObject({ format: z.literal(2), current: slotSetSchema, next: slotSetSchema.nullable() })
  .refine(({ current, next }) => next === null || next.generation > current.generation)
/**
 * The two slot sets on the disk. `next` exists only while a rotation is under way: the database is then encrypted with one of the two
 * keys (D3).
 */
export type Keyring = z.output<typeof keyringSchema>

const FILE_NAMES = ['keyring.json', 'keyring.2.json'] as const

function computeMac(slotSet: z.output<typeof slotSetBodySchema>, dataKey: Buffer): Buffer {
  const { generation, serial, verifyKey, slots } = slotSet
  const key = deriveSubkey('day-book keyring', dataKey)
  const mac = createHmac('sha256', key)
    .update(JSON.stringify(slotSetBodySchema.parse({ generation, serial, verifyKey, slots })))
    .digest()
  key.fill(0)
  return mac
}

/** Builds a slot set and signs it with the data key that its slots hold. */
export function signSlotSet(slots: readonly KeySlot[], dataKey: Buffer, generation: number, serial: number): KeySlotSet {
  const body = { generation, serial, verifyKey: deriveVerifyKey(dataKey), slots: [...slots] }
  return { ...body, mac: computeMac(body, dataKey).toString('base64') }
}

/** Tells whether the slot set was last changed by the app itself. */
export const isGenuine = (slotSet: KeySlotSet, dataKey: Buffer): boolean =>
  timingSafeEqual(Buffer.from(slotSet.mac, 'base64'), computeMac(slotSet, dataKey))

/** Writes both copies, the first one first. Throws what the file system throws, and also for a keyring that could not be read again. */
export function writeKeyring(folder: string, current: KeySlotSet, next: KeySlotSet | null = null): void {
  const text = JSON.stringify(keyringSchema.parse({ format: 2, current, next }), null, 1)
  for (const name of FILE_NAMES) writeFileAtomically(folder, name, text)
}

/** Tells whether the folder holds a keyring. */
export const hasKeyring = (folder: string): boolean => FILE_NAMES.some((name) => existsSync(join(folder, name)))

/** One copy of the keyring as it was read: its content, or why it could not be read. */
export type KeyringCopy =
  | { readonly kind: 'read'; readonly keyring: Keyring }
  | { readonly kind: 'copy_missing' }
  | { readonly kind: 'copy_unreadable' }

function readKeyringCopy(path: string): KeyringCopy {
  try {
    if (!existsSync(path)) return { kind: 'copy_missing' }
    const parsed = keyringSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? { kind: 'read', keyring: parsed.data } : { kind: 'copy_unreadable' }
  } catch {
    return { kind: 'copy_unreadable' }
  }
}

/** Reads both copies from the disk. A copy with costs below the minimum, or with the same slot twice, counts as unreadable (K1). */
export const readKeyringCopies = (folder: string): readonly KeyringCopy[] => FILE_NAMES.map((name) => readKeyringCopy(join(folder, name)))

/** Lists the slot sets of a keyring, the current one first. */
export const listSlotSets = ({ current, next }: Keyring): readonly KeySlotSet[] => (next === null ? [current] : [current, next])

/** Lists every slot set of every readable copy. */
export const listReadableSlotSets = (copies: readonly KeyringCopy[]): readonly KeySlotSet[] =>
  copies.flatMap((copy) => (copy.kind === 'read' ? listSlotSets(copy.keyring) : []))
