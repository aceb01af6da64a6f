export const alerts = {
  label: 'Alerts',
  line: 'No. {{number}}, {{when}}.',
  date: 'No. {{number}}: a deadline is in {{left}}.',
  dateNow: 'No. {{number}}: a deadline is now.',
  more_one: 'And {{count}} more.',
  more_other: 'And {{count}} more.',
  seen: 'Seen',
  look: 'Open',
} as const
