import type { ComponentType } from 'react'
import { Board } from '../features/board/Board'
import { useOpenCount } from '../features/board/use-board'
import { BouncePage } from '../features/bounce/BouncePage'
import { Intake } from '../features/intake/Intake'
import { Partners } from '../features/partners/Partners'
import { PlanEditor } from '../features/plan/PlanEditor'
import { RecordPage } from '../features/record/RecordPage'
import { Settings } from '../features/settings/Settings'
import type { IconName } from '../ui'

/**
 * A page of the open book. Only what exists is listed: the rail has no dead links.
 * `Page` draws its own `<main id="main" className="main …">`; the frame moves focus there.
 */
export interface Page {
  readonly id: string
  /** wouter pattern below '#', such as '/board/:id?'. */
  readonly path: string
  readonly Page: ComponentType
  /** Its line in the rail; a page without one belongs to the line whose `href` it begins with. */
  readonly rail?: { readonly label: string; readonly icon: IconName; readonly href: string; readonly useCount?: () => number | undefined }
}

export const PAGES: readonly Page[] = [
  { id: 'board', path: '/board', Page: Board, rail: { label: 'Board', icon: 'board', href: '/board', useCount: useOpenCount } },
  { id: 'bounce', path: '/handoffs/:id/bounce', Page: BouncePage },
  { id: 'record', path: '/handoffs/:id', Page: RecordPage },
  { id: 'new', path: '/new', Page: Intake },
  { id: 'plan', path: '/people/:personId/plan', Page: PlanEditor },
  { id: 'partners', path: '/partners/:id?', Page: Partners, rail: { label: 'Partners', icon: 'partners', href: '/partners' } },
  { id: 'settings', path: '/settings', Page: Settings, rail: { label: 'Settings', icon: 'settings', href: '/settings' } },
]

/** Where the book opens. */
export const HOME: Page | undefined = PAGES.find((page) => page.id === 'board') ?? PAGES[0]
