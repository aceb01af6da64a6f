import type { own as contract } from '#shared/contract/own'
import type { StaffId } from '#shared/domain/ids'
import { ok, refuse } from '#shared/domain/outcome'
import type { Worker } from '#shared/domain/staff'
import { STAFF_AWAY } from '#shared/domain/staff'
import { absenceOf, dropAbsence, saveAbsence } from '../storage/absence'
import { appendAudit } from '../storage/audit'
import type { ReadableDb } from '../storage/database'
import { loadHandoff } from '../storage/handoffs'
import { rightsOf, staffRow } from '../storage/staff'
import { dropView, saveView, viewsOf } from '../storage/views'
import type { UseCases } from './context'
import { carryOut } from './handoff'
import { hersFor, openOf, passOn, wrongTaker } from './hers'
import { passMeetings } from './pass-meetings'
import { passStays } from './pass-stays'

// More than anybody would find again in a list.
const MOST_VIEWS = 30

/** Section 13: re-assign. Everybody else gives what is her own. */
const mayGiveAny = ({ roles }: Worker): boolean =>
  roles.some((role) => role === 'supervisor' || role === 'workflow_owner' || role === 'director')

/** H4: her own absence, or a director writes it; null when it is so. */
function notHers(db: ReadableDb, me: Worker, id: StaffId): ReturnType<typeof refuse> | null {
  const row = staffRow(db, id)
  if (row === null) return refuse('no_such_staff', { field: 'id' })
  if (id !== me.id && !me.roles.includes('director')) return refuse('not_yours')
  return row.leftAt === null ? null : refuse('has_left')
}

export const ownCalls: UseCases<typeof contract> = {
  'view.list': ({ db, me }) => ok(viewsOf(db, me.id)),
  'view.save': ({ db, me, now }, { name, choice }) => {
    const views = viewsOf(db, me.id)
    if (views.length >= MOST_VIEWS && !views.some((view) => view.name === name)) return refuse('enough_views', { field: 'name' })
    saveView(db, me.id, name, choice, now)
    return ok({ done: true })
  },
  'view.drop': ({ db, me }, { name }) => {
    dropView(db, me.id, name)
    return ok({ done: true })
  },
  'handoff.give': (context, { ids, to, reason }) => {
    const { db, me, now, keep } = context
    // A line for each record stands in the trail instead.
    keep({ kind: null })
    if (staffRow(db, to) === null) return refuse('no_such_staff', { field: 'to' })
    let given = 0
    for (const id of new Set(ids)) {
      const before = loadHandoff(db, id)
      if (before === null) return refuse('no_such_handoff')
      if (before.assignedTo === to) continue
      if (!mayGiveAny(me) && before.assignedTo !== me.id) return refuse('not_yours')
      const done = carryOut(context, id, { kind: 'assign', to, reason })
      if (!done.ok) return done
      appendAudit(db, { at: now, by: me.id, kind: 'reassigned', about: id, facts: {} })
      given += 1
    }
    return given === 0 ? refuse('same_worker', { field: 'to' }) : ok({ given })
  },
  'absence.read': ({ db, me, now, hidden }, { id }) => {
    const wrong = notHers(db, me, id)
    if (wrong) return wrong
    const away = absenceOf(db, id, now)
    return ok({
      away: away && { from: away.from, until: away.until },
      ...hersFor(db, id, hidden),
      rights: rightsOf(db)
        .filter(({ holder }) => holder === id)
        .map(({ right, deputy }) => ({ right, deputy: deputy !== null })),
    })
  },
  'absence.save': ({ db, me, now, keep }, { id, from: wished, until, to, except }) => {
    const wrong = notHers(db, me, id)
    if (wrong) return wrong
    const from = Math.max(wished ?? now, now)
    if (until !== null && until <= from) return refuse('due_in_the_past', { field: 'until' })
    if (to === null && openOf(db, id).length > 0) return refuse('owner_needed', { field: 'to' })
    const passing = to === null ? null : { id, to, except }
    const taker = passing && wrongTaker(db, passing, now)
    if (taker) return taker
    const passed = passing === null ? ok(0) : passOn(db, passing, me.id, now, STAFF_AWAY)
    if (!passed.ok) return passed
    const stays = to === null ? ok(0) : passStays(db, { id, to, by: me.id, now })
    if (!stays.ok) return stays
    const meetings = to === null ? ok(0) : passMeetings(db, { id, to, by: me.id, now })
    if (!meetings.ok) return meetings
    saveAbsence(db, { staffId: id, from, until }, me.id)
    keep({ about: id, facts: { away: true, reassigned: passed.value } })
    return ok({ reassigned: passed.value })
  },
  'absence.end': ({ db, me, keep }, { id }) => {
    const wrong = notHers(db, me, id)
    if (wrong) return wrong
    dropAbsence(db, id)
    keep({ about: id, facts: { away: false } })
    return ok({ done: true })
  },
}
