import anyAscii from 'any-ascii'
import type { PartnerId } from '../core/ids'
import { REDACTION_MARK } from './redaction-mark'

/** M5: what the person keeps back stays out of everything that is said, shown or printed, however it was spelled. */

const REDACTION_BAR = '▬'

/** `partnerId` null: from everybody, the office's own screens included. */
export interface WithheldItem {
  readonly words: string
  readonly partnerId: PartnerId | null
}
/** Who reads: a partner; null for a worker of the house; `paper` for a sheet that anybody may find. */
export type WithheldReader = PartnerId | 'paper' | null

/** Lists the words that must not reach this reader. */
export const listWithheldWords = (items: readonly WithheldItem[], reader: WithheldReader): readonly string[] =>
  items.filter(({ partnerId }) => partnerId === null || reader === 'paper' || partnerId === reader).map(({ words }) => words)

/** A letter or digit of the folded text, a blank, or a bar, and the piece of the text it stands for. */
interface Piece {
  readonly key: string
  readonly from: number
  to: number
}

/** Lower-case ASCII where a script has it, other letters as they are; whatever else is written counts as a blank. */
function foldCharacter(char: string): string {
  if (char === REDACTION_BAR) return REDACTION_BAR
  const plain = char.normalize('NFKD').replace(/\p{M}/gu, '')
  // Accents of their own, joiners and soft hyphens stand in words without parting them.
  if (!/[\p{L}\p{N}]/u.test(plain)) return /[\p{M}\p{Cf}]/u.test(char) ? '' : ' '
  const ascii = anyAscii(plain)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, ' ')
  return /[a-z0-9]/.test(ascii) ? ascii : plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ' ')
}

function splitIntoPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const char of text) {
    const from = at
    at += char.length
    const key = foldCharacter(char)
    // What stands for nothing goes with the letter before it: no accent is left behind on a mark.
    const before = pieces.at(-1)
    if (key === '' && before !== undefined) before.to = at
    for (const letter of key) {
      const last = pieces.at(-1)
      if (letter === ' ' && last?.key === ' ') last.to = at
      else pieces.push({ key: letter, from, to: at })
    }
  }
  return pieces
}

const foldWords = (words: string): string =>
  splitIntoPieces(words)
    .map(({ key }) => key)
    .join('')
    .trim()

/**
 * How many letters and digits of it can be told apart; under two would redact half of every text. None in words that
 * hold a bar: what was redacted there is not known, so they could not be met again.
 */
export const countLetters = (words: string): number => (words.includes(REDACTION_BAR) ? 0 : foldWords(words).replaceAll(' ', '').length)

/** Blanks between its words may be missing; a number is met however its digits are grouped. */
function toPattern(words: string): string | null {
  if (countLetters(words) < 2) return null
  const folded = foldWords(words)
  if (/^[\p{N} ]+$/u.test(folded)) return folded.replaceAll(' ', '').replace(/(?<=.)(?=.)/gu, ' ?')
  return folded.replaceAll(' ', ' ?')
}

/**
 * The text with `▬▬▬` for every place where one of the words is written: whatever the case, the accents, the script (as
 * far as it folds to Latin letters) and the blanks, also within a longer word. A text without them is answered as it is.
 */
export function redactWords(text: string, words: readonly string[]): string {
  const patterns = words.map(toPattern).filter((one) => one !== null)
  if (patterns.length === 0) return text
  const pieces = splitIntoPieces(text)
  const folded = pieces.map(({ key }) => key).join('')
  // Letters beyond the basic plane take two places in the folded text; each place knows its piece.
  const piecesByIndex = pieces.flatMap((piece) => Array<Piece>(piece.key.length).fill(piece))
  const redacted = Array<boolean>(text.length).fill(false)
  for (const pattern of patterns)
    for (const { index, 0: found } of folded.matchAll(new RegExp(pattern, 'gu'))) {
      const [first, last] = [piecesByIndex[index], piecesByIndex[index + found.length - 1]]
      if (first !== undefined && last !== undefined) redacted.fill(true, first.from, last.to)
    }
  let out = ''
  for (let at = 0; at < text.length; at += 1)
    if (redacted[at] !== true) out += text.charAt(at)
    else if (redacted[at - 1] !== true) out += REDACTION_MARK
  return out
}
