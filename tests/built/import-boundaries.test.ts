import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Lists every module that a source file imports, with the file. */
const imports = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const code = readFileSync(join(folder, name), 'utf8')
      return [...code.matchAll(/\bfrom\s+'([^']+)'|^import\s+'([^']+)'/gm)].map((match) => ({
        file: join(folder, name),
        from: match[1] ?? match[2] ?? '',
      }))
    })

// Lint forbids what is known to be wrong; this is the closed list of what is allowed.
test('shared/ imports zod, temporal-polyfill, any-ascii, the libraries for names and numbers and itself, and nothing else', () => {
  const forbiddenImports = imports('shared').filter(
    ({ from }) =>
      !/^(zod|temporal-polyfill|any-ascii|double-metaphone|@skyra\/jaro-winkler|libphonenumber-js\/min)$|^#shared\/|^\.\.?\//.test(from),
  )
  expect(forbiddenImports).toEqual([])
})

test('only the shell, the entry and the preload import electron', () => {
  const forbiddenImports = imports('electron').filter(
    ({ file, from }) => from === 'electron' && !/^electron\/(shell\/|main\.ts|preload\.ts)/.test(file),
  )
  expect(forbiddenImports).toEqual([])
})

test('the kit in renderer/ui knows no domain: it imports React, its widgets, its translations and itself', () => {
  const allowed = /^(react|react-aria-components|react-i18next)$|^\.\/[^/]+$/
  expect(imports('renderer/ui').filter(({ from }) => !allowed.test(from))).toEqual([])
})

test('the clock is read in one file (T3)', () => {
  const readers = ['shared', 'electron', 'renderer'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name))
      .filter((file) => /Date\.now\(\)|new Date\(\)/.test(readFileSync(file, 'utf8'))),
  )
  expect(readers).toEqual(['electron/shell/system-clock.ts'])
})

/** Finds the source file that an import names; null for a package or a style sheet. */
function findSource(file: string, from: string): string | null {
  const path = from.startsWith('#shared/') ? from.slice(1) : from.startsWith('.') ? join(dirname(file), from) : null
  return path === null ? null : (['.ts', '.tsx', '/index.ts'].map((end) => path + end).find((name) => existsSync(name)) ?? null)
}

/** Lists every package that is loaded with this file: through values only, and not through `import()`. */
function listLoadedPackages(entry: string): Set<string> {
  const seen = new Set([entry])
  const packages = new Set<string>()
  for (const file of seen) {
    const code = readFileSync(file, 'utf8')
    for (const [, typeOnly, named, bare] of code.matchAll(
      /^(?:(?:import|export)\b(\s+type\b)?[^'=]*?\bfrom\s+'([^']+)'|import\s+'([^']+)')/gm,
    )) {
      if (typeOnly !== undefined) continue
      const from = named ?? bare ?? ''
      const source = findSource(file, from)
      if (source !== null) seen.add(source)
      else if (!/^[.#]/.test(from)) packages.add(from)
    }
  }
  return packages
}

test('the table that folds scripts, a third of the window’s text, is not loaded at its start', () => {
  const packages = listLoadedPackages('renderer/app/main.tsx')
  expect(packages).toContain('react')
  for (const late of ['any-ascii', 'double-metaphone', '@skyra/jaro-winkler', 'libphonenumber-js/min']) expect(packages).not.toContain(late)
})
