import type { Database } from 'better-sqlite3'

/** The pragmas of D1 in the order in which they are set: nothing touches the file before the key, and exclusive comes before WAL. */
const PRAGMAS = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  // This build silently means NORMAL under WAL unless FULL is set.
  ['synchronous', 'FULL', 2],
  // Otherwise sorting spills readable text into the temp folder.
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['mmap_size', '0', 0],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['wal_autocheckpoint', '200', 200],
] as const

// The driver's own function that takes a key as bytes; its types lack it.
interface KeyableDatabase {
  key(spelled: Buffer): number
  rekey(spelled: Buffer): number
}

/** Encodes the key as `x'…'` in bytes: a string with the key in it could not be zeroed. */
function spelled(key: Buffer): Buffer {
  const digits = '0123456789abcdef'
  const text = Buffer.alloc(2 * key.length + 3, "'")
  text.write('x')
  for (const [at, byte] of key.entries()) {
    text.writeUInt8(digits.charCodeAt(byte >> 4), 2 * at + 2)
    text.writeUInt8(digits.charCodeAt(byte & 15), 2 * at + 3)
  }
  return text
}

/** Sets cipher and key. `key` is 32 raw bytes: SQLite runs no key derivation of its own. */
export function setKey(sqlite: Database, key: Buffer): void {
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma('legacy = 4')
  const text = spelled(key)
  ;(sqlite as Database & KeyableDatabase).key(text)
  text.fill(0)
}

/** Re-encrypts the open file, which must be a copy in rollback-journal mode, with another key (D3). Throws what SQLite throws. */
export function changeKey(sqlite: Database, key: Buffer): void {
  const text = spelled(key)
  ;(sqlite as Database & KeyableDatabase).rekey(text)
  text.fill(0)
}

/** Sets every other pragma of D1. */
export function setPragmas(sqlite: Database): void {
  for (const [name, value] of PRAGMAS) sqlite.pragma(`${name} = ${value}`)
}

/** Reads every pragma of D1 back and returns the first that differs from what was set, or null when none does. */
export function findRefusedPragma(sqlite: Database): string | null {
  // The cipher's own settings are returned as text.
  const expected = [['cipher', 'x', 'sqlcipher'], ['legacy', 'x', '4'], ...PRAGMAS] as const
  for (const [name, , wanted] of expected) {
    // `mmap_size` returns no row on a platform without it, which counts as 0.
    if ((sqlite.pragma(name, { simple: true }) ?? 0) !== wanted) return name
  }
  return null
}
