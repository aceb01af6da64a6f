import anyAscii from 'any-ascii'
import { doubleMetaphone } from 'double-metaphone'

/** H14: the words of a name as they are compared and stored, across accents, scripts, apostrophes, hyphens and blanks. */

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

// Any apostrophe or hyphen between two letters joins them.
const JOINERS = /(?<=[\p{L}\p{M}])[\p{Pd}'’‘ʼʹ´`](?=\p{L})/gu

/** Lists the words of a name with apostrophes and hyphens joined: "O'Brien" → ['obrien'], 'Anne-Marie' → ['annemarie']. */
export const listNameWords = (name: string): readonly string[] =>
  foldName(name.normalize('NFC').replace(JOINERS, '')).split(' ').filter(Boolean)

/**
 * How a folded word sounds: its metaphone code. The code of a short word says little ('Lea', 'Leo' and 'Lou' are 'L'), so its vowels
 * stand beside it, each run of the same one once. Empty for a word without letters.
 */
export function toSound(word: string): string {
  const [code] = doubleMetaphone(word)
  if (code === '' || code.length > 2) return code
  return `${code} ${word.replace(/[^aeiouy]/g, '').replace(/(.)\1+/g, '$1')}`
}

/** Lists the words under which a name is found: its own, those of its parts ("O'Brien": 'o', 'brien'), and two neighbours as one. */
export function listSearchWords(name: string): readonly string[] {
  const words = listNameWords(name)
  return [...new Set([...foldName(name).split(' ').filter(Boolean), ...words, ...words.slice(1).map((word, at) => `${words[at]}${word}`)])]
}

/** A name whole, whatever the order of its words: with apostrophes and hyphens joined, and with them parting the words. */
export const listWholeNames = (name: string): readonly string[] => [
  ...new Set([listNameWords(name), foldName(name).split(' ')].map((words) => words.toSorted().join(''))),
]
