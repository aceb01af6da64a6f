import { stringify } from 'csv-stringify/sync'

/** A spreadsheet takes a cell with this beginning for a formula, also in its full-width form (X2). */
const FORMULA_START = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u

/** Changes the text so that a spreadsheet reads it as text (X2). */
export const neutralizeFormula = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text)

/** Creates a file that a spreadsheet opens: UTF-8 with a byte order mark, CRLF, every text neutralized. Null is an empty cell. */
export function createCsv(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? neutralizeFormula(cell) : cell)))
  return Buffer.from(stringify(cells, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ }), 'utf8')
}
