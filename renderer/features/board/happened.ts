import type { TFunction } from 'i18next'
import type { RecordView, TimelineEntry } from '#shared/contract/record'
import type { AttemptOutcome, ClosedAs, ContactChannel, WaitingReason } from '#shared/domain/vocabulary'
import { clockTime } from '#shared/domain/wording'

/** One short sentence a line, for the last three beside the list; the record tells the rest. */
export function happened(
  t: TFunction,
  { kind, facts }: TimelineEntry,
  record: Pick<RecordView, 'from' | 'to' | 'direction' | 'standard'>,
  now: number,
  zone: string,
): string {
  const when = (name: string) => (typeof facts[name] === 'number' ? clockTime(facts[name], now, zone) : '')
  switch (kind) {
    case 'created':
      return t(`record.history.created.${record.direction}`, { from: record.from, to: record.to })
    case 'attempt_logged': {
      const outcome = facts['outcome'] as AttemptOutcome
      return outcome === 'she_called_us'
        ? t('record.history.sheCalled')
        : t('record.history.attempt', {
            did: t(`record.history.did.${facts['channel'] as ContactChannel}`),
            result: t(`record.history.result.${outcome}`),
          })
    }
    case 'permission_answered':
      return t(facts['given'] ? 'record.history.permission_given' : 'record.history.permission_refused')
    case 'accepted':
      return t('record.history.accepted', { who: String(facts['acceptedBy'] ?? '') })
    case 'assigned':
      return t('record.history.assigned', { who: String(facts['to'] ?? '') })
    case 'number_shown':
      return t(`record.history.number_shown.${facts['safeCheck'] === 'not_sure' ? 'not_sure' : 'safe'}`)
    case 'received_corrected':
      return t('record.history.received_corrected', { when: when('receivedAt'), was: when('was') })
    case 'plan_changed':
      return t(facts['verified'] ? 'record.history.plan_verified' : 'record.history.plan_changed', { n: String(facts['version'] ?? '') })
    case 'next_step_understood':
      return t('record.history.next_step_understood', { what: String(facts['what'] ?? '') })
    case 'deadline_risks_asked':
      return t(`record.history.risks.${facts['answer'] as 'none' | 'dates' | 'not_known'}`)
    case 'loop_back_asked':
      return t('record.history.loop_back_asked', { from: record.from, when: when('answerDueAt') })
    case 'meeting_booked':
      return t('record.history.meeting_booked', { when: when('meetingAt') })
    case 'meeting_held':
      return t('record.history.meeting_held', { when: when('nextAt') })
    case 'put_on_hold':
      return t('record.history.put_on_hold', { when: when('reviewAt') })
    case 'task_moved':
      return t('record.history.task_moved', { when: when('dueAt'), who: String(facts['owner'] ?? '') })
    case 'due_passed':
      return t('record.history.due_passed', { hours: record.standard.hours })
    case 'closed':
      return t('record.history.closed', { as: t(`vocabulary.closedAs.${facts['as'] as ClosedAs}`).toLowerCase() })
    case 'attempt_withdrawn':
    case 'way_verified':
    case 'confirmed':
    case 'waiting_ended':
    case 'stopped_as_unsafe':
    case 'bounce_settled':
    case 'danger_acknowledged':
    case 'reopened':
    case 'entered_in_error':
      return t(`record.history.${kind}`)
    case 'waiting_began':
      return `${t(`standing.state.waiting_for_her.${facts['why'] as WaitingReason}`)}.`
    case 'bounced':
      return `${t('standing.state.bounced')}.`
    case 'note_added':
      return facts['herWords'] ? t('record.history.herWords') : t('record.history.noteBy')
    default:
      return t('record.history.other')
  }
}
