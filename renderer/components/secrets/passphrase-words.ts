import { wordlist } from '@scure/bip39/wordlists/english.js'

/** K3: five words to offer as a passphrase; 55 bits. 2,048 words divide 65,536 evenly, so every word is as likely as any other. */
export const proposePassphrase = (): string =>
  Array.from(crypto.getRandomValues(new Uint16Array(5)), (draw) => wordlist[draw % wordlist.length]).join(' ')
