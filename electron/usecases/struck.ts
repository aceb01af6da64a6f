import type { z } from 'zod'
import type { records, TimelineEntry } from '#shared/contract/record'

type View = z.input<(typeof records)['handoff.read']['output']>
type Strike = (text: string) => string

/** What somebody has typed in an event; the other facts are the office's own words, numbers and names. */
const TYPED = [
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
const isTyped = (kind: string, key: string): boolean => TYPED.includes(key) && !(kind === 'bounced' && key === 'reason')

/** M5: what has happened, without what she keeps back. */
export const struckEntry = <E extends TimelineEntry>(entry: E, strike: Strike): E => ({
  ...entry,
  facts: Object.fromEntries(
    Object.entries(entry.facts).map(([key, fact]) => [key, typeof fact === 'string' && isTyped(entry.kind, key) ? strike(fact) : fact]),
  ),
})

/** M5: her record, without what she keeps back; her contact plan stays as it is, because she is reached by it. */
export const struckRecord = (view: View, strike: Strike): View => ({
  ...view,
  note: strike(view.note),
  acceptance: view.acceptance && { ...view.acceptance, by: strike(view.acceptance.by) },
  parts: {
    ...view.parts,
    next_step: view.parts.next_step && {
      ...view.parts.next_step,
      what: strike(view.parts.next_step.what),
      waitLength: strike(view.parts.next_step.waitLength),
      herWords: strike(view.parts.next_step.herWords),
    },
  },
  risks: view.risks.map((risk) => ({ ...risk, what: strike(risk.what), routedTo: strike(risk.routedTo) })),
  tasks: view.tasks.map((task) => ({ ...task, what: strike(task.what) })),
  bounces: view.bounces.map((bounce) => ({
    ...bounce,
    seen: strike(bounce.seen),
    change: strike(bounce.change),
    what: strike(bounce.what),
  })),
  closed: view.closed && { ...view.closed, reason: strike(view.closed.reason) },
  enteredInError: view.enteredInError && { ...view.enteredInError, reason: strike(view.enteredInError.reason) },
  timeline: view.timeline.map((entry) => struckEntry(entry, strike)),
})
