import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import { calculateDueAt } from '#shared/domain/contact/contact-clock'
import { findStandard, findVersion, type PartnerStandard } from '#shared/domain/policy/policy'
import { formatDayAndTime, formatTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../office'
import { parseMoment, MomentField } from '../../components'
import { Button, Field } from '../../ui'
import type { HandoffPartProps } from './handoff-form'

export type PolicyVersionList = Output<'policy.read'>['versions']

interface Props extends HandoffPartProps {
  /** The office's policies: an earlier receipt has the policy of that time (C1, C2). */
  readonly versions: PolicyVersionList
  /** The source's own standards (C2); empty for all others. */
  readonly own: readonly PartnerStandard[]
}

/** When it was received, and when it is therefore due (C1). Receipt may be set back with a reason, never into the future. */
export function ReceivedPart({ form, set, versions, own }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const typed = form.earlier ? parseMoment(form.received, now, zone) : null
  const receivedAt = typed === null ? now : typed.ok && typed.value <= now ? typed.value : null
  const version = receivedAt === null ? undefined : findVersion(versions, receivedAt)
  const standard = receivedAt === null || !version ? null : findStandard(receivedAt, own, { ...version.policy, version: version.version })
  const due =
    receivedAt === null || standard === null
      ? ''
      : t(standard.mode === 'measured' ? 'createHandoff.dueMeasured' : 'createHandoff.due', {
          when: formatDayAndTime(calculateDueAt(receivedAt, standard), now, zone),
        })
  return (
    <>
      {form.earlier
        ? receivedAt === null
          ? t('createHandoff.receivedEarlier')
          : t('createHandoff.receivedAt', { when: formatDayAndTime(receivedAt, now, zone) })
        : t('createHandoff.receivedNow', { time: formatTime(now, zone) })}{' '}
      {due}{' '}
      <Button look="bare" className="inline" onPress={() => set({ earlier: !form.earlier })} expanded={form.earlier}>
        {form.earlier ? t('createHandoff.itIsNow') : t('createHandoff.itWasEarlier')}
      </Button>
    </>
  )
}

/** Date, time and the reason, in the first row of the form. */
export function ReceivedEarlier({ form, set, wrong }: HandoffPartProps) {
  const { t } = useTranslation()
  return (
    <div className="two top">
      <MomentField
        label={t('createHandoff.receivedWhen')}
        value={form.received}
        onChange={(received) => set({ received })}
        error={wrong('received')}
        hint={t('createHandoff.receivedHint')}
      />
      <Field
        label={t('createHandoff.because')}
        value={form.earlierBecause}
        onChange={(earlierBecause) => set({ earlierBecause })}
        error={wrong('earlierBecause')}
      />
    </div>
  )
}
