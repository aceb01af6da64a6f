/** The board's "Dates ahead", and a worker's own views of the board. */
export const dates = {
  title: 'Dates ahead',
  all: 'Show all {{count}} dates',
  in: 'in {{left}}',
  routed: 'With {{who}}.',
  waits: 'Nobody has taken note yet.',
  noted: '{{who}} took note.',
} as const
