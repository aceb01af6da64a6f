/** The board's coming deadlines. */
export const dates = {
  title: 'Coming deadlines',
  all: 'Show all {{count}} deadlines',
  in: 'in {{left}}',
  routed: 'Handled by {{who}}.',
  waits: 'Not seen by anyone yet.',
  noted: '{{who}} has seen it.',
} as const
