import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../ports'
import { base64Bytes, deriveSubkey, encryptKey, encryptedKeySchema, decryptKey, type AssociatedData } from './key-encryption'

// What stands before the 32 raw bytes of a key in DER (RFC 8410); node:crypto takes no raw ones.
const PRIVATE_KEY_PREFIX = { x25519: '302e020100300506032b656e04220420', ed25519: '302e020100300506032b657004220420' } as const
const PUBLIC_KEY_PREFIX = { x25519: '302a300506032b656e032100', ed25519: '302a300506032b6570032100' } as const
type Curve = keyof typeof PRIVATE_KEY_PREFIX

export function privateKey(curve: Curve, raw: Buffer): KeyObject {
  const der = Buffer.concat([Buffer.from(PRIVATE_KEY_PREFIX[curve], 'hex'), raw])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  return key
}

export const publicKey = (curve: Curve, raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([Buffer.from(PUBLIC_KEY_PREFIX[curve], 'hex'), raw]), format: 'der', type: 'spki' })

/** The 32 raw bytes of the public half. */
export const exportPublicKey = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)

/** A key left for her by a rotation while she was away: sealed to her public key (K1). */
export const handedKeySchema = z.strictObject({
  /** The data key's generation. */
  generation: z.int().min(2),
  /** The public half of a key pair that was used this once. */
  ephemeral: base64Bytes(32),
  ...encryptedKeySchema.shape,
})
export type HandedKey = z.output<typeof handedKeySchema>

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

// The key before is the salt: without it anybody who can write to the disk could hand her a key of his own choosing,
// since a public key is public; without her private half whoever knew the key before (a departed worker) reads nothing.
const deriveSharedKey = (ownKey: KeyObject, otherKey: KeyObject, previousKey: Buffer): Buffer => {
  const shared = diffieHellman({ privateKey: ownKey, publicKey: otherKey })
  const key = deriveSubkey(LABEL, shared, previousKey)
  shared.fill(0)
  return key
}

/** Seals `next` for her, without her secret. `before` is the data key that it follows. */
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

/** The key that was handed to her; null when anything of it has been altered. `secret` is her private half, 32 bytes. */
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
    // No point of the curve, or one of the few that give a shared secret of zeros.
    return null
  }
}
