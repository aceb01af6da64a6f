/** Recording a bounce (features/bounce). */
export const bounce = {
  title: 'Record a bounce', lead: 'A bounce is something to learn from. Nobody is blamed.', sideHead: 'on which side', why: 'Why could it not go on?', learn: 'What do we learn, and what now?',
  number: 'No. {{number}}', seen: 'What was seen', change: 'What to change', action: 'Next action', who: 'Who, by when', what: 'What is done', owner: 'Who', dueAt: 'By when', differ: 'What will be different',
  noLetter: 'No letter: there is no safe address.', foot: 'It stays open until the next action is done.', footDanger: 'The supervisor is told at once.', record: 'Record the bounce', notNow: 'Not now',
  pickReason: 'Say why it could not go on.', pickAction: 'Pick a next action.', pickOwner: 'Say who does it.', recorded: 'The bounce is recorded.',
  tried: 'What was tried', nothingTried: 'Nobody has tried yet.', receivedLine: 'Received.', due: { not: 'Not due yet', since: 'Due', notText: 'The bounce is due {{when}}. You may record it now.', sinceText: 'The bounce is due since {{when}}.' },
  fallback: { title: 'The fallback', followed: 'Every try that was asked for has been made, or there was no safe moment for it.', not: 'Not all tries have been made yet: {{tries}} of {{wanted}}. That is kept with the bounce.' },
  fear: { title: 'If you fear for her', text: 'Choose Possible danger. The supervisor is told at once.' },
  closed: 'This handoff is closed. There is nothing to record.', open: 'A bounce is already open. Settle it on the record.', back: 'Back to the record',
} as const
