import { sign, verify, type KeyObject } from 'node:crypto'
import { privateKey, exportPublicKey, publicKey } from './key-pair'
import { deriveSubkey } from './key-encryption'

/** Derives the Ed25519 signing key from the data key. Only an open database can sign, and anyone can verify before a sign-in (L5). */
function deriveSigningKey(dataKey: Buffer): KeyObject {
  const seed = deriveSubkey('day-book due list', dataKey)
  const key = privateKey('ed25519', seed)
  seed.fill(0)
  return key
}

/** Derives the public half that is stored in the keyring: 32 bytes in base64. */
export const deriveVerifyKey = (dataKey: Buffer): string => exportPublicKey(deriveSigningKey(dataKey)).toString('base64')

/** Signs the list of times at which alerts are due while no worker is signed in (L5). Returns base64. */
export const signReminders = (dataKey: Buffer, text: string): string =>
  sign(null, Buffer.from(text, 'utf8'), deriveSigningKey(dataKey)).toString('base64')

/** Tells whether this text was signed by a holder of the data key. `verifyKey` comes from `Vault.verifyKey()`. */
export function isReminderSignatureValid(verifyKey: string, text: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(text, 'utf8'), publicKey('ed25519', Buffer.from(verifyKey, 'base64')), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
