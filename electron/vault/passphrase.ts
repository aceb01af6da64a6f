import { refuse, type Refusal } from '#shared/domain/core/outcome'

const MIN_LENGTH = 14

// Phrases that are long enough and yet among the first to be tried (K3). Lists of leaked passwords hold hardly anything of 14 characters
// that is not made of these, a number, a keyboard row or a repetition.
const COMMON_WORDS = [
  'password', 'passwort', 'motdepasse', 'letmein', 'welcome', 'iloveyou', 'trustno1', 'changeme', 'administrator', 'admin', 'qwertyuiop', 'qwertzuiop',
  'azertyuiop', 'qwerty', 'azerty', 'asdfghjkl', 'zxcvbnm', 'sunshine', 'princess', 'football', 'baseball', 'superman', 'batman', 'starwars', 'whatever',
  'computer', 'internet', 'samsung', 'daybook', 'shelter', 'office', 'secret', 'master', 'dragon', 'monkey', 'shadow', 'michael', 'jordan', 'correcthorsebatterystaple',
  'thequickbrownfox', 'jumpsoverthelazydog', 'abcdefghijklmnopqrstuvwxyz', 'supercalifragilisticexpialidocious', 'pass', 'love', 'test', 'login', 'user', 'hello', 'the', 'my', 'is', 'a', 'i',
] // prettier-ignore
const CHARACTER_RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '01234567890',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
]

const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

/** Removes common words, runs along a keyboard row, and repetitions from a passphrase. */
function stripCommonParts(passphrase: string): string {
  const plain = passphrase.toLowerCase().replace(/[\s._-]/g, '')
  const read = Array.from(plain, (letter) => LEET[letter] ?? letter).join('')
  const shortest = (text: string): string => {
    let rest = text
    for (const word of [...COMMON_WORDS].toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '')
    return rest.replace(/\d/g, '')
  }
  return [shortest(plain), shortest(read)].toSorted((a, b) => a.length - b.length)[0] ?? ''
}

const isRepetition = (text: string): boolean => /^(.{1,6}?)\1+.{0,5}$/su.test(text)

/** Tells whether three in four steps go to a neighbour on the keyboard or in the alphabet. */
function isRun(text: string): boolean {
  const plain = text.toLowerCase().replace(/[\s._-]/g, '')
  const steps = Array.from(plain)
    .slice(1)
    .map((letter, at) => `${plain[at]}${letter}`)
  const near = steps.filter((step) => CHARACTER_RUNS.some((row) => row.includes(step) || row.includes(`${step[1]}${step[0]}`)))
  return near.length >= 0.75 * steps.length
}

/** Validates a worker's own passphrase: at least 14 characters and not one of the commonest (K3). Returns null when it may be used. */
export function validatePassphrase(passphrase: string): Refusal | null {
  if (Array.from(passphrase.trim()).length < MIN_LENGTH)
    return refuse('passphrase_too_short', { field: 'passphrase', detail: { atLeast: MIN_LENGTH } }).failure
  const common = stripCommonParts(passphrase).length < 4 || isRepetition(passphrase.trim().toLowerCase()) || isRun(passphrase)
  return common ? refuse('passphrase_too_common', { field: 'passphrase' }).failure : null
}
