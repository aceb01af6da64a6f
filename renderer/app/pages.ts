import type { ComponentType } from 'react'
import { AccompanimentPage } from '../features/accompaniment/AccompanimentPage'
import { Board } from '../features/board/Board'
import { useOpenCount } from '../features/board/use-board'
import { DataCheckPage } from '../features/data-check/DataCheckPage'
import { BouncePage } from '../features/bounce/BouncePage'
import { FieldsPage } from '../features/data-owner/FieldsPage'
import { ReasonsPage } from '../features/data-owner/ReasonsPage'
import { FeedbackResults } from '../features/feedback/FeedbackResults'
import { CreateHandoffPage } from '../features/create-handoff/CreateHandoffPage'
import { KeysPage } from '../features/keys/KeysPage'
import { Meetings } from '../features/meetings/Meetings'
import { useOpenMeetingCount } from '../features/meetings/use-open-meetings'
import { Overrides } from '../features/overrides/Overrides'
import { Partners } from '../features/partners/Partners'
import { ClientSummaryPage } from '../features/client-summary/ClientSummaryPage'
import { ReleasePaperPage } from '../features/client-summary/ReleasePaperPage'
import { PlanEditor } from '../features/plan/PlanEditor'
import { MeetingStepsPage, PolicyPage } from '../features/policy/PolicyPage'
import { RecordPage } from '../features/record/RecordPage'
import { LockSettings } from '../features/settings/LockSettings'
import { MyAccount } from '../features/settings/MyAccount'
import { OfficeSettings } from '../features/settings/OfficeSettings'
import { MyAbsencePage } from '../features/staff/AbsenceForm'
import { DecisionRightsPage } from '../features/staff/DecisionRights'
import { StaffPage } from '../features/staff/StaffPage'
import { ReleasesPage } from '../features/releases/ReleasesPage'
import { StayingPage } from '../features/stay/StayingPage'
import { StayPage } from '../features/stay/StayPage'
import type { frame } from '#shared/messages/en/frame'
import type { IconName } from '../ui'
import { withSettingsMenu } from './settings-page'
import { PeopleRoute } from './people-route'

/**
 * A page of the app. Only existing pages are listed, so the rail has no dead links. `Page` renders its own `<main id="main"
 * className="main …">`; for the settings `withSettingsMenu` does. The frame moves the focus there.
 */
export interface Page {
  readonly id: string
  /** A wouter pattern below '#', such as '/board/:id?'. */
  readonly path: string
  readonly Page: ComponentType
  /** Its line in the rail; a page without one belongs to the line whose `href` it begins with. */
  readonly rail?: {
    readonly label: keyof (typeof frame)['rail']
    readonly icon: IconName
    readonly href: string
    readonly useCount?: () => number | undefined
  }
}

export const PAGES: readonly Page[] = [
  { id: 'board', path: '/board', Page: Board, rail: { label: 'board', icon: 'board', href: '/board', useCount: useOpenCount } },
  { id: 'bounce', path: '/handoffs/:id/bounce', Page: BouncePage },
  { id: 'accompaniment', path: '/handoffs/:id/accompaniment', Page: AccompanimentPage },
  { id: 'record', path: '/handoffs/:id', Page: RecordPage },
  { id: 'new', path: '/new', Page: CreateHandoffPage },
  {
    id: 'meetings',
    path: '/meetings',
    Page: Meetings,
    rail: { label: 'meetings', icon: 'meetings', href: '/meetings', useCount: useOpenMeetingCount },
  },
  { id: 'staying', path: '/staying', Page: StayingPage },
  { id: 'stay', path: '/people/:personId/stay', Page: StayPage },
  { id: 'releases', path: '/people/:personId/releases/:id?', Page: ReleasesPage },
  { id: 'client-summary', path: '/meetings/:id/page', Page: ClientSummaryPage },
  { id: 'release-paper', path: '/people/:personId/releases/:id/paper', Page: ReleasePaperPage },
  { id: 'plan', path: '/people/:personId/plan', Page: PlanEditor },
  { id: 'people', path: '/people/:personId?', Page: PeopleRoute, rail: { label: 'people', icon: 'people', href: '/people' } },
  { id: 'partners', path: '/partners/:id?', Page: Partners, rail: { label: 'partners', icon: 'partners', href: '/partners' } },
  {
    id: 'settings',
    path: '/settings',
    Page: withSettingsMenu('office', OfficeSettings),
    rail: { label: 'settings', icon: 'settings', href: '/settings' },
  },
  { id: 'screen-lock', path: '/settings/screen-lock', Page: withSettingsMenu('screenLock', LockSettings) },
  { id: 'reasons', path: '/settings/reasons/:code?', Page: withSettingsMenu('reasons', ReasonsPage) },
  { id: 'fields', path: '/settings/fields/:field?', Page: withSettingsMenu('fields', FieldsPage) },
  { id: 'policy', path: '/settings/policy/:partner?', Page: withSettingsMenu('policy', PolicyPage) },
  { id: 'meeting-steps', path: '/settings/meeting-steps', Page: withSettingsMenu('meetingSteps', MeetingStepsPage) },
  { id: 'rights', path: '/settings/rights', Page: withSettingsMenu('rights', DecisionRightsPage) },
  { id: 'feedback', path: '/settings/feedback', Page: withSettingsMenu('feedback', FeedbackResults) },
  { id: 'staff', path: '/settings/staff/:id?/:act?', Page: withSettingsMenu('staff', StaffPage) },
  { id: 'keys', path: '/settings/keys', Page: withSettingsMenu('keys', KeysPage) },
  { id: 'activity-log', path: '/settings/activity-log', Page: withSettingsMenu('activityLog', DataCheckPage) },
  { id: 'overrides', path: '/settings/overrides', Page: withSettingsMenu('overrides', Overrides) },
  { id: 'away', path: '/settings/me/away', Page: withSettingsMenu('away', MyAbsencePage) },
  { id: 'me', path: '/settings/me', Page: withSettingsMenu('me', MyAccount) },
]

/** The page after sign-in. */
export const HOME_PAGE: Page | undefined = PAGES.find((page) => page.id === 'board') ?? PAGES[0]
