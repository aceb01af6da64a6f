import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/entry'
import { FailureLine, useCall } from '../../office'
import { announce, Button, LeafHead, LeafRow } from '../../ui'
import type { Reason } from './ReasonSheet'

/** B1: a retired reason stays on old records and cannot be chosen; it can come back. */
export function Retire({ reason, onDone }: { readonly reason: Reason; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const retire = useCall('reason.retire')
  const restore = useCall('reason.restore')
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
      <LeafHead margin={t('reasons.form.stopMargin')}>{head}</LeafHead>
      <LeafRow label="">
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
      </LeafRow>
    </section>
  )
}
