import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, Failure } from '#shared/contract/entry'
import { dayOf } from '#shared/domain/wording'
import { failureWords, fieldWords, nowOf, useDraft, useMinute, useZone } from '../../office'
import { announce, toFirstWrong } from '../../ui'
import { beginningOf, complaintsOf, FIELD_OF, type PolicyField, type PolicyForm } from './form'

interface Asked<F> {
  /** The draft's. */
  readonly key: string
  readonly initial: F
  /** What is shown and judged of what was typed. */
  readonly shown: (typed: F) => F
  /** Sends it, in force from an instant. */
  readonly send: (form: F, from: number) => Promise<Answer<unknown>>
  readonly onSaved: () => void
}

/** What the office's form and a source's share: one draft, one day from which it counts, each complaint at its field. */
export function useStandardForm<F extends PolicyForm>({ key, initial, shown, send, onSaved }: Asked<F>) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const draft = useDraft(key, initial)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [checked, setChecked] = useState(false)
  // The cursor goes to the complaint once it is drawn.
  const [refusals, setRefusals] = useState(0)
  useEffect(() => {
    if (refusals > 0) toFirstWrong()
  }, [refusals])
  const form = shown(draft.value)
  const complaints = complaintsOf(form, now, zone)
  const refusedField = failure?.kind === 'refused' ? FIELD_OF[failure.field ?? ''] : undefined
  const from = beginningOf(form.from, now, zone)
  const day = from === null ? '' : dayOf(from, now, zone)
  return {
    form,
    day,
    ready: draft.ready,
    savedAt: draft.savedAt,
    changed: JSON.stringify(draft.value) !== JSON.stringify(initial),
    failure,
    /** The failure itself where no field says it. */
    unplaced: refusedField === undefined && !fieldWords(t, failure, 'standard.hours') ? failure : null,
    complete: Object.keys(complaints).length === 0,
    set: (part: Partial<PolicyForm> | Partial<F>) => {
      draft.change((before) => ({ ...before, ...part }))
      setFailure(null)
    },
    wrong: (field: PolicyField): string | undefined => {
      const complaint = complaints[field]
      if (checked && complaint) return t(`policy.wrong.${complaint}`)
      if (failure && refusedField === field) return failureWords(t, failure)
      return field === 'standard' ? fieldWords(t, failure, 'standard.hours') : undefined
    },
    save: async () => {
      setChecked(true)
      const start = beginningOf(form.from, nowOf(), zone)
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
