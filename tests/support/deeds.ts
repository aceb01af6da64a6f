import fc from 'fast-check'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import type { PlanVersion } from '#shared/domain/contact-plan'
import { HOUR } from '#shared/domain/moment'
import type { Policy } from '#shared/domain/policy'
import type { Stretch } from '#shared/domain/safe-hours'
import { SHARE_STANDINGS } from '#shared/domain/sharing'
import { DIRECTIONS, STANDARD_MODES } from '#shared/domain/vocabulary'
import { ASKS, usual, type Ask } from './asks'
import { moment, pause, planVersion, zone } from './arbitrary'
import { begin, incoming, internal, outgoing, standard, type Story } from './story'

/**
 * A while passes, then somebody asks something, or writes a new version of her plan; a policy of another version comes
 * into force, or interpreters are booked and called off: times told from that moment.
 */
export type Deed = { readonly pause: number } & (
  | { readonly ask: Ask }
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
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ pause, ask: usual }) },
  { weight: 5, arbitrary: fc.record({ pause, ask: fc.oneof(...ASKS) }) },
  { weight: 1, arbitrary: moment.chain((at) => fc.record({ pause, plan: planVersion(at) })) },
  { weight: 1, arbitrary: fc.record({ pause, policy }) },
  { weight: 1, arbitrary: fc.record({ pause, booked }) },
)

/** A handoff of any kind, in any zone, with any plan, and what is then asked of it. */
export const life = moment.chain((now) =>
  fc.record({
    now: fc.constant(now),
    zone,
    plan: fc.option(planVersion(now), { freq: 6 }),
    partnerHelps: fc.boolean(),
    sourceShare: fc.constantFrom(...SHARE_STANDINGS),
    direction: fc.constantFrom('incoming', ...DIRECTIONS),
    permissionGiven: fc.boolean(),
    hours: fc.constantFrom(24, 48, 3),
    mode: fc.constantFrom(...STANDARD_MODES),
    ago: fc.constantFrom(0, HOUR, 20 * HOUR, 100 * HOUR),
    deeds: fc.array(deed, { maxLength: 24, size: 'max' }),
  }),
)
export type Life = typeof life extends fc.Arbitrary<infer T> ? T : never

export function beginLife({
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
}: Life): Story {
  const facts = { permissionGiven, receivedAt: now - back, earlierBecause: 'found on the desk', standard: standard({ hours, mode }) }
  const kinds = { incoming, outgoing, internal } as const
  return begin(kinds[direction](facts), { now, zone: inZone, plan, partnerHelps, sourceShare })
}

/** Does it, if the rules allow; says whether they did. A plan that is changed is verified as it says. */
export function live(story: Story, deedOf: Deed): boolean {
  story.after(deedOf.pause)
  if ('plan' in deedOf) {
    const verified = deedOf.plan.verified && { ...deedOf.plan.verified, at: story.now }
    story.with({ plan: { ...deedOf.plan, writtenAt: story.now, verified } })
  }
  if ('policy' in deedOf) story.with({ policy: { ...story.around.policy, ...deedOf.policy } })
  if ('booked' in deedOf)
    story.with({ interpreter: deedOf.booked.map(({ from, until }) => ({ from: story.now + from, until: story.now + until })) })
  const command: HandoffCommand =
    'policy' in deedOf
      ? { kind: 'look_again' }
      : 'booked' in deedOf
        ? { kind: 'book_interpreter', from: story.now, until: story.now + HOUR }
        : 'plan' in deedOf
          ? { kind: 'change_plan', version: deedOf.plan.version, verified: deedOf.plan.verified !== null }
          : deedOf.ask(story)
  if (!story.asks(command).ok) return false
  story.does(command)
  return true
}
