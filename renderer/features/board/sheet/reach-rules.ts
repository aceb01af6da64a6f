import type { TFunction } from 'i18next'
import type { PlanView } from '#shared/contract/person/contact-plan'
import type { RecordView } from '#shared/contract/handoff/record'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { formatDayAndTime, formatElapsed } from '#shared/domain/core/wording'
import { describeHours } from '../../../components'
import { type IconName } from '../../../ui'

/** One rule about reaching the person. `said`: words to say aloud, as agreed with the person. */
export interface ReachRule {
  readonly icon: IconName
  readonly text: string
  readonly said?: string
  readonly strong?: boolean
}

const CHANNEL_ICON: Readonly<Record<PlanView['ways'][number]['kind'], IconName>> = {
  phone: 'phone',
  email: 'message',
  post: 'message',
  in_person: 'people',
}

/** Lists the rules, never numbers: how the person can be reached safely, and how not (P1, P2, P4, C7). */
export function listReachRules(
  t: TFunction,
  record: Pick<RecordView, 'plan' | 'stoppedAt' | 'risks'>,
  now: Instant,
  zone: Zone,
): readonly ReachRule[] {
  const { plan, stoppedAt, risks } = record
  const dates = risks.map((risk): ReachRule => ({
    icon: 'flag',
    text: [
      `${t(`handoffState.risk.${risk.kind}`)} ${formatDayAndTime(risk.date, now, zone)}.`,
      risk.date > now ? t('board.reach.in', { left: formatElapsed(risk.date - now) }) : '',
      risk.what,
    ]
      .filter(Boolean)
      .join(' '),
  }))
  if (!plan) return [{ icon: 'ask', text: t('board.sheet.noPlan') }, ...dates]
  const { rules } = plan
  const phone = plan.ways.find((way) => way.kind === 'phone')
  const found: (ReachRule | false)[] = [
    stoppedAt !== null && { icon: 'stopline', text: t('board.reach.stopped'), strong: true },
    rules.mayContact === 'she_calls' && { icon: 'stopline', text: t('board.reach.sheCalls'), strong: true },
    rules.mayContact === 'through_partner' && {
      icon: 'partners',
      text: t('board.reach.through', { who: rules.relay?.who ?? t('vocabulary.channel.through_partner') }),
      strong: true,
    },
    plan.state !== 'verified' && rules.mayContact !== 'she_calls' && { icon: 'ask', text: t('board.reach.neutral') },
    ...plan.ways
      .filter((way) => way.safeFor.length > 0)
      .map((way): ReachRule => ({
        icon: CHANNEL_ICON[way.kind],
        text: t('board.reach.on', {
          channels: way.safeFor.map((channel) => t(`word.channel.${channel}`)).join(', '),
          label: `${way.label || t(way.kind === 'phone' ? 'record.how.unnamed' : 'record.how.unnamedAddress')}, ${t(`vocabulary.whose.${way.whose}`)}`,
        }),
      })),
    !plan.hasSafeWay && rules.mayContact !== 'she_calls' && { icon: 'stopline', text: t('board.reach.nowhere'), strong: true },
    rules.mayContact !== 'she_calls' && {
      icon: 'clock',
      text: [
        rules.safeHours.kind === 'times'
          ? t('board.reach.only', { hours: describeHours(t, rules.safeHours.allowed) })
          : t(rules.safeHours.kind === 'any' ? 'board.reach.anyHour' : 'board.reach.hoursUnknown'),
        rules.neverHours.length > 0 ? t('board.reach.never', { hours: describeHours(t, rules.neverHours) }) : '',
      ]
        .filter(Boolean)
        .join(' '),
    },
    phone !== undefined &&
      rules.mayContact !== 'she_calls' && {
        icon: 'stopline',
        text: [
          `${t(`vocabulary.voicemail.${phone.voicemail}`)}.`,
          phone.hideOurNumber ? t('board.reach.hide') : '',
          phone.rejectsHiddenNumbers ? t('board.reach.rejects') : '',
        ]
          .filter(Boolean)
          .join(' '),
      },
    rules.ifSomeoneElse !== '' && { icon: 'message', text: t('board.reach.someone'), said: rules.ifSomeoneElse },
    rules.interpreter !== 'none' &&
      rules.interpreter !== 'not_known' && {
        icon: 'people',
        text: t('board.reach.interpreter', {
          what: t(`vocabulary.interpreter.${rules.interpreter}`),
          language: rules.language || t('word.notKnown'),
        }),
      },
  ]
  return [...found.filter((rule) => rule !== false), ...dates]
}

/** Describes the verification: 'verified yesterday 16:20, with her', 'to be verified anew'. */
export function describeVerified(t: TFunction, plan: PlanView, now: Instant, zone: Zone): string {
  if (!plan.verified) return t('board.sheet.notVerified')
  if (plan.state === 'expired') return t('board.sheet.expired')
  return t(plan.verified.with === 'her' ? 'board.sheet.verifiedHer' : 'board.sheet.verifiedSource', {
    when: formatDayAndTime(plan.verified.at, now, zone),
  })
}
