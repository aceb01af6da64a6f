import { NEVER_AT_ALL, hoursBeside } from './hours-beside'
import type { ContactPlan, InterpreterNeed, MayContact, Way } from './contact-plan'
import { phoneKey } from './likeness'
import type { SafeHours, WeeklyHours } from './safe-hours'

/** Section 5: more of them than this no plan may have. */
const MOST_HOURS = 50

/** From the least to the most careful. */
const CARE: readonly MayContact[] = ['yes', 'not_known', 'through_partner', 'she_calls']
const careOf = ({ mayContact }: ContactPlan): number => CARE.indexOf(mayContact)

/** The more careful answer about an interpreter: somebody from her own community may be who she hides from. */
const INTERPRETER_CARE: readonly InterpreterNeed[] = ['not_known', 'none', 'needed', 'not_from_her_community']
const carefulNeed = (one: InterpreterNeed, other: InterpreterNeed): InterpreterNeed =>
  INTERPRETER_CARE.indexOf(other) > INTERPRETER_CARE.indexOf(one) ? other : one

/** A plan in which nothing was ever said about whether, when and how she may be reached has no say in that. */
const saysNothing = ({ mayContact, ways, safeHours, neverHours, relay }: ContactPlan): boolean =>
  mayContact === 'not_known' && ways.length === 0 && safeHours.kind === 'not_known' && neverHours.length === 0 && relay === null

const wayKey = (one: Way) => (one.kind === 'phone' ? phoneKey(one.value ?? '') : (one.value ?? '').trim().toLowerCase())
const isSame = (one: Way, other: Way): boolean => other.kind === one.kind && wayKey(other) !== '' && wayKey(other) === wayKey(one)

/** The same number or address in both plans: what either called unsafe is unsafe. */
function carefulWay(way: Way, others: readonly Way[]): Way {
  const same = others.filter((other) => isSame(way, other))
  return same.reduce(
    (careful, other): Way => ({
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
 * P2: where it is not known whether we may contact her, a number that nobody has called unsafe is tried by a call. One that
 * the other plan names for anything but calls is not such a number: it is left out, and stays in the versions before.
 */
const mayBeTried = (way: Way, base: ContactPlan, other: ContactPlan): boolean =>
  base.mayContact !== 'not_known' ||
  other.mayContact === 'not_known' ||
  !other.ways.some((one) => isSame(way, one) && !one.safeFor.includes('call'))

/** Hours that both plans allow: the one's own, and never what the other leaves out. */
function bothHours(one: ContactPlan, other: ContactPlan): { readonly safeHours: SafeHours; readonly neverHours: readonly WeeklyHours[] } {
  const never = [...one.neverHours, ...other.neverHours]
  if (one.safeHours.kind === 'times' && other.safeHours.kind === 'times')
    return { safeHours: one.safeHours, neverHours: [...never, ...hoursBeside(other.safeHours.allowed)] }
  const times = [one.safeHours, other.safeHours].find(({ kind }) => kind === 'times')
  const known = one.safeHours.kind === 'any' && other.safeHours.kind === 'any'
  return { safeHours: times ?? (known ? { kind: 'any' } : { kind: 'not_known' }), neverHours: never }
}

/**
 * P1, P4: of two plans of one person the safer stands until it is verified anew with her. The more careful answer to "may
 * we contact you" decides whose ways count (hers who stays, `stays`, where they are alike); a moment is safe only where
 * both say so, a device only for what both say. What one of them does not say the other adds.
 */
export function saferPlan(stays: ContactPlan, gone: ContactPlan): ContactPlan {
  const silent = saysNothing(gone) || saysNothing(stays)
  const goneLeads = silent ? !saysNothing(gone) : careOf(gone) > careOf(stays)
  const [base, other] = goneLeads ? [gone, stays] : [stays, gone]
  const { safeHours, neverHours } = silent ? base : bothHours(base, other)
  const codeWord = (which: keyof ContactPlan['codeWords']) => base.codeWords[which] || other.codeWords[which]
  return {
    ...base,
    ways: base.ways.filter((way) => mayBeTried(way, base, other)).map((way) => carefulWay(way, other.ways)),
    safeHours,
    neverHours: neverHours.length > MOST_HOURS ? NEVER_AT_ALL : neverHours,
    nameToUse: base.nameToUse || other.nameToUse,
    ifSomeoneElse: base.ifSomeoneElse || other.ifSomeoneElse,
    ifLineDrops: base.ifLineDrops || other.ifLineDrops,
    codeWords: { safe: codeWord('safe'), notSafe: codeWord('notSafe'), police: codeWord('police') },
    language: base.language || other.language,
    dialect: base.dialect || other.dialect,
    speech: base.speech === 'not_known' ? other.speech : base.speech,
    mail: base.mail === 'none' || other.mail === 'none' ? 'none' : base.mail,
    interpreter: carefulNeed(base.interpreter, other.interpreter),
    monitoringWorry: base.monitoringWorry || other.monitoringWorry,
    signal: base.signal || other.signal,
    sourceMayHelp: base.sourceMayHelp && (silent || other.sourceMayHelp),
    reverifyAfterDays: silent ? base.reverifyAfterDays : Math.min(base.reverifyAfterDays, other.reverifyAfterDays),
  }
}
