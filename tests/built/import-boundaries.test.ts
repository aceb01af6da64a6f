import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
test('shared/ imports zod, temporal-polyfill, any-ascii and itself, and nothing else', () => {
  const forbiddenImports = imports('shared').filter(({ from }) => !/^(zod|temporal-polyfill|any-ascii)$|^#shared\/|^\.\.?\//.test(from))
  expect(forbiddenImports).toEqual([])
})

test('only the shell, the entry and the preload import electron', () => {
  const forbiddenImports = imports('electron').filter(
    ({ file, from }) => from === 'electron' && !/^electron\/(shell\/|main\.ts|preload\.ts)/.test(file),
  )
  expect(forbiddenImports).toEqual([])
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
