import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { handoffs } from '#shared/contract/handoff'
import { apply } from '#shared/domain/apply'
import { EMPTY_PLAN, planStanding, type Verification } from '#shared/domain/contact-plan'
import { decide } from '#shared/domain/decide'
import { unansweredFields } from '#shared/domain/fields'
import type { Handoff } from '#shared/domain/handoff'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import type { AuditKind } from '#shared/domain/audit'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/ids'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { cannotBeParty, cannotReceive } from '#shared/domain/partner'
import { standardAt } from '#shared/domain/policy'
import { policyFor } from '#shared/domain/source-rules'
import { start } from '#shared/domain/start'
import { stateOf } from '#shared/domain/standing'
import { contactMade } from '#shared/domain/tasks-due'
import { fieldSettings } from '../storage/fields'
import { loadHandoff, nextNumber, saveHandoff } from '../storage/handoffs'
import { policyAt, policyUnder } from '../storage/policies'
import { addPerson, addPlanVersion, currentPlan, personRow } from '../storage/people'
import { partnerRow, standardsOf } from '../storage/partners'
import { changeReason } from '../storage/reasons'
import { bounceReason, handoff, person } from '../storage/schema'
import { staffRow } from '../storage/staff'
import type { ReadableDb } from '../storage/database'
import type { UseCases, Writing } from './context'
import { missingAnswer, planFrom } from './intake'
import { cannotHave, givenAmiss } from './given'
import { situationOf } from './situation'

type Calls = typeof handoffs
type NewHandoff = z.output<Calls['handoff.create']['input']>
type CommandInput = z.output<Calls['handoff.do']['input']>['command']

const isStaff = (db: ReadableDb, id: StaffId): boolean => staffRow(db, id) !== null

/** Ids that the form sends must be ours: the bridge is no place to invent a worker or a partner. */
function unknownParty(db: ReadableDb, party: Handoff['source'], field: string): ReturnType<typeof refuse> | null {
  if (party.kind === 'partner') return partnerRow(db, party.id) ? null : refuse('no_such_partner', { field })
  return party.kind !== 'staff' || isStaff(db, party.id) ? null : refuse('no_such_staff', { field })
}

/** H3: the existing person with her plan, or a new one whose first plan is what the source could say (H7). */
function personOf(context: Writing, input: NewHandoff): Outcome<PersonId> {
  const { db, now, me, ids } = context
  const receivedAt = input.receivedAt ?? now
  const answered = planFrom(input.questions, input.sourceMayHelp)
  const verified: Verification | null = answered.verified
    ? { at: Math.min(receivedAt, now), by: me.id, with: input.source.kind === 'partner' ? 'source' : 'her' }
    : null
  if (input.person.kind === 'new') {
    const id = ids.uuid() as PersonId
    addPerson(db, { id, name: input.person.name, alias: input.person.alias, plan: answered.change(EMPTY_PLAN), verified, now, by: me.id })
    return ok(id)
  }
  const row = personRow(db, input.person.id)
  const current = row && currentPlan(db, row.id)
  if (!row || !current) return refuse('no_such_person', { field: 'person' })
  const plan = answered.change(current.plan)
  if (JSON.stringify(plan) !== JSON.stringify(current.plan) || (verified && planStanding(current, now, false) !== 'verified')) {
    const { version } = addPlanVersion(db, row, plan, verified ?? current.verified, now, me.id)
    const planned = planChanged(context, row.id, version, verified?.with === 'her')
    if (!planned.ok) return planned
  }
  return ok(row.id)
}

/** P5, P4: every open handoff of hers is planned anew under a new version; only she ends a stop. */
export function planChanged(context: Writing, personId: PersonId, version: number, verifiedWithHer: boolean): Outcome<null> {
  const { db } = context
  if (verifiedWithHer) db.update(person).set({ stoppedAt: null }).where(eq(person.id, personId)).run()
  for (const { id } of db
    .select({ id: handoff.id })
    .from(handoff)
    .where(and(eq(handoff.personId, personId), isNull(handoff.endedAt)))
    .all()) {
    const changed = carryOut(context, id, { kind: 'change_plan', version, verified: verifiedWithHer })
    if (!changed.ok) return changed
  }
  return ok(null)
}

