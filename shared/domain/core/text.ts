/** X1: what a person typed, made safe to store and to show. `null` means unreadable: a NUL or half a character. */

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
// Bidi embeddings, overrides and isolates can make a name read as something else; marks (LRM, RLM, ZWJ) are legitimate spelling.
const BIDI_OVERRIDE = /[\u202A-\u202E\u2066-\u2069]/g
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/g

// Blanks, joiners, soft hyphens, and the letters that draw nothing: Braille's blank and Hangul's fillers (H14).
const INVISIBLE_ONLY = /^(?:[\p{Z}\p{Cf}\u2800\u3164\u115F\u1160\uFFA0]|\u034F)*$/u
const dropInvisible = (text: string): string => (INVISIBLE_ONLY.test(text) ? '' : text)

const isReadable = (raw: string): boolean => !raw.includes('\u0000') && !LONE_SURROGATE.test(raw)

/** One line: line breaks and tabs become blanks, runs of blanks become one. Empty where nothing of it can be seen. */
export function cleanLine(raw: string): string | null {
  if (!isReadable(raw)) return null
  return dropInvisible(
    raw
      .replace(BIDI_OVERRIDE, '')
      .replace(/[\t-\r\u0085\u2028\u2029]+/g, ' ')
      .replace(CONTROL, '')
      .normalize('NFC')
      .replace(/ {2,}/g, ' ')
      .trim(),
  )
}

/** Several lines: line feeds stay. */
export function cleanText(raw: string): string | null {
  if (!isReadable(raw)) return null
  return raw
    .replace(BIDI_OVERRIDE, '')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .normalize('NFC')
    .trim()
}

/** Every script's digits stand in a row from nought to nine, so how many stand before one says what it is. */
function toDigitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let before = 0
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before += 1
  return before % 10
}

/** Digits of a phone number as people write it, in any script, for searching; the number itself is kept as written. */
export const toDigits = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => String(toDigitValue(digit)))
    .replace(/\D/g, '')

/** The last seven digits, which a country or area prefix does not change; shorter numbers identify nobody. */
export const toPhoneKey = (phone: string): string => (toDigits(phone).length < 7 ? '' : toDigits(phone).slice(-7))
