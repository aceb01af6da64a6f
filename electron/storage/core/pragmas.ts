import type { Database } from 'better-sqlite3'

/** D1, in the order in which they are set: nothing touches the file before the key; exclusive before WAL. */
const PRAGMAS = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  // This build silently means NORMAL under WAL unless it is said.
  ['synchronous', 'FULL', 2],
  // Otherwise sorts spill readable text into the temp folder.
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['mmap_size', '0', 0],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['wal_autocheckpoint', '200', 200],
] as const

// The driver's own way to give a key in bytes; its types do not know it.
interface KeyableDatabase {
  key(spelled: Buffer): number
  rekey(spelled: Buffer): number
}

/** `x'…'` in bytes: a string with the key in it could not be zeroed. */
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

/** D3: puts the open file, which must be a copy in rollback-journal mode, under another key. Throws what SQLite throws. */
export function changeKey(sqlite: Database, key: Buffer): void {
  const text = spelled(key)
  ;(sqlite as Database & KeyableDatabase).rekey(text)
  text.fill(0)
}

/** Sets every other pragma of D1. */
export function setPragmas(sqlite: Database): void {
  for (const [name, value] of PRAGMAS) sqlite.pragma(`${name} = ${value}`)
}

/** Reads every pragma of D1 back and names the first that does not say what was set; null when all do. */
export function findRefusedPragma(sqlite: Database): string | null {
  // The cipher's own settings answer in text.
  const expected = [['cipher', 'x', 'sqlcipher'], ['legacy', 'x', '4'], ...PRAGMAS] as const
  for (const [name, , wanted] of expected) {
    // `mmap_size` answers with no row where the platform has none: that is 0.
    if ((sqlite.pragma(name, { simple: true }) ?? 0) !== wanted) return name
  }
  return null
}
