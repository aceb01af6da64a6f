import type { z } from 'zod'
import type { PlanView } from '#shared/contract/person/contact-plan'
import type { records } from '#shared/contract/handoff/record'
import { listMissingParts } from '#shared/domain/handoff/confirmation'
import { calculateFallbackWindows } from '#shared/domain/contact/contact-clock'
import {
  chooseReachBy,
  listAllowedChannels,
  hasSafeWay,
  isSafeMoment,
  listMissingForVerification,
  findNextSafeStretch,
  getPlanVerificationState,
  getVerifiedUntil,
  applyRelayAgreement,
  type PlanVersion,
} from '#shared/domain/contact/contact-plan'
import { isRiskNoteDue } from '#shared/domain/handoff/deadline-risk'
import { listHandoffFallbackGaps } from '#shared/domain/handoff/decide/decide-ending'
import type { Handoff } from '#shared/domain/handoff/handoff'
import { ok, refuse } from '#shared/domain/core/outcome'
import { isLoopBackAllowed, handoffSourceRefusal, type Situation } from '#shared/domain/handoff/situation'
import {
  getContactDueAt,
  findFirstContactAt,
  listRunningAttempts,
  listValidAttempts,
  getShownDueAt,
  getHandoffState,
} from '#shared/domain/handoff/state'
import { isContactDueShown, isContactProposed } from '#shared/domain/handoff/state-questions'
import { compareByDueAt, listOpenTasks } from '#shared/domain/handoff/task'
import { hasReachedPerson, proposeForHandoff } from '#shared/domain/handoff/due-tasks'
import { isWrittenByWrongClock, listCountedTries } from '#shared/domain/contact/attempt'
import { listHandoffEvents } from '../../storage/handoff/handoffs'
import { replay } from '#shared/domain/handoff/apply'
import { isConfirmedInTime } from '../../storage/handoff/handoff-row'
import { loadNames, type StaffAndPartnerNames } from '../../storage/office/names'
import { loadPolicyForStandard } from '../../storage/policy/policies'
import { loadCurrentPlan, readPersonFacts, toPersonLabel, findPerson } from '../../storage/person/people'
import { getBreakGlassEnd, loadVisibility } from '../../storage/access/visibility'
import type { UseCases } from '../../session/call-context'
import { findRelayAgreement, loadSituation } from './situation'
import { createTimeline } from './timeline'
import { toUndoView } from './undo'

type RecordCalls = typeof records
type RecordView = z.input<RecordCalls['handoff.read']['output']>

/** Builds the view of the contact plan (P1, P3): rules first; no number, no address, no code word. */
export function toPlanView(
  { version, plan: writtenPlan, verified, writtenAt, writtenBy }: PlanVersion,
  now: number,
  zone: string,
  contact: boolean,
  names: StaffAndPartnerNames,
  agreement: string | null,
): PlanView {
  const { ways, codeWords, ...rules } = writtenPlan
  const plan = applyRelayAgreement(writtenPlan, agreement !== '')
  const whole: PlanVersion = { version, plan, verified, writtenAt, writtenBy }
  return {
    version,
    writtenAt,
    writtenBy: names.worker(writtenBy),
    state: getPlanVerificationState(whole, now, contact),
    verified: verified && { at: verified.at, byName: names.worker(verified.by), with: verified.with },
    holdsUntil: getVerifiedUntil(whole),
    hasCodeWords: Object.values(codeWords).some(Boolean),
    safeNow: isSafeMoment(plan, now, zone),
    nextSafe: findNextSafeStretch(plan, now, zone),
    hasSafeWay: hasSafeWay(plan),
    allowed: [...listAllowedChannels(plan)],
    missing: [...listMissingForVerification(plan)],
    ways: ways.map((way) => ({ ...way, safeFor: [...way.safeFor], value: null, hasValue: way.value !== null })),
    rules: structuredClone(rules) as PlanView['rules'],
    relayAgreement: agreement,
  }
}