/** Nobody is referred from or to whoever is retired, nor, without words why, where nobody is to be referred. */
function partyAmiss(db: ReadableDb, { source, receiver, despite = '' }: NewHandoff): ReturnType<typeof refuse> | null {
  const from = source.kind === 'partner' ? partnerRow(db, source.id) : null
  const to = receiver.kind === 'partner' ? partnerRow(db, receiver.id) : null
  return (from && cannotBeParty(from, 'source')) ?? (to && cannotReceive(to, despite))
}

/** Words why all the same are kept only where something stands against the receiver. */
const despiteOf = (db: ReadableDb, { receiver, despite }: NewHandoff): { readonly despite?: string } =>
  despite && receiver.kind === 'partner' && partnerRow(db, receiver.id)?.doNotRefer ? { despite } : {}

function create(context: Writing, input: NewHandoff): Outcome<{ id: HandoffId; number: number }> {
  const { db, now, zone, me, ids } = context
  const assignedTo = input.assignedTo ?? me.id
  const wrong =
    unknownParty(db, input.source, 'source') ??
    unknownParty(db, input.receiver, 'receiver') ??
    (isStaff(db, assignedTo) ? null : refuse('no_such_staff', { field: 'assignedTo' })) ??
    partyAmiss(db, input)
  if (wrong) return wrong
  // H7: asked while the source is on the line, so only where somebody hands her to us.
  const missing = input.direction === 'incoming' ? missingAnswer(input.questions, input.person.kind === 'existing') : null
  if (missing) return missing
  // What the data owner asks for is asked whichever way she goes.
  const [empty] = unansweredFields('intake', fieldSettings(db), { note: input.note })
  if (empty) return refuse('field_required', { field: empty })
  const her = personOf(context, input)
  if (!her.ok) return her
  // C2: the policy in force at receipt, not now; and what the source had of its own then.
  const policy = policyAt(db, input.receivedAt ?? now)
  const own = input.source.kind === 'partner' ? standardsOf(db, input.source.id) : []
  const standard = standardAt(input.receivedAt ?? now, own, policy)
  const situation = situationOf({ db, now, zone, by: me.id }, her.value, input.source, policyFor(policy, standard))
  const id = ids.uuid() as HandoffId
  const begun = start(
    {
      id,
      number: nextNumber(db),
      direction: input.direction,
      personId: her.value,
      source: input.source,
      receiver: input.receiver,
      helps: [...new Set(input.helps)],
      prompt: input.prompt,
      note: input.note,
      receivedAt: input.receivedAt,
      earlierBecause: input.earlierBecause,
      standard,
      assignedTo,
      mayTellSource: input.mayTellSource,
      risks: input.risks,
      repeatIntakeAvoided: input.person.kind === 'existing',
      numberReadBack: input.questions.number?.kind === 'known' ? input.questions.number.readBack : null,
      permissionGiven: input.permissionGiven,
      ...despiteOf(db, input),
    },
    situation,
  )
  if (!begun.ok) return begun
  const amiss =
    givenAmiss(db, null, begun.value.handoff, 'assignedTo') ??
    (input.receiver.kind === 'staff' ? cannotHave(db, her.value, input.receiver.id, 'receiver') : null)
  if (amiss) return amiss
  saveHandoff(db, { before: null, handoff: begun.value.handoff, events: begun.value.events, situation })
  return ok({ id, number: begun.value.handoff.number })
}

/** The side of a bounce comes from the list (B1), and workers who are named must exist. */
function commandOf(db: ReadableDb, input: CommandInput): Outcome<HandoffCommand> {
  if (input.kind === 'record_bounce') {
    const reason = db.select().from(bounceReason).where(eq(bounceReason.code, input.reason)).get()
    if (!reason) return refuse('unknown_reason', { field: 'reason' })
    if (reason.retired) return refuse('retired_reason', { field: 'reason' })
    return isStaff(db, input.owner) ? ok({ ...input, side: reason.side }) : refuse('owner_needed', { field: 'owner' })
  }
  if (input.kind === 'assign' && !isStaff(db, input.to)) return refuse('no_such_staff', { field: 'to' })
  if (input.kind === 'move_task' && !isStaff(db, input.owner)) return refuse('owner_needed', { field: 'owner' })
  if (input.kind === 'record_acceptance' && input.worker !== null && !isStaff(db, input.worker))
    return refuse('no_such_staff', { field: 'worker' })
  return ok(input)
}

