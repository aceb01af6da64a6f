import type { MeetingMode } from '../../../domain/meeting/meeting'

const mode = {
  in_person: 'in person',
  conference_call: 'a conference call',
  virtual: 'a video call',
  agency_call: 'a call to an agency',
} as const satisfies Record<MeetingMode, string>

/** What the history says of meetings and of what was agreed in them. */
export const meetings = {
  mode,
  begun: 'A meeting started: {{mode}}.',
  begunWithoutHer: 'A meeting started, {{mode}}. She asked us to go on without her.',
  met: 'She was in the meeting. Contact is made.',
  closed: 'The meeting ended.',
  closedByHer: 'She ended the meeting.',
  agreed_one: '{{count}} line of the plan was agreed.',
  agreed_other: '{{count}} lines of the plan were agreed.',
  booked: 'Meeting booked for {{when}}.',
  held: 'The meeting was held. The next one: {{when}}.',
  heldLast: 'The meeting was held. No further meeting was agreed.',
  lineDone: 'Done, as agreed: {{what}}',
  lineDropped: 'Removed: {{what}}',
  lineMoved: 'A line of the plan was moved to {{when}}, {{who}}.',
} as const

/** What was agreed in meetings and is still to do. */
export const agreed = {
  title: 'Agreed in meetings',
  due: '{{who}}, {{when}}',
  done: { label: 'Done', name: 'Done: {{what}}', title: 'Done: {{what}}', words: 'How it went (optional)', send: 'Mark as done' },
  move: { label: 'Move', name: 'Move: {{what}}', title: 'Move or assign: {{what}}' },
  drop: { label: 'Remove', name: 'Remove: {{what}}', title: 'Remove this line: {{what}}', reason: 'Why', send: 'Remove' },
} as const
