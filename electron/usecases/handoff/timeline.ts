import type { TimelineEntry } from '#shared/contract/handoff/record'
import type { Bounce } from '#shared/domain/handoff/bounce'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import type { StaffAndPartnerNames } from '../../storage/office/names'

type PlainValue = string | number | boolean | null
type EventFacts = Readonly<Record<string, PlainValue>>

/** Tells whether the timeline shows an event. Task events only move the next action; a person's own move is shown. */
const isShown = (event: HandoffEvent): boolean =>
  !(event.kind === 'task_opened' || event.kind === 'task_closed' || (event.kind === 'task_moved' && !event.byHand))

const isPlain = (value: unknown): value is PlainValue =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
const pickPlainFields = (values: object): EventFacts =>
  Object.fromEntries(Object.entries(values).filter(([key, value]) => isPlain(value) && key !== 'at' && key !== 'by' && key !== 'kind'))

/** B1: the reason is a code of the data owner's list; elsewhere `reason` is typed text. */
const describeBounce = ({ reason, ...bounce }: Bounce): EventFacts => ({ ...pickPlainFields(bounce), bounceReason: reason })

/** The event's own plain fields; nested ones flattened under their names, lists joined with a blank, ids as names. */
function describeFacts(event: HandoffEvent, handoff: Handoff, names: StaffAndPartnerNames): EventFacts {
  const task = (no: number) => handoff.tasks[no - 1]
  switch (event.kind) {
    case 'created':
      return {
        direction: event.direction,
        from: names.party(event.source),
        to: names.party(event.receiver),
        helps: event.helps.join(' '),
        prompt: event.prompt,
        note: event.note,
        receivedAt: event.receivedAt,
        earlierBecause: event.earlierBecause,
        permission: event.permission.kind,
        repeatIntakeAvoided: event.repeatIntakeAvoided,
        numberReadBack: event.numberReadBack,
        despite: event.despite ?? '',
      }
    case 'attempt_logged':
      return { ...pickPlainFields(event.attempt), marks: event.attempt.marks.join(' ') }
    case 'attempt_corrected':
      return { to: event.to, was: event.was, reason: event.reason }
    case 'way_verified':
    case 'next_step_understood':
      return pickPlainFields(event.part)
    case 'deadline_risks_asked':
      return { answer: event.part.answer, dates: event.risks.length }
    case 'risk_added':
      return { risk: event.risk.kind, date: event.risk.date }
    case 'risk_corrected':
      return { risk: event.was.kind, was: event.was.date, date: event.to?.date ?? null, reason: event.reason }
    case 'assigned':
      return { to: names.worker(event.to), reason: event.reason }
    case 'accepted':
      return { acceptedBy: event.acceptedBy, acceptedAt: event.acceptedAt }
    case 'due_passed':
    case 'supervisor_told':
      return { told: names.worker(event.told) }
    case 'loop_back_asked':
      return { answerDueAt: event.loopBack.answerDueAt }
    case 'bounced':
      return { ...describeBounce(event.bounce), owner: names.worker(event.bounce.owner) }
    case 'closed':
      return { as: event.closing.as, reason: event.closing.reason }
    case 'person_merged':
    case 'person_unmerged':
      return {}
    case 'task_moved': {
      const agreed = task(event.no)?.kind === 'plan_line'
      return { dueAt: event.dueAt, owner: names.worker(event.owner), ...(agreed ? { agreed, what: task(event.no)?.what ?? '' } : {}) }
    }
    case 'meeting_closed':
      return { ...pickPlainFields(event), lines: event.lines.length }
    case 'plan_line_done':
      return { what: task(event.no)?.what ?? '', words: event.words }
    case 'plan_line_dropped':
      return { what: task(event.no)?.what ?? '', reason: event.reason }
    default:
      return pickPlainFields(event)
  }
}

function happenedAt(event: HandoffEvent): number {
  switch (event.kind) {
    case 'created':
      return event.receivedAt
    case 'attempt_logged':
      return event.attempt.at
    case 'attempt_corrected':
      return event.at
    case 'accepted':
      return event.acceptedAt
    case 'confirmed':
      return event.confirmedAt
    case 'meeting_begun':
      return event.startedAt
    case 'met':
      return event.metAt
    case 'meeting_closed':
      return event.endedAt
    case 'way_verified':
    case 'next_step_understood':
    case 'deadline_risks_asked':
      return event.part.at
    default:
      return event.at
  }
}

/** Creates "What has happened", newest first: by when it happened, and within one moment by when it was written. */
export function createTimeline(events: readonly HandoffEvent[], handoff: Handoff, names: StaffAndPartnerNames): TimelineEntry[] {
  const withdrawn = new Set(handoff.attempts.filter((attempt) => attempt.withdrawn).map((attempt) => attempt.no))
  return events
    .map((event, index) => ({ event, no: index + 1 }))
    .filter(({ event }) => isShown(event))
    .map(({ event, no }) => ({
      no,
      at: event.at,
      happenedAt: happenedAt(event),
      by: event.by === null ? null : names.worker(event.by),
      kind: event.kind,
      facts: { ...describeFacts(event, handoff, names) },
      withdrawn: event.kind === 'attempt_logged' && withdrawn.has(event.attempt.no),
    }))
    .sort((a, b) => b.happenedAt - a.happenedAt || b.no - a.no)
}
