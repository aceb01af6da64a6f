import type { MeetingMode } from '../../domain/meeting/meeting'

const mode = {
  in_person: 'in person',
  conference_call: 'a conference call',
  virtual: 'a video call',
  agency_call: 'a call to an agency',
} as const satisfies Record<MeetingMode, string>

/** What the history says of meetings and of what was agreed in them. */
export const meetings = {
  mode,
  begun: 'A meeting began: {{mode}}.',
  begunWithoutHer: 'A meeting began, {{mode}}. She asked us to go on without her.',
  closed: 'The meeting ended.',
  closedByHer: 'The meeting ended. She ended it.',
  agreed_one: '{{count}} line was agreed.',
  agreed_other: '{{count}} lines were agreed.',
  booked: 'Meeting booked for {{when}}.',
  held: 'The meeting was held. The next one: {{when}}.',
  heldLast: 'The meeting was held. No next one was agreed.',
  lineDone: 'Done, as agreed: {{what}}',
  lineDropped: 'Dropped: {{what}}',
  lineMoved: 'What was agreed was moved to {{when}}, {{who}}.',
} as const

/** What was agreed in meetings and is still to do. */
export const agreed = {
  title: 'Agreed in meetings',
  due: '{{who}}, {{when}}',
  done: { label: 'Done', name: 'Done: {{what}}', title: 'Done: {{what}}', words: 'How it went, if you like', send: 'It is done' },
  move: { label: 'Move', name: 'Move: {{what}}', title: 'Another time, or somebody else: {{what}}' },
  drop: { label: 'Drop', name: 'Drop: {{what}}', title: 'Not to be done any more: {{what}}', reason: 'Why', send: 'Drop it' },
} as const
