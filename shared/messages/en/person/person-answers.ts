import type { AgeBand, ChildBand, PersonAnswer } from '../../../domain/person/person-answers'

const ageBand = {
  '0_5': '0 to 5',
  '6_12': '6 to 12',
  '13_17': '13 to 17',
  '18_24': '18 to 24',
  '25_59': '25 to 59',
  '60_plus': '60 or older',
} as const satisfies Record<AgeBand, string>

/** What the person told (section 3), on the person's page, in a new handoff and beside a record. */
export const personAnswers = {
  title: 'What else she told us',
  hint: 'Only what she offers. You do not need to ask.',
  known: 'What she told us before is still saved. Add only what is new.',
  nothing: 'Nothing yet.',
  page: 'Open her page',
  ageBand,
  notAsked: 'Not asked',
  notKnown: 'Not known',
  household: { told: 'She told us', not_known: 'Not known', not_asked: 'Not asked' },
  adults: 'Adults, including her',
  child: {
    '0_5': 'Children 0 to 5',
    '6_12': 'Children 6 to 12',
    '13_17': 'Children 13 to 17',
    not_known: 'Children, age not known',
  } satisfies Record<ChildBand, string>,
  householdHint: 'Count her too. Leave empty for none.',
  adultsCount_zero: 'no adults',
  adultsCount_one: 'one adult',
  adultsCount_other: '{{count}} adults',
  childrenCount_one: 'one child aged {{band}}',
  childrenCount_other: '{{count}} children aged {{band}}',
  childrenUnknown_one: 'one child, age not known',
  childrenUnknown_other: '{{count}} children, age not known',
  noChildren: 'no children',
  placeholder: 'In her words',
  answer: { none: 'None', not_known: 'Not known' } satisfies Record<Exclude<PersonAnswer['kind'], 'told'>, string>,
  wrong: {
    count: 'Enter a number from 0 to {{max}}.',
    nobody: 'Enter how many people, including her, or choose “Not known”.',
    long: 'Too long: {{count}} characters. The limit is {{max}}. Nothing is lost.',
    unreadable: 'This has a character that cannot be saved. Type it again.',
  },
} as const
