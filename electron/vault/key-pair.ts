import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../ports'
import { bytes, keyFor, seal, sealedSchema, unseal, type About } from './sealing'

// What stands before the 32 raw bytes of a key in DER (RFC 8410); node:crypto takes no raw ones.
const PRIVATE = { x25519: '302e020100300506032b656e04220420', ed25519: '302e020100300506032b657004220420' } as const
const PUBLIC = { x25519: '302a300506032b656e032100', ed25519: '302a300506032b6570032100' } as const
type Curve = keyof typeof PRIVATE

export function privateKey(curve: Curve, raw: Buffer): KeyObject {
  const der = Buffer.concat([Buffer.from(PRIVATE[curve], 'hex'), raw])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  return key
}

export const publicKey = (curve: Curve, raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([Buffer.from(PUBLIC[curve], 'hex'), raw]), format: 'der', type: 'spki' })

/** The 32 raw bytes of the public half. */
export const publicHalf = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)

/** A key left for her by a rotation while she was away: sealed to her public key (K1). */
export const handedSchema = z.strictObject({
  /** The data key's generation. */
  generation: z.int().min(2),
  /** The public half of a key pair that was used this once. */
  ephemeral: bytes(32),
  ...sealedSchema.shape,
})
export type Handed = z.output<typeof handedSchema>

export interface Receiver {
  readonly id: string
  readonly publicKey: string
}

const LABEL = 'day-book handed key'

const about = (to: Receiver, generation: number, ephemeral: string): About => [LABEL, to.id, generation, ephemeral, to.publicKey]

// The key before is the salt: without it anybody who can write to the disk could hand her a key of his own choosing,
// since a public key is public; without her private half whoever knew the key before (a departed worker) reads nothing.
const between = (own: KeyObject, other: KeyObject, before: Buffer): Buffer => {
  const shared = diffieHellman({ privateKey: own, publicKey: other })
  const key = keyFor(LABEL, shared, before)
  shared.fill(0)
  return key
}

/** Seals `next` for her, without her secret. `before` is the data key that it follows. */
export function hand(to: Receiver, before: Buffer, next: Buffer, generation: number, random: Random): Handed {
  const raw = random.bytes(32)
  const own = privateKey('x25519', raw)
  raw.fill(0)
  const ephemeral = publicHalf(own).toString('base64')
  const key = between(own, publicKey('x25519', Buffer.from(to.publicKey, 'base64')), before)
  const sealed = seal(key, next, about(to, generation, ephemeral), random)
  key.fill(0)
  return { generation, ephemeral, ...sealed }
}

/** The key that was handed to her; null when anything of it has been altered. `secret` is her private half, 32 bytes. */
export function receive(to: Receiver, secret: Buffer, before: Buffer, handed: Handed): Buffer | null {
  try {
    const other = publicKey('x25519', Buffer.from(handed.ephemeral, 'base64'))
    const key = between(privateKey('x25519', secret), other, before)
    const next = unseal(key, { nonce: handed.nonce, sealed: handed.sealed }, about(to, handed.generation, handed.ephemeral))
    key.fill(0)
    return next
  } catch {
    // No point of the curve, or one of the few that give a shared secret of zeros.
    return null
  }
}
