import { entropyToMnemonic, validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import type { Random } from '../ports'

/** K2: twelve recovery words (BIP-39 English, 128 random bits and a checksum). */
export const createRecoveryWords = (random: Random): readonly string[] => entropyToMnemonic(random.bytes(16), wordlist).split(' ')

/** As written down and typed back: case and spacing do not matter. */
export const toRecoverySecret = (words: readonly string[]): string => words.map((word) => word.trim().toLowerCase()).join(' ')

/** False when a word is misspelt or two have changed places: the checksum sees it before any key is tried. */
export const isRecoveryPhrase = (words: readonly string[]): boolean => validateMnemonic(toRecoverySecret(words), wordlist)

/** K3: five words to offer as a passphrase; 55 bits, against a derivation that takes half a second a try. */
export function suggestPassphrase(random: Random): string {
  const randomBytes = random.bytes(10)
  // 2,048 words divide 65,536 evenly, so every word is as likely as any other.
  return Array.from({ length: 5 }, (_, i) => wordlist[randomBytes.readUInt16BE(2 * i) % wordlist.length]).join(' ')
}
