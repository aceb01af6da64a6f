import type { TFunction } from 'i18next'
import type { PlanView } from '#shared/contract/person/contact-plan'
import type { Zone } from '#shared/domain/core/moment'
import type { SafeHours } from '#shared/domain/contact/safe-hours'
import type { ContactChannel } from '#shared/domain/core/vocabulary'
import { toLocalTime } from '#shared/domain/core/moment'
import { describeHours, describeTimeWindow } from '../../../components'
import { capitalize } from '../../../ui'

/** Describes today's hours alone, for "She allows calls 16:00 to 19:00"; all of them where today has none. */
export function describeHoursToday(t: TFunction, safe: Extract<SafeHours, { kind: 'times' }>, now: number, zone: Zone): string {
  const { weekday } = toLocalTime(now, zone)
  const today = safe.allowed.filter((hours) => hours.weekdays.includes(weekday))
  return today.length > 0 ? today.map((hours) => describeTimeWindow(t, hours)).join(t('hours.and')) : describeHours(t, safe.allowed)
}

export const describeChannels = (t: TFunction, channels: readonly ContactChannel[]): string =>
  channels.map((channel) => t(`vocabulary.channel.${channel}`)).join(', ')

type PlanWay = PlanView['ways'][number]
export const describeWay = (t: TFunction, way: PlanWay): string =>
  way.label ||
  (way.kind === 'phone' ? t('record.how.unnamed') : way.kind === 'post' ? t('record.how.unnamedAddress') : t(`record.plan.${way.kind}`))

export interface PlanLine {
  readonly label: string
  readonly text: string
  /** Added in bold: "Never …". */
  readonly strong?: string
}

/** Lists the whole plan as pairs of label and sentence, rules first. It contains no number and no code word. */
export function listPlanLines(t: TFunction, plan: PlanView): readonly PlanLine[] {
  const { rules, ways } = plan
  const safe = rules.safeHours
  const phones = ways.filter((way) => way.kind === 'phone')
  const lines: (PlanLine | false)[] = [
    { label: t('record.plan.may'), text: `${t(`vocabulary.mayContact.${rules.mayContact}`)}.` },
    {
      label: t('record.plan.hours'),
      text:
        safe.kind === 'any'
          ? t('record.plan.any')
          : safe.kind === 'not_known'
            ? t('record.plan.unknown')
            : `${describeHours(t, safe.allowed)}.`,
      ...(rules.neverHours.length > 0 ? { strong: t('record.rules.never', { hours: describeHours(t, rules.neverHours) }) } : {}),
    },
    ways.length === 0 && { label: t('record.plan.where'), text: t('record.plan.nowhere') },
    ...ways.map((way) => ({
      label: t('record.plan.where'),
      text: `${capitalize(describeWay(t, way))}, ${t(`vocabulary.whose.${way.whose}`)}; ${way.safeFor.length > 0 ? t('record.plan.safeFor', { channels: describeChannels(t, way.safeFor) }) : t('record.plan.safeForNone')}.`,
    })),
    ...phones
      .map((way) => ({
        label: t('record.plan.voicemail'),
        text: `${phones.length > 1 ? `${capitalize(describeWay(t, way))}: ` : ''}${t(`record.plan.voicemails.${way.voicemail}`)}`,
      }))
      .slice(0, phones.length > 1 ? 3 : 1),
    phones.length > 0 && {
      label: t('record.plan.ours'),
      text: phones.some((way) => way.hideOurNumber)
        ? phones.some((way) => way.rejectsHiddenNumbers)
          ? t('record.plan.hideRejects')
          : t('record.plan.hide')
        : t('record.plan.show'),
    },
    rules.nameToUse !== '' && { label: t('record.plan.name'), text: rules.nameToUse },
    rules.ifSomeoneElse !== '' && { label: t('record.plan.someone'), text: rules.ifSomeoneElse },
    rules.whoMayAnswer !== '' && { label: t('record.plan.whoMay'), text: rules.whoMayAnswer },
    rules.ifLineDrops !== '' && { label: t('record.plan.drops'), text: rules.ifLineDrops },
    {
      label: t('record.plan.through'),
      text: [
        rules.relay ? t(rules.relay.agreed ? 'record.plan.agreed' : 'record.plan.notAgreed', { who: rules.relay.who }) : '',
        plan.relayAgreement === null ? '' : plan.relayAgreement || t('record.plan.partnerNotAgreed'),
        t(rules.sourceMayHelp ? 'record.plan.source' : 'record.plan.noSource'),
      ]
        .filter(Boolean)
        .join(' '),
    },
    {
      label: t('record.plan.language'),
      text: `${[rules.language || t('record.plan.unknown').replace(/\.$/, ''), rules.dialect].filter(Boolean).join(', ')}. ${t(`vocabulary.interpreter.${rules.interpreter}`)}.`,
    },
    (rules.speech === 'tty' || rules.speech === 'sign') && {
      label: t('record.plan.speech'),
      text: t(`record.plan.speaks.${rules.speech}`),
    },
    rules.mail !== 'not_known' && { label: t('record.plan.mail'), text: t(`record.plan.mails.${rules.mail}`) },
    rules.monitoringWorry && { label: t('record.plan.watch'), text: t('record.plan.watched') },
    rules.signal !== '' && { label: t('record.plan.signal'), text: rules.signal },
  ]
  return lines.filter((line) => line !== false)
}
