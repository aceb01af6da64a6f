import type { savedViews } from '#shared/contract/handoff/saved-view'
import { ok, refuse } from '#shared/domain/core/outcome'
import { removeSavedView, saveBoardView, listSavedViews } from '../../storage/staff/saved-views'
import type { UseCases } from '../../session/call-context'

// Nobody would find more than this again in a list.
const MOST_VIEWS = 30

/** Each worker's own views of the board. */
export const savedViewCalls: UseCases<typeof savedViews> = {
  'savedView.list': ({ db, me }) => ok(listSavedViews(db, me.id)),
  'savedView.save': ({ db, me, now }, { name, choice }) => {
    const views = listSavedViews(db, me.id)
    if (views.length >= MOST_VIEWS && !views.some((view) => view.name === name)) return refuse('enough_views', { field: 'name' })
    saveBoardView(db, me.id, name, choice, now)
    return ok({ done: true })
  },
  'savedView.remove': ({ db, me }, { name }) => {
    removeSavedView(db, me.id, name)
    return ok({ done: true })
  },
}
