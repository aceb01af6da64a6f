import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createScratchFolder } from '../support/office/test-office'
import { ENCODINGS, findSentinels, type Encoding } from '../support/page/sentinels'

// The scan that the journeys rely on must find what it should.
const WORD = 'Perpetua Lanternby'
const NOISE = Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 193) % 256))
const between = (bytes: Buffer | string) => Buffer.concat([NOISE, Buffer.from(bytes), NOISE])

const ENCODED_WORD: Readonly<Record<Encoding, readonly (Buffer | string)[]>> = {
  'utf-8': [WORD, WORD.toUpperCase(), `x${WORD}x`],
  'utf-16le': [Buffer.from(WORD, 'utf16le'), Buffer.from(WORD.toLowerCase(), 'utf16le')],
  'utf-16be': [Buffer.from(WORD, 'utf16le').swap16()],
  base64: ['', 'a', 'ab', 'abc'].flatMap((before) => ['', 'y', 'yz'].map((after) => Buffer.from(before + WORD + after).toString('base64'))),
  'base64 of utf-16le': ['', 'a', 'ab'].map((before) => Buffer.from(before + WORD, 'utf16le').toString('base64')),
}

for (const as of ENCODINGS)
  test(`a word that lies somewhere in a file as ${as} is found, deep in a folder and at its very end`, () => {
    for (const planted of ENCODED_WORD[as]) {
      const folder = createScratchFolder()
      mkdirSync(join(folder, 'a/b'), { recursive: true })
      writeFileSync(join(folder, 'a/b/deep'), between(planted))
      writeFileSync(join(folder, 'last'), planted)
      const hits = findSentinels([folder], ['somebody else', WORD])
      expect(hits).toContainEqual({ file: join(folder, 'a/b/deep'), word: 1, as })
      expect(hits).toContainEqual({ file: join(folder, 'last'), word: 1, as })
      expect(hits.filter(({ word }) => word === 0)).toEqual([])
    }
  })

test('base64 of an address, base64 in lines, and the name of a file are found', () => {
  const folder = createScratchFolder()
  const text = 'Ñandú ¿sí? Ünïcödé ÿþ'
  const coded = Buffer.from(`~~${text}??`).toString('base64')
  expect(coded).toMatch(/[+/]/)
  writeFileSync(join(folder, 'url'), coded.replaceAll('+', '-').replaceAll('/', '_'))
  writeFileSync(join(folder, 'lines'), coded.replaceAll(/(.{8})/g, '$1\r\n'))
  writeFileSync(join(folder, 'Perpetua Lanternby.csv'), '')
  const found = findSentinels([folder], [text, WORD]).map(({ file, word }) => [file.slice(folder.length + 1), word])
  expect(found).toContainEqual(['url', 0])
  expect(found).toContainEqual(['lines', 0])
  expect(found).toContainEqual(['Perpetua Lanternby.csv', 1])
})

test('what was there before is left out, what is gone is no error, and noise is no hit', () => {
  const folder = createScratchFolder()
  const file = join(folder, 'old')
  writeFileSync(file, WORD)
  utimesSync(file, new Date(0), new Date(0))
  writeFileSync(join(folder, 'noise'), NOISE)
  expect(findSentinels([folder, join(folder, 'nowhere')], [WORD], Date.now() + 60_000)).toEqual([])
  expect(findSentinels([folder, join(folder, 'nowhere')], [WORD])).toEqual([{ file, word: 0, as: 'utf-8' }])
})
