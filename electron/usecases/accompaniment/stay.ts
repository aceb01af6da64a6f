import type { stays as contract } from '#shared/contract/person/stay'
import type { StaffId, StayId, GoalId } from '#shared/domain/core/ids'
import { ok, refuse } from '#shared/domain/core/outcome'
import {
  checkStayBegin,
  checkContactAfterStay,
  getDayOfStay,
  checkStayEnd,
  getGoalsOverdueAt,
  getGoalsState,
} from '#shared/domain/stay/stay'
import { resolveMergedId } from '../../storage/person/merges'
import { loadNames, type StaffAndPartnerNames } from '../../storage/office/names'
import { toPersonLabel, resolveMergedPerson, findPerson } from '../../storage/person/people'
import {
  addGoal,
  addStay,
  updateGoal,
  updateStay,
  listContactsAfterStay,
  findGoal,
  listGoals,
  findStay,
  listCurrentStays,
  listStays,
  type GoalRow,
  type StayRow,
} from '../../storage/accompaniment/stays'
import { loadStory } from '../../storage/person/story'
import { redactorFor } from '../../storage/person/withheld'
import type { ReadableDb } from '../../storage/core/db-types'
import type { UseCases, WriteContext } from '../../session/call-context'
import { workerRefusal } from '../handoff/assignability'
import { createHandoff } from '../handoff/create-handoff'

type StayCalls = typeof contract
interface StayTime {
  readonly now: number
  readonly zone: string
}

const toGoalsView = (row: StayRow, { now, zone }: StayTime) => ({
  state: getGoalsState(row, now, zone),
  askedAt: row.goalsAskedAt,
  overdueAt: getGoalsOverdueAt(row.intakeAt, zone),
})

const isOpenGoal = ({ doneAt, letGoAt }: Pick<GoalRow, 'doneAt' | 'letGoAt'>): boolean => doneAt === null && letGoAt === null

const toGoalView = (
  { id, words, help, need, setAt, setBy, handoffId, number, doneAt, letGo, letGoAt }: GoalRow,
  names: StaffAndPartnerNames,
) => ({
  id,
  words,
  help,
  need,
  setAt,
  setBy: names.worker(setBy),
  handoff: handoffId === null || number === null ? null : { id: handoffId, number },
  doneAt,
  letGo: letGoAt === null ? null : letGo,
})

const worker = (names: StaffAndPartnerNames, id: StaffId) => ({ id, name: names.worker(id) })

function toStayView(db: ReadableDb, row: StayRow, at: StayTime, names: StaffAndPartnerNames) {
  return {
    id: row.id,
    personId: resolveMergedId(db, row.personId),
    intakeAt: row.intakeAt,
    day: getDayOfStay(row.intakeAt, row.endedAt ?? at.now, at.zone),
    worker: worker(names, row.worker),
    endedAt: row.endedAt,
    goals: toGoalsView(row, at),
    after: { wants: row.wantsContact, words: row.contactWords, nextAt: row.nextContactAt },
    list: listGoals(db, row.id).map((one) => toGoalView(one, names)),
  }
}

const findLabel = (db: ReadableDb, row: StayRow): string => {
  const person = findPerson(db, row.personId)
  return person === null ? '' : toPersonLabel(resolveMergedPerson(db, person))
}

function changeAndAudit(context: WriteContext, id: StayId, change: Partial<StayRow>) {
  updateStay(context.db, id, change)
  return ok({ done: true as const })
}

/** Finds a goal that has not ended, with its stay. */
function findOpenGoal(db: ReadableDb, id: GoalId) {
  const row = findGoal(db, id)
  const stay = row && findStay(db, row.stayId)
  if (!row || !stay) return refuse('no_such_goal')
  return isOpenGoal(row) ? ok({ row, its: stay }) : refuse('already_closed')
}

