import { strikeOut, STRUCK } from './kept-back'

/** Shorter ones stand in too many other words: they are struck out only where they stand alone. */
const LONG = 3

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** 'C. P.' also as 'CP', 'C.P.' and 'c. p.', standing alone. */
const alone = (letters: string): RegExp => {
  const parts = letters.split(/[\s.]+/).filter(Boolean)
  // One word is one word; of initials each letter may have its point.
  const body = parts.length === 1 ? escaped(letters.trim()) : `${parts.map(escaped).join('\\.?\\s?')}\\.?`
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'giu')
}

export interface Unnamed {
  /** Names, aliases and spellings: each part of them is struck out. */
  readonly names: readonly string[]
  readonly initials: string
  /** M5: what she keeps back. */
  readonly kept: readonly string[]
}

/**
 * A3, A6: a text without whose it is: every part of her names wherever it is written, her initials and names of one or two
 * letters where they stand alone, and what she keeps back. What is left may still tell of her to somebody who knows her.
 */
export function withoutNames(text: string, { names, initials, kept }: Unnamed): string {
  const parts = [...new Set(names.flatMap((name) => [name, ...name.split(/[\s.,]+/)]))].filter(Boolean)
  const long = parts.filter((part) => part.replace(/[^\p{L}\p{N}]/gu, '').length >= LONG)
  const short = [initials, ...parts.filter((part) => !long.includes(part))].filter((one) => /[\p{L}\p{N}]/u.test(one))
  // A single letter is a word in English; as somebody's initial it tells nothing.
  const told = short.filter((one) => one.replace(/[^\p{L}\p{N}]/gu, '').length > 1)
  return told.reduce((struck, one) => struck.replace(alone(one), STRUCK), strikeOut(text, [...kept, ...long]))
}
