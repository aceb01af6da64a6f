import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeSafely } from './safe-file'
import { slotSchema, type Slot } from './slot'

const keyringSchema = z.strictObject({
  format: z.literal(1),
  slots: z.array(slotSchema).min(1).max(200),
  /** HMAC-SHA256 under a key derived from the data key: whoever cannot open the book cannot add or drop a slot unseen. */
  mac: z.base64(),
})
export type Keyring = z.output<typeof keyringSchema>

const NAMES = ['keyring.json', 'keyring.2.json'] as const

function macOf(slots: readonly Slot[], dataKey: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), 'day-book keyring', 32))
  const mac = createHmac('sha256', key)
    .update(JSON.stringify(slots.map((slot) => slotSchema.parse(slot))))
    .digest()
  key.fill(0)
  return mac
}

/** A keyring over these slots, sealed with the data key that they hold. */
export const sealKeyring = (slots: readonly Slot[], dataKey: Buffer): Keyring => ({
  format: 1,
  slots: [...slots],
  mac: macOf(slots, dataKey).toString('base64'),
})

/** True when nothing but the office itself has changed the keyring. */
export function isGenuine(keyring: Keyring, dataKey: Buffer): boolean {
  const given = Buffer.from(keyring.mac, 'base64')
  const wanted = macOf(keyring.slots, dataKey)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Writes both copies, the first one first. Throws what the file system throws. */
export function writeKeyring(folder: string, keyring: Keyring): void {
  for (const name of NAMES) writeSafely(folder, name, JSON.stringify(keyring, null, 1))
}

export const hasKeyring = (folder: string): boolean => NAMES.some((name) => existsSync(join(folder, name)))

/** The copies that can be read and are of the right form; weaker costs than the floor are not (K1). Empty: damaged. */
export function readKeyrings(folder: string): readonly Keyring[] {
  return NAMES.flatMap((name) => {
    try {
      const parsed = keyringSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
      return parsed.success ? [parsed.data] : []
    } catch {
      return []
    }
  })
}
