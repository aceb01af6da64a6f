/** K4: the worker's own passphrase, in place of a temporary one or after the recovery words. */
export const choose = {
  title: 'Choose your own passphrase',
  titleFor: 'A new passphrase for {{name}}',
  say: 'You have used the five words, and they no longer work. From now on, only your own passphrase opens Day-book for you.',
  sayRecovered: 'The recovery words opened Day-book. Choose a new passphrase now. The old one no longer works.',
  which: 'Which director are you?',
  whichSay: 'The recovery words give one director a new passphrase. The other directors keep theirs.',
  somebodyElse: 'Not you? Press Esc and choose again.',
  offered: 'Five words, made for you',
  take: 'Use these words',
  otherWords: 'Other words',
  own: 'Your new passphrase',
  rules:
    'At least 14 characters. Do not use one that many people use. We cannot look it up for you. If you write it down, keep the paper with you.',
  show: 'Show what I type',
  save: 'Save and open Day-book',
  saving: 'Saving…',
  empty: 'Enter a passphrase, or use the five words.',
  notYet: 'Lock',
} as const
