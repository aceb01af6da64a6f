import type { DisclosureWay } from '../../domain/release/release'

const way = {
  in_person: 'in person',
  phone: 'by phone',
  conference_call: 'in a conference call',
  paper: 'on paper',
  email: 'by email',
} as const satisfies Record<DisclosureWay, string>

/** Section 8: the sheet that she signs; it speaks in her words. */
export const releasePaper = {
  title: 'The release to sign',
  say: 'Read it to her line by line. She signs only if it says what she wants; then write on its page that she has signed.',
  loading: 'Making the sheet…',
  back: 'Back to the release',
  ended: 'She has taken this back, or it is over. A sheet of it is for her file only.',
  print: 'Print it',
  printing: 'Printing…',
  printed: 'It is printed. Leave none on the printer.',
  notPrinted: 'Nothing was printed.',
  save: 'Save as PDF',
  saving: 'Saving…',
  saved: 'It is saved. Delete the file once it is printed or given.',
  notSaved: 'Nothing was saved.',
  way,
  sheet: {
    title: 'I allow this to be told',
    name: 'My name',
    house: 'Who may tell',
    to: 'To whom, and nobody else',
    toWho: '{{organisation}}: {{recipient}}',
    purpose: 'What for, in my words',
    may: 'What may be told',
    mayNot: 'What may not be told',
    nothing: 'Nothing was written.',
    ways: 'How',
    from: 'From',
    until: 'Until',
    otherWays: 'Other ways that I was told of',
    rightsTitle: 'I know',
    rights: {
      told: 'what could happen when this is told, and what other ways there are',
      back: 'that I may take this back at any time, by a word or in writing, and that it ends at once',
      free: 'that I get the same help whether I sign or not',
    },
    language: 'Read to me in',
    interpreter: 'Interpreter',
    signs: {
      her: 'My signature',
      parent: 'Signature of a parent who does not abuse me',
      parentNamed: 'Signature of a parent who does not abuse me: {{name}}',
      witness: 'Seen by (our worker)',
    },
    date: 'Date and time',
  },
} as const
