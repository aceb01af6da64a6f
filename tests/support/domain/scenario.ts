import { apply } from '#shared/domain/handoff/apply'
import { decide } from '#shared/domain/handoff/decide/decide'
import type { Handoff, HandoffState } from '#shared/domain/handoff/handoff'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import type { Instant } from '#shared/domain/core/moment'
import type { Outcome } from '#shared/domain/core/outcome'
import { DEFAULT_POLICY, type Standard } from '#shared/domain/policy/policy'
import { hasHandoffFollowedFallback } from '#shared/domain/handoff/decide/decide-ending'
import type { ContactProposal } from '#shared/domain/contact/proposal'
import type { Situation } from '#shared/domain/handoff/situation'
import { getHandoffState } from '#shared/domain/handoff/state'
import { decideCreation, type HandoffToCreate } from '#shared/domain/handoff/create'
import { findNextAction, listOpenTasks, type Task } from '#shared/domain/handoff/task'
import { proposeForHandoff } from '#shared/domain/handoff/due-tasks'
import { amira, clinic, EDMONTON, person, record, shelter, sol, T0, bo } from './people'
import { version } from './plans'

export const standard = (facts: Partial<Standard> = {}): Standard => ({ hours: 24, mode: 'committed', policyVersion: 1, ...facts })

export const situation = (facts: Partial<Situation> = {}): Situation => ({
  now: T0,
  zone: EDMONTON,
  by: amira,
  policy: DEFAULT_POLICY,
  plan: version(),
  plans: [facts.plan === undefined ? version() : facts.plan].filter((one) => one !== null),
  partnerHelps: false,
  sourceShare: 'in_house',
  partnerHelpsUntil: null,
  sourceShareUntil: null,
  interpreter: [],
  stoppedAt: null,
  supervisor: sol,
  ...facts,
})

/** Builds a referral that the clinic sends us. */
export const incoming = (facts: Partial<HandoffToCreate> = {}): HandoffToCreate => ({
  id: record,
  number: 7,
  direction: 'incoming',
  personId: person,
  source: { kind: 'partner', id: clinic },
  receiver: { kind: 'us' },
  helps: ['housing'],
  prompt: 'left_today',
  note: '',
  receivedAt: null,
  earlierBecause: '',
  standard: standard(),
  assignedTo: amira,
  mayTellSource: 'receipt_only',
  risks: [],
  repeatIntakeAvoided: false,
  numberReadBack: null,
  permissionGiven: false,
  ...facts,
})
/** Builds a referral from us to another shelter. */
export const outgoing = (facts: Partial<HandoffToCreate> = {}): HandoffToCreate =>
  incoming({
    direction: 'outgoing',
    source: { kind: 'staff', id: amira },
    receiver: { kind: 'partner', id: shelter },
    permissionGiven: true,
    ...facts,
  })
/** Builds a referral from worker to worker. */
export const internal = (facts: Partial<HandoffToCreate> = {}): HandoffToCreate =>
  incoming({
    direction: 'internal',
    source: { kind: 'staff', id: amira },
    receiver: { kind: 'staff', id: bo },
    permissionGiven: true,
    ...facts,
  })

/** One handoff as it goes on. `run` throws when the rules refuse; `asks` returns the answer and changes nothing. */
export interface Scenario {
  handoff: Handoff
  readonly events: HandoffEvent[]
  around: Situation
  readonly now: Instant
  readonly state: HandoffState
  readonly nextTask: Task | null
  readonly openTasks: readonly Task[]
  readonly proposal: ContactProposal
  readonly fallbackFollowed: boolean
  setTime(now: Instant): Scenario
  advance(ms: number): Scenario
  changeSituation(change: Partial<Situation>): Scenario
  asks(command: HandoffCommand): Outcome<readonly HandoffEvent[]>
  run(...commands: readonly HandoffCommand[]): Scenario
}

export function startScenario(facts: HandoffToCreate = incoming(), around: Partial<Situation> = {}): Scenario {
  const first = situation(around)
  const created = decideCreation(facts, first)
  if (!created.ok) throw new Error(`the story cannot begin: ${created.failure.reason}`)
  const scenario: Scenario = {
    handoff: created.value.handoff,
    events: [...created.value.events],
    around: first,
    get now() {
      return scenario.around.now
    },
    get state() {
      return getHandoffState(scenario.handoff, scenario.around.policy.gap)
    },
    get nextTask() {
      return findNextAction(scenario.handoff.tasks)
    },
    get openTasks() {
      return listOpenTasks(scenario.handoff.tasks)
    },
    get proposal() {
      return proposeForHandoff(scenario.handoff, scenario.around)
    },
    get fallbackFollowed() {
      return hasHandoffFollowedFallback(scenario.handoff, scenario.around)
    },
    setTime: (now) => scenario.changeSituation({ now }),
    advance: (ms) => scenario.changeSituation({ now: scenario.around.now + ms }),
    changeSituation(change) {
      const { plan } = change
      const plans = plan
        ? [...scenario.around.plans, { ...plan, writtenAt: Math.max(plan.writtenAt, scenario.around.now) }]
        : scenario.around.plans
      scenario.around = { ...scenario.around, plans, ...change }
      return scenario
    },
    // The office stores a stop with the person; in a scenario the person has one record, so it is that record's.
    asks: (command) =>
      decide(scenario.handoff, command, { ...scenario.around, stoppedAt: scenario.around.stoppedAt ?? scenario.handoff.stoppedAt }),
    run(...commands) {
      for (const command of commands) {
        const outcome = scenario.asks(command)
        if (!outcome.ok) throw new Error(`${command.kind} was refused: ${outcome.failure.reason}`)
        scenario.events.push(...outcome.value)
        scenario.handoff = outcome.value.reduce(apply, scenario.handoff)
      }
      return scenario
    },
  }
  return scenario
}
