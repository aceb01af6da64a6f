import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A command as a source file declares it. `keys`: as written, or '#' and 'Alt #' where a list is numbered. */
export interface Declared {
  readonly file: string
  readonly id: string
  readonly keys: string
  /** What its words are made of: message keys and helpers. Two commands with the same words are the same act. */
  readonly words: string
  /** A second key of the same act, which no help page lists. */
  readonly quiet: boolean
}

export interface Hint {
  readonly file: string
  readonly keys: string
  readonly submits: boolean
}

export const sources = (folder = 'renderer'): readonly { readonly file: string; readonly code: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('key-table.ts'))
    .map((name) => ({ file: join(folder, name), code: readFileSync(join(folder, name), 'utf8') }))

/** The text of the object literal around this place. */
function objectAround(code: string, at: number): string {
  let depth = 0
  let from = at
  for (; from > 0 && depth < 1; from -= 1) {
    if (code[from - 1] === '}') depth -= 1
    else if (code[from - 1] === '{') depth += 1
  }
  let to = at
  for (depth = 1; to < code.length && depth > 0; to += 1) {
    if (code[to] === '{') depth += 1
    else if (code[to] === '}') depth -= 1
  }
  return code.slice(from, to)
}

/** `call-sure-${key}` is written down as `call-sure-*`, a number of a list as `#`. */
const written = (text: string): string =>
  text.startsWith('numberKey(')
    ? text.includes("'Alt '")
      ? 'Alt #'
      : '#'
    : text === 'key'
      ? '#'
      : text.replace(/\$\{[^}]*\}/g, '*').slice(1, -1)

const KEYS = /\bkeys: ('[^']+'|numberKey\([^\n]*?\)(?=,| \})|key\b)/g

/** Every command of the screens that has a key. */
export const declaredCommands = (): readonly Declared[] =>
  sources().flatMap(({ file, code }) =>
    [...code.matchAll(KEYS)].flatMap((match) => {
      const object = objectAround(code, match.index)
      const id = /\bid: ('[^']+'|`[^`]+`)/.exec(object)?.[1]
      if (id === undefined) return []
      const label = /\blabel: ([^\n]*?), (?:keys|why)\b|\blabel: ([^\n]*?),?\n/.exec(object)
      const words = [...(label?.[1] ?? label?.[2] ?? '').matchAll(/t\('([^']+)'|(\w+Words)\(t/g)].map((one) => one[1] ?? one[2]).join(' ')
      return [{ file, id: written(id), keys: written(match[1] ?? ''), words, quiet: object.includes('quiet: true') }]
    }),
  )

/** Every key that a button shows. */
export const buttonHints = (): readonly Hint[] =>
  sources().flatMap(({ file, code }) =>
    [...code.matchAll(/<(?:Button|Hold|CoveredText)\b[^>]*?\bkeys="([^"]+)"[^\n]*/gs)].map((match) => ({
      file,
      keys: match[1] ?? '',
      submits: match[0].includes('type="submit"'),
    })),
  )
