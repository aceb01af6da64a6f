import type { AlertLevel } from '../../../domain/handoff/alerts'

const alert = {
  before: 'A contact is due soon.',
  due: 'A contact is due now.',
  hourly: 'A contact is still waiting.',
  date: 'A deadline is near.',
} as const satisfies Record<AlertLevel, string>

/** What is said outside the window: notifications and the tray. Neutral, and without names (P6). */
export const notices = {
  alert,
  signIn: 'A contact needs a worker now. Sign in to Day-book.',
  open: 'A contact needs a worker now. Open Day-book.',
  contacts: '{{count}} contacts need a worker now.',
  dates: '{{count}} deadlines are near.',
  records: '{{count}} handoffs need a worker now.',
  onHold: 'Still on hold: {{time}}',
} as const
