import type { TFunction } from 'i18next'
import type { TimelineEntry } from '#shared/contract/handoff/record'
import type { MeetingMode } from '#shared/domain/meeting/meeting'
import type { HistoryLine } from './history-line'

type MeetingEntryKind =
  | 'meeting_booked'
  | 'meeting_held'
  | 'meeting_begun'
  | 'met'
  | 'meeting_closed'
  | 'plan_line_done'
  | 'plan_line_dropped'

/** Describes meetings and what was agreed in them. `when`: an instant of the entry in words, empty where it has none. */
export function describeMeetingEntry(
  t: TFunction,
  kind: MeetingEntryKind,
  { facts }: TimelineEntry,
  when: (name: string) => string,
): HistoryLine {
  const text = (name: string): string => String(facts[name] ?? '')
  const second = (words: string) => (words === '' ? {} : { second: words })
  const mode = t(`record.meetings.mode.${text('mode') as MeetingMode}`)
  switch (kind) {
    case 'meeting_booked':
      return { icon: 'meetings', text: t('record.meetings.booked', { when: when('meetingAt') }), ...second(text('what')) }
    case 'meeting_held': {
      const next = when('nextAt')
      const held = next === '' ? t('record.meetings.heldLast') : t('record.meetings.held', { when: next })
      return { icon: 'meetings', text: held, ...second(text('what')) }
    }
    case 'meeting_begun':
      return {
        icon: 'meetings',
        text: t(facts['withHer'] === true ? 'record.meetings.begun' : 'record.meetings.begunWithoutHer', { mode }),
      }
    case 'met':
      return { icon: 'confirmed', text: t('record.meetings.met') }
    case 'meeting_closed': {
      const count = Number(facts['lines'] ?? 0)
      const ended = t(facts['how'] === 'she_ended_it' ? 'record.meetings.closedByHer' : 'record.meetings.closed')
      return { icon: 'meetings', text: ended, ...second(count === 0 ? '' : t('record.meetings.agreed', { count })) }
    }
    case 'plan_line_done':
      return { icon: 'confirmed', text: t('record.meetings.lineDone', { what: text('what') }), ...second(text('words')) }
    case 'plan_line_dropped':
      return {
        text: t('record.meetings.lineDropped', { what: text('what') }),
        ...second(t('record.history.reason', { reason: text('reason') })),
      }
  }
}