function toRecordView(
  handoff: Handoff,
  situation: Situation,
  names: StaffAndPartnerNames,
): Omit<RecordView, 'label' | 'facts' | 'timeline' | 'plan' | 'reachBy' | 'restricted' | 'breakGlassUntil'> {
  const { policy, now } = situation
  const state = getHandoffState(handoff, policy.gap)
  const running = listRunningAttempts(handoff)
  const clockIs = isContactDueShown(state) ? 'contact' : 'action'
  const toNamed = (id: Handoff['assignedTo']) => ({ id, name: names.worker(id) })
  const { way, next_step: step, deadline_risks: risks } = handoff.parts
  const stop = handoffSourceRefusal(handoff, situation)
  const gaps = listHandoffFallbackGaps(handoff, situation)
  return {
    id: handoff.id,
    number: handoff.number,
    personId: handoff.personId,
    direction: handoff.direction,
    from: names.party(handoff.source),
    to: names.party(handoff.receiver),
    sourcePartner: handoff.source.kind === 'partner' ? handoff.source.id : null,
    helps: [...handoff.helps],
    prompt: handoff.prompt,
    note: handoff.note,
    receivedAt: handoff.receivedAt,
    clockFrom: handoff.clockFrom,
    dueAt: getContactDueAt(handoff),
    bounceDueAt: calculateFallbackWindows(handoff.clockFrom, handoff.standard, policy).bounceDueAt,
    standard: handoff.standard,
    clockAt: getShownDueAt(handoff, state),
    clockIs,
    assignedTo: toNamed(handoff.assignedTo),
    supporting: handoff.supporting.map(toNamed),
    mayTellSource: handoff.mayTellSource,
    permission: handoff.permission.kind,
    acceptance: handoff.acceptance,
    state,
    firstContactAt: findFirstContactAt(handoff),
    confirmedAt: handoff.confirmedAt,
    firstConfirmedAt: handoff.firstConfirmedAt,
    confirmedInTime: isConfirmedInTime(handoff),
    parts: {
      way: way && { at: way.at, by: names.worker(way.by) },
      next_step: step && {
        at: step.at,
        by: names.worker(step.by),
        kind: step.kind,
        what: step.what,
        date: step.date,
        waitLength: step.waitLength,
        herWords: step.herWords,
      },
      deadline_risks: risks && { at: risks.at, by: names.worker(risks.by), answer: risks.answer },
    },
    missing: [...listMissingParts(handoff.parts)],
    risks: handoff.risks.map((risk) => ({
      no: risk.no,
      kind: risk.kind,
      date: risk.date,
      what: risk.what,
      routedTo: risk.routedTo,
      acknowledged: risk.acknowledged && { at: risk.acknowledged.at, by: names.worker(risk.acknowledged.by) },
      waits: isRiskNoteDue(risk, now, policy, situation.zone),
    })),
    tries: listCountedTries(running, policy.gap).length,
    triesWanted: policy.tries.first + policy.tries.second,
    attemptsAt: running.map((attempt) => attempt.at),
    undo: toUndoView(handoff, situation),
    wrongClock: listValidAttempts(handoff)
      .filter((attempt) => isWrittenByWrongClock(attempt, now))
      .map(({ no, outcome, at }) => ({ no, outcome, at })),
    proposal: isContactProposed(state) ? toProposalView(handoff, situation) : null,
    fallbackFollowed: gaps.length === 0,
    fallbackGaps: [...gaps],
    stoppedAt: handoff.stoppedAt,
    loopBack: toLoopBackView(handoff),
    loopBackAllowed: isLoopBackAllowed(handoff, situation) && stop === null,
    sourceStop: stop,
    tasks: [...listOpenTasks(handoff.tasks)].sort(compareByDueAt).map(({ no, kind, owner, dueAt, until, waitsOn, what, byHand }) => ({
      no,
      kind,
      ownerId: owner,
      ownerName: names.worker(owner),
      dueAt,
      until,
      waitsOn,
      what,
      byHand,
    })),
    bounces: handoff.bounces.map((bounce) => ({ ...bounce, owner: names.worker(bounce.owner), by: names.worker(bounce.by) })),
    closed: handoff.closed && { ...handoff.closed, by: names.worker(handoff.closed.by) },
    enteredInError: handoff.enteredInError,
  }
}

/** C5: a question that ended without an answer stands in the history alone; the source may be asked anew. */
const toLoopBackView = ({ loopBack }: Handoff): RecordView['loopBack'] =>
  loopBack === null || loopBack.endedAt !== undefined
    ? null
    : { askedAt: loopBack.askedAt, answerDueAt: loopBack.answerDueAt, answer: loopBack.answer }

function toProposalView(handoff: Handoff, situation: Situation): RecordView['proposal'] {
  const proposal = proposeForHandoff(handoff, situation)
  return proposal.kind === 'slot' ? { ...proposal, because: [...proposal.because] } : proposal
}

export const recordCalls: UseCases<Omit<RecordCalls, 'handoff.findUndo'>> = {
  'handoff.read': ({ db, now, zone, me }, { id }) => {
    const events = listHandoffEvents(db, id)
    const handoff = replay(events)
    const person = handoff && findPerson(db, handoff.personId)
    if (!handoff || !person) return refuse('no_such_handoff')
    const policy = loadPolicyForStandard(db, handoff.standard)
    const situation = loadSituation({ db, now, zone, by: me.id }, handoff.personId, handoff.source, policy)
    const names = loadNames(db)
    const currentVersion = loadCurrentPlan(db, handoff.personId)
    return ok({
      ...toRecordView(handoff, situation, names),
      label: toPersonLabel(person),
      facts: readPersonFacts(person),
      restricted: loadVisibility(db, person.id).restricted,
      breakGlassUntil: getBreakGlassEnd(db, me, person.id, now),
      timeline: createTimeline(events, handoff, names),
      reachBy: chooseReachBy(situation.plan, now, hasReachedPerson(handoff)),
      plan:
        currentVersion && toPlanView(currentVersion, now, zone, hasReachedPerson(handoff), names, findRelayAgreement(db, currentVersion)),
    })
  },
  'person.name': ({ db }, { personId }) => {
    const person = findPerson(db, personId)
    return person ? ok({ name: person.name, alias: person.alias }) : refuse('no_such_person')
  },
}
