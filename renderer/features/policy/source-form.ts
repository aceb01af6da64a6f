import type { PartnerView } from '#shared/contract/office/partner'
import type { PolicyShape } from '#shared/contract/office/policy'
import { applySourceRules } from '#shared/domain/policy/source-rules'
import type { SourceRules } from '#shared/domain/policy/policy'
import type { StandardMode } from '#shared/domain/core/vocabulary'
import { toPolicyForm, toPolicy, type PolicyFormValues } from './policy-form'

/** The rows of the form that a source may answer itself; every other row follows the office. */
export const OWN_RULE_ROWS = ['first', 'second', 'gap', 'alerts', 'answer', 'supervisor'] as const
export type OwnRuleRow = (typeof OWN_RULE_ROWS)[number]

export interface SourceFormValue extends PolicyFormValues {
  readonly mode: StandardMode
  readonly own: readonly OwnRuleRow[]
}

const FIELDS = {
  first: ['first'],
  second: ['second', 'window', 'askSource'],
  gap: ['gap'],
  alerts: ['alert1', 'alert2'],
  answer: ['answer'],
  supervisor: ['supervisor'],
} as const satisfies Record<OwnRuleRow, readonly (keyof PolicyFormValues)[]>

const listOwnRows = ({
  tries = {},
  secondWindow,
  askSource,
  gap,
  alertsBefore,
  loopBackAnswer,
  supervisorAfter,
}: SourceRules): OwnRuleRow[] => {
  const said = {
    first: tries.first,
    second: tries.second ?? secondWindow ?? askSource,
    gap,
    alerts: alertsBefore,
    answer: loopBackAnswer,
    supervisor: supervisorAfter,
  }
  return OWN_RULE_ROWS.filter((row) => said[row] !== undefined)
}

const STEPS = { before: [], during: [], after: [] }
/** Leaves out the steps of a meeting, which a source does not set. */
const toOfficeForm = (policy: PolicyShape, rules: SourceRules = {}): PolicyFormValues =>
  toPolicyForm({ ...applySourceRules({ ...policy, version: 0 }, { rules }), steps: STEPS })

/** Returns the first values: a standard that is still to come, else the one in force. */
export function toSourceForm(source: PartnerView, policy: PolicyShape, now: number): SourceFormValue {
  const [latest] = source.standards
  const { hours, mode, rules = {} } = latest && latest.from > now ? latest : source.inForce
  return { ...toOfficeForm(policy, rules), standard: `${hours} h`, mode, own: listOwnRows(rules) }
}

/** Returns the form as it is shown and validated: what is not the source's own is the office's of today, and a pilot is 24 h. */
export function toShownForm(typed: SourceFormValue, policy: PolicyShape): SourceFormValue {
  const theirs = typed.own.flatMap((row) => FIELDS[row].map((field) => [field, typed[field]] as const))
  const standard = typed.mode === 'pilot' ? '24 h' : typed.standard
  return { ...typed, ...toOfficeForm(policy), ...Object.fromEntries(theirs), standard, from: typed.from }
}

/** Makes a row the source's own, with the current value, or returns it to the office's. */
export const switchRow = (shown: SourceFormValue, row: OwnRuleRow, own: boolean): Partial<SourceFormValue> => ({
  ...Object.fromEntries(FIELDS[row].map((field) => [field, shown[field]])),
  own: OWN_RULE_ROWS.filter((one) => (one === row ? own : shown.own.includes(one))),
})

/** Converts the form to the source's rules; only without errors. */
export function toSourceRules(shown: SourceFormValue): SourceRules {
  const { tries, secondWindow, askSource, gap, alertsBefore, loopBackAnswer, supervisorAfter } = toPolicy(shown)
  const has = (row: OwnRuleRow) => shown.own.includes(row)
  return {
    tries: { ...(has('first') ? { first: tries.first } : {}), ...(has('second') ? { second: tries.second } : {}) },
    ...(has('second') ? { secondWindow, askSource } : {}),
    ...(has('gap') ? { gap } : {}),
    ...(has('alerts') ? { alertsBefore } : {}),
    ...(has('answer') ? { loopBackAnswer } : {}),
    ...(has('supervisor') ? { supervisorAfter } : {}),
  }
}