/** A4: creates an internal handoff from a goal. The worker who takes it reads what the person approved, and nothing that the person keeps private. */
function createHandoffFromGoal(
  context: WriteContext,
  { id, to, agreed }: { readonly id: GoalId; readonly to: StaffId; readonly agreed: boolean },
) {
  const { db, me } = context
  const found = findOpenGoal(db, id)
  if (!found.ok) return found
  const { row, its: stay } = found.value
  if (row.handoffId !== null) return refuse('handed_on_already')
  if (to === me.id) return refuse('same_worker', { field: 'to' })
  const personId = resolveMergedId(db, stay.personId)
  const redact = redactorFor(db, personId, null)
  const story = loadStory(db, personId)
  const note = [row.words, row.need, story?.situation ?? '', story?.background ?? ''].filter(Boolean).map(redact).join('\n\n')
  const created = createHandoff(context, {
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
  if (!created.ok) return created
  updateGoal(db, id, { handoffId: created.value.id })
  context.audit({ about: created.value.id })
  return ok({ handoffId: created.value.id, number: created.value.number })
}

/** The calls about a stay, its goals, and contact after it (A3, A4). */
export const stayCalls: UseCases<StayCalls> = {
  'stay.list': ({ db, now, zone, hidden }) => {
    const names = loadNames(db)
    return ok({
      here: listCurrentStays(db, hidden).map(({ stay: row }) => ({
        id: row.id,
        personId: resolveMergedId(db, row.personId),
        label: findLabel(db, row),
        intakeAt: row.intakeAt,
        day: getDayOfStay(row.intakeAt, now, zone),
        worker: worker(names, row.worker),
        goals: toGoalsView(row, { now, zone }),
        goalsOpen: listGoals(db, row.id).filter(isOpenGoal).length,
      })),
      after: listContactsAfterStay(db, hidden).flatMap(({ stay: row }) =>
        row.endedAt === null || row.nextContactAt === null
          ? []
          : [
              {
                id: row.id,
                personId: resolveMergedId(db, row.personId),
                label: findLabel(db, row),
                endedAt: row.endedAt,
                worker: worker(names, row.worker),
                words: row.contactWords,
                nextAt: row.nextContactAt,
              },
            ],
      ),
    })
  },
  'stay.read': ({ db, now, zone }, { personId }) => {
    if (!findPerson(db, personId)) return refuse('no_such_person')
    const names = loadNames(db)
    return ok(listStays(db, personId).map((row) => toStayView(db, row, { now, zone }, names)))
  },
  'stay.begin': (context, { personId, intakeAt, worker: by }) => {
    const { db, now, me, ids, audit } = context
    if (!findPerson(db, personId)) return refuse('no_such_person')
    const refusal = workerRefusal(db, personId, by, 'worker')
    if (refusal) return refusal
    const started = checkStayBegin(listStays(db, personId), intakeAt ?? now, now)
    if (!started.ok) return started
    const id = ids.uuid() as StayId
    addStay(db, { id, personId, intakeAt: intakeAt ?? now, worker: by, writtenBy: me.id })
    audit({ about: personId, facts: { what: 'stay' } })
    return ok({ id })
  },
  'stay.recordGoalsTalk': (context, { id }) => {
    const row = findStay(context.db, id)
    if (!row) return refuse('no_such_stay')
    if (row.endedAt !== null) return refuse('already_closed')
    // The first conversation counts (A4). A later one changes goals, not this date.
    return changeAndAudit(context, id, { goalsAskedAt: row.goalsAskedAt ?? context.now })
  },
  'stay.assign': (context, { id, worker: to }) => {
    const row = findStay(context.db, id)
    if (!row) return refuse('no_such_stay')
    return workerRefusal(context.db, row.personId, to, 'worker') ?? changeAndAudit(context, id, { worker: to })
  },
  'stay.end': (context, { id, at }) => {
    const row = findStay(context.db, id)
    if (!row) return refuse('no_such_stay')
    const endedStay = checkStayEnd(row, at ?? context.now, context.now)
    return endedStay.ok ? changeAndAudit(context, id, { endedAt: at ?? context.now }) : endedStay
  },
  'stay.saveLaterContact': (context, { id, wants, words, nextContactAt }) => {
    const row = findStay(context.db, id)
    if (!row) return refuse('no_such_stay')
    const agreed = checkContactAfterStay(row, { wants, nextAt: nextContactAt }, context.now)
    if (!agreed.ok) return agreed
    return changeAndAudit(context, id, {
      wantsContact: wants,
      contactWords: words,
      nextContactAt: wants === true ? nextContactAt : null,
    })
  },
  'goal.save': (context, { stayId, id, words, help, need }) => {
    const { db, now, me, ids } = context
    const stay = findStay(db, stayId)
    if (!stay) return refuse('no_such_stay')
    const written = { words, help, need }
    if (id === null) {
      const fresh = ids.uuid() as GoalId
      addGoal(db, { id: fresh, stayId, ...written, setAt: now, setBy: me.id })
      return ok({ id: fresh })
    }
    const found = findOpenGoal(db, id)
    if (!found.ok) return found
    if (found.value.its.id !== stayId) return refuse('no_such_goal')
    updateGoal(db, id, written)
    return ok({ id })
  },
  'goal.reached': (context, { id }) => {
    const found = findOpenGoal(context.db, id)
    if (!found.ok) return found
    updateGoal(context.db, id, { doneAt: context.now })
    return ok({ done: true })
  },
  'goal.drop': (context, { id, why }) => {
    const found = findOpenGoal(context.db, id)
    if (!found.ok) return found
    updateGoal(context.db, id, { letGo: why, letGoAt: context.now })
    return ok({ done: true })
  },
  'goal.createHandoff': createHandoffFromGoal,
}
