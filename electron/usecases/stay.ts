import type { stays as contract } from '#shared/contract/stay'
import type { StaffId, StayId, GoalId } from '#shared/domain/ids'
import { ok, refuse } from '#shared/domain/outcome'
import { beginStay, contactAfter, dayOfStay, endStay, goalsOverdueAt, goalsStanding } from '#shared/domain/stay'
import { livingId } from '../storage/merges'
import { namesIn, type Names } from '../storage/names'
import { labelOf, livingRow, personRow } from '../storage/people'
import {
  addGoal,
  addStay,
  changeGoal,
  changeStay,
  contactsAfter,
  goalRow,
  goalsOf,
  stayRow,
  staysNow,
  staysOf,
  type GoalRow,
  type StayRow,
} from '../storage/stays'
import { storyOf, strikerFor } from '../storage/story'
import type { ReadableDb } from '../storage/database'
import type { UseCases, Writing } from './context'
import { cannotHave } from './given'
import { create } from './refer'

type Calls = typeof contract
interface At {
  readonly now: number
  readonly zone: string
}

const goalsView = (row: StayRow, { now, zone }: At) => ({
  standing: goalsStanding(row, now, zone),
  askedAt: row.goalsAskedAt,
  overdueAt: goalsOverdueAt(row.intakeAt, zone),
})

const isOpenGoal = ({ doneAt, letGoAt }: Pick<GoalRow, 'doneAt' | 'letGoAt'>): boolean => doneAt === null && letGoAt === null

const goalView = (
  { id, words, help, need, setAt, setBy, handoffId, number, doneAt, letGo, letGoAt }: GoalRow,
  names: Names,
  struck: Strike,
) => ({
  id,
  words: struck(words),
  help,
  need: struck(need),
  setAt,
  setBy: names.worker(setBy),
  handoff: handoffId === null || number === null ? null : { id: handoffId, number },
  doneAt,
  letGo: letGoAt === null ? null : struck(letGo),
})
type Strike = (text: string) => string

const worker = (names: Names, id: StaffId) => ({ id, name: names.worker(id) })

function stayView(db: ReadableDb, row: StayRow, at: At, names: Names) {
  const struck = strikerFor(db, livingId(db, row.personId), null)
  return {
    id: row.id,
    personId: livingId(db, row.personId),
    intakeAt: row.intakeAt,
    day: dayOfStay(row.intakeAt, row.endedAt ?? at.now, at.zone),
    worker: worker(names, row.worker),
    endedAt: row.endedAt,
    goals: goalsView(row, at),
    after: { wants: row.wantsContact, words: struck(row.contactWords), nextAt: row.nextContactAt },
    list: goalsOf(db, row.id).map((one) => goalView(one, names, struck)),
  }
}

const labelFor = (db: ReadableDb, row: StayRow): string => {
  const her = personRow(db, row.personId)
  return her === null ? '' : labelOf(livingRow(db, her))
}

function changed(context: Writing, id: StayId, change: Partial<StayRow>) {
  changeStay(context.db, id, change)
  return ok({ done: true as const })
}

/** A goal that nobody has ended yet, with its stay. */
function openGoal(db: ReadableDb, id: GoalId) {
  const row = goalRow(db, id)
  const its = row && stayRow(db, row.stayId)
  if (!row || !its) return refuse('no_such_goal')
  return isOpenGoal(row) ? ok({ row, its }) : refuse('already_closed')
}

/** A4: from a goal one step starts an internal handoff; the worker who takes it reads what she approved, and nothing that she keeps back. */
function handOn(context: Writing, { id, to, agreed }: { readonly id: GoalId; readonly to: StaffId; readonly agreed: boolean }) {
  const { db, me } = context
  const found = openGoal(db, id)
  if (!found.ok) return found
  const { row, its } = found.value
  if (row.handoffId !== null) return refuse('handed_on_already')
  if (to === me.id) return refuse('same_worker', { field: 'to' })
  const personId = livingId(db, its.personId)
  const struck = strikerFor(db, personId, null)
  const story = storyOf(db, personId)
  const note = [row.words, row.need, story?.situation ?? '', story?.background ?? ''].filter(Boolean).map(struck).join('\n\n')
  const made = create(context, {
    direction: 'internal',
    source: { kind: 'staff', id: me.id },
    receiver: { kind: 'staff', id: to },
    person: { kind: 'existing', id: personId },
    helps: [row.help],
    prompt: 'she_asked',
    note,
    receivedAt: null,
    earlierBecause: '',
    questions: { number: null, safeToCall: null, safeTimes: [], language: null },
    sourceMayHelp: false,
    mayTellSource: 'receipt_only',
    risks: [],
    permissionGiven: agreed,
    assignedTo: me.id,
  })
  if (!made.ok) return made
  changeGoal(db, id, { handoffId: made.value.id })
  context.keep({ about: made.value.id })
  return ok({ handoffId: made.value.id, number: made.value.number })
}

