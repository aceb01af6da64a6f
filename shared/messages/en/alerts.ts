export const alerts = {
  label: 'Alerts',
  line: 'No. {{number}}, {{when}}.',
  date: 'No. {{number}}: a date is near, in {{left}}.',
  dateNow: 'No. {{number}}: a date has come.',
  more_one: 'And {{count}} more.',
  more_other: 'And {{count}} more.',
  seen: 'Seen',
  look: 'Look',
} as const
