import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, Failure } from '#shared/contract/call'
import { formatDay } from '#shared/domain/core/wording'
import { describeFailure, describeFieldFailure, readNow, useDraft, useMinute, useZone } from '../../office'
import { announce, focusFirstError } from '../../ui'
import { parseBeginning, validatePolicyForm, POLICY_FIELD_BY_PATH, type PolicyField, type PolicyFormValues } from './policy-form'

interface StandardFormProps<F> {
  /** The key of the draft. */
  readonly key: string
  readonly initial: F
  /** Returns what is shown and validated of what was typed. */
  readonly shown: (typed: F) => F
  /** Sends it, in force from an instant. */
  readonly send: (form: F, from: number) => Promise<Answer<unknown>>
  readonly onSaved: () => void
}

/** What the office's form and a source's share: one draft, one start day, each error at its field. */
export function useStandardForm<F extends PolicyFormValues>({ key, initial, shown, send, onSaved }: StandardFormProps<F>) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const draft = useDraft(key, initial)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState(false)
  // The field with the error gets the cursor once it is rendered.
  const [refusals, setRefusals] = useState(0)
  useEffect(() => {
    if (refusals > 0) focusFirstError()
  }, [refusals])
  const form = shown(draft.value)
  const complaints = validatePolicyForm(form, now, zone)
  const refusedField = failure?.kind === 'refused' ? POLICY_FIELD_BY_PATH[failure.field ?? ''] : undefined
  const from = parseBeginning(form.from, now, zone)
  const day = from === null ? '' : formatDay(from, now, zone)
  return {
    form,
    day,
    ready: draft.ready,
    savedAt: draft.savedAt,
    changed: JSON.stringify(draft.value) !== JSON.stringify(initial),
    failure,
    /** The failure itself where no field shows it. */
    unplaced: refusedField === undefined && !describeFieldFailure(t, failure, 'standard.hours') ? failure : null,
    complete: Object.keys(complaints).length === 0,
    set: (part: Partial<PolicyFormValues> | Partial<F>) => {
      draft.change((before) => ({ ...before, ...part }))
      setFailure(null)
    },
    wrong: (field: PolicyField): string | undefined => {
      const complaint = complaints[field]
      if (checked && complaint) return t(`policy.wrong.${complaint}`)
      if (failure && refusedField === field) return describeFailure(t, failure)
      return field === 'standard' ? describeFieldFailure(t, failure, 'standard.hours') : undefined
    },
    save: async () => {
      setChecked(true)
      const start = parseBeginning(form.from, readNow(), zone)
      if (start === null || Object.keys(complaints).length > 0) return setRefusals(refusals + 1)
      const answer = await send(form, start)
      if (!answer.ok) {
        setFailure(answer.failure)
        return setRefusals(refusals + 1)
      }
      await draft.drop()
      announce(t('policy.saved', { day }))
      onSaved()
    },
    drop: () => void draft.drop(),
  }
}
