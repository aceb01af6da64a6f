import type {
  ContactPlan,
  InterpreterNeed,
  MailRule,
  MayContact,
  SpeechMode,
  ContactWay,
  WayKind,
} from '#shared/domain/contact/contact-plan'
import { EMPTY_PLAN } from '#shared/domain/contact/contact-plan'
import type { PartnerId } from '#shared/domain/core/ids'
import { parseAllHours, toTypedHours, type TypedHours } from '../../components'

/** One number or address as typed: an empty value means "there is one, and we do not have it". */
export type TypedWay = Omit<ContactWay, 'value'> & { readonly value: string }

/** The form as typed: plain JSON, because it is also the draft. */
export interface PlanFormValues {
  /** The version that the form began with, and its plan: they tell what others changed since (P5). */
  basedOn: number
  base: ContactPlan
  mayContact: MayContact
  nameToUse: string
  ways: TypedWay[]
  safeIs: 'any' | 'not_known' | 'times'
  safeTimes: TypedHours[]
  neverHours: TypedHours[]
  whoMayAnswer: string
  ifSomeoneElse: string
  codeWords: { safe: string; notSafe: string; police: string }
  ifLineDrops: string
  language: string
  dialect: string
  interpreter: InterpreterNeed
  speech: SpeechMode
  mail: MailRule
  relayWho: string
  /** A partner of the directory; null for a person. */
  relayPartner: PartnerId | null
  relayAgreed: boolean
  monitoringWorry: boolean
  signal: string
  sourceMayHelp: boolean
  reverifyAfterDays: string
  verified: 'her' | 'source' | 'no'
}

type Fields = Omit<PlanFormValues, 'basedOn' | 'base' | 'verified'>

/** Returns every field of the plan as its part of the form; "take theirs" uses it too. */
export function toPlanFields(plan: ContactPlan): { readonly [K in keyof ContactPlan]: Partial<Fields> } {
  return {
    mayContact: { mayContact: plan.mayContact },
    nameToUse: { nameToUse: plan.nameToUse },
    ways: { ways: plan.ways.map((way) => ({ ...way, value: way.value ?? '' })) },
    safeHours: { safeIs: plan.safeHours.kind, safeTimes: plan.safeHours.kind === 'times' ? plan.safeHours.allowed.map(toTypedHours) : [] },
    neverHours: { neverHours: plan.neverHours.map(toTypedHours) },
    whoMayAnswer: { whoMayAnswer: plan.whoMayAnswer },
    ifSomeoneElse: { ifSomeoneElse: plan.ifSomeoneElse },
    codeWords: { codeWords: { ...plan.codeWords } },
    ifLineDrops: { ifLineDrops: plan.ifLineDrops },
    language: { language: plan.language },
    dialect: { dialect: plan.dialect },
    interpreter: { interpreter: plan.interpreter },
    speech: { speech: plan.speech },
    mail: { mail: plan.mail },
    relay: {
      relayWho: plan.relay?.who ?? '',
      relayPartner: plan.relay?.partnerId ?? null,
      relayAgreed: plan.relay?.agreed ?? false,
    },
    monitoringWorry: { monitoringWorry: plan.monitoringWorry },
    signal: { signal: plan.signal },
    sourceMayHelp: { sourceMayHelp: plan.sourceMayHelp },
    reverifyAfterDays: { reverifyAfterDays: String(plan.reverifyAfterDays) },
  }
}

export function toPlanForm(
  current: { readonly version: number; readonly plan: ContactPlan } | null,
  verified: PlanFormValues['verified'],
): PlanFormValues {
  const plan = current?.plan ?? EMPTY_PLAN
  return Object.assign({ basedOn: current?.version ?? 0, base: plan, verified }, ...Object.values(toPlanFields(plan))) as PlanFormValues
}

/** What the form cannot express yet: incomplete hours, or an invalid number of days. */
export type PlanFormError = 'safeTimes' | 'neverHours' | 'noTimes' | 'days'
export function validatePlanForm(form: PlanFormValues): readonly PlanFormError[] {
  const days = Number(form.reverifyAfterDays)
  const found: (PlanFormError | null)[] = [
    form.safeIs === 'times' && form.safeTimes.length === 0 ? 'noTimes' : null,
    form.safeIs === 'times' && parseAllHours(form.safeTimes) === null ? 'safeTimes' : null,
    parseAllHours(form.neverHours) === null ? 'neverHours' : null,
    Number.isInteger(days) && days >= 1 && days <= 90 ? null : 'days',
  ]
  return found.filter((complaint) => complaint !== null)
}

/** Converts the form to a plan; only without errors. */
export function toContactPlan(form: PlanFormValues): ContactPlan {
  return {
    mayContact: form.mayContact,
    nameToUse: form.nameToUse,
    ways: form.ways.map((way) => ({ ...way, value: way.value.trim() ? way.value : null })),
    safeHours: form.safeIs === 'times' ? { kind: 'times', allowed: parseAllHours(form.safeTimes) ?? [] } : { kind: form.safeIs },
    neverHours: parseAllHours(form.neverHours) ?? [],
    whoMayAnswer: form.whoMayAnswer,
    ifSomeoneElse: form.ifSomeoneElse,
    codeWords: form.codeWords,
    ifLineDrops: form.ifLineDrops,
    language: form.language,
    dialect: form.dialect,
    interpreter: form.interpreter,
    speech: form.speech,
    mail: form.mail,
    relay: form.relayWho.trim() ? { who: form.relayWho, partnerId: form.relayPartner, agreed: form.relayAgreed } : null,
    monitoringWorry: form.monitoringWorry,
    signal: form.signal,
    sourceMayHelp: form.sourceMayHelp,
    reverifyAfterDays: Number(form.reverifyAfterDays),
  }
}

/** Creates a way with an id of its own. What the person has not said counts as not safe. */
export function createWay(ways: readonly TypedWay[], kind: WayKind): TypedWay {
  const highest = ways.reduce((most, { id }) => Math.max(most, Number(/^w(\d+)$/.exec(id)?.[1] ?? 0)), 0)
  return {
    id: `w${highest + 1}`,
    kind,
    label: '',
    value: '',
    whose: 'not_known',
    safeFor: [],
    voicemail: kind === 'phone' ? 'not_known' : 'none',
    agreedWords: '',
    hideOurNumber: kind === 'phone',
    rejectsHiddenNumbers: false,
  }
}

export interface PlanPartProps {
  readonly form: PlanFormValues
  readonly set: (part: Partial<PlanFormValues>) => void
  /** Returns the error at a path of the plan ('nameToUse', 'ways.0.value') in words. */
  readonly wrong: (path: string) => string | undefined
}
