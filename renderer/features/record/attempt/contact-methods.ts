import type { TFunction } from 'i18next'
import type { PlanView } from '#shared/contract/person/contact-plan'
import type { RecordView } from '#shared/contract/handoff/record'
import { isForNeutralCall } from '#shared/domain/contact/contact-plan'
import type { AttemptOutcome, ContactChannel, SafeCheck } from '#shared/domain/core/vocabulary'

/** How the person is reached this time. */
export interface ContactMethod {
  readonly channel: ContactChannel
  readonly wayId: string | null
}

export interface ContactMethodOption extends ContactMethod {
  readonly key: string
  readonly label: string
  /** True when the person allowed it (P1). A refused way is only ever recorded. */
  readonly allowed: boolean
}

type PlanWay = PlanView['ways'][number]
const WAY_CHANNELS: Readonly<Record<PlanWay['kind'], readonly ContactChannel[]>> = {
  phone: ['call', 'text'],
  email: ['email'],
  post: ['letter'],
  in_person: ['in_person'],
}

export const findIntermediary = (record: Pick<RecordView, 'plan' | 'from'>): string => record.plan?.rules.relay?.who ?? record.from

export function describeContactMethod(t: TFunction, record: Pick<RecordView, 'plan' | 'from'>, { channel, wayId }: ContactMethod): string {
  const way = record.plan?.ways.find((one) => one.id === wayId)
  const who = findIntermediary(record)
  if (way?.label) return t(`record.how.${channel}`, { label: way.label, who })
  // A way without a name: the kind is numbered only where there is another one of it.
  const sameKind = record.plan?.ways.filter((one) => one.kind === way?.kind) ?? []
  return way && sameKind.length > 1
    ? t(`record.how.${channel}`, { label: t('record.how.numbered', { n: sameKind.indexOf(way) + 1 }), who })
    : t(`record.how.plain.${channel}`, { who })
}

/** Lists every way of the plan with its channels, allowed ones first; then a relay, and meeting in person. */
export function listContactMethods(t: TFunction, record: Pick<RecordView, 'plan' | 'from'>): readonly ContactMethodOption[] {
  const { plan } = record
  const allowedAtAll = plan?.allowed ?? []
  // A number of which nothing is known may be tried neutrally; the office decides (P2).
  const may = (way: PlanWay, channel: ContactChannel) =>
    allowedAtAll.includes(channel) &&
    (way.safeFor.includes(channel) || (plan?.rules.mayContact === 'not_known' && channel === 'call' && isForNeutralCall(way)))
  const own = (plan?.ways ?? []).flatMap((way) =>
    WAY_CHANNELS[way.kind].map((channel): ContactMethodOption => ({
      key: `${way.id}/${channel}`,
      channel,
      wayId: way.id,
      allowed: may(way, channel),
      label: describeContactMethod(t, record, { channel, wayId: way.id }),
    })),
  )
  const without = (['through_partner', 'in_person'] as const)
    .filter((channel) => !own.some((option) => option.channel === channel))
    .map((channel): ContactMethodOption => ({
      key: channel,
      channel,
      wayId: null,
      allowed: allowedAtAll.includes(channel),
      label: channel === 'in_person' ? t('record.outcome.did.in_person') : describeContactMethod(t, record, { channel, wayId: null }),
    }))
  const unnamed: readonly ContactMethodOption[] = own.some((option) => option.channel === 'call')
    ? []
    : [{ key: 'call', channel: 'call', wayId: null, allowed: false, label: t('record.outcome.did.call') }]
  return [...own, ...without, ...unnamed].toSorted((a, b) => Number(b.allowed) - Number(a.allowed))
}

export interface OutcomeChoice {
  readonly outcome: AttemptOutcome
  readonly key: string
  readonly label: string
  readonly then: string
}

const WRITTEN_CHANNELS: readonly ContactChannel[] = ['text', 'email', 'letter', 'partner_portal']

/** Lists the possible outcomes, each with its key and what follows. The first digits mean the same on every list. */
export function listOutcomeChoices(
  t: TFunction,
  record: Pick<RecordView, 'direction' | 'plan'>,
  { channel, wayId }: ContactMethod,
): readonly OutcomeChoice[] {
  if (record.direction === 'outgoing') {
    return (['reached', 'partner_relayed', 'no_answer', 'she_called_us'] as const).map((outcome, index) => ({
      outcome,
      key: String(index + 1),
      label: t(`record.outcome.out.${outcome}`),
      then:
        outcome === 'reached' || outcome === 'she_called_us' ? t('record.outcome.then.reached') : t('record.outcome.then.receiver_next'),
    }))
  }
  if (record.direction === 'internal') {
    return (['reached', 'no_answer', 'interpreter_missing'] as const).map((outcome, index) => ({
      outcome,
      key: String(index + 1),
      label: t(`record.outcome.in.${outcome}`),
      then: t(`record.outcome.then.${outcome}`),
    }))
  }
  const written = WRITTEN_CHANNELS.includes(channel)
  const way = record.plan?.ways.find((one) => one.id === wayId)
  // It is recorded, with a mark, even where the person had refused it (P1).
  const voicemail =
    way && (way.voicemail === 'first_name_only' || way.voicemail === 'agreed_words') ? 'voicemail_left' : 'voicemail_refused'
  const list: readonly AttemptOutcome[] = written
    ? [
        'reached',
        'message_sent',
        'someone_else_answered',
        'she_called_us',
        channel === 'text' ? 'number_not_in_service' : 'email_bounced',
        'partner_relayed',
        'interpreter_missing',
      ]
    : [
        'reached',
        'no_answer',
        'someone_else_answered',
        'she_called_us',
        'number_not_in_service',
        'partner_relayed',
        'interpreter_missing',
        'voicemail_left',
      ]
  return list.map((outcome, index) => ({
    outcome,
    key: String(index + 1),
    label: t(`vocabulary.outcome.${outcome}`),
    then: t(`record.outcome.then.${outcome === 'voicemail_left' ? voicemail : outcome}`),
  }))
}

/** The answer to "is it still safe?", kept until the attempt is logged. */
export interface SafetyAnswer {
  readonly safeCheck: SafeCheck
  readonly override: boolean
}
