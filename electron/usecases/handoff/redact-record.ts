import type { z } from 'zod'
import type { records, TimelineEntry } from '#shared/contract/record'

type RecordView = z.input<(typeof records)['handoff.read']['output']>
type Redact = (text: string) => string

/** What somebody has typed in an event; the other facts are the office's own words, numbers and names. */
const TYPED_FACTS = [
  'acceptedBy',
  'change',
  'despite',
  'earlierBecause',
  'herWords',
  'note',
  'override',
  'reason',
  'routedTo',
  'seen',
  'waitLength',
  'what',
  'words',
]

/** A bounce's reason is a code of the data owner's list. */
const isFreeText = (kind: string, key: string): boolean => TYPED_FACTS.includes(key) && !(kind === 'bounced' && key === 'reason')

/** M5: what has happened, without what she keeps back. */
export const redactEntry = <E extends TimelineEntry>(entry: E, redact: Redact): E => ({
  ...entry,
  facts: Object.fromEntries(
    Object.entries(entry.facts).map(([key, fact]) => [key, typeof fact === 'string' && isFreeText(entry.kind, key) ? redact(fact) : fact]),
  ),
})

/** M5: her record, without what she keeps back; her contact plan stays as it is, because she is reached by it. */
export const redactRecord = (view: RecordView, redact: Redact): RecordView => ({
  ...view,
  note: redact(view.note),
  acceptance: view.acceptance && { ...view.acceptance, by: redact(view.acceptance.by) },
  parts: {
    ...view.parts,
    next_step: view.parts.next_step && {
      ...view.parts.next_step,
      what: redact(view.parts.next_step.what),
      waitLength: redact(view.parts.next_step.waitLength),
      herWords: redact(view.parts.next_step.herWords),
    },
  },
  risks: view.risks.map((risk) => ({ ...risk, what: redact(risk.what), routedTo: redact(risk.routedTo) })),
  tasks: view.tasks.map((task) => ({ ...task, what: redact(task.what) })),
  bounces: view.bounces.map((bounce) => ({
    ...bounce,
    seen: redact(bounce.seen),
    change: redact(bounce.change),
    what: redact(bounce.what),
  })),
  closed: view.closed && { ...view.closed, reason: redact(view.closed.reason) },
  enteredInError: view.enteredInError && { ...view.enteredInError, reason: redact(view.enteredInError.reason) },
  timeline: view.timeline.map((entry) => redactEntry(entry, redact)),
})
