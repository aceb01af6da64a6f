/**
 * Every form of the app. `kept`: what is typed is kept as a draft, encrypted, for this worker alone. `secret`: a passphrase, a PIN or
 * recovery words are never written down (K2). `signed_out`: there is no session yet that could keep a draft.
 * `of_the_person`: what the person writes is no draft of a worker (A6).
 * The journey `forms-keep-words` types into every form that is `kept`; a form that is not in this table does not compile.
 */
export const FORMS = {
  // stay
  goal: 'kept',
  'begin-stay': 'kept',
  'end-stay': 'kept',
  'drop-goal': 'kept',
  'goal-handoff': 'kept',
  'after-stay': 'kept',
  // accompaniment
  'stage-words': 'kept',
  // data-owner
  'field-setting': 'kept',
  'bounce-reason': 'kept',
  // call
  'meeting-texts': 'kept',
  'meeting-disclosure': 'kept',
  'next-meeting': 'kept',
  paper: 'kept',
  'withheld-in-meeting': 'kept',
  'meeting-risk': 'kept',
  participant: 'kept',
  'without-person': 'kept',
  'plan-line': 'kept',
  'hand-over-meeting': 'kept',
  'close-meeting': 'kept',
  // plan
  plan: 'kept',
  // private-words
  'approved-story': 'kept',
  'private-words': 'kept',
  // client-summary
  'client-summary': 'kept',
  // feedback
  feedback: 'of_the_person',
  // policy
  standard: 'kept',
  // releases
  release: 'kept',
  disclosure: 'kept',
  'without-release': 'kept',
  authorise: 'kept',
  // record
  action: 'kept',
  attempt: 'kept',
  'begin-meeting': 'kept',
  'break-glass': 'kept',
  confirm: 'kept',
  'contact-override': 'kept',
  conflict: 'kept',
  'deadline-risk': 'kept',
  interpreter: 'kept',
  'named-staff': 'kept',
  'what-went-well': 'kept',
  // create-handoff
  'create-handoff': 'kept',
  'add-partner': 'kept',
  // bounce
  bounce: 'kept',
  // board
  'assign-one': 'kept',
  'assign-many': 'kept',
  'saved-view': 'kept',
  // staff
  absence: 'kept',
  'decision-right': 'kept',
  worker: 'kept',
  'worker-leaving': 'kept',
  // partners
  partner: 'kept',
  // people
  person: 'kept',
  'merge-records': 'kept',
  // overrides
  override: 'kept',
  // choose-passphrase, signin, setup, keys
  'choose-passphrase': 'secret',
  'sign-in-passphrase': 'signed_out',
  'sign-in-pin': 'signed_out',
  'sign-in-recovery': 'signed_out',
  'set-up': 'signed_out',
  'new-recovery-words': 'secret',
  // settings
  help: 'kept',
  'lock-settings': 'kept',
  'my-passphrase': 'secret',
  'my-pin': 'secret',
} as const satisfies Readonly<Record<string, 'kept' | 'secret' | 'signed_out' | 'of_the_person'>>

export type FormId = keyof typeof FORMS
/** The forms whose words outlive the lock. */
export type KeptFormId = { [F in FormId]: (typeof FORMS)[F] extends 'kept' ? F : never }[FormId]

/** The key of a form's draft, or null where nothing may be kept. `of`: the ids that the form is about. */
export const toDraftKey = (form: FormId, of: string | null): string | null =>
  FORMS[form] === 'kept' ? (of === null ? form : `${form}:${of}`) : null
