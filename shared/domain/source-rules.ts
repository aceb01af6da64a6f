import { hours } from './moment'
import { refuse, type Refusal } from './outcome'
import { complaintAbout, hoursOf, type PartnerStandard, type Policy, type PolicyAnswer, type SourceRules, type Standard } from './policy'

const defined = <T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> }

/** As they are kept: nothing that is not said, alerts longest first and each once. */
export function keptRules({ tries, alertsBefore, ...rest }: SourceRules): SourceRules {
  const own = defined(tries ?? {})
  return {
    ...defined(rest),
    ...(Object.keys(own).length > 0 ? { tries: own } : {}),
    ...(alertsBefore ? { alertsBefore: [...new Set(alertsBefore)].sort((a, b) => b - a) } : {}),
  }
}

/** C2: what a record is decided by: the policy version that it began under, with what its source had of its own at receipt on top. */
export function policyFor(policy: Policy, { rules }: Pick<Standard, 'rules'>): Policy {
  if (!rules) return policy
  const { tries = {}, ...rest } = rules
  return { ...policy, ...defined(rest), tries: { ...policy.tries, ...defined(tries) } }
}

type Agreed = Pick<PartnerStandard, 'hours' | 'mode' | 'rules'>

const isOwn = (answer: PolicyAnswer, rules: SourceRules): boolean => {
  if (answer === 'standardHours') return true
  if (answer === 'permission' || answer === 'release.days' || answer === 'release.rules') return false
  if (answer === 'tries.first') return rules.tries?.first !== undefined
  return answer === 'tries.second' ? rules.tries?.second !== undefined : rules[answer] !== undefined
}

/** What records of this source would be decided by. An alert of the office's that its shorter standard has no room for is simply not given. */
function joined(policy: Policy, standard: Agreed): Policy {
  const standardHours = hoursOf(standard)
  const whole = { ...policyFor(policy, standard), standardHours }
  if (standard.rules?.alertsBefore !== undefined) return whole
  return { ...whole, alertsBefore: whole.alertsBefore.filter((ahead) => ahead < hours(standardHours)) }
}

/** C5, C2: why a source's own standard can never be met under this policy, at an answer that is its own; null: it can. */
export function standardRefusal(standard: Agreed, policy: Policy): Refusal | null {
  const found = complaintAbout(joined(policy, standard))
  if (found === null) return null
  const field = found.hangsOn.find((answer) => isOwn(answer, standard.rules ?? {})) ?? 'standardHours'
  return refuse(found.reason, { field: field === 'standardHours' ? 'hours' : field }).failure
}

/** The same from the office's side: at which answer of its policy this standard of a source's could no longer be met; null: it could. */
export function clashOf(policy: Policy, standard: Agreed): PolicyAnswer | null {
  const found = complaintAbout(joined(policy, standard))
  return found && (found.hangsOn.find((answer) => !isOwn(answer, standard.rules ?? {})) ?? found.hangsOn[0])
}
