import { join } from 'node:path'
import type { AuditKind } from '#shared/domain/audit'
import type { Ports } from '../ports'
import type { Book } from '../storage/book'
import { storageFault, type OfficeFault } from '../storage/faults'
import { openBook } from '../storage/open'
import type { Unlocked } from '../vault/vault'
import type { Deed } from './deeds'
import type { Records } from './records'
import { BOOK } from './setup'

export interface Opened {
  readonly book: Book
  readonly generation: number
  readonly dataKey: Buffer
  /** What the audit trail has to know of the keyring (K1). */
  readonly deeds: readonly Deed[]
  readonly serial: number
}

const fault = (failure: OfficeFault): { readonly ok: false; readonly failure: OfficeFault } => ({ ok: false, failure })

/** D3: after a rotation that was cut short one of two keys opens the book; whichever does. */
function withAnyKey({ folders }: Ports, { keys }: Unlocked): ReturnType<typeof openBook> & { readonly key?: Unlocked['keys'][number] } {
  let last: ReturnType<typeof openBook> = fault('not_a_database')
  for (const key of keys) {
    last = openBook({ file: join(folders.data, BOOK), folder: folders.data, key: key.key, migrationsFolder: folders.migrations })
    if (last.ok) return { ...last, key }
    // A wrong key and a spoilt file look the same; any other fault is the same with every key.
    if (last.failure !== 'not_a_database') break
  }
  return last
}

/**
 * Opens the book with what a secret has unlocked, and puts the keyring in order. An older keyring than the book
 * remembers is a downgrade: a worker of it is refused, a director or the recovery words mend it, and it is reported (K1).
 */
export function openWith(
  ports: Ports,
  records: Records,
  unlocked: Unlocked,
): { readonly ok: true; readonly value: Opened } | { readonly ok: false; readonly failure: OfficeFault } {
  const opened = withAnyKey(ports, unlocked)
  if (!opened.ok) return opened
  const { value: book, key } = opened
  if (key === undefined) return fault('not_a_database')
  try {
    const seen = book.read((db) => records.keyringSerial(db))
    const older = unlocked.serialOf(key.generation) < seen
    if (older && unlocked.slotClass === 'staff') return closed(book, 'keyring_older')
    const serial = settle(
      unlocked,
      key.generation,
      seen,
      book.read((db) => records.slotIds(db)),
    )
    const kinds: readonly AuditKind[] = [
      ...(older ? (['keyring_older'] as const) : []),
      ...(unlocked.findings.length > 0 ? (['keyring_mended'] as const) : []),
    ]
    const deeds = kinds.map((kind) => ({ kind, by: null, facts: { found: [...new Set(unlocked.findings)].join(' ') } }))
    return { ok: true, value: { book, generation: key.generation, dataKey: key.key, deeds, serial } }
  } catch (error) {
    book.close()
    for (const data of unlocked.keys) data.key.fill(0)
    throw error
  }
}

/** D6: a full or read-only disk must not keep her from reading, except where a slot has to die (K4). */
export function settle(unlocked: Unlocked, generation: number, atLeast: number, known: ReadonlySet<string>): number {
  try {
    return unlocked.settle(generation, { atLeast, known })
  } catch (error) {
    if (storageFault(error) === null || unlocked.temporary) throw error
    return unlocked.serialOf(generation)
  }
}

function closed(book: Book, failure: OfficeFault) {
  book.close()
  return fault(failure)
}
