import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import type { PlanView } from '#shared/contract/person/contact-plan'
import type { RecordView } from '#shared/contract/handoff/record'
import { callOffice, useOffice } from '../../../office'
import { listPlanLines } from './plan-words'

/**
 * Returns the labels of the lines that changed since this worker last looked (P5). The seen version is kept with the worker's own drafts;
 * what has changed stays marked while the record is open.
 */
export function useChangedLines(t: TFunction, personId: RecordView['personId'], plan: PlanView | null): ReadonlySet<string> {
  const [seen, setSeen] = useState<number | null>(null)
  const current = plan?.version ?? 0
  useEffect(() => {
    if (current === 0) return
    const key = `looked:${personId}`
    void callOffice('draft.read', { key }).then((answer) => {
      const body = answer.ok ? answer.value.body : null
      const before = body === null ? current : Number(/\d+/.exec(body)?.[0] ?? current)
      setSeen((known) => known ?? before)
      if (before !== current || body === null) void callOffice('draft.save', { key, body: JSON.stringify({ version: current }) })
    })
  }, [personId, current])
  const older = useOffice('plan.versions', { personId }, { enabled: seen !== null && seen < current }).value
  const before = older?.find((version) => version.version === seen)
  if (!plan || !before || seen === current) return new Set()
  const was = new Set(listPlanLines(t, before).map((line) => `${line.label} ${line.text} ${line.strong ?? ''}`))
  return new Set(
    listPlanLines(t, plan)
      .filter((line) => !was.has(`${line.label} ${line.text} ${line.strong ?? ''}`))
      .map((line) => line.label),
  )
}
