import fc from 'fast-check'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { PlanVersion } from '#shared/domain/contact/contact-plan'
import { HOUR } from '#shared/domain/core/moment'
import type { Policy } from '#shared/domain/policy/policy'
import type { Stretch } from '#shared/domain/contact/safe-hours'
import { SHARING_STATES } from '#shared/domain/release/sharing'
import { DIRECTIONS, STANDARD_MODES } from '#shared/domain/core/vocabulary'
import { ANY_COMMAND, usualCommand, type MakeCommand } from './command-arbitrary'
import { moment, pause, planVersion, zone } from './arbitrary'
import { startScenario, incoming, internal, outgoing, standard, type Scenario } from './scenario'

/**
 * A pause, then a command, a new version of the plan, a policy of another version, or interpreter bookings and cancellations; times are
 * relative to that moment.
 */
export type ScenarioStep = { readonly pause: number } & (
  | { readonly makeCommand: MakeCommand }
  | { readonly plan: PlanVersion }
  | { readonly policy: Partial<Policy> }
  | { readonly booked: readonly Stretch[] }
)
const policy: fc.Arbitrary<Partial<Policy>> = fc.record({
  gap: fc.constantFrom(HOUR, 2 * HOUR, 5 * HOUR),
  tries: fc.constantFrom({ first: 1, second: 0 }, { first: 2, second: 1 }, { first: 3, second: 3 }),
  secondWindow: fc.constantFrom(6 * HOUR, 24 * HOUR, 72 * HOUR),
})
const booked: fc.Arbitrary<readonly Stretch[]> = fc.array(
  fc
    .record({ ahead: fc.integer({ min: -HOUR, max: 60 * HOUR }), length: fc.constantFrom(1, HOUR, 5 * HOUR) })
    .map(({ ahead: from, length }) => ({ from, until: from + length })),
  { maxLength: 3 },
)
const scenarioStep: fc.Arbitrary<ScenarioStep> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ pause, makeCommand: usualCommand }) },
  { weight: 5, arbitrary: fc.record({ pause, makeCommand: fc.oneof(...ANY_COMMAND) }) },
  { weight: 1, arbitrary: moment.chain((at) => fc.record({ pause, plan: planVersion(at) })) },
  { weight: 1, arbitrary: fc.record({ pause, policy }) },
  { weight: 1, arbitrary: fc.record({ pause, booked }) },
)

/** A handoff of any kind, in any zone, with any plan, and the steps that follow. */
export const randomScenario = moment.chain((now) =>
  fc.record({
    now: fc.constant(now),
    zone,
    plan: fc.option(planVersion(now), { freq: 6 }),
    partnerHelps: fc.boolean(),
    sourceShare: fc.constantFrom(...SHARING_STATES),
    direction: fc.constantFrom('incoming', ...DIRECTIONS),
    permissionGiven: fc.boolean(),
    hours: fc.constantFrom(24, 48, 3),
    mode: fc.constantFrom(...STANDARD_MODES),
    ago: fc.constantFrom(0, HOUR, 20 * HOUR, 100 * HOUR),
    steps: fc.array(scenarioStep, { maxLength: 24, size: 'max' }),
  }),
)
export type RandomScenario = typeof randomScenario extends fc.Arbitrary<infer T> ? T : never

export function startRandomScenario({
  now,
  zone: inZone,
  plan,
  partnerHelps,
  sourceShare,
  direction,
  permissionGiven,
  hours,
  mode,
  ago: back,
}: RandomScenario): Scenario {
  const facts = { permissionGiven, receivedAt: now - back, earlierBecause: 'found on the desk', standard: standard({ hours, mode }) }
  const kinds = { incoming, outgoing, internal } as const
  return startScenario(kinds[direction](facts), { now, zone: inZone, plan, partnerHelps, sourceShare })
}

/** Runs a step if the rules allow it, and returns whether they did. A changed plan is verified as it says. */
export function runScenarioStep(scenario: Scenario, step: ScenarioStep): boolean {
  scenario.advance(step.pause)
  if ('plan' in step) {
    const verified = step.plan.verified && { ...step.plan.verified, at: scenario.now }
    scenario.changeSituation({ plan: { ...step.plan, writtenAt: scenario.now, verified } })
  }
  if ('policy' in step) scenario.changeSituation({ policy: { ...scenario.around.policy, ...step.policy } })
  if ('booked' in step)
    scenario.changeSituation({
      interpreter: step.booked.map(({ from, until }) => ({ from: scenario.now + from, until: scenario.now + until })),
    })
  const command: HandoffCommand =
    'policy' in step
      ? { kind: 'look_again' }
      : 'booked' in step
        ? { kind: 'book_interpreter', from: scenario.now, until: scenario.now + HOUR }
        : 'plan' in step
          ? { kind: 'change_plan', version: step.plan.version, verified: step.plan.verified !== null }
          : step.makeCommand(scenario)
  if (!scenario.asks(command).ok) return false
  scenario.run(command)
  return true
}
