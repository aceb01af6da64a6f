import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hashRaw } from '@node-rs/argon2'
import { validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { Database } from '@signalapp/sqlcipher'

// The recovery sheet of SECURITY.md, step by step, without our vault: nothing of electron/ is imported here. A change here requires a
// change of the sheet.

interface Sealed {
  readonly nonce: string
  readonly sealed: string
}
interface SheetSlot {
  readonly id: string
  readonly class: string
  readonly cost: { readonly memoryKiB: number; readonly passes: number; readonly lanes: number }
  readonly salt: string
  readonly temporary: { readonly until: number } | null
  readonly publicKey: string
  readonly privateKey: Sealed
  readonly generation: number
  readonly wrapped: Sealed
  readonly handed: readonly (Sealed & { readonly generation: number; readonly ephemeral: string })[]
}

const base64 = (text: string): Buffer => Buffer.from(text, 'base64')

function openSealed(key: Buffer, { nonce, sealed }: Sealed, about: readonly unknown[]): Buffer {
  const bytes = base64(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, base64(nonce))
  decipher.setAAD(Buffer.from(JSON.stringify(about)))
  decipher.setAuthTag(bytes.subarray(32))
  return Buffer.concat([decipher.update(bytes.subarray(0, 32)), decipher.final()])
}

function x25519(own: Buffer, other: Buffer): Buffer {
  const privateKey = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), own]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), other]),
    format: 'der',
    type: 'spki',
  })
  return diffieHellman({ privateKey, publicKey })
}

/** Derives the data keys from the twelve words and the keyring file (steps 1 to 4): one, or two after an interrupted rotation. */
export async function deriveKeysFromSheet(words: readonly string[], keyringFile: string): Promise<readonly Buffer[]> {
  const secret = words.map((word) => word.trim().toLowerCase()).join(' ')
  if (!validateMnemonic(secret, wordlist)) throw new Error('the words have a slip of the pen')
  const keyring = JSON.parse(readFileSync(keyringFile, 'utf8'))
  const rings: readonly { readonly slots: readonly SheetSlot[] }[] = [keyring.current, keyring.next].filter((ring) => ring !== null)
  return Promise.all(
    rings.map(({ slots }) =>
      deriveSlotKey(
        secret,
        slots.find((slot) => slot.class === 'recovery'),
      ),
    ),
  )
}

async function deriveSlotKey(secret: string, slot: SheetSlot | undefined): Promise<Buffer> {
  if (slot === undefined) throw new Error('no recovery slot')
  const { id, cost, publicKey, temporary, generation } = slot
  const kek = await hashRaw(secret, {
    algorithm: 2,
    version: 1,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    salt: base64(slot.salt),
    outputLen: 32,
  })
  const bound = [id, slot.class, cost.memoryKiB, cost.passes, cost.lanes, publicKey, temporary?.until ?? null]
  let key = openSealed(kek, slot.wrapped, ['day-book data key', ...bound, generation])
  for (const handed of slot.handed) {
    const own = openSealed(kek, slot.privateKey, ['day-book private key', ...bound])
    const shared = x25519(own, base64(handed.ephemeral))
    const step = Buffer.from(hkdfSync('sha256', shared, key, 'day-book handed key', 32))
    key = openSealed(step, handed, ['day-book handed key', id, handed.generation, handed.ephemeral, publicKey])
  }
  return key
}

/** Does what `sqlcipher` does with that key, as its shell would (step 5). Throws when it is not the key of this file. */
export function readDatabaseFromSheet<T>(
  file: string,
  key: Buffer,
  act: (query: (sql: string) => readonly Record<string, unknown>[]) => T,
): T {
  const database = new Database(file)
  try {
    // It prints on stderr what it also throws.
    database.exec('PRAGMA cipher_log_level = NONE')
    database.exec(`PRAGMA key = "x'${key.toString('hex')}'"`)
    return act((sql) => database.prepare(sql).all())
  } finally {
    database.close()
  }
}
