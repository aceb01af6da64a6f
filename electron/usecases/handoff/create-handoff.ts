import type { z } from 'zod'
import type { handoffs } from '#shared/contract/handoff/handoff'
import { EMPTY_PLAN, getPlanVerificationState, type Verification } from '#shared/domain/contact/contact-plan'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { HandoffId, PersonId } from '#shared/domain/core/ids'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { partyRefusal, receiverRefusal } from '#shared/domain/partner/partner'
import { listChangedAnswers, NO_ANSWERS } from '#shared/domain/person/person-answers'
import { findStandard } from '#shared/domain/policy/policy'
import { applySourceRules } from '#shared/domain/policy/source-rules'
import { decideCreation } from '#shared/domain/handoff/create'
import { applyAnswersToPlan, findMissingAnswer, findMissingField, mergeFacts } from '#shared/domain/handoff/source-answers'
import type { ReadableDb } from '../../storage/core/db-types'
import { listFieldSettings } from '../../storage/settings/field-settings'
import { getNextHandoffNumber, saveHandoff } from '../../storage/handoff/handoffs'
import { findPartner, listPartnerStandards } from '../../storage/partner/partners'
import { addPerson, addPlanVersion, loadCurrentPlan, readPersonFacts, findPerson, savePersonFacts } from '../../storage/person/people'
import { loadPolicyAt } from '../../storage/policy/policies'
import type { UseCases, WriteContext } from '../../session/call-context'
import { workerRefusal, assigneeRefusal } from './assignability'
import { isWorker, replanUnderVersion } from './handoff'
import { loadSituation } from './situation'

type CreateHandoffCalls = Pick<typeof handoffs, 'handoff.create'>
type CreateHandoffInput = z.output<CreateHandoffCalls['handoff.create']['input']>

/** Checks that the ids from the form exist: the renderer must not invent a worker or a partner. */
function checkParty(db: ReadableDb, party: Handoff['source'], field: string): ReturnType<typeof refuse> | null {
  if (party.kind === 'partner') return findPartner(db, party.id) ? null : refuse('no_such_partner', { field })
  return party.kind !== 'staff' || isWorker(db, party.id) ? null : refuse('no_such_staff', { field })
}

/** Finds the existing person with the contact plan, or adds a new one whose first plan is what the source could say (H3, H7). */
function findOrAddPerson(context: WriteContext, input: CreateHandoffInput): Outcome<PersonId> {
  const { db, now, me, ids, audit } = context
  const receivedAt = input.receivedAt ?? now
  const planAnswers = applyAnswersToPlan(input.questions, input.sourceMayHelp)
  const verified: Verification | null = planAnswers.verified
    ? { at: Math.min(receivedAt, now), by: me.id, with: input.source.kind === 'partner' ? 'source' : 'her' }
    : null
  if (input.person.kind === 'new') {
    const id = ids.uuid() as PersonId
    const { name, alias } = input.person
    addPerson(db, { id, name, alias, facts: mergeFacts(input, NO_ANSWERS), plan: planAnswers.change(EMPTY_PLAN), verified, now, by: me.id })
    return ok(id)
  }
  const row = findPerson(db, input.person.id)
  const current = row && loadCurrentPlan(db, row.id)
  if (!row || !current) return refuse('no_such_person', { field: 'person' })
  const [before, facts] = [readPersonFacts(row), mergeFacts(input, readPersonFacts(row))]
  const changed = listChangedAnswers(before, facts)
  if (changed.length > 0) {
    savePersonFacts(db, row.id, facts)
    // The audit log records which fields changed, never their values (T2).
    audit({ facts: { fields: changed.join(' ') } })
  }
  const plan = planAnswers.change(current.plan)
  if (JSON.stringify(plan) !== JSON.stringify(current.plan) || (verified && getPlanVerificationState(current, now, false) !== 'verified')) {
    const { version } = addPlanVersion(db, row, plan, verified ?? current.verified, now, me.id)
    const planned = replanUnderVersion(context, row.id, version, verified?.with === 'her')
    if (!planned.ok) return planned
  }
  return ok(row.id)
}

/** Checks that no partner is retired, and that a "do not refer" is overridden only with a reason. */
function checkPartiesActive(db: ReadableDb, { source, receiver, despite = '' }: CreateHandoffInput): ReturnType<typeof refuse> | null {
  const from = source.kind === 'partner' ? findPartner(db, source.id) : null
  const to = receiver.kind === 'partner' ? findPartner(db, receiver.id) : null
  return (from && partyRefusal(from, 'source')) ?? (to && receiverRefusal(to, despite))
}

/** Keeps the reason for overriding only where the receiver has a "do not refer". */
const toDespite = (db: ReadableDb, { receiver, despite }: CreateHandoffInput): { readonly despite?: string } =>
  despite && receiver.kind === 'partner' && findPartner(db, receiver.id)?.doNotRefer ? { despite } : {}

export function createHandoff(context: WriteContext, input: CreateHandoffInput): Outcome<{ id: HandoffId; number: number }> {
  const { db, now, zone, me, ids } = context
  const assignedTo = input.assignedTo ?? me.id
  const invalid =
    checkParty(db, input.source, 'source') ??
    checkParty(db, input.receiver, 'receiver') ??
    (isWorker(db, assignedTo) ? null : refuse('no_such_staff', { field: 'assignedTo' })) ??
    checkPartiesActive(db, input)
  if (invalid) return invalid
  // These are asked while the source is on the line, so only for incoming handoffs (H7).
  const missing = input.direction === 'incoming' ? findMissingAnswer(input.questions, input.person.kind === 'existing') : null
  if (missing) return missing
  // What the data owner requires is asked for every direction.
  const known = input.person.kind === 'existing' ? findPerson(db, input.person.id) : null
  const empty = findMissingField(input, known ? readPersonFacts(known) : NO_ANSWERS, listFieldSettings(db))
  if (empty) return empty
  const person = findOrAddPerson(context, input)
  if (!person.ok) return person
  // The policy in force at receipt applies, not today's, together with the source's own rules at that time (C2).
  const policy = loadPolicyAt(db, input.receivedAt ?? now)
  const standards = input.source.kind === 'partner' ? listPartnerStandards(db, input.source.id) : []
  const standard = findStandard(input.receivedAt ?? now, standards, policy)
  const situation = loadSituation({ db, now, zone, by: me.id }, person.value, input.source, applySourceRules(policy, standard))
  const id = ids.uuid() as HandoffId
  const created = decideCreation(
    {
      id,
      number: getNextHandoffNumber(db),
      direction: input.direction,
      personId: person.value,
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
      ...toDespite(db, input),
    },
    situation,
  )
  if (!created.ok) return created
  const refusal =
    assigneeRefusal(db, null, created.value.handoff, 'assignedTo') ??
    (input.receiver.kind === 'staff' ? workerRefusal(db, person.value, input.receiver.id, 'receiver') : null)
  if (refusal) return refusal
  saveHandoff(db, { before: null, handoff: created.value.handoff, events: created.value.events, situation })
  return ok({ id, number: created.value.handoff.number })
}

export const createHandoffCalls: UseCases<CreateHandoffCalls> = { 'handoff.create': createHandoff }
