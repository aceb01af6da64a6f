import type { DisclosureWay } from '../../../domain/release/release'

const way = {
  in_person: 'in person',
  phone: 'by phone',
  conference_call: 'in a conference call',
  paper: 'on paper',
  email: 'by email',
} as const satisfies Record<DisclosureWay, string>

/** Section 8: the sheet that the person signs; it speaks in the person's words. */
export const releasePaper = {
  title: 'Release to sign',
  say: 'Read it to her line by line. She signs only if it says what she wants. Then mark it as signed on its page.',
  loading: 'Making the sheet…',
  back: 'Back to the release',
  ended: 'She took this release back, or it has ended. Print it only for her file.',
  print: 'Print',
  printing: 'Printing…',
  printed: 'Printed. Leave no copy at the printer.',
  notPrinted: 'Nothing was printed.',
  save: 'Save as PDF',
  saving: 'Saving…',
  saved: 'Saved. Delete the file when it is printed or given to her.',
  notSaved: 'Nothing was saved.',
  way,
  sheet: {
    title: 'I allow you to share this',
    name: 'My name',
    house: 'Who may share it',
    to: 'With whom, and no one else',
    toWho: '{{organisation}}: {{recipient}}',
    purpose: 'Why, in my words',
    may: 'What you may share',
    mayNot: 'What you may not share',
    nothing: 'Nothing was written.',
    ways: 'How',
    from: 'From',
    until: 'Until',
    otherWays: 'Other options you explained to me',
    rightsTitle: 'I know',
    rights: {
      told: 'what could happen when you share this, and what other options I have',
      back: 'that I can take this back at any time, by telling you or in writing, and that it ends at once',
      free: 'that I get the same help whether I sign or not',
    },
    language: 'Read to me in',
    interpreter: 'Interpreter',
    signs: {
      her: 'My signature',
      parent: 'Signature of a parent who does not abuse me',
      parentNamed: 'Signature of a parent who does not abuse me: {{name}}',
      witness: 'Witness (our worker)',
    },
    date: 'Date and time',
  },
} as const
