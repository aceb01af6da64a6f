import type {
  ContactChannel,
  Direction,
  KindOfHelp,
  MayTellSource,
  PartnerKind,
  Prompt,
  RiskKind,
  Role,
  StandardMode,
} from '../../domain/core/vocabulary'

const direction = { incoming: 'To us', outgoing: 'From us', internal: 'Between us' } as const satisfies Record<Direction, string>

const help = {
  housing: 'Housing',
  income: 'Income',
  legal: 'Legal',
  health: 'Health',
  counselling: 'Counselling',
  child: 'Children',
  immigration: 'Immigration',
  police_or_court: 'Police or court',
  other_shelter: 'Another shelter',
  other: 'Other',
} as const satisfies Record<KindOfHelp, string>

const prompt = {
  left_today: 'She left today',
  new_incident: 'Something new happened',
  hearing_notice: 'A hearing notice came',
  form_or_filing: 'A form to file',
  court_schedule: 'The court’s schedule',
  order_ending: 'An order is ending',
  notice_to_leave: 'A notice to leave her home',
  benefit_stopped: 'A benefit stopped',
  discharge: 'She left the hospital',
  released: 'Someone was released from jail',
  stay_ending: 'Her stay is ending',
  she_asked: 'She asked for it',
  worker_suggested: 'A worker suggested it',
  other: 'Something else',
  not_known: 'Not known',
} as const satisfies Record<Prompt, string>

const channel = {
  call: 'Call',
  text: 'Text',
  email: 'Email',
  letter: 'Letter',
  partner_portal: 'Partner portal',
  through_partner: 'Through someone she named',
  in_person: 'In person',
} as const satisfies Record<ContactChannel, string>

const riskKind = {
  court_date: 'Court date',
  filing_window: 'Filing date',
  order_expiry: 'Order ends',
  benefit_cut_off: 'Benefit ends',
  lease_or_notice: 'Lease or notice',
  other: 'Other date',
} as const satisfies Record<RiskKind, string>

const mayTell = {
  receipt_only: 'Only that we received it',
  reached_or_not: 'Whether she was reached',
  and_next_step: 'Whether she was reached, and the next step',
} as const satisfies Record<MayTellSource, string>

const partnerKind = {
  agency: 'Agency',
  court_clinic: 'Court clinic',
  legal: 'Legal',
  shelter: 'Shelter',
  crisis_line: 'Crisis line',
  health: 'Health',
  police: 'Police',
  school: 'School',
  housing: 'Housing',
  other: 'Other',
} as const satisfies Record<PartnerKind, string>

const standardMode = { measured: 'Measure only', pilot: 'Pilot', committed: 'Agreed' } as const satisfies Record<StandardMode, string>

const role = {
  front_desk: 'front desk',
  worker: 'worker',
  supervisor: 'supervisor',
  workflow_owner: 'workflow owner',
  data_owner: 'data owner',
  director: 'director',
} as const satisfies Record<Role, string>

/** The vocabulary of section 2 to 6, as any screen says it. */
export const word = {
  direction,
  help,
  prompt,
  channel,
  riskKind,
  mayTell,
  partnerKind,
  standardMode,
  role,
  notKnown: 'Not known',
  weekday: { d1: 'Mon', d2: 'Tue', d3: 'Wed', d4: 'Thu', d5: 'Fri', d6: 'Sat', d7: 'Sun' },
  weekdayLong: { d1: 'Monday', d2: 'Tuesday', d3: 'Wednesday', d4: 'Thursday', d5: 'Friday', d6: 'Saturday', d7: 'Sunday' },
} as const
