import { entropyToMnemonic, validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import type { Random } from '../ports'

/** Creates twelve recovery words (K2): BIP-39 English, 128 random bits and a checksum. */
export const createRecoveryWords = (random: Random): readonly string[] => entropyToMnemonic(random.bytes(16), wordlist).split(' ')

/** Joins recovery words into the secret. Case and spacing do not matter. */
export const toRecoverySecret = (words: readonly string[]): string => words.map((word) => word.trim().toLowerCase()).join(' ')

/** Tells whether the words form a valid phrase. The checksum detects a misspelt word or two swapped ones before any key is tried. */
export const isRecoveryPhrase = (words: readonly string[]): boolean => validateMnemonic(toRecoverySecret(words), wordlist)

/** Suggests a passphrase of five words (K3): 55 bits, with a derivation that takes half a second a try. */
export function suggestPassphrase(random: Random): string {
  const randomBytes = random.bytes(10)
  // 2,048 divides 65,536 evenly, so every word is equally likely.
  return Array.from({ length: 5 }, (_, i) => wordlist[randomBytes.readUInt16BE(2 * i) % wordlist.length]).join(' ')
}
