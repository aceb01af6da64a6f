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
    title: 'What may be said, and what not?',
    say: 'Ask {{label}} before anybody else is on the line:',
    ask: 'May I tell them this? Is there something you want to keep to yourself?',
  },
  release: {
    short: 'Release',
    title: 'Has she signed where it is needed?',
    say: 'Nobody outside the house hears her story without it. She can take it back at any time, by a word.',
    ask: 'Is it still all right that they hear this?',
  },
  papers: {
    short: 'Papers',
    title: 'Which papers?',
    say: 'Names of papers only: what she gets, and what is asked for.',
    ask: 'Do you have these, or shall we get them together?',
  },
  introduce: {
    short: 'Introduce everybody',
    title: 'Introduce everybody',
    say: 'You say who is here and why, so that {{label}} does not have to. Agree what happens if a line drops.',
    ask: 'Did I say it right?',
  },
  situation: {
    short: 'Situation',
    title: 'What prompts the change now?',
    say: 'Two or three sentences, aloud. Then ask {{label}}:',
    ask: 'Is that how it is?',
  },
  background: {
    short: 'Background',
    title: 'What do the others need to know?',
    say: 'What they need to help her, and no more. Ask {{label}}:',
    ask: 'Have I left something out, or said too much?',
  },
  questions_1: {
    short: 'Questions, first round',
    title: 'Who has a question?',
    say: 'Go round once, everybody. {{label}} may say that she does not want to answer.',
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
    say: 'Go round again, slowly.',
    ask: 'Is there anything you want to ask now?',
  },
  understanding: {
    short: 'Each says what comes next',
    title: 'What happens next, in your own words?',
    say: 'Everybody says it once, {{label}} too. Write it as it is said.',
    ask: 'What happens next, as you see it?',
  },
  risks: {
    short: 'Deadlines named',
    title: 'Which dates cannot wait?',
    say: 'Court, filing, an order that ends, a benefit, a lease. Each goes on the record with who deals with it.',
    ask: 'Is there a date you are worried about?',
  },
  way_back: {
    short: 'A way back to us',
    title: 'Does she know whom to call, safely?',
    say: 'Say your name and the number, and when somebody is there. She says it back, or keeps it where it is safe.',
    ask: 'Where could you keep this so that nobody finds it?',
  },
  confidence: {
    short: 'Her confidence',
    title: 'How sure is she that she can go on?',
    say: '1 is not at all, 5 is very sure. Any answer is a good one.',
    ask: 'How sure do you feel about going on from here?',
  },
  retold: {
    short: 'Told again',
    title: 'How often did she have to tell it again?',
    say: 'Since the first call of this handoff, today too.',
    ask: 'How many times did you have to tell your story?',
  },
  next_meeting: {
    short: 'Next meeting',
    title: 'When do we meet again, and who leads?',
    say: 'A day and a time that are safe for her. None is an answer too.',
    ask: 'Would you like to meet again?',
  },
  told: {
    short: 'What was told',
    title: 'What was told, and to whom?',
    say: 'One line for each who heard something. It goes to the log of the release.',
    ask: '',
  },
} as const satisfies Record<Exclude<StepKind, 'check'>, Words>

/** The steps of the call screen, and the words of what each one shows. */
export const steps = {
  ...step,
  text: {
    situation: 'The situation, in a few sentences',
    background: 'The background, and no more than they need',
    questions_1: 'What was asked, and what was answered',
    questions_2: 'What was asked, and what was answered',
  },
  story: {
    none: 'Written here once, it need not be told again.',
    approve: 'She says it is right',
    approved: 'She said it is right {{when}}.',
    stale: 'It was changed since she said it is right.',
    noted: 'Kept as she said it.',
  },
  keep: {
    list: 'What she keeps back',
    none: 'Nothing yet. Ask her; what she keeps back is hidden at once, everywhere.',
    words: 'Words she keeps back',
    hint: 'As they would be written: a street, a name, a school.',
    from: 'From whom',
    everybody: 'From everybody',
    all: 'from everybody',
    one: 'from {{who}}',
    add: 'Keep it back',
    done: 'Kept back from now on.',
    lift: 'It may be told again',
    needed: 'Write the words first.',
  },
  share: {
    nobody: 'Nobody from outside the house is here.',
    outside: 'From outside the house',
    list: 'Active releases',
    active: 'may hear it',
    notNeeded: 'needs no release',
    until: 'for {{who}}, until {{when}}',
    takeBack: 'She takes it back',
    takeBackFrom: 'She takes it back from {{who}}',
    takenBack: 'Taken back from {{who}}, as of now.',
    which: 'Which one does she take back?',
    noneActive: 'No release is active',
    write: 'Her releases: write or sign one',
    toldTo: 'Told to {{who}}',
    what: 'What was told',
    whatNeeded: 'Write what was told.',
    log: 'Write it in the log',
    logged: 'It stands in the log.',
    times_one: 'In the log once, {{when}}.',
    times_other: 'In the log {{count}} times, last {{when}}.',
    blocked: '{{who}}: {{how}}. Nothing was to be told, so nothing is logged here.',
    noLog: '{{who}} needs no release, so there is no log.',
  },
  line: {
    what: 'What',
    who: 'Who',
    when: 'By when',
    owner: 'One of us sees to it',
    add: 'Write it down',
    save: 'Save the line',
    table: 'The plan',
    none: 'No line yet.',
    noDate: 'needs a date',
    noPerson: 'needs a person',
    note: 'A line without a date does not stop the call. The meeting cannot close with it.',
    edit: 'Change: {{what}}',
    change: 'Change',
    remove: 'Take it out',
    leave: 'Leave it as it was',
    what_needed: 'Write what is done.',
  },
  paper: {
    name: 'Name of the paper',
    direction: 'Which way',
    give: 'She gets it',
    ask: 'It is asked for',
    add: 'Write it down',
    state: 'How it stands: {{name}}',
    open: 'still to come',
    done: 'done',
    missing: 'missing',
    none: 'No paper yet.',
    needed: 'Write what it is called.',
    list: 'Papers',
  },
  risk: { none: 'No date on the record yet.', list: 'Dates on the record', routed: '{{who}} deals with it', add: 'Write it down' },
  confident: { label: 'Sure to go on alone', words: 'In her own words', key: 'She says {{score}}' },
  retell: {
    key: '{{times}} times',
    label: 'Told again, times',
    more: 'More often',
    number: 'How often',
    wrong: 'Write a number up to 99.',
  },
  meet: {
    label: 'Meet again',
    yes: 'Yes, a next one',
    no: 'No further meeting',
    at: 'When',
    lead: 'Who leads',
    what: 'Where, and with whom',
    save: 'Write it down',
    agreed: 'Agreed: {{when}}, {{who}} leads.',
    none: 'Agreed: no further meeting.',
  },
  understood: 'In the words of {{who}}',
} as const
