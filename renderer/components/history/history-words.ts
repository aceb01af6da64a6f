import type { TFunction } from 'i18next'
import type { RecordView, TimelineEntry } from '#shared/contract/handoff/record'
import { STAFF_AWAY, STAFF_LEFT } from '#shared/domain/staff/worker'
import type { BounceAction, ClosedAs, MayTellSource, SaidToSource, SourceAnswer, WaitingReason } from '#shared/domain/core/vocabulary'
import { formatDayAndTime, formatTime } from '#shared/domain/core/wording'
import { describeAttempt } from './history-attempt'
import { describeDeadlineEntry } from './history-deadlines'
import type { HistoryLine } from './history-line'
import { describeMeetingEntry } from './history-meetings'
import { describeSourceRules } from '../handoff/source-rules-words'

interface HistoryContext {
  readonly record: Pick<RecordView, 'from' | 'to' | 'standard' | 'direction'>
  readonly reasons: ReadonlyMap<string, string>
  readonly now: number
  readonly zone: string
}

/** Describes one entry of the history in calm words. Kinds that are not shown have no words (task events). */
export function describeEntry(t: TFunction, entry: TimelineEntry, { record, reasons, now, zone }: HistoryContext): HistoryLine | null {
  const text = (name: string): string => String(entry.facts[name] ?? '')
  const when = (name: string): string => (typeof entry.facts[name] === 'number' ? formatDayAndTime(entry.facts[name], now, zone) : '')
  const because = (name = 'reason') => (text(name) ? { second: t('record.history.reason', { reason: text(name) }) } : {})
  const words = (name = 'words') => (text(name) ? { said: text(name) } : {})
  switch (entry.kind) {
    case 'created':
      return {
        text: t(`record.history.created.${record.direction}`, { from: record.from, to: record.to }),
        second: [
          t('record.history.standard', { hours: record.standard.hours, version: record.standard.policyVersion }),
          describeSourceRules(t, record.standard.rules),
          text('earlierBecause') && t('record.history.earlierBecause', { reason: text('earlierBecause') }),
          typeof entry.facts['numberReadBack'] === 'boolean' &&
            t(`record.history.readBack.${entry.facts['numberReadBack'] ? 'yes' : 'no'}`),
          text('despite') && t('record.history.despite', { reason: text('despite') }),
        ]
          .filter(Boolean)
          .join(' '),
      }
    case 'received_corrected':
      return { icon: 'clock', text: t('record.history.received_corrected', { when: when('receivedAt'), was: when('was') }), ...because() }
    case 'permission_answered':
      return { text: t(entry.facts['given'] ? 'record.history.permission_given' : 'record.history.permission_refused'), ...words() }
    case 'accepted':
      return { text: t('record.history.accepted', { who: text('acceptedBy') }) }
    case 'assigned':
      return {
        icon: 'people',
        text: t('record.history.assigned', { who: text('to') }),
        // This reason was not typed by a worker (H4).
        ...(text('reason') === STAFF_LEFT
          ? { second: t('record.history.staff_left') }
          : text('reason') === STAFF_AWAY
            ? { second: t('record.history.staff_away') }
            : because()),
      }
    case 'attempt_logged':
      return describeAttempt(t, entry)
    case 'attempt_withdrawn':
      return { text: t('record.history.attempt_withdrawn') }
    case 'attempt_corrected':
      return { text: t('record.history.attempt_corrected', { was: when('was'), to: when('to') }), ...because() }
    case 'number_shown':
      return {
        icon: 'eye',
        text: t(`record.history.number_shown.${text('safeCheck') === 'not_sure' ? 'not_sure' : 'safe'}`),
        ...(entry.facts['override'] === null ? {} : { strong: t('record.history.override'), ...because('override') }),
      }
    case 'override_explained':
      return { icon: 'eye', text: t('record.history.override_explained'), ...because('words') }
    case 'interpreter_booked':
    case 'interpreter_cancelled': {
      const until = formatTime(Number(entry.facts['until']), zone)
      return { icon: 'people', text: t(`record.history.${entry.kind}`, { from: when('from'), until }) }
    }
    case 'way_verified':
      return { icon: 'confirmed', text: t('record.history.way_verified') }
    case 'next_step_understood':
      return {
        icon: 'confirmed',
        text: t('record.history.next_step_understood', { what: text('what') }),
        ...words('herWords'),
        ...(text('waitLength') ? { second: t('record.history.wait', { length: text('waitLength') }) } : {}),
      }
    case 'deadline_risks_asked':
      return { icon: 'flag', text: t(`record.history.risks.${text('answer') as 'none' | 'dates' | 'not_known'}`) }
    case 'risk_added':
    case 'risk_acknowledged':
    case 'risk_corrected':
      return { ...describeDeadlineEntry(t, entry.kind, text('risk'), when('date'), when('was')), ...because() }
    case 'confirmed':
      return { icon: 'confirmed', strong: t('record.history.confirmed') }
    case 'waiting_began':
      return {
        icon: 'waiting',
        text: t('record.history.waiting_began', {
          why: t(`vocabulary.waiting.${text('why') as WaitingReason}`).toLowerCase(),
          when: when('checkAt'),
        }),
      }
    case 'waiting_ended':
      return { text: t('record.history.waiting_ended') }
    case 'stopped_as_unsafe':
      return { icon: 'stop', strong: t('record.history.stopped_as_unsafe') }
    case 'plan_changed':
      return {
        icon: 'note',
        text: t(entry.facts['verified'] ? 'record.history.plan_verified' : 'record.history.plan_changed', { n: text('version') }),
      }
    case 'loop_back_asked':
      return { icon: 'partners', text: t('record.history.loop_back_asked', { from: record.from, when: when('answerDueAt') }) }
    case 'loop_back_ended':
      return { icon: 'partners', text: t('record.history.loop_back_ended', { from: record.from }) }
    case 'loop_back_answered':
      return {
        icon: 'partners',
        text: t('record.history.loop_back_answered', {
          from: record.from,
          answer: t(`vocabulary.sourceAnswer.${text('answer') as SourceAnswer}`).toLowerCase(),
        }),
        ...words(),
      }
    case 'due_passed':
      return { icon: 'overdue', text: t('record.history.due_passed', { hours: record.standard.hours }) }
    case 'supervisor_told':
      return { icon: 'overdue', text: t('record.history.supervisor_told') }
    case 'meeting_booked':
    case 'meeting_held':
    case 'meeting_begun':
    case 'met':
    case 'meeting_closed':
    case 'plan_line_done':
    case 'plan_line_dropped':
      return describeMeetingEntry(t, entry.kind, entry, when)
    case 'put_on_hold':
      return {
        icon: 'waiting',
        text: t('record.history.put_on_hold', { when: when('reviewAt') }),
        ...(text('what') ? { second: text('what') } : {}),
      }
    case 'bounced': {
      const next = t('record.history.bounceNext', {
        action: t(`vocabulary.bounceAction.${text('action') as BounceAction}`).toLowerCase(),
        who: text('owner'),
        when: when('dueAt'),
      })
      return {
        strong: t('record.history.bounced', { reason: reasons.get(text('bounceReason')) ?? text('bounceReason') }),
        text: text('seen'),
        second: `${next} ${t(entry.facts['fallbackFollowed'] ? 'record.history.bounceFallback' : 'record.history.bounceEarly')}`,
      }
    }
    case 'bounce_settled':
      return {
        text: t('record.history.bounce_settled'),
        ...(text('words') ? { said: text('words') } : {}),
        ...(entry.facts['clockFrom'] === null ? {} : { second: t('record.history.anew') }),
      }
    case 'danger_acknowledged':
      return { icon: 'shield', text: t('record.history.danger_acknowledged'), ...(text('words') ? { second: text('words') } : {}) }
    case 'closed':
      return {
        icon: 'confirmed',
        strong: t('record.history.closed', { as: t(`vocabulary.closedAs.${text('as') as ClosedAs}`).toLowerCase() }),
        ...(text('reason') ? { second: text('reason') } : {}),
      }
    case 'reopened':
      return { text: t('record.history.reopened'), ...because() }
    case 'entered_in_error':
      return { text: t('record.history.entered_in_error'), ...because() }
    case 'note_added':
      return entry.facts['herWords']
        ? { icon: 'note', said: text('note'), second: t('record.history.herWords') }
        : { icon: 'note', text: text('note') }
    case 'source_told':
      return {
        text: t(`record.history.source_told.${text('sentence') as SaidToSource}`),
        ...(entry.facts['rangBack'] ? { second: t('record.history.rangBack') } : {}),
      }
    case 'may_tell_changed':
      return {
        text: t('record.history.may_tell_changed', { level: t(`word.mayTell.${text('mayTellSource') as MayTellSource}`).toLowerCase() }),
      }
    case 'person_merged':
    case 'person_unmerged':
      return { icon: 'people', text: t(`record.history.${entry.kind}`) }
    case 'task_moved':
      return {
        icon: 'clock',
        text: t(entry.facts['agreed'] === true ? 'record.meetings.lineMoved' : 'record.history.task_moved', {
          when: when('dueAt'),
          who: text('owner'),
        }),
        ...(text('what') ? { second: text('what') } : {}),
      }
    case 'task_opened':
    case 'task_closed':
      return null
    default:
      return { text: t('record.history.other') }
  }
}

/** Describes an entry in one short sentence, for the last three beside the board. Typed words appear in the record only (L6). */
export function describeEntryBriefly(t: TFunction, entry: TimelineEntry, context: HistoryContext): string | null {
  if (entry.kind === 'note_added') return t(entry.facts['herWords'] ? 'record.history.herWords' : 'record.history.noteBy')
  const line = describeEntry(t, entry, context)
  return line && (line.strong ?? line.text ?? '')
}
