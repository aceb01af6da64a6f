import type { TFunction } from 'i18next'
import type { TimelineEntry } from '#shared/contract/handoff/record'
import { REACH_BY_CHANNEL } from '#shared/domain/contact/contact-plan'
import type { AttemptMark, AttemptOutcome, ContactChannel, SafeCheck } from '#shared/domain/core/vocabulary'
import type { HistoryLine } from './history-line'
import type { IconName } from '../../ui/Icon'

const ICON: Readonly<Record<ContactChannel, IconName>> = {
  call: 'phone',
  text: 'message',
  email: 'message',
  letter: 'message',
  partner_portal: 'message',
  through_partner: 'partners',
  in_person: 'people',
}

/** Describes one attempt (C5): how it was made, its result, and whether it was safe to ask. */
export function describeAttempt(t: TFunction, { facts }: TimelineEntry): HistoryLine {
  const outcome = facts['outcome'] as AttemptOutcome
  const channel = facts['channel'] as ContactChannel
  const marks = String(facts['marks'] ?? '')
    .split(' ')
    .filter(Boolean) as AttemptMark[]
  const check = facts['safeCheck'] as SafeCheck
  // An attempt through another person, or a call by the person, had no safety question.
  const asked = outcome !== 'she_called_us' && channel !== 'through_partner' && channel !== 'in_person'
  return {
    icon: outcome === 'not_safe_stopped' ? 'stop' : ICON[channel],
    strong:
      outcome === 'she_called_us'
        ? t('record.history.sheCalled')
        : t('record.history.attempt', { did: t(`record.history.did.${channel}`), result: t(`record.history.result.${outcome}`) }),
    text: asked ? t(`record.history.check.${check}`, { reach: t(`handoffState.reach.${REACH_BY_CHANNEL[channel]}`) }) : '',
    second: [
      String(facts['note'] ?? ''),
      marks.length > 0 ? t('record.history.marks', { marks: marks.map((mark) => t(`vocabulary.attemptMark.${mark}`)).join(', ') }) : '',
    ]
      .filter(Boolean)
      .join(' '),
  }
}
