import type { PartnerView } from '#shared/contract/partners'
import type { PolicyShape } from '#shared/contract/policy'
import { policyFor } from '#shared/domain/source-rules'
import type { SourceRules } from '#shared/domain/policy'
import type { StandardMode } from '#shared/domain/vocabulary'
import { formOf, policyOf, type PolicyForm } from './form'

/** Rows of the form that a source may answer for itself; every other row says "as the office". */
export const OWN_ROWS = ['first', 'second', 'gap', 'alerts', 'answer', 'supervisor'] as const
export type OwnRow = (typeof OWN_ROWS)[number]

export interface SourceFormValue extends PolicyForm {
  readonly mode: StandardMode
  readonly own: readonly OwnRow[]
}

const FIELDS = {
  first: ['first'],
  second: ['second', 'window', 'askSource'],
  gap: ['gap'],
  alerts: ['alert1', 'alert2'],
  answer: ['answer'],
  supervisor: ['supervisor'],
} as const satisfies Record<OwnRow, readonly (keyof PolicyForm)[]>

const ownRows = ({ tries = {}, secondWindow, askSource, gap, alertsBefore, loopBackAnswer, supervisorAfter }: SourceRules): OwnRow[] => {
  const said = {
    first: tries.first,
    second: tries.second ?? secondWindow ?? askSource,
    gap,
    alerts: alertsBefore,
    answer: loopBackAnswer,
    supervisor: supervisorAfter,
  }
  return OWN_ROWS.filter((row) => said[row] !== undefined)
}

const STEPS = { before: [], during: [], after: [] }
/** Without the steps of a meeting: a source has no say in them. */
const officeForm = (policy: PolicyShape, rules: SourceRules = {}): PolicyForm =>
  formOf({ ...policyFor({ ...policy, version: 0 }, { rules }), steps: STEPS })

/** What is written next follows the last word: a standard that is still to come, else the one in force. */
export function sourceFormOf(source: PartnerView, policy: PolicyShape, now: number): SourceFormValue {
  const [latest] = source.standards
  const { hours, mode, rules = {} } = latest && latest.from > now ? latest : source.inForce
  return { ...officeForm(policy, rules), standard: `${hours} h`, mode, own: ownRows(rules) }
}

/** As it is shown and judged: what is not its own is the office's of today, a pilot is 24 h. */
export function shownForm(typed: SourceFormValue, policy: PolicyShape): SourceFormValue {
  const theirs = typed.own.flatMap((row) => FIELDS[row].map((field) => [field, typed[field]] as const))
  const standard = typed.mode === 'pilot' ? '24 h' : typed.standard
  return { ...typed, ...officeForm(policy), ...Object.fromEntries(theirs), standard, from: typed.from }
}

/** A row becomes its own, with what stood there, or goes back to the office's. */
export const turned = (shown: SourceFormValue, row: OwnRow, own: boolean): Partial<SourceFormValue> => ({
  ...Object.fromEntries(FIELDS[row].map((field) => [field, shown[field]])),
  own: OWN_ROWS.filter((one) => (one === row ? own : shown.own.includes(one))),
})

/** Only of a form without complaints. */
export function rulesOf(shown: SourceFormValue): SourceRules {
  const { tries, secondWindow, askSource, gap, alertsBefore, loopBackAnswer, supervisorAfter } = policyOf(shown)
  const has = (row: OwnRow) => shown.own.includes(row)
  return {
    tries: { ...(has('first') ? { first: tries.first } : {}), ...(has('second') ? { second: tries.second } : {}) },
    ...(has('second') ? { secondWindow, askSource } : {}),
    ...(has('gap') ? { gap } : {}),
    ...(has('alerts') ? { alertsBefore } : {}),
    ...(has('answer') ? { loopBackAnswer } : {}),
    ...(has('supervisor') ? { supervisorAfter } : {}),
  }
}
