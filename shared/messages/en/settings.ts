export const settings = {
  title: 'Settings', loading: 'Looking up the settings…', say: 'What counts for the whole office.', save: 'Save', saved: 'Saved.',
  help: 'Help now', police: 'Police', oneKey: 'One key away on every screen.', supervisor: 'On call', supervisorName: 'On-call supervisor', supervisorPhone: 'Their number',
  officeMargin: 'office', office: 'What the office began with', shelter: 'Shelter', zone: 'Time zone', zoneNow: '{{zone}}. It is {{time}}, {{day}}.', shifts: 'Shifts begin at', standard: 'Standard',
  standardIs: 'Reached within {{hours}} h of the referral. What runs keeps the standard it began under.',
  staff: {
    title: 'Who works here', margin: 'staff', add: 'Add a worker', onlyDirector: 'Only a director adds workers.', name: 'First name, or the name she goes by', nameHint: 'It stands on the board beside what is hers.', roles: 'What she does', pickRole: 'Pick at least one.',
    offered: 'Five words, made for her', take: 'Take these words', otherWords: 'Other words', passphrase: 'Her own passphrase', passphraseHint: 'At least 14 characters. Let her type it, or write the five words on paper for her alone.', show: 'Show what is typed',
    addIt: 'Add her', adding: 'Making her key…', added: 'She can sign in now.', leave: 'Leave it',
  },
} as const
