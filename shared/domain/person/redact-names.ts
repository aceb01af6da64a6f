import { REDACTION_MARK } from './redaction-mark'
import { redactWords } from './withheld'

/** Shorter ones stand in too many other words: they are redacted only where they stand alone. */
const MIN_LENGTH_INSIDE_WORDS = 3

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** 'C. P.' also as 'CP', 'C.P.' and 'c. p.', standing alone. */
const toStandalonePattern = (letters: string): RegExp => {
  const parts = letters.split(/[\s.]/).filter(Boolean)
  // One word is one word; of initials each letter may have its point.
  const body = `${parts.map(escapePattern).join('\\.?\\s?')}${parts.length > 1 ? '\\.?' : ''}`
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'giu')
}

export interface NamesToRedact {
  /** Names, aliases and spellings: each part of them is redacted. */
  readonly names: readonly string[]
  readonly initials: string
  /** M5: what the person keeps back. */
  readonly withheld: readonly string[]
}

/**
 * A3, A6: returns a text that does not say whom it is about: every part of the person's names wherever it is written, the initials and names of one or two
 * letters where they stand alone, and what the person keeps back are redacted. What is left may still be recognised by a reader who knows the person.
 */
export function redactNames(text: string, { names, initials, withheld }: NamesToRedact): string {
  const parts = [...new Set(names.flatMap((name) => [name, ...name.split(/[\s.,]/)]))]
  const long = parts.filter((part) => part.replace(/[^\p{L}\p{N}]/gu, '').length >= MIN_LENGTH_INSIDE_WORDS)
  // A single letter is a word in English; as an initial it tells nothing.
  const alone = [initials, ...parts].filter((one) => one.replace(/[^\p{L}\p{N}]/gu, '').length > 1)
  return alone.reduce(
    (redacted, one) => redacted.replace(toStandalonePattern(one), REDACTION_MARK),
    redactWords(text, [...withheld, ...long]),
  )
}
