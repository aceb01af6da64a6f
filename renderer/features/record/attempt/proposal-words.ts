import type { TFunction } from 'i18next'
import type { ProposalView, RecordView } from '#shared/contract/handoff/record'
import { DAY, type Instant, type Zone } from '#shared/domain/core/moment'
import { formatDayAndTime, formatElapsed, formatTime } from '#shared/domain/core/wording'
import { describeHoursToday } from '../summary/plan-words'

type Slot = Extract<ProposalView, { kind: 'slot' }>

/** Describes the proposal in one sentence (C5): "Next: today 18:00, because she allows calls 18:00 to 20:00 and the last try was 15:40." */
export function describeProposal(t: TFunction, record: RecordView, slot: Slot, now: Instant, zone: Zone): string {
  const reasons = listProposalReasons(t, record, slot, now, zone)
  const and = t('record.ahead.and')
  const said = reasons.length < 3 ? reasons.join(and) : [reasons.slice(0, -1).join(', '), reasons.at(-1)].join(and)
  return slot.at <= now
    ? t('record.ahead.becauseNow', { reasons: said })
    : t('record.ahead.because', { when: formatDayAndTime(slot.at, now, zone), reasons: said })
}

function listProposalReasons(t: TFunction, record: RecordView, slot: Slot, now: Instant, zone: Zone): readonly string[] {
  const last = record.attemptsAt.length > 0 ? Math.max(...record.attemptsAt) : null
  const when = last === null ? '' : describeLastAttempt(last, slot.at, now, zone)
  const safe = record.direction === 'incoming' ? record.plan?.rules.safeHours : undefined
  const safeTimesReason =
    safe?.kind === 'times'
      ? t('record.because.safe_times', {
          contacts: t(`handoffState.contacts.${record.reachBy}`),
          hours: describeHoursToday(t, safe, slot.at, zone),
        })
      : null
  const reasons = slot.because.map((reason) => {
    switch (reason) {
      case 'gap':
        return t('record.because.gap', { gap: formatElapsed(slot.at - (last ?? slot.at)), last: when })
      case 'safe_times':
        return safeTimesReason ?? t('record.because.never')
      case 'interpreter_booked':
        return t('record.because.interpreter_booked', { from: formatTime(slot.at, zone), until: formatTime(slot.until, zone) })
      case 'second_window':
      case 'no_room_in_first_window':
      case 'her_safe_times_end_before':
      case 'interpreter_needed':
        return t(`record.because.${reason}`)
    }
  })
  // The safe hours are also mentioned where they had no influence, so that the plan need not be opened.
  const open = slot.because.includes('safe_times')
    ? null
    : (safeTimesReason ??
      (safe?.kind === 'any' && reasons.length === 0
        ? t('record.because.anyHour', { contacts: t(`handoffState.contacts.${record.reachBy}`) })
        : null))
  const tried = last === null || slot.because.includes('gap') ? null : t('record.because.lastTry', { last: when })
  const all = [...reasons, ...[open, tried].filter((one) => one !== null)]
  return all.length > 0 ? all : [t('record.because.noHours')]
}

/** The day is left out when it is today. */
const describeLastAttempt = (last: Instant, at: Instant, now: Instant, zone: Zone): string =>
  formatDayAndTime(last, now, zone).startsWith('today') && at - last < DAY ? formatTime(last, zone) : formatDayAndTime(last, now, zone)
