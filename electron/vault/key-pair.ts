import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../ports'
import { base64Bytes, deriveSubkey, encryptKey, encryptedKeySchema, decryptKey, type AssociatedData } from './key-encryption'

// The bytes that precede the 32 raw bytes of a key in DER (RFC 8410); node:crypto does not accept raw keys.
const PRIVATE_KEY_PREFIX = { x25519: '302e020100300506032b656e04220420', ed25519: '302e020100300506032b657004220420' } as const
const PUBLIC_KEY_PREFIX = { x25519: '302a300506032b656e032100', ed25519: '302a300506032b6570032100' } as const
type Curve = keyof typeof PRIVATE_KEY_PREFIX

/** Builds a private key from its 32 raw bytes. */
export function privateKey(curve: Curve, raw: Buffer): KeyObject {
  const der = Buffer.concat([Buffer.from(PRIVATE_KEY_PREFIX[curve], 'hex'), raw])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  return key
}

/** Builds a public key from its 32 raw bytes. */
export const publicKey = (curve: Curve, raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([Buffer.from(PUBLIC_KEY_PREFIX[curve], 'hex'), raw]), format: 'der', type: 'spki' })

/** Returns the 32 raw bytes of the public half. */
export const exportPublicKey = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)

/** Validates a data key that a rotation left for an absent worker, encrypted to the worker's public key (K1). */
export const handedKeySchema = z.strictObject({
  /** The generation of the data key. */
  generation: z.int().min(2),
  /** The public half of a key pair that was used only for this encryption. */
  ephemeral: base64Bytes(32),
  ...encryptedKeySchema.shape,
})
/** A data key encrypted for one worker, with its generation and the one-time public key. */
export type HandedKey = z.output<typeof handedKeySchema>

/** The worker a data key is encrypted for: slot id and public key. */
export interface KeyReceiver {
  readonly id: string
  readonly publicKey: string
}

const LABEL = 'day-book handed key'

const getAssociatedData = (receiver: KeyReceiver, generation: number, ephemeral: string): AssociatedData => [
  LABEL,
  receiver.id,
  generation,
  ephemeral,
  receiver.publicKey,
]

// The previous data key is the salt. Without it anyone who can write to the disk could plant a key of their choice, because a public key
// is public. Without the worker's private half anyone who knew the previous key (a departed worker, for example) could read the next one.
const deriveSharedKey = (ownKey: KeyObject, otherKey: KeyObject, previousKey: Buffer): Buffer => {
  const shared = diffieHellman({ privateKey: ownKey, publicKey: otherKey })
  const key = deriveSubkey(LABEL, shared, previousKey)
  shared.fill(0)
  return key
}

/** Encrypts `next` for a worker without the worker's secret. `previousKey` is the data key that it follows. */
export function encryptKeyForReceiver(
  receiver: KeyReceiver,
  previousKey: Buffer,
  nextKey: Buffer,
  generation: number,
  random: Random,
): HandedKey {
  const raw = random.bytes(32)
  const ownKey = privateKey('x25519', raw)
  raw.fill(0)
  const ephemeral = exportPublicKey(ownKey).toString('base64')
  const key = deriveSharedKey(ownKey, publicKey('x25519', Buffer.from(receiver.publicKey, 'base64')), previousKey)
  const sealed = encryptKey(key, nextKey, getAssociatedData(receiver, generation, ephemeral), random)
  key.fill(0)
  return { generation, ephemeral, ...sealed }
}

/**
 * Decrypts the data key that was handed to a worker. Returns null when any part of it has been altered. `secret` is the worker's private
 * half, 32 bytes.
 */
export function decryptHandedKey(receiver: KeyReceiver, secret: Buffer, previousKey: Buffer, handed: HandedKey): Buffer | null {
  try {
    const otherKey = publicKey('x25519', Buffer.from(handed.ephemeral, 'base64'))
    const key = deriveSharedKey(privateKey('x25519', secret), otherKey, previousKey)
    const nextKey = decryptKey(
      key,
      { nonce: handed.nonce, sealed: handed.sealed },
      getAssociatedData(receiver, handed.generation, handed.ephemeral),
    )
    key.fill(0)
    return nextKey
  } catch {
    // The bytes are not a point of the curve, or one of the few points that give a shared secret of zeros.
    return null
  }
}
