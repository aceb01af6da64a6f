import { stringify } from 'csv-stringify/sync'

/** X2: a cell that begins so is a formula to a spreadsheet, also in its full-width form. */
const FORMULA_START = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u

/** X2: the same text, read by a spreadsheet as text. */
export const neutralizeFormula = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text)

/** Rows as a file that a spreadsheet opens: UTF-8 with its mark, CRLF, every text neutral. Null is an empty cell. */
export function createCsv(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? neutralizeFormula(cell) : cell)))
  return Buffer.from(stringify(cells, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ }), 'utf8')
}
