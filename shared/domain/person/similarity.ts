import anyAscii from 'any-ascii'
import { toPhoneKey } from '../core/text'

/** H3: two records may be the same person. Names fold across accents and scripts; phones by digits; nothing blocks. */

/** Lower-case letters and digits of any script, as ASCII words: 'Zoë Ł.' → 'zoe l'. Empty when nothing is left. */
export const foldName = (text: string): string =>
  anyAscii(text.normalize('NFKD'))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The consonants, doubled ones once: 'أمل' and 'Amal' are both 'ml', because scripts leave out vowels differently. */
export const toConsonants = (text: string): string =>
  foldName(text)
    .split(' ')
    .map((word) =>
      word
        .replace(/kh|q|ck/g, 'k')
        .replace(/ph/g, 'f')
        .replace(/ou|w/g, 'v')
        .replace(/[aeiouyh]/g, '')
        .replace(/(.)\1+/g, '$1'),
    )
    .filter(Boolean)
    .join(' ')

/** Returns the initials of a name, folded: small letters without accents. */
export const toInitials = (name: string): string =>
  foldName(name)
    .split(' ')
    .filter(Boolean)
    .map((word) => word.charAt(0))
    .join('')

export const SIMILARITIES = ['same_number', 'same_name', 'other_script', 'name_alike', 'same_initials'] as const
export type Similarity = (typeof SIMILARITIES)[number]

export interface IdentityClues {
  readonly names: readonly string[]
  readonly phones: readonly string[]
}

/** Why two sets of names and numbers look like one person, strongest reason first; null when they do not. */
export function findSimilarity(typed: IdentityClues, known: IdentityClues): Similarity | null {
  const numbers = new Set(known.phones.map(toPhoneKey).filter(Boolean))
  if (typed.phones.some((phone) => numbers.has(toPhoneKey(phone)))) return 'same_number'
  const reasons = typed.names.flatMap((name) => known.names.map((other) => compareNames(name, other))).filter((reason) => reason !== null)
  return SIMILARITIES.find((reason) => reasons.includes(reason)) ?? null
}

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text)

/** The same for one name and another. */
export function compareNames(typed: string, known: string): Similarity | null {
  const [a, b] = [foldName(typed), foldName(known)]
  if (a.length < 2 || b.length < 2) return null
  const consonantsA = toConsonants(typed).split(' ')
  const consonantsB = toConsonants(known).split(' ')
  if (a === b) return isLatin(typed) === isLatin(known) ? 'same_name' : 'other_script'
  // Across scripts the first name's consonants decide; within one script a shared beginning of three letters does.
  if (isLatin(typed) !== isLatin(known))
    return (consonantsA[0]?.length ?? 0) > 1 && consonantsA[0] === consonantsB[0] ? 'other_script' : null
  const [firstA, firstB] = [a.split(' ')[0] ?? '', b.split(' ')[0] ?? '']
  if (firstA.length > 2 && (firstA === firstB || (consonantsA[0] === consonantsB[0] && (consonantsA[0]?.length ?? 0) > 1)))
    return 'name_alike'
  const initialsOnly = a.replaceAll(' ', '').length <= 3 || b.replaceAll(' ', '').length <= 3
  return initialsOnly && toInitials(typed) === toInitials(known) && toInitials(typed).length > 1 ? 'same_initials' : null
}
