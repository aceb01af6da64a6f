import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, Failure } from '#shared/contract/call'
import { formatDay } from '#shared/domain/core/wording'
import { readNow, useForm, useMinute, useZone } from '../../office'
import { parseBeginning, validatePolicyForm, POLICY_FIELD_BY_PATH, type PolicyField, type PolicyFormValues } from './policy-form'

interface StandardFormProps<F> {
  /** What the draft is about: a version of the office's standard, or a source. */
  readonly of: string
  readonly initial: F
  readonly mayChange: boolean
  /** Returns what is shown and validated of what was typed. */
  readonly shown: (typed: F) => F
  /** Sends it, in force from an instant. */
  readonly send: (form: F, from: number) => Promise<Answer<unknown>>
  readonly onSaved: () => void
  readonly onLeave: () => void
}

/** What the office's form and a source's share: one draft, one start day, each error at its field. */
export function useStandardForm<F extends PolicyFormValues>({
  of,
  initial,
  mayChange,
  shown,
  send,
  onSaved,
  onLeave,
}: StandardFormProps<F>) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const form = useForm<F, unknown, PolicyField>({
    id: 'standard',
    of,
    initial,
    validate: (typed) => {
      const found = Object.entries(validatePolicyForm(shown(typed), readNow(), zone))
      return Object.fromEntries(found.map(([field, complaint]) => [field, t(`policy.wrong.${complaint}`)]))
    },
    send: (typed) => {
      const values = shown(typed)
      return send(values, parseBeginning(values.from, readNow(), zone) ?? readNow())
    },
    findField: (path) => POLICY_FIELD_BY_PATH[path] ?? (path === 'standard.hours' ? 'standard' : null),
    onRefused: setRefusal,
    announces: () => t('policy.saved', { day }),
    onSent: onSaved,
    onClose: onLeave,
    onCancel: 'drop',
    afterSend: 'keep',
    ...(mayChange ? { keys: { send: t('policy.setBare'), close: t('policy.leave') } } : {}),
  })
  const values = shown(form.values)
  const from = parseBeginning(values.from, now, zone)
  const day = from === null ? '' : formatDay(from, now, zone)
  return {
    form,
    values,
    day,
    changed: JSON.stringify(form.values) !== JSON.stringify(initial),
    /** What the office refused last, until something is changed. */
    refusal,
    complete: Object.keys(validatePolicyForm(values, now, zone)).length === 0,
    set: (part: Partial<PolicyFormValues> | Partial<F>) => {
      form.change(part as Partial<F>)
      setRefusal(null)
    },
    wrong: form.error,
  }
}

export type StandardForm = ReturnType<typeof useStandardForm>
