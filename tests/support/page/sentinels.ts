import { readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toTemporaryFolder } from '../../hosts/page-host'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'base64', 'base64 of utf-16le'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Where a typed word can be read. The word itself is not repeated, because hits are printed. */
export interface SentinelHit {
  readonly file: string
  /** Which of the words, by its position in the list. */
  readonly word: number
  readonly as: Encoding
}

interface Needle {
  readonly word: number
  readonly as: Encoding
  /** Bytes as latin1; folded for those that are searched in any letter case. */
  readonly text: string
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/** Lists how base64 encodes these bytes anywhere in a longer text: one form for each of the three alignments. */
function listBase64Alignments(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    // The first characters hold bits of the preceding bytes, the last of the following.
    return whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
  })
}

const foldCase = (bytes: Buffer): string => bytes.toString('latin1').toLowerCase()

function toNeedles(words: readonly string[]): readonly Needle[] {
  return words.flatMap((typed, word) => {
    const plain = [
      { word, as: 'utf-8', text: foldCase(Buffer.from(typed, 'utf8')) },
      { word, as: 'utf-16le', text: foldCase(Buffer.from(typed, 'utf16le')) },
      { word, as: 'utf-16be', text: foldCase(utf16be(typed)) },
    ] as const
    // As typed, and as an index or a command line may keep it.
    const cases = [...new Set([typed, typed.toLowerCase(), typed.toUpperCase()])]
    const coded = cases.flatMap((form) => [
      ...listBase64Alignments(Buffer.from(form, 'utf8')).map((text) => ({ word, as: 'base64', text }) as const),
      ...listBase64Alignments(Buffer.from(form, 'utf16le')).map((text) => ({ word, as: 'base64 of utf-16le', text }) as const),
    ])
    return [...plain, ...coded]
  })
}

/** Ignores files that disappear from a temporary folder; a missing file holds nothing. */
function ignoreMissing<T>(act: () => T): T | null {
  try {
    return act()
  } catch (error) {
    if (['ENOENT', 'ENXIO', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

function* filesUnder(path: string, since: number): Generator<string> {
  const found = ignoreMissing(() => statSync(path))
  if (found === null) return
  if (found.isDirectory()) for (const name of ignoreMissing(() => readdirSync(path)) ?? []) yield* filesUnder(join(path, name), since)
  else if (found.isFile() && Math.max(found.mtimeMs, found.ctimeMs) >= since) yield path
}

/**
 * Lists the folders where an app on this data folder may leave something: the folder itself, with database, log and profile, Electron's
 * own temporary folder, and what Chromium and Playwright keep in the shared one.
 */
export function listSearchedFolders(dataFolder: string): readonly string[] {
  const shared = readdirSync(tmpdir()).filter((name) => /chromium|playwright(_|-artifacts)|scoped_dir/.test(name))
  return [dataFolder, toTemporaryFolder(dataFolder), ...shared.map((name) => join(tmpdir(), name))]
}

/**
 * Searches each word in every file under these folders (and in their names) that has changed since the instant (UTC ms), in UTF-8, UTF-16
 * and base64. Words of five letters or more: shorter ones occur by chance.
 */
export function findSentinels(folders: readonly string[], words: readonly string[], since = 0): readonly SentinelHit[] {
  const needles = toNeedles(words)
  const hits: SentinelHit[] = []
  for (const file of folders.flatMap((folder) => [...filesUnder(folder, since)])) {
    const bytes = ignoreMissing(() => readFileSync(file))
    if (bytes === null) continue
    const exact = `${bytes.toString('latin1')}\n${file}`
    // Base64 for addresses and file names has two letters of its own, and may be broken into lines.
    const coded = exact
      .replaceAll('-', '+')
      .replaceAll('_', '/')
      .replaceAll(/[\r\n]/g, '')
    const any = exact.toLowerCase()
    for (const { word, as, text } of needles) if ((as.startsWith('base64') ? coded : any).includes(text)) hits.push({ file, word, as })
  }
  return hits
}
