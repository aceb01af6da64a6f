/** One line of the table of keys: what the key means, and where it acts. A key has one meaning in the whole app. */
interface KeyRow {
  /** All of them mean the same: 'J' and '↓'. */
  readonly keys: readonly string[]
  /** How a long line of keys is written down: '0 to 9'. */
  readonly shown?: string
  readonly name: string
  readonly where: string
  /** It acts also while the cursor is in a text field. Every other key is the field's own there. */
  readonly inFields: boolean
  /** The commands that have this key, by id; `*` stands for what differs from line to line. A test compares them with the sources. */
  readonly commands: readonly string[]
}

/** Every key of the app. The commands, the hints on buttons and the README are checked against it. */
export const KEY_TABLE = [
  { keys: ['F1'], name: 'Help now: police and the on-call supervisor', where: 'everywhere', inFields: true, commands: ['help'] },
  {
    keys: ['F2'],
    name: 'The sentence for callers: “We cannot say who is or is not here.”',
    where: 'everywhere',
    inFields: true,
    commands: ['callers'],
  },
  {
    keys: ['F9'],
    name: 'Lock: the screen goes blank at once; typed words are kept',
    where: 'everywhere',
    inFields: true,
    commands: ['lock'],
  },
  {
    keys: ['Shift F9'],
    name: 'Close and encrypt: only a passphrase opens it again',
    where: 'everywhere',
    inFields: true,
    commands: ['seal'],
  },
  { keys: ['?'], name: 'Show the keys of this page', where: 'everywhere', inFields: false, commands: ['keys'] },
  { keys: ['Ctrl K'], name: 'Search for a person, a partner or an action', where: 'everywhere', inFields: true, commands: ['find'] },
  { keys: ['N'], name: 'New handoff', where: 'every page except the call screen', inFields: false, commands: ['new', 'new-from-partner'] },
  {
    keys: ['Ctrl Enter'],
    name: 'Save the form; on the call screen, the next step',
    where: 'every form',
    inFields: true,
    commands: [
      '*-send',
      'call-close',
      'call-go-on',
      'call-hand-over',
      'call-left-out',
      'call-next',
      'finish-words',
      'next',
      'release-sign',
      'save-parts',
      'take-back-sure',
    ],
  },
  {
    keys: ['Esc'],
    name: 'Cancel or close what is open; go back',
    where: 'everywhere',
    inFields: true,
    commands: [
      '*-close',
      'along-back',
      'bounce-back',
      'call-not-left-out',
      'call-step',
      'came-back',
      'her-page-back',
      'leave-new',
      'leave-words',
      'many-none',
      'no-words',
      'nobody',
      'not-her',
      'other-close',
      'people-back',
      'record-back',
      'releases-back',
      'row-close',
      'sheet-back',
      'take-back-not',
    ],
  },
  {
    keys: ['Enter'],
    name: 'The main button of the step; on the board, open the handoff',
    where: 'the board and every step without a form',
    inFields: false,
    commands: ['*-enter', 'along-record', 'ask-how', 'call-record', 'check-again', 'dialled', 'safe-wait', 'success-done', 'take', 'wait'],
  },
  {
    keys: ['Ctrl Z'],
    name: 'Undo what was just done; in a text field, the field’s own undo',
    where: 'the board and the record',
    inFields: false,
    commands: ['give-undo', 'undo', 'undo-attempt'],
  },
  {
    keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '0 to 9',
    name: 'The answer with this number',
    where: 'every list with numbers',
    inFields: false,
    commands: [
      'along-*',
      'call-missing-*',
      'call-plan-later',
      'call-plan-right',
      'call-retold-*',
      'call-sure-*',
      'call-take-back-*',
      'came-*',
      'check-*',
      'dates-none',
      'director-*',
      'explain-backup',
      'explain-other',
      'other-*',
      'part-step',
      'part-way',
      'set-up',
      'way-*',
      'who-*',
      'who-else',
    ],
  },
  {
    keys: ['J', '↓'],
    name: 'Next',
    where: 'the board, the record and sign-in',
    inFields: false,
    commands: ['name-after', 'next-handoff', 'row-down', 'row-next'],
  },
  {
    keys: ['K', '↑'],
    name: 'Previous',
    where: 'the board, the record and sign-in',
    inFields: false,
    commands: ['name-before', 'previous-handoff', 'row-before', 'row-up'],
  },
  {
    keys: ['C'],
    name: 'The next action: call her now, ask the source …',
    where: 'the board and the record',
    inFields: false,
    commands: ['primary', 'row-do'],
  },
  {
    keys: ['L'],
    name: 'Log what happened or what was said',
    where: 'the board, the record, partners and releases',
    inFields: false,
    commands: ['log', 'log-said', 'row-log', 'tell'],
  },
  {
    keys: ['G'],
    name: 'Assign to another worker',
    where: 'the board and the record',
    inFields: false,
    commands: ['assign', 'many-give', 'row-give', 'someone-else'],
  },
  { keys: ['X'], name: 'Select this row', where: 'the board’s table', inFields: false, commands: ['row-pick'] },
  { keys: ['F'], name: 'Save these filters as a view, or remove the view', where: 'the board', inFields: false, commands: ['view-keep'] },
  { keys: ['Backspace'], name: 'Show all: remove the filters', where: 'the board', inFields: false, commands: ['show-all'] },
  { keys: ['O'], name: 'Other actions', where: 'the record', inFields: false, commands: ['other'] },
  { keys: ['B'], name: 'Record a bounce', where: 'the record', inFields: false, commands: ['bounce'] },
  { keys: ['M'], name: 'Start or resume a meeting', where: 'the record', inFields: false, commands: ['meet'] },
  {
    keys: ['V'],
    name: 'Verify again: her contact plan, or what is agreed with a partner',
    where: 'the record and partners',
    inFields: false,
    commands: ['verify', 'verify-partner'],
  },
  {
    keys: ['T'],
    name: 'Another time than the one shown',
    where: 'the record',
    inFields: false,
    commands: ['confirm-earlier', 'earlier', 'other-time'],
  },
  { keys: ['Y'], name: 'Yes, it is safe', where: 'before a call', inFields: false, commands: ['safe-yes'] },
  {
    keys: ['U'],
    name: 'Not sure, or not known',
    where: 'before a call and when contact is confirmed',
    inFields: false,
    commands: ['dates-unknown', 'safe-unsure'],
  },
  {
    keys: ['S'],
    name: 'Not safe: stop',
    where: 'before and during a call to her',
    inFields: false,
    commands: ['came-stop', 'safe-stop', 'stop'],
  },
  {
    keys: ['Alt O'],
    name: 'Show the number past her rule, because a life is in danger',
    where: 'the record and before a call',
    inFields: true,
    commands: ['call-sooner', 'override'],
  },
  {
    keys: ['H'],
    name: 'Hide or show the number or the words',
    where: 'before a call and with the recovery words',
    inFields: false,
    commands: ['hide', 'hide-words', 'show'],
  },
  { keys: ['I'], name: 'Show the name, as long as it is held', where: 'the board and the record', inFields: false, commands: [] },
  { keys: ['W'], name: 'Show the code word, as long as it is held', where: 'the record', inFields: false, commands: [] },
  { keys: ['D'], name: 'Add deadline risks', where: 'when contact is confirmed', inFields: false, commands: ['dates-write'] },
  {
    keys: ['A'],
    name: 'Add',
    where: 'staff, reasons, partners and goals',
    inFields: false,
    commands: ['add-partner', 'add-reason', 'add-worker', 'goal-add'],
  },
  { keys: ['E'], name: 'Edit', where: 'a person and a partner', inFields: false, commands: ['change-partner', 'change-person'] },
  { keys: ['Q'], name: 'A partner asks: did you reach her?', where: 'partners', inFields: false, commands: ['ask'] },
  {
    keys: ['R'],
    name: 'Remind me at the time shown; we called back, and it is them',
    where: 'the record, and when a partner asks',
    inFields: false,
    commands: ['rang-back', 'remind'],
  },
  { keys: ['Z'], name: 'We called back, and it is not them', where: 'when a partner asks', inFields: false, commands: ['not-them'] },
  { keys: ['P'], name: 'She wants more support now', where: 'an accompaniment', inFields: false, commands: ['along-more'] },
  {
    keys: ['Ctrl P'],
    name: 'Print',
    where: 'papers, recovery words and the data check',
    inFields: true,
    commands: ['print-check', 'print-words', 'sheet-print'],
  },
  {
    keys: ['Ctrl S'],
    name: 'Save as a file',
    where: 'papers and the activity log',
    inFields: true,
    commands: ['export-trail', 'sheet-save'],
  },
  { keys: ['Alt D'], name: 'Keep the release as a draft, not signed', where: 'a new release', inFields: true, commands: ['release-keep'] },
  {
    keys: ['Alt T'],
    name: 'She takes a release back; a question comes first',
    where: 'a release and the call screen',
    inFields: true,
    commands: ['call-take-back', 'take-back'],
  },
  { keys: ['Alt ←'], name: 'The step before', where: 'the call screen and set-up', inFields: true, commands: ['back', 'call-back'] },
  { keys: ['F4'], name: 'End the meeting', where: 'the call screen', inFields: true, commands: ['call-end'] },
  { keys: ['F6'], name: 'Pause or resume', where: 'the call screen', inFields: true, commands: ['call-pause'] },
  { keys: ['F7'], name: 'Hand over to a colleague', where: 'the call screen', inFields: true, commands: ['call-hand'] },
  {
    keys: ['F8'],
    name: 'The note',
    where: 'the call screen, and after a call to her',
    inFields: true,
    commands: ['call-note', 'few-words'],
  },
  {
    keys: ['Alt 0'],
    name: 'Add a person to the meeting, or take one out',
    where: 'the call screen',
    inFields: true,
    commands: ['call-who'],
  },
  {
    keys: ['Alt 1', 'Alt 2', 'Alt 3', 'Alt 4', 'Alt 5', 'Alt 6', 'Alt 7', 'Alt 8', 'Alt 9'],
    shown: 'Alt 1 to 9',
    name: 'The person with this number: on the line, on hold, dropped; on a new handoff, it is this person',
    where: 'the call screen and a new handoff',
    inFields: true,
    commands: ['similar-*', 'call-alt-*'],
  },
  { keys: ['Alt S'], name: 'Skip this step', where: 'the call screen', inFields: true, commands: ['call-leave-out'] },
  { keys: ['Alt R'], name: 'Read back to her, and right', where: 'the call screen', inFields: true, commands: ['call-story'] },
  { keys: ['Alt E'], name: 'She ended it', where: 'the call screen', inFields: true, commands: ['call-she-ended'] },
  { keys: ['Ctrl B'], name: 'Leave the call screen', where: 'the call screen', inFields: true, commands: ['call-leave'] },
] as const satisfies readonly KeyRow[]

/** A key that stands in the table, as it is written on a button. */
export type KeyName = (typeof KEY_TABLE)[number]['keys'][number]

const IN_FIELDS: ReadonlySet<string> = new Set(KEY_TABLE.flatMap(({ keys, inFields }) => (inFields ? keys : [])))
/** May this key act while the cursor is in a text field? */
export const actsInFields = (keys: KeyName): boolean => IN_FIELDS.has(keys)

const NAMES: ReadonlySet<string> = new Set(KEY_TABLE.flatMap(({ keys }) => keys))
const isKeyName = (keys: string): keys is KeyName => NAMES.has(keys)
/** The key with this number, for lists that are numbered as they are drawn; none from ten on. */
export const numberKey = (number: number | string, before: '' | 'Alt ' = ''): KeyName | undefined => {
  const keys = `${before}${number}`
  return isKeyName(keys) ? keys : undefined
}
