import { hoursToMilliseconds } from '../core/moment'
import { refuse, type Refusal } from '../core/outcome'
import {
  findPolicyProblem,
  getStandardHours,
  type PartnerStandard,
  type Policy,
  type PolicyAnswer,
  type SourceRules,
  type Standard,
} from './policy'

const dropUndefined = <T extends object>(partial: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> }

/** As they are kept: nothing that is not said, alerts longest first and each once. */
export function normaliseRules({ tries, alertsBefore, ...rest }: SourceRules): SourceRules {
  const own = dropUndefined(tries ?? {})
  return {
    ...dropUndefined(rest),
    ...(Object.keys(own).length > 0 ? { tries: own } : {}),
    ...(alertsBefore ? { alertsBefore: [...new Set(alertsBefore)].sort((a, b) => b - a) } : {}),
  }
}

/** C2: what a record is decided by: the policy version that it began under, with what its source had of its own at receipt on top. */
export function applySourceRules(policy: Policy, { rules }: Pick<Standard, 'rules'>): Policy {
  if (!rules) return policy
  const { tries = {}, ...rest } = rules
  return { ...policy, ...dropUndefined(rest), tries: { ...policy.tries, ...dropUndefined(tries) } }
}

type AgreedStandard = Pick<PartnerStandard, 'hours' | 'mode' | 'rules'>

const isOwnAnswer = (answer: PolicyAnswer, rules: SourceRules): boolean => {
  if (answer === 'standardHours') return true
  if (answer === 'tries.first') return rules.tries?.first !== undefined
  if (answer === 'tries.second') return rules.tries?.second !== undefined
  return (rules as Readonly<Partial<Record<PolicyAnswer, unknown>>>)[answer] !== undefined
}

/** What records of this source would be decided by. An alert of the office's that its shorter standard has no room for does not alert. */
function mergeStandard(policy: Policy, standard: AgreedStandard): Policy {
  const standardHours = getStandardHours(standard)
  const whole = { ...applySourceRules(policy, standard), standardHours }
  if (standard.rules?.alertsBefore !== undefined) return whole
  return { ...whole, alertsBefore: whole.alertsBefore.filter((ahead) => ahead < hoursToMilliseconds(standardHours)) }
}

/** C5, C2: why a source's own standard can never be met under this policy, at an answer that is its own; null: it can. */
export function standardRefusal(standard: AgreedStandard, policy: Policy): Refusal | null {
  const found = findPolicyProblem(mergeStandard(policy, standard))
  if (found === null) return null
  const field = found.dependsOn.find((answer) => isOwnAnswer(answer, standard.rules ?? {})) ?? 'standardHours'
  return refuse(found.reason, { field: field === 'standardHours' ? 'hours' : field }).failure
}

/** The same from the office's side: at which answer of its policy this standard of a source's could no longer be met; null: it could. */
export function findPolicyClash(policy: Policy, standard: AgreedStandard): PolicyAnswer | null {
  const found = findPolicyProblem(mergeStandard(policy, standard))
  return found && (found.dependsOn.find((answer) => !isOwnAnswer(answer, standard.rules ?? {})) ?? found.dependsOn[0])
}