/** A3, A4: the stay, its goals, and contact after it. */
export const stayCalls: UseCases<Calls> = {
  'stay.list': ({ db, now, zone, hidden }) => {
    const names = namesIn(db)
    return ok({
      here: staysNow(db, hidden).map(({ stay: row }) => ({
        id: row.id,
        personId: livingId(db, row.personId),
        label: labelFor(db, row),
        intakeAt: row.intakeAt,
        day: dayOfStay(row.intakeAt, now, zone),
        worker: worker(names, row.worker),
        goals: goalsView(row, { now, zone }),
        goalsOpen: goalsOf(db, row.id).filter(isOpenGoal).length,
      })),
      after: contactsAfter(db, hidden).flatMap(({ stay: row }) =>
        row.endedAt === null || row.nextContactAt === null
          ? []
          : [
              {
                id: row.id,
                personId: livingId(db, row.personId),
                label: labelFor(db, row),
                endedAt: row.endedAt,
                worker: worker(names, row.worker),
                words: strikerFor(db, livingId(db, row.personId), null)(row.contactWords),
                nextAt: row.nextContactAt,
              },
            ],
      ),
    })
  },
  'stay.read': ({ db, now, zone }, { personId }) => {
    if (!personRow(db, personId)) return refuse('no_such_person')
    const names = namesIn(db)
    return ok(staysOf(db, personId).map((row) => stayView(db, row, { now, zone }, names)))
  },
  'stay.begin': (context, { personId, intakeAt, worker: by }) => {
    const { db, now, me, ids, keep } = context
    if (!personRow(db, personId)) return refuse('no_such_person')
    const amiss = cannotHave(db, personId, by, 'worker')
    if (amiss) return amiss
    const begun = beginStay(staysOf(db, personId), intakeAt ?? now, now)
    if (!begun.ok) return begun
    const id = ids.uuid() as StayId
    addStay(db, { id, personId, intakeAt: intakeAt ?? now, worker: by, writtenBy: me.id })
    keep({ about: personId, facts: { what: 'stay' } })
    return ok({ id })
  },
  'stay.asked': (context, { id }) => {
    const row = stayRow(context.db, id)
    if (!row) return refuse('no_such_stay')
    if (row.endedAt !== null) return refuse('already_closed')
    // The first conversation counts (A4); a later one changes goals, not this.
    return changed(context, id, { goalsAskedAt: row.goalsAskedAt ?? context.now })
  },
  'stay.give': (context, { id, worker: to }) => {
    const row = stayRow(context.db, id)
    if (!row) return refuse('no_such_stay')
    return cannotHave(context.db, row.personId, to, 'worker') ?? changed(context, id, { worker: to })
  },
  'stay.end': (context, { id, at }) => {
    const row = stayRow(context.db, id)
    if (!row) return refuse('no_such_stay')
    const ended = endStay(row, at ?? context.now, context.now)
    return ended.ok ? changed(context, id, { endedAt: at ?? context.now }) : ended
  },
  'stay.after': (context, { id, wants, words, nextContactAt }) => {
    const row = stayRow(context.db, id)
    if (!row) return refuse('no_such_stay')
    const agreed = contactAfter(row, { wants, nextAt: nextContactAt }, context.now)
    if (!agreed.ok) return agreed
    return changed(context, id, {
      wantsContact: wants,
      contactWords: strikerFor(context.db, row.personId, null)(words),
      nextContactAt: wants === true ? nextContactAt : null,
    })
  },
  'goal.set': (context, { stayId, id, words, help, need }) => {
    const { db, now, me, ids } = context
    const its = stayRow(db, stayId)
    if (!its) return refuse('no_such_stay')
    const struck = strikerFor(db, livingId(db, its.personId), null)
    const said = { words: struck(words), help, need: struck(need) }
    if (id === null) {
      const fresh = ids.uuid() as GoalId
      addGoal(db, { id: fresh, stayId, ...said, setAt: now, setBy: me.id })
      return ok({ id: fresh })
    }
    const found = openGoal(db, id)
    if (!found.ok) return found
    if (found.value.its.id !== stayId) return refuse('no_such_goal')
    changeGoal(db, id, said)
    return ok({ id })
  },
  'goal.reached': (context, { id }) => {
    const found = openGoal(context.db, id)
    if (!found.ok) return found
    changeGoal(context.db, id, { doneAt: context.now })
    return ok({ done: true })
  },
  'goal.letGo': (context, { id, why }) => {
    const found = openGoal(context.db, id)
    if (!found.ok) return found
    const struck = strikerFor(context.db, livingId(context.db, found.value.its.personId), null)
    changeGoal(context.db, id, { letGo: struck(why), letGoAt: context.now })
    return ok({ done: true })
  },
  'goal.handOn': handOn,
}
