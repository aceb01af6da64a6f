import { EVERY_HOUR, invertHours } from './invert-hours'
import type { ContactPlan, InterpreterNeed, MayContact, ContactWay } from './contact-plan'
import { toPhoneKey } from '../core/text'
import type { SafeHours, WeeklyHours } from './safe-hours'

/** Section 5: more of them than this no plan may have. */
const MAX_HOURS_ENTRIES = 50

/** From the least to the most careful. */
const MAY_CONTACT_BY_CAUTION: readonly MayContact[] = ['yes', 'not_known', 'through_partner', 'she_calls']
const getCaution = ({ mayContact }: ContactPlan): number => MAY_CONTACT_BY_CAUTION.indexOf(mayContact)

/** The more careful answer about an interpreter: a person may be hiding from the same community. */
const INTERPRETER_BY_CAUTION: readonly InterpreterNeed[] = ['not_known', 'none', 'needed', 'not_from_her_community']
const getSaferInterpreterNeed = (one: InterpreterNeed, other: InterpreterNeed): InterpreterNeed =>
  INTERPRETER_BY_CAUTION.indexOf(other) > INTERPRETER_BY_CAUTION.indexOf(one) ? other : one

/** A plan that says nothing about whether, when and how the person may be reached is left out of the decision. */
const isEmptyPlan = ({ mayContact, ways, safeHours, neverHours, relay }: ContactPlan): boolean =>
  mayContact === 'not_known' && ways.length === 0 && safeHours.kind === 'not_known' && neverHours.length === 0 && relay === null

const toWayKey = (one: ContactWay) => (one.kind === 'phone' ? toPhoneKey(one.value ?? '') : (one.value ?? '').trim().toLowerCase())
const isSameWay = (one: ContactWay, other: ContactWay): boolean =>
  other.kind === one.kind && toWayKey(other) !== '' && toWayKey(other) === toWayKey(one)

/** The same number or address in both plans: what either called unsafe is unsafe. */
function mergeWay(way: ContactWay, others: readonly ContactWay[]): ContactWay {
  const same = others.filter((other) => isSameWay(way, other))
  return same.reduce(
    (careful, other): ContactWay => ({
      ...careful,
      whose: careful.whose === other.whose ? careful.whose : 'not_known',
      safeFor: careful.safeFor.filter((channel) => other.safeFor.includes(channel)),
      ...(careful.voicemail === other.voicemail && careful.agreedWords === other.agreedWords ? {} : { voicemail: 'none', agreedWords: '' }),
      hideOurNumber: careful.hideOurNumber || other.hideOurNumber,
      rejectsHiddenNumbers: careful.rejectsHiddenNumbers || other.rejectsHiddenNumbers,
    }),
    way,
  )
}

/**
 * P2: where it is not known whether we may contact the person, a number that nobody has called unsafe is tried by a call. One that
 * the other plan names for anything but calls is not such a number: it is left out, and stays in the versions before.
 */
const mayTryWay = (way: ContactWay, base: ContactPlan, other: ContactPlan): boolean =>
  base.mayContact !== 'not_known' ||
  other.mayContact === 'not_known' ||
  !other.ways.some((one) => isSameWay(way, one) && !one.safeFor.includes('call'))

/** Hours that both plans allow: the one's own, and never what the other leaves out. */
function mergeHours(one: ContactPlan, other: ContactPlan): { readonly safeHours: SafeHours; readonly neverHours: readonly WeeklyHours[] } {
  const never = [...one.neverHours, ...other.neverHours]
  if (one.safeHours.kind === 'times' && other.safeHours.kind === 'times')
    return { safeHours: one.safeHours, neverHours: [...never, ...invertHours(other.safeHours.allowed)] }
  const times = [one.safeHours, other.safeHours].find(({ kind }) => kind === 'times')
  const known = one.safeHours.kind === 'any' && other.safeHours.kind === 'any'
  return { safeHours: times ?? (known ? { kind: 'any' } : { kind: 'not_known' }), neverHours: never }
}

/**
 * P1, P4: of two plans of one person the safer stands until it is verified anew with the person. The more careful answer to "may
 * we contact you" decides whose ways count (those of the record that stays, `stays`, where they are alike); a moment is safe only where
 * both say so, a device only for what both say. What one of them does not say the other adds.
 */
export function combinePlans(keptPlan: ContactPlan, mergedPlan: ContactPlan): ContactPlan {
  const isOneEmpty = isEmptyPlan(mergedPlan) || isEmptyPlan(keptPlan)
  const isMergedLeading = isOneEmpty ? !isEmptyPlan(mergedPlan) : getCaution(mergedPlan) > getCaution(keptPlan)
  const [base, other] = isMergedLeading ? [mergedPlan, keptPlan] : [keptPlan, mergedPlan]
  const { safeHours, neverHours } = isOneEmpty ? base : mergeHours(base, other)
  const codeWord = (which: keyof ContactPlan['codeWords']) => base.codeWords[which] || other.codeWords[which]
  return {
    ...base,
    ways: base.ways.filter((way) => mayTryWay(way, base, other)).map((way) => mergeWay(way, other.ways)),
    safeHours,
    neverHours: neverHours.length > MAX_HOURS_ENTRIES ? EVERY_HOUR : neverHours,
    nameToUse: base.nameToUse || other.nameToUse,
    ifSomeoneElse: base.ifSomeoneElse || other.ifSomeoneElse,
    ifLineDrops: base.ifLineDrops || other.ifLineDrops,
    codeWords: { safe: codeWord('safe'), notSafe: codeWord('notSafe'), police: codeWord('police') },
    language: base.language || other.language,
    dialect: base.dialect || other.dialect,
    speech: base.speech === 'not_known' ? other.speech : base.speech,
    mail: base.mail === 'none' || other.mail === 'none' ? 'none' : base.mail,
    interpreter: getSaferInterpreterNeed(base.interpreter, other.interpreter),
    monitoringWorry: base.monitoringWorry || other.monitoringWorry,
    signal: base.signal || other.signal,
    sourceMayHelp: base.sourceMayHelp && (isOneEmpty || other.sourceMayHelp),
    reverifyAfterDays: isOneEmpty ? base.reverifyAfterDays : Math.min(base.reverifyAfterDays, other.reverifyAfterDays),
  }
}
