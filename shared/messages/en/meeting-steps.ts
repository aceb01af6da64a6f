import type { StepKind } from '../../domain/meeting/steps'

interface Words {
  /** In the list at the left, and on the button that leads to it. */
  readonly short: string
  /** The question of the step, where the shelter has not reworded it. */
  readonly title: string
  /** What to say, or to do, aloud. */
  readonly say: string
  /** Her question, word for word; left out when she is not there. */
  readonly ask: string
}

const step = {
  permission: {
    short: 'Permission',
    title: 'What can we share, and what not?',
    say: 'Ask {{label}} before the others join:',
    ask: 'May I tell them this? Is there something you want to keep to yourself?',
  },
  release: {
    short: 'Release',
    title: 'Has she signed the releases we need?',
    say: 'No one outside the shelter hears her story without a release. She can take it back at any time, just by saying so.',
    ask: 'Is it still okay that they hear this?',
  },
  papers: {
    short: 'Papers',
    title: 'Which papers are needed?',
    say: 'Names of papers only: the ones she gets, and the ones we ask for.',
    ask: 'Do you have these, or should we get them together?',
  },
  introduce: {
    short: 'Introduce everyone',
    title: 'Introduce everyone',
    say: 'Say who is here and why, so that {{label}} does not have to. Agree on what to do if a line drops.',
    ask: 'Did I say it right?',
  },
  situation: {
    short: 'Situation',
    title: 'What led to this change now?',
    say: 'Say two or three sentences aloud. Then ask {{label}}:',
    ask: 'Is this right?',
  },
  background: {
    short: 'Background',
    title: 'What do the others need to know?',
    say: 'Say what they need to help her, and no more. Ask {{label}}:',
    ask: 'Did I forget something, or say too much?',
  },
  questions_1: {
    short: 'Questions, first round',
    title: 'Who has a question?',
    say: 'Ask each person once. {{label}} can choose not to answer.',
    ask: 'What would you like to ask?',
  },
  plan: {
    short: 'Plan',
    title: 'Who does what, and by when?',
    say: 'Say each line aloud. Ask {{label}} first:',
    ask: 'Is this what you want?',
  },
  questions_2: {
    short: 'Questions, second round',
    title: 'What is still not clear?',
    say: 'Ask each person again, slowly.',
    ask: 'Is there anything you want to ask now?',
  },
  understanding: {
    short: 'What happens next',
    title: 'What happens next, in your own words?',
    say: 'Each person says it once, {{label}} too. Write it as they say it.',
    ask: 'What do you think happens next?',
  },
  risks: {
    short: 'Deadline risks',
    title: 'Which deadlines are coming?',
    say: 'Court, a form to file, an order that ends, a benefit, a lease. Add each one to the handoff with the person who handles it.',
    ask: 'Is there a date you are worried about?',
  },
  way_back: {
    short: 'How to reach us',
    title: 'Does she know who to call safely?',
    say: 'Say your name, the number, and when we answer. She says it back, or keeps it in a safe place.',
    ask: 'Where could you keep this so that no one finds it?',
  },
  confidence: {
    short: 'Her confidence',
    title: 'How sure is she about going on?',
    say: '1 is not at all, 5 is very sure. Any answer is a good one.',
    ask: 'How sure do you feel about going on from here?',
  },
  retold: {
    short: 'Story retold',
    title: 'How often did she have to tell her story again?',
    say: 'Count from the first call of this handoff. Include today.',
    ask: 'How many times did you have to tell your story?',
  },
  next_meeting: {
    short: 'Next meeting',
    title: 'When do we meet again, and who leads?',
    say: 'Choose a day and time that are safe for her. No meeting is also fine.',
    ask: 'Would you like to meet again?',
  },
  told: {
    short: 'What we shared',
    title: 'What did we share, and with whom?',
    say: 'Add one line for each person who heard something. It is saved in the log of the release.',
    ask: '',
  },
} as const satisfies Record<Exclude<StepKind, 'check'>, Words>

/** The steps of the call screen, and the words of what each one shows. */
export const steps = {
  ...step,
  text: {
    situation: 'The situation, in a few sentences',
    background: 'The background: only what they need',
    questions_1: 'Questions and answers',
    questions_2: 'Questions and answers',
  },
  story: {
    none: 'Write it here once. She will not have to tell it again.',
    approve: 'She says it is right',
    approved: 'She said it is right {{when}}.',
    stale: 'It has changed since she said it is right.',
    noted: 'Saved as she said it.',
  },
  keep: {
    list: 'Private: do not share',
    none: 'Nothing yet. Ask her. Private words are hidden everywhere at once.',
    words: 'Words to keep private',
    hint: 'Write them as in a text: a street, a name, a school.',
    from: 'From whom',
    everybody: 'From everyone',
    all: 'from everyone',
    one: 'from {{who}}',
    add: 'Keep private',
    done: 'Private from now on.',
    lift: 'No longer private',
    needed: 'Enter the words first.',
  },
  share: {
    nobody: 'All people here are from the shelter.',
    outside: 'From outside the shelter',
    list: 'Active releases',
    active: 'may hear it',
    notNeeded: 'needs no release',
    until: 'for {{who}}, until {{when}}',
    takeBack: 'She takes it back',
    takeBackFrom: 'She takes it back from {{who}}',
    takenBack: 'Taken back from {{who}}. It ends now.',
    which: 'Which one does she take back?',
    noneActive: 'No release is active',
    write: 'Open her releases',
    toldTo: 'Shared with {{who}}',
    what: 'What we shared',
    whatNeeded: 'Enter what we shared.',
    log: 'Save in the log',
    logged: 'Saved in the log.',
    times_one: 'In the log once, {{when}}.',
    times_other: 'In the log {{count}} times, last {{when}}.',
    blocked: '{{who}}: {{how}}. Share nothing with them. There is nothing to log here.',
    noLog: '{{who}} needs no release, so there is no log.',
  },
  line: {
    what: 'What',
    who: 'Who',
    when: 'By when',
    owner: 'Our worker who follows up',
    add: 'Add the line',
    save: 'Save the line',
    table: 'The plan',
    none: 'No line yet.',
    noDate: 'needs a date',
    noPerson: 'needs a person',
    note: 'You can go on without a date. You cannot end the meeting without it.',
    edit: 'Edit: {{what}}',
    change: 'Edit',
    remove: 'Remove',
    leave: 'Cancel',
    what_needed: 'Enter what to do.',
  },
  paper: {
    name: 'Name of the paper',
    direction: 'Direction',
    give: 'We give it',
    ask: 'We ask for it',
    add: 'Add the paper',
    state: 'Status: {{name}}',
    open: 'not here yet',
    done: 'done',
    missing: 'missing',
    none: 'No paper yet.',
    needed: 'Enter the name of the paper.',
    list: 'Papers',
  },
  risk: { none: 'No deadline risks on the handoff yet.', list: 'Deadline risks', routed: 'Handled by {{who}}', add: 'Add the date' },
  confident: { label: 'Confidence to go on alone', words: 'In her own words', key: 'She says {{score}}' },
  retell: {
    key: '{{times}} times',
    label: 'Times she told it again',
    more: 'More times',
    number: 'How many times',
    wrong: 'Enter a number up to 99.',
  },
  meet: {
    label: 'Meet again',
    yes: 'Yes, one more',
    no: 'No further meeting',
    at: 'When',
    lead: 'Who leads',
    what: 'Where, and with whom',
    save: 'Save',
    agreed: 'Agreed: {{when}}, {{who}} leads.',
    none: 'Agreed: no further meeting.',
  },
  understood: 'In {{who}}’s words',
} as const
