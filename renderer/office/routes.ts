import type { HandoffId, MeetingId, PartnerId, PersonId, ReleaseId } from '#shared/domain/core/ids'

/** The addresses of the pages, for links between features that do not import each other. Hash routes; ids only, never a name (P6). */
export const ROUTES = {
  board: '/board',
  createHandoff: '/new',
  people: '/people',
  meetings: '/meetings',
  /** Who stays here, and who left and wants contact. */
  staying: '/staying',
  partners: '/partners',
  settings: '/settings',
  policy: '/settings/policy',
  feedbackRead: '/settings/feedback',
  reasons: '/settings/reasons',
  fields: '/settings/fields',
  staff: '/settings/staff',
  keys: '/settings/keys',
  rights: '/settings/rights',
  meetingSteps: '/settings/meeting-steps',
  screenLock: '/settings/screen-lock',
  activityLog: '/settings/activity-log',
  myAccount: '/settings/me',
  myAbsence: '/settings/me/away',
  overrides: '/settings/overrides',
  person: (id: PersonId) => `/people/${id}`,
  plan: (id: PersonId) => `/people/${id}/plan`,
  /** Two records that may be the same person's, side by side. */
  compareRecords: (id: PersonId, other: PersonId) => `/people/${id}?merge=${other}`,
  handoff: (id: HandoffId) => `/handoffs/${id}`,
  /** The screen that is turned to the person; it ends in the screen lock (A6). */
  feedback: (id: HandoffId) => `/feedback/${id}`,
  /** The call screen. */
  meeting: (id: MeetingId) => `/meetings/${id}`,
  /** The one-page summary for the person (M4). */
  clientSummary: (id: MeetingId) => `/meetings/${id}/page`,
  accompaniment: (id: HandoffId) => `/handoffs/${id}/accompaniment`,
  stay: (id: PersonId) => `/people/${id}/stay`,
  releases: (id: PersonId) => `/people/${id}/releases`,
  newRelease: (id: PersonId) => `/people/${id}/releases/new`,
  release: (id: PersonId, release: ReleaseId) => `/people/${id}/releases/${release}`,
  /** The sheet that the person signs. */
  releasePaper: (id: PersonId, release: ReleaseId) => `/people/${id}/releases/${release}/paper`,
  partnerPolicy: (id: PartnerId) => `/settings/policy/${id}`,
  partner: (id: PartnerId) => `/partners/${id}`,
} as const
