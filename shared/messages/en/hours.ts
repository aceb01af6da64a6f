export const hours = {
  days: 'Days', from: 'From', to: 'To', add: 'Add hours', addMore: 'Add more hours', remove: 'Take away', removeLine: 'Take away line {{n}}', line: '{{what}}, line {{n}}',
  nextDay: 'on the next day',
  wrong: { days: 'Pick at least one day.', time: 'Write a time such as 18:00.', same: 'Start and end are the same. For the whole day write 0:00 and 24:00.' },
  any: 'At any hour', everyDay: 'every day', range: '{{days}} {{from}} to {{to}}', and: ', ', through: '{{first}} to {{last}}',
} as const
