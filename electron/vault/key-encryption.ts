import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../ports'

const CIPHER = 'aes-256-gcm'
const TAG = 16

/** Validates base64 text that decodes to exactly `count` bytes. */
export const base64Bytes = (count: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === count)

/** Validates an encrypted key: the 32 encrypted bytes, followed by the 16-byte tag. */
export const encryptedKeySchema = z.strictObject({ nonce: base64Bytes(12), sealed: base64Bytes(32 + TAG) })
/** A key encrypted with AES-256-GCM: nonce and ciphertext, both in base64. */
export type EncryptedKey = z.output<typeof encryptedKeySchema>

/** The fields that a ciphertext is bound to, in the order of the recovery sheet in SECURITY.md. Their JSON is the associated data. */
export type AssociatedData = readonly (string | number | null)[]

/** Encrypts a key with AES-256-GCM and a fresh nonce. */
export function encryptKey(key: Buffer, plaintext: Buffer, associatedData: AssociatedData, random: Random): EncryptedKey {
  const nonce = random.bytes(12)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(JSON.stringify(associatedData)))
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') }
}

/**
 * Decrypts a key. Returns null when the key is a different one, or when a single bit of the ciphertext or of its associated data has
 * changed.
 */
export function decryptKey(key: Buffer, { nonce, sealed }: EncryptedKey, associatedData: AssociatedData): Buffer | null {
  const all = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, 'base64'), { authTagLength: TAG })
      .setAAD(Buffer.from(JSON.stringify(associatedData)))
      .setAuthTag(all.subarray(-TAG))
    return Buffer.concat([decipher.update(all.subarray(0, -TAG)), decipher.final()])
  } catch {
    return null
  }
}

/** Derives another key from a key with HKDF-SHA-256: 32 bytes. Each `purpose` has its own key. */
export const deriveSubkey = (purpose: string, key: Buffer, salt: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, purpose, 32))
