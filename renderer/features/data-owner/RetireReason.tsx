import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { FailureLine, useCall } from '../../office'
import { announce, Button, FormPageHead, FormPageRow } from '../../ui'
import type { BounceReason } from './ReasonTable'

/** Retires a reason, which stays on old records and cannot be chosen; it can be restored (B1). */
export function RetireReason({ reason, onDone }: { readonly reason: BounceReason; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const retire = useCall('bounceReason.retire')
  const restore = useCall('bounceReason.restore')
  const [failure, setFailure] = useState<Failure | null>(null)
  const { code, label, retired } = reason
  const change = async () => {
    const answer = await (retired ? restore : retire).send({ code })
    setFailure(answer.ok ? null : answer.failure)
    if (!answer.ok) return
    announce(t(retired ? 'reasons.form.restored' : 'reasons.form.retired'))
    onDone()
  }
  const head = t(retired ? 'reasons.form.backHead' : 'reasons.form.stopHead')
  return (
    <section aria-label={head}>
      <FormPageHead margin={t('reasons.form.stopMargin')}>{head}</FormPageHead>
      <FormPageRow label="">
        <p className="second">{t(retired ? 'reasons.form.backSay' : 'reasons.form.stopSay')}</p>
        <p className="acts flush">
          <Button
            busy={retire.sending || restore.sending}
            onPress={() => void change()}
            {...(reason.needed && !retired ? { why: t('reasons.form.cannot') } : {})}
          >
            {retired ? t('reasons.form.restore') : t('reasons.form.retire', { reason: label })}
          </Button>
        </p>
        <FailureLine failure={failure} />
      </FormPageRow>
    </section>
  )
}
