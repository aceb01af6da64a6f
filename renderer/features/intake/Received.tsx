import { useTranslation } from 'react-i18next'
import { dueAt } from '#shared/domain/contact-clock'
import { DEFAULT_POLICY, standardAt, type PartnerStandard } from '#shared/domain/policy'
import { clockTime, shortTime } from '#shared/domain/wording'
import { useMinute, useZone } from '../../office'
import { Button, Field, instantOf, MomentField } from '../../ui'
import type { PartProps } from './form'

interface Props extends PartProps {
  readonly standardHours: number
  /** The source's own standards (C2); none for anybody else. */
  readonly own: readonly PartnerStandard[]
}

/** C1: when it was received, and when it is therefore due. It may be set back with a reason, never into the future. */
export function Received({ form, set, standardHours, own }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const typed = form.earlier ? instantOf(form.received, now, zone) : null
  const receivedAt = typed === null ? now : typed.ok && typed.value <= now ? typed.value : null
  const standard = receivedAt === null ? null : standardAt(receivedAt, own, { ...DEFAULT_POLICY, standardHours })
  const due =
    receivedAt === null || standard === null
      ? ''
      : t(standard.mode === 'measured' ? 'intake.dueMeasured' : 'intake.due', { when: clockTime(dueAt(receivedAt, standard), now, zone) })
  return (
    <>
      {form.earlier
        ? receivedAt === null
          ? t('intake.receivedEarlier')
          : t('intake.receivedAt', { when: clockTime(receivedAt, now, zone) })
        : t('intake.receivedNow', { time: shortTime(now, zone) })}{' '}
      {due}{' '}
      <Button look="bare" className="inline" onPress={() => set({ earlier: !form.earlier })} expanded={form.earlier}>
        {form.earlier ? t('intake.itIsNow') : t('intake.itWasEarlier')}
      </Button>
    </>
  )
}

/** Date, time and the reason, in the leaf's first row. */
export function Earlier({ form, set, wrong }: PartProps) {
  const { t } = useTranslation()
  return (
    <div className="two top">
      <MomentField
        label={t('intake.receivedWhen')}
        value={form.received}
        onChange={(received) => set({ received })}
        error={wrong('received')}
        hint={t('intake.receivedHint')}
      />
      <Field
        label={t('intake.because')}
        value={form.earlierBecause}
        onChange={(earlierBecause) => set({ earlierBecause })}
        error={wrong('earlierBecause')}
      />
    </div>
  )
}
