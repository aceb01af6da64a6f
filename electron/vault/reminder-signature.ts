import { sign, verify, type KeyObject } from 'node:crypto'
import { privateKey, exportPublicKey, publicKey } from './key-pair'
import { deriveSubkey } from './key-encryption'

/** Ed25519, drawn from the data key: whoever has the book open can sign, and anybody can check before a sign-in (L5). */
function deriveSigningKey(dataKey: Buffer): KeyObject {
  const seed = deriveSubkey('day-book due list', dataKey)
  const key = privateKey('ed25519', seed)
  seed.fill(0)
  return key
}

/** The public half that stands in the keyring: 32 bytes in base64. */
export const deriveVerifyKey = (dataKey: Buffer): string => exportPublicKey(deriveSigningKey(dataKey)).toString('base64')

/** Signs the list of times that alerts while nobody is signed in (L5). Base64. */
export const signReminders = (dataKey: Buffer, text: string): string =>
  sign(null, Buffer.from(text, 'utf8'), deriveSigningKey(dataKey)).toString('base64')

/** True when whoever had the book open wrote this text. `verifyKey` is `Vault.verifyKey()`. */
export function isReminderSignatureValid(verifyKey: string, text: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(text, 'utf8'), publicKey('ed25519', Buffer.from(verifyKey, 'base64')), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
