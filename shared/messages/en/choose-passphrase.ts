/** K4: her own passphrase, in place of a temporary one or after the recovery words. */
export const choose = {
  title: 'Choose your own passphrase',
  titleFor: 'A new passphrase for {{name}}',
  say: 'The five words you came in with have been used and open nothing any more. From now on only your own passphrase opens the book for you.',
  sayRecovered: 'The recovery words opened the book. Choose a new passphrase now; the old one opens nothing any more.',
  which: 'Which director are you?',
  whichSay: 'The recovery words open the book for a director. Every other director keeps her own passphrase.',
  somebodyElse: 'Not you? Press Esc and pick again.',
  offered: 'Five words, made for you',
  take: 'Take these words',
  otherWords: 'Other words',
  own: 'Your new passphrase',
  rules:
    'At least 14 characters, and not one that many people use. Nobody can look it up for you. If you write it down, keep the paper on you.',
  show: 'Show what I type',
  save: 'Open the book with it',
  saving: 'Making your key…',
  empty: 'Write a passphrase, or take the five words.',
  notYet: 'Lock the desk',
} as const
