import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCsv, neutralizeFormula } from '../../../electron/usecases/audit/csv'

/** Parses RFC 4180 independently. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('no cell is a formula to a spreadsheet, whatever width or space it begins with (X2)', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x', ' =1', '\u00A0=1', '\uFEFF=1'])
    expect(neutralizeFormula(text)).toBe(`'${text}`)
  for (const text of ['', 'sign in', '2026-11-20T09:00:00-06:00', "O'Neil", 'a=b']) expect(neutralizeFormula(text)).toBe(text)
})

test('what was written is read again, cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
      const text = Buffer.from(createCsv(rows)).toString('utf8')
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(parseCsv(text.slice(1))).toEqual(rows.map((row) => row.map(neutralizeFormula)))
    }),
  )
})
