import { jaroWinkler } from '@skyra/jaro-winkler'
import { foldName, listNameWords, toConsonants, toInitials, toSound, listWholeNames } from './name-words'
import { haveSameNumber } from './phone-keys'

/** H14: one answer to "is this somebody we know?", the same both ways. Nothing blocks (H3). */

export const SIMILARITIES = ['same_number', 'same_name', 'other_script', 'name_alike', 'same_initials'] as const
export type Similarity = (typeof SIMILARITIES)[number]

export interface IdentityClues {
  readonly names: readonly string[]
  readonly phones: readonly string[]
}

/** Why two sets of names and numbers look like one person, strongest reason first; null when they do not. */
export function findSimilarity(typed: IdentityClues, known: IdentityClues): Similarity | null {
  if (haveSameNumber(typed.phones, known.phones)) return 'same_number'
  const reasons = typed.names.flatMap((name) => known.names.map((other) => compareNames(name, other))).filter((reason) => reason !== null)
  return SIMILARITIES.find((reason) => reasons.includes(reason)) ?? null
}

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text)

// Words that sound the same and share fewer letters than this are two names: 'Ana' and 'Una', 'Lea' and 'Leo'.
const ENOUGH_LETTERS = 0.83
// A longer word is compared as it is written only.
const LONGEST_WORD = 40
// 'Kath' may be short for 'Katherine'; three letters begin too many names.
const SHORT_FORM_LENGTH = 4

const haveSameConsonants = (one: string, other: string): boolean => {
  const consonants = toConsonants(one)
  return consonants.length > 1 && consonants === toConsonants(other)
}
const isShortForm = (one: string, other: string): boolean => one.length >= SHORT_FORM_LENGTH && other.startsWith(one)

/** Whether two folded words are one name as different people write it: doubled letters, short forms, sound-alikes. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  if (one.length < 3 || other.length < 3 || one.length > LONGEST_WORD || other.length > LONGEST_WORD) return false
  if (isShortForm(one, other) || isShortForm(other, one) || haveSameConsonants(one, other)) return true
  return toSound(one).split(' ')[0] === toSound(other).split(' ')[0] && jaroWinkler(one, other) >= ENOUGH_LETTERS
}

/** Whether each word of the shorter list has a word of its own in the longer one, in any order. */
function isContained(some: readonly string[], all: readonly string[], isSame: (one: string, other: string) => boolean): boolean {
  const [shorter, longer] = some.length <= all.length ? [some, [...all]] : [all, [...some]]
  return shorter.every((word) => {
    const at = longer.findIndex((other) => isSame(word, other))
    if (at < 0) return false
    longer.splice(at, 1)
    return true
  })
}

/** The same for one name and another. */
export function compareNames(typed: string, known: string): Similarity | null {
  const [a, b] = [foldName(typed), foldName(known)]
  if (a.length < 2 || b.length < 2) return null
  const [wordsA, wordsB] = [listNameWords(typed), listNameWords(known)]
  const isOneScript = isLatin(typed) === isLatin(known)
  const wholeNames = listWholeNames(known)
  if (listWholeNames(typed).some((whole) => wholeNames.includes(whole)) || wordsA.join('') === wordsB.join(''))
    return isOneScript ? 'same_name' : 'other_script'
  const isSame = isOneScript ? isSameWord : haveSameConsonants
  // Across scripts vowels say nothing and are often not written, so a word of two letters is one too.
  const shortest = isOneScript ? 3 : 2
  const [firstA = '', firstB = ''] = [wordsA[0], wordsB[0]]
  const isAlike =
    (firstA.length >= shortest && firstB.length >= shortest && isSame(firstA, firstB)) ||
    ([wordsA, wordsB].every((words) => words.some((word) => word.length >= shortest)) && isContained(wordsA, wordsB, isSame))
  if (isAlike) return isOneScript ? 'name_alike' : 'other_script'
  if (!isOneScript) return null
  const isInitialsOnly = a.replaceAll(' ', '').length <= 3 || b.replaceAll(' ', '').length <= 3
  return isInitialsOnly && toInitials(typed) === toInitials(known) && toInitials(typed).length > 1 ? 'same_initials' : null
}
