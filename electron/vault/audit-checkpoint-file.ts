import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { AuditCheckpoint } from '#shared/domain/audit/audit-log'
import type { StaffId } from '#shared/domain/core/ids'

const FILE_NAME = 'head.json'
const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

const fileSchema = z.strictObject({
  format: z.literal(1),
  /** Nonce, ciphertext and tag. */
  sealed: z.base64(),
})

const instant = z.int().min(0)
const no = z.int().min(1)
const checkpointSchema = z.strictObject({
  no,
  code: z.string().regex(/^[0-9a-f]{64}$/),
  at: instant,
  tail: z.array(z.strictObject({ no, at: instant, by: z.string().nullable() })).max(64),
})

/** Runs `run` with the key of the checkpoint file and zeroes the key afterwards. */
function withCheckpointKey<T>(dataKey: Buffer, run: (key: Buffer) => T): T {
  const key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), 'day-book head', 32))
  try {
    return run(key)
  } finally {
    key.fill(0)
  }
}

function encryptText(dataKey: Buffer, text: string): Buffer {
  const nonce = randomBytes(NONCE)
  return withCheckpointKey(dataKey, (key) => {
    const cipher = createCipheriv(CIPHER, key, nonce)
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  })
}

/** Decrypts the text. Throws when the key is a different one or a bit has changed. */
function decryptText(dataKey: Buffer, sealed: Buffer): string {
  const end = sealed.length - TAG
  return withCheckpointKey(dataKey, (key) => {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), { authTagLength: TAG }).setAuthTag(sealed.subarray(end))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, end)), decipher.final()]).toString('utf8')
  })
}

/** Returns the file system's error code, or null for any other error. */
const getErrorCode = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

/**
 * Keeps the end of the audit log outside the database, in `head.json` (T1). A hash chain alone does not detect a truncated end, and an
 * older complete file opens as healthy. Everyone who has the data key can write this file, so it shows what happened to the database file
 * but proves nothing.
 */
export class AuditCheckpointFile {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Saves the checkpoint. Call it after each COMMIT and again after a rotation of the data key. Replaces the whole file but does not wait
   * for the disk: the checkpoint may lag behind the database and is never ahead of it. Returns false when the file system refused; the
   * checkpoint then only lags, because the call that it follows is already committed.
   */
  save(dataKey: Buffer, head: AuditCheckpoint): boolean {
    const temporary = join(this.#folder, `${FILE_NAME}.new`)
    const content = { format: 1, sealed: encryptText(dataKey, JSON.stringify(head)).toString('base64') } satisfies z.output<
      typeof fileSchema
    >
    try {
      writeFileSync(temporary, JSON.stringify(content), { mode: 0o600 })
      renameSync(temporary, join(this.#folder, FILE_NAME))
      return true
    } catch (error) {
      if (getErrorCode(error) === null) throw error
      return false
    }
  }

  /**
   * Loads the saved checkpoint. Returns null when there is no file, and `unreadable` when it is torn, altered or encrypted with another
   * key.
   */
  load(dataKey: Buffer): AuditCheckpoint | 'unreadable' | null {
    try {
      const { sealed } = fileSchema.parse(JSON.parse(readFileSync(join(this.#folder, FILE_NAME), 'utf8')))
      const head = checkpointSchema.parse(JSON.parse(decryptText(dataKey, Buffer.from(sealed, 'base64'))))
      return { ...head, tail: head.tail.map((entry) => ({ ...entry, by: entry.by as StaffId | null })) }
    } catch (error) {
      return getErrorCode(error) === 'ENOENT' ? null : 'unreadable'
    }
  }
}