/** Which field of a command names somebody. */
const OWNER_FIELD: Readonly<Partial<Record<HandoffCommand['kind'], string>>> = {
  assign: 'to',
  move_task: 'owner',
  record_bounce: 'owner',
  record_acceptance: 'worker',
}

/** Load, decide, save: in the router's transaction. Answers the handoff before and after. */
export function carryOut(
  { db, now, zone, me }: Writing,
  id: HandoffId,
  command: HandoffCommand,
): Outcome<{ before: Handoff; after: Handoff; gap: number }> {
  const before = loadHandoff(db, id)
  if (!before) return refuse('no_such_handoff')
  const situation = situationOf(
    { db, now, zone, by: me.id },
    'personId' in command ? command.personId : before.personId,
    before.source,
    policyUnder(db, before.standard),
  )
  // H4, I3: whoever it was assigned to may have left, or see her no more, since it was closed.
  const takenOver = command.kind === 'reopen' && cannotHave(db, before.personId, before.assignedTo) !== null
  const decided = decide(before, takenOver ? { ...command, takenBy: me.id } : command, situation)
  if (!decided.ok) return decided
  const after = decided.value.reduce(apply, before)
  const amiss = givenAmiss(db, before, after, OWNER_FIELD[command.kind])
  if (amiss) return amiss
  saveHandoff(db, { before, handoff: after, events: decided.value, situation })
  return ok({ before, after, gap: situation.policy.gap })
}

/** P4: "not safe" is hers, not a record's: nobody calls her about another referral either. */
function stopEverywhere(context: Writing, { id, personId }: Handoff): void {
  const { db, now } = context
  db.update(person).set({ stoppedAt: now }).where(eq(person.id, personId)).run()
  const others = db
    .select({ id: handoff.id })
    .from(handoff)
    .where(and(eq(handoff.personId, personId), eq(handoff.direction, 'incoming'), eq(handoff.stopped, false), isNull(handoff.endedAt)))
    .all()
  for (const other of others) if (other.id !== id) carryOut(context, other.id, { kind: 'stop' })
}

/** T1, T2: what the audit trail calls it; an override is on the director's list (P1). */
function kindOf(command: HandoffCommand): AuditKind {
  if (command.kind === 'log_attempt' && command.override) return 'override'
  return command.kind === 'correct_received' ||
    command.kind === 'correct_risk' ||
    command.kind === 'withdraw_attempt' ||
    command.kind === 'mark_error'
    ? 'corrected'
    : 'acted'
}

export const handoffCalls: UseCases<Omit<Calls, 'handoff.similar'>> = {
  'handoff.create': create,
  'handoff.do': (context, { id, command: input }) => {
    const command = commandOf(context.db, input)
    if (!command.ok) return command
    context.keep({ kind: kindOf(command.value), facts: { command: command.value.kind } })
    const done = carryOut(context, id, command.value)
    // B1: from now on its side is settled.
    if (done.ok && command.value.kind === 'record_bounce') changeReason(context.db, command.value.reason, { used: true })
    if (done.ok && done.value.after.stoppedAt !== null && done.value.before.stoppedAt === null) stopEverywhere(context, done.value.after)
    return done.ok ? ok({ number: done.value.after.number, state: stateOf(done.value.after, done.value.gap) }) : done
  },
  'contact.show': (context, { id, wayId, channel, safeCheck, override }) => {
    const shown = carryOut(context, id, { kind: 'show_number', wayId, channel, safeCheck, override })
    if (!shown.ok) return shown
    context.keep({ ...(override === null ? {} : { kind: 'override' }), facts: { channel } })
    const version = currentPlan(context.db, shown.value.after.personId)
    const way = version?.plan.ways.find((one) => one.id === wayId)
    if (!version || !way || way.value === null) return refuse('no_such_way')
    // P2: not verified, expired, or she was not sure: a neutral check and no more.
    const neutralOnly = safeCheck === 'not_sure' || planStanding(version, context.now, contactMade(shown.value.after)) !== 'verified'
    return ok({ value: way.value, hideOurNumber: way.hideOurNumber, rejectsHiddenNumbers: way.rejectsHiddenNumbers, neutralOnly })
  },
}
