import type { HandoffId, PartnerId } from '#shared/domain/ids'

/** Where things stand, for links between features that do not know each other. Hash routes; ids only, never a name (P6). */
export const PLACES = {
  board: '/board',
  newHandoff: '/new',
  partners: '/partners',
  settings: '/settings',
  staff: '/settings/staff',
  policy: '/settings/policy',
  reasons: '/settings/reasons',
  fields: '/settings/fields',
  keys: '/settings/keys',
  book: '/settings/book',
  me: '/settings/me',
  handoff: (id: HandoffId) => `/handoffs/${id}`,
  partner: (id: PartnerId) => `/partners/${id}`,
} as const
