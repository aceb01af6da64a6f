import type { z } from 'zod'
import type { handoffs } from '#shared/contract/handoff'
import { EMPTY_PLAN, planStanding, type Verification } from '#shared/domain/contact-plan'
import type { Handoff } from '#shared/domain/handoff'
import type { HandoffId, PersonId } from '#shared/domain/ids'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { cannotBeParty, cannotReceive } from '#shared/domain/partner'
import { changedFacts, NO_FACTS } from '#shared/domain/person-facts'
import { standardAt } from '#shared/domain/policy'
import { policyFor } from '#shared/domain/source-rules'
import { start } from '#shared/domain/start'
import type { ReadableDb } from '../storage/database'
import { fieldSettings } from '../storage/fields'
import { nextNumber, saveHandoff } from '../storage/handoffs'
import { partnerRow, standardsOf } from '../storage/partners'
import { addPerson, addPlanVersion, currentPlan, factsOfHer, personRow, saveFacts } from '../storage/people'
import { policyAt } from '../storage/policies'
import type { UseCases, Writing } from './context'
import { cannotHave, givenAmiss } from './given'
import { isStaff, planChanged } from './handoff'
import { factsTold, missingAnswer, missingField, planFrom } from './intake'
import { situationOf } from './situation'

type Calls = Pick<typeof handoffs, 'handoff.create'>
type NewHandoff = z.output<Calls['handoff.create']['input']>

/** Ids that the form sends must be ours: the bridge is no place to invent a worker or a partner. */
function unknownParty(db: ReadableDb, party: Handoff['source'], field: string): ReturnType<typeof refuse> | null {
  if (party.kind === 'partner') return partnerRow(db, party.id) ? null : refuse('no_such_partner', { field })
  return party.kind !== 'staff' || isStaff(db, party.id) ? null : refuse('no_such_staff', { field })
}

/** H3: the existing person with her plan, or a new one whose first plan is what the source could say (H7). */
function personOf(context: Writing, input: NewHandoff): Outcome<PersonId> {
  const { db, now, me, ids, keep } = context
  const receivedAt = input.receivedAt ?? now
  const answered = planFrom(input.questions, input.sourceMayHelp)
  const verified: Verification | null = answered.verified
    ? { at: Math.min(receivedAt, now), by: me.id, with: input.source.kind === 'partner' ? 'source' : 'her' }
    : null
  if (input.person.kind === 'new') {
    const id = ids.uuid() as PersonId
    const { name, alias } = input.person
    addPerson(db, { id, name, alias, facts: factsTold(input, NO_FACTS), plan: answered.change(EMPTY_PLAN), verified, now, by: me.id })
    return ok(id)
  }
  const row = personRow(db, input.person.id)
  const current = row && currentPlan(db, row.id)
  if (!row || !current) return refuse('no_such_person', { field: 'person' })
  const [before, facts] = [factsOfHer(row), factsTold(input, factsOfHer(row))]
  const told = changedFacts(before, facts)
  if (told.length > 0) {
    saveFacts(db, row.id, facts)
    // T2: which of them, never to what.
    keep({ facts: { fields: told.join(' ') } })
  }
  const plan = answered.change(current.plan)
  if (JSON.stringify(plan) !== JSON.stringify(current.plan) || (verified && planStanding(current, now, false) !== 'verified')) {
    const { version } = addPlanVersion(db, row, plan, verified ?? current.verified, now, me.id)
    const planned = planChanged(context, row.id, version, verified?.with === 'her')
    if (!planned.ok) return planned
  }
  return ok(row.id)
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

export function create(context: Writing, input: NewHandoff): Outcome<{ id: HandoffId; number: number }> {
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
  const known = input.person.kind === 'existing' ? personRow(db, input.person.id) : null
  const empty = missingField(input, known ? factsOfHer(known) : NO_FACTS, fieldSettings(db))
  if (empty) return empty
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

export const referCalls: UseCases<Calls> = { 'handoff.create': create }
