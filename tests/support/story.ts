import { apply } from '#shared/domain/apply'
import { decide } from '#shared/domain/decide'
import type { Handoff, State } from '#shared/domain/handoff'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import type { HandoffEvent } from '#shared/domain/handoff-event'
import type { Instant } from '#shared/domain/moment'
import type { Outcome } from '#shared/domain/outcome'
import { DEFAULT_POLICY, type Standard } from '#shared/domain/policy'
import { fallbackWasFollowed } from '#shared/domain/decide-ending'
import type { Proposal } from '#shared/domain/proposal'
import type { Situation } from '#shared/domain/situation'
import { stateOf } from '#shared/domain/standing'
import { start, type Start } from '#shared/domain/start'
import { nextActionOf, openTasks, type Task } from '#shared/domain/task'
import { proposalFor } from '#shared/domain/tasks-due'
import { amira, clinic, EDMONTON, person, record, shelter, sol, T0, bo } from './people'
import { version } from './plans'

export const standard = (facts: Partial<Standard> = {}): Standard => ({ hours: 24, mode: 'committed', policyVersion: 1, ...facts })

export const situation = (facts: Partial<Situation> = {}): Situation => ({
  now: T0,
  zone: EDMONTON,
  by: amira,
  policy: DEFAULT_POLICY,
  plan: version(),
  partnerHelps: false,
  sourceShare: 'in_house',
  partnerHelpsUntil: null,
  interpreter: [],
  stoppedAt: null,
  supervisor: sol,
  ...facts,
})

/** A referral that the clinic sends us. */
export const incoming = (facts: Partial<Start> = {}): Start => ({
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
/** We pass her on to another shelter. */
export const outgoing = (facts: Partial<Start> = {}): Start =>
  incoming({
    direction: 'outgoing',
    source: { kind: 'staff', id: amira },
    receiver: { kind: 'partner', id: shelter },
    permissionGiven: true,
    ...facts,
  })
/** From worker to worker. */
export const internal = (facts: Partial<Start> = {}): Start =>
  incoming({
    direction: 'internal',
    source: { kind: 'staff', id: amira },
    receiver: { kind: 'staff', id: bo },
    permissionGiven: true,
    ...facts,
  })

/** One handoff as it goes on. `does` throws when the rules refuse, `asks` hands the answer back and changes nothing. */
export interface Story {
  handoff: Handoff
  readonly events: HandoffEvent[]
  around: Situation
  readonly now: Instant
  readonly state: State
  readonly next: Task | null
  readonly open: readonly Task[]
  readonly proposal: Proposal
  readonly fallbackFollowed: boolean
  at(now: Instant): Story
  after(ms: number): Story
  with(change: Partial<Situation>): Story
  asks(command: HandoffCommand): Outcome<readonly HandoffEvent[]>
  does(...commands: readonly HandoffCommand[]): Story
}

export function begin(facts: Start = incoming(), around: Partial<Situation> = {}): Story {
  const first = situation(around)
  const begun = start(facts, first)
  if (!begun.ok) throw new Error(`the story cannot begin: ${begun.failure.reason}`)
  const story: Story = {
    handoff: begun.value.handoff,
    events: [...begun.value.events],
    around: first,
    get now() {
      return story.around.now
    },
    get state() {
      return stateOf(story.handoff, story.around.policy.gap)
    },
    get next() {
      return nextActionOf(story.handoff.tasks)
    },
    get open() {
      return openTasks(story.handoff.tasks)
    },
    get proposal() {
      return proposalFor(story.handoff, story.around)
    },
    get fallbackFollowed() {
      return fallbackWasFollowed(story.handoff, story.around)
    },
    at: (now) => story.with({ now }),
    after: (ms) => story.with({ now: story.around.now + ms }),
    with(change) {
      story.around = { ...story.around, ...change }
      return story
    },
    // The office keeps a stop with the person; in a story she has one record, so it is that record's.
    asks: (command) => decide(story.handoff, command, { ...story.around, stoppedAt: story.around.stoppedAt ?? story.handoff.stoppedAt }),
    does(...commands) {
      for (const command of commands) {
        const outcome = story.asks(command)
        if (!outcome.ok) throw new Error(`${command.kind} was refused: ${outcome.failure.reason}`)
        story.events.push(...outcome.value)
        story.handoff = outcome.value.reduce(apply, story.handoff)
      }
      return story
    },
  }
  return story
}
