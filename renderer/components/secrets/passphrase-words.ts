import { wordlist } from '@scure/bip39/wordlists/english.js'

/** Proposes five words as a passphrase (K3): 55 bits. 2,048 divides 65,536 evenly, so every word is equally likely. */
export const proposePassphrase = (): string =>
  Array.from(crypto.getRandomValues(new Uint16Array(5)), (draw) => wordlist[draw % wordlist.length]).join(' ')
