import type { z } from 'zod'
import type { PlanView } from '#shared/contract/plan'
import type { records } from '#shared/contract/record'
import { missingParts } from '#shared/domain/confirmation'
import { fallbackWindows } from '#shared/domain/contact-clock'
import {
  allowedChannels,
  hasSafeWay,
  isSafeMoment,
  missingForVerification,
  nextSafeStretch,
  planStanding,
  verifiedUntil,
  withRelayOf,
  type PlanVersion,
} from '#shared/domain/contact-plan'
import { waitsForNote } from '#shared/domain/deadline-risk'
import { mayWithdraw } from '#shared/domain/decide-contact'
import { fallbackWasFollowed } from '#shared/domain/decide-ending'
import type { Handoff } from '#shared/domain/handoff'
import { ok, refuse } from '#shared/domain/outcome'
import { loopBackAllowed, sourceStop, type Situation } from '#shared/domain/situation'
import { contactDueAt, firstContactAt, isContacting, runningAttempts, shownClock, stateOf } from '#shared/domain/standing'
import { bySoonest, openTasks } from '#shared/domain/task'
import { contactMade, proposalFor } from '#shared/domain/tasks-due'
import { countedTries } from '#shared/domain/attempt'
import { eventsOf } from '../storage/handoffs'
import { replay } from '#shared/domain/apply'
import { wasConfirmedInTime } from '../storage/handoff-row'
import { namesIn, type Names } from '../storage/names'
import { policyUnder } from '../storage/policies'
import { currentPlan, factsOfHer, labelOf, personRow } from '../storage/people'
import { glassUntil, sightOf } from '../storage/sight'
import { strikerFor } from '../storage/story'
import type { UseCases } from './context'
import { relayAgreement, situationOf } from './situation'
import { struckRecord } from './struck'
import { timelineOf } from './timeline'

type Calls = typeof records
type View = z.input<Calls['handoff.read']['output']>

/** P1, P3: rules first; no number, no address, no code word. */
export function planViewOf(
  { version, plan: written, verified, writtenAt, writtenBy }: PlanVersion,
  now: number,
  zone: string,
  contact: boolean,
  names: Names,
  agreement: string | null,
): PlanView {
  const { ways, codeWords, ...rules } = written
  const plan = withRelayOf(written, agreement !== '')
  const whole: PlanVersion = { version, plan, verified, writtenAt, writtenBy }
  return {
    version,
    writtenAt,
    writtenBy: names.worker(writtenBy),
    standing: planStanding(whole, now, contact),
    verified: verified && { at: verified.at, byName: names.worker(verified.by), with: verified.with },
    holdsUntil: verifiedUntil(whole),
    hasCodeWords: Object.values(codeWords).some(Boolean),
    safeNow: isSafeMoment(plan, now, zone),
    nextSafe: nextSafeStretch(plan, now, zone),
    hasSafeWay: hasSafeWay(plan),
    allowed: [...allowedChannels(plan)],
    missing: [...missingForVerification(plan)],
    ways: ways.map((way) => ({ ...way, safeFor: [...way.safeFor], value: null, hasValue: way.value !== null })),
    rules: structuredClone(rules) as PlanView['rules'],
    relayAgreement: agreement,
  }
}

function recordOf(
  handoff: Handoff,
  situation: Situation,
  names: Names,
): Omit<View, 'label' | 'facts' | 'timeline' | 'plan' | 'restricted' | 'glassUntil'> {
  const { policy, now } = situation
  const state = stateOf(handoff, policy.gap)
  const running = runningAttempts(handoff)
  const clockIs =
    state.kind === 'contact_due' || state.kind === 'attempting' || state.kind === 'reached_not_confirmed' ? 'contact' : 'action'
  const named = (id: Handoff['assignedTo']) => ({ id, name: names.worker(id) })
  const { way, next_step: step, deadline_risks: risks } = handoff.parts
  const stop = sourceStop(handoff, situation)
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
    dueAt: contactDueAt(handoff),
    bounceDueAt: fallbackWindows(handoff.clockFrom, handoff.standard, policy).bounceDueAt,
    standard: handoff.standard,
    clockAt: shownClock(handoff, state),
    clockIs,
    assignedTo: named(handoff.assignedTo),
    supporting: handoff.supporting.map(named),
    mayTellSource: handoff.mayTellSource,
    permission: handoff.permission.kind,
    acceptance: handoff.acceptance,
    state,
    firstContactAt: firstContactAt(handoff),
    confirmedAt: handoff.confirmedAt,
    firstConfirmedAt: handoff.firstConfirmedAt,
    confirmedInTime: wasConfirmedInTime(handoff),
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
    missing: [...missingParts(handoff.parts)],
    risks: handoff.risks.map((risk) => ({
      no: risk.no,
      kind: risk.kind,
      date: risk.date,
      what: risk.what,
      routedTo: risk.routedTo,
      acknowledged: risk.acknowledged && { at: risk.acknowledged.at, by: names.worker(risk.acknowledged.by) },
      waits: waitsForNote(risk, now, policy, situation.zone),
    })),
    tries: countedTries(running, policy.gap).length,
    triesWanted: policy.tries.first + policy.tries.second,
    attemptsAt: running.map((attempt) => attempt.at),
    mayWithdraw: mayWithdraw(handoff, now)?.no ?? null,
    proposal: isContacting(state) ? plainProposal(handoff, situation) : null,
    fallbackFollowed: fallbackWasFollowed(handoff, situation),
    stoppedAt: handoff.stoppedAt,
    loopBack: handoff.loopBack && {
      askedAt: handoff.loopBack.askedAt,
      answerDueAt: handoff.loopBack.answerDueAt,
      answer: handoff.loopBack.answer,
    },
    loopBackAllowed: loopBackAllowed(handoff, situation) && stop === null,
    sourceStop: stop,
    tasks: [...openTasks(handoff.tasks)].sort(bySoonest).map(({ no, kind, owner, dueAt, until, waitsOn, what, byHand }) => ({
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

function plainProposal(handoff: Handoff, situation: Situation): View['proposal'] {
  const proposal = proposalFor(handoff, situation)
  return proposal.kind === 'slot' ? { ...proposal, because: [...proposal.because] } : proposal
}

export const recordCalls: UseCases<Calls> = {
  'handoff.read': ({ db, now, zone, me }, { id }) => {
    const events = eventsOf(db, id)
    const handoff = replay(events)
    const her = handoff && personRow(db, handoff.personId)
    if (!handoff || !her) return refuse('no_such_handoff')
    const policy = policyUnder(db, handoff.standard)
    const situation = situationOf({ db, now, zone, by: me.id }, handoff.personId, handoff.source, policy)
    const names = namesIn(db)
    const current = currentPlan(db, handoff.personId)
    const view: View = {
      ...recordOf(handoff, situation, names),
      label: labelOf(her),
      facts: factsOfHer(her),
      restricted: sightOf(db, her.id).restricted,
      glassUntil: glassUntil(db, me, her.id, now),
      timeline: timelineOf(events, handoff, names),
      plan: current && planViewOf(current, now, zone, contactMade(handoff), names, relayAgreement(db, current)),
    }
    return ok(struckRecord(view, strikerFor(db, her.id, null)))
  },
  'person.name': ({ db }, { personId }) => {
    const her = personRow(db, personId)
    return her ? ok({ name: her.name, alias: her.alias }) : refuse('no_such_person')
  },
}
