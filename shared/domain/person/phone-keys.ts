import { findPhoneNumbersInText } from 'libphonenumber-js/min'
import { toDigits, toPhoneKey } from '../core/text'

// A number without a country code is one of North America, where this office is (NANP).
const HOME = 'CA'
// A longer text is no field of numbers; looking through it takes time that grows with its length.
const LONGEST_FIELD = 80

/**
 * Lists the numbers in a field, as digits without country code and extension: '416 555 0112 ext 12' → ['4165550112'], two numbers →
 * both. What is no whole number anywhere is answered as its digits.
 */
export function listPhoneNumbersIn(text: string): readonly string[] {
  const digits = toDigits(text)
  if (digits.length < 7 || text.length > LONGEST_FIELD) return digits === '' ? [] : [digits]
  const found = findPhoneNumbersInText(text.normalize('NFKC'), HOME).map(({ number }) => number.nationalNumber as string)
  return found.length > 0 ? found : [digits]
}

/** Lists the keys under which the numbers of a field are stored: whole, their last seven digits, and their last four. */
export const listPhoneKeys = (text: string): readonly string[] => [
  ...new Set(
    listPhoneNumbersIn(text)
      .flatMap((number) => [number, toPhoneKey(number), number.length >= 7 ? number.slice(-4) : ''])
      .filter(Boolean),
  ),
]

/** Whether some fields have a number in common, whatever the country code, the extension and the way they are written (H14). */
export function haveSameNumber(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || others.length === 0) return false
  const keys = new Set(some.flatMap(listPhoneNumbersIn).map(toPhoneKey).filter(Boolean))
  return keys.size > 0 && others.flatMap(listPhoneNumbersIn).some((number) => keys.has(toPhoneKey(number)))
}
