import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import { FailureLine, ROUTES, useCall, useMinute, useOfficeState, useZone } from '../../office'
import { Name, describeStaffName } from '../../components'
import { Button, FormPage, FormPageHead, FormPageRow, PageHead } from '../../ui'
import { TemporaryPassphrase, type IssuedPassphrase } from './TemporaryPassphrase'
import { WorkerForm } from './WorkerForm'
import { describeWorkerState, type WorkerRow } from './worker-words'

/** The page '#/settings/staff/<id>': name and roles, a new temporary passphrase, and leaving. */
export function WorkerPage({ worker }: { readonly worker: WorkerRow }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const me = useOfficeState()?.me?.id
  const [issued, setIssued] = useState<IssuedPassphrase | null>(null)
  const save = useCall('staff.save')
  const back = () => go(ROUTES.staff)
  if (issued) return <TemporaryPassphrase issued={issued} onDone={back} />
  return (
    <>
      <PageHead title={<Name>{worker.name}</Name>} actions={<Button onPress={back}>{t('staff.back')}</Button>} />
      <FormPage>
        <WorkerForm
          label={t('staff.columns.name')}
          initial={{ name: worker.name, roles: worker.roles }}
          save={t('staff.form.save')}
          saving={t('staff.form.save')}
          worker={worker.id}
          send={(typed) => save.send({ id: worker.id, ...typed })}
          announces={t('staff.form.saved')}
          onClose={back}
        />
        <ResetPassphrase worker={worker} mine={worker.id === me} onIssued={setIssued} />
        <section aria-label={t('away.head')}>
          <FormPageHead margin={t('away.margin')}>{t('away.head')}</FormPageHead>
          <FormPageRow label="">
            <p className="second">{worker.away ? describeStaffName(t, worker, now, zone) : t('away.say')}</p>
            <p className="acts flush">
              <Button onPress={() => go(`${ROUTES.staff}/${worker.id}/away`)}>{t('away.open')}</Button>
            </p>
          </FormPageRow>
        </section>
        <section aria-label={t('staff.one.leaveHead')}>
          <FormPageHead margin={t('staff.one.leaveMargin')}>{t('staff.one.leaveHead')}</FormPageHead>
          <FormPageRow label="">
            <p className="second">{t('staff.one.leaveSay')}</p>
            <p className="acts flush">
              <Button
                onPress={() => go(`${ROUTES.staff}/${worker.id}/leave`)}
                {...(worker.id === me ? { why: t('staff.one.notYourselfLeave') } : {})}
              >
                {t('staff.one.leave', { name: worker.name })}
              </Button>
            </p>
          </FormPageRow>
        </section>
      </FormPage>
    </>
  )
}

/** Says what it does before it does it (K4). */
function ResetPassphrase({
  worker,
  mine,
  onIssued,
}: {
  readonly worker: WorkerRow
  readonly mine: boolean
  readonly onIssued: (issued: IssuedPassphrase) => void
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('staff.resetPassphrase')
  const [failure, setFailure] = useState<Failure | null>(null)
  const reset = async () => {
    const answer = await send({ id: worker.id })
    if (answer.ok) onIssued({ name: worker.name, passphrase: answer.value.passphrase, until: answer.value.until })
    else setFailure(answer.failure)
  }
  return (
    <section aria-label={t('staff.one.passphraseHead')}>
      <FormPageHead margin={t('staff.one.passphraseMargin')}>{t('staff.one.passphraseHead')}</FormPageHead>
      <FormPageRow label="">
        <p>{t('staff.one.passphrase', { state: describeWorkerState(t, worker, now, zone) })}</p>
        <p className="second">{t('staff.one.resetSay')}</p>
        <p className="acts flush">
          <Button busy={sending} onPress={() => void reset()} {...(mine ? { why: t('staff.one.notYourself') } : {})}>
            {sending ? t('staff.one.resetting') : t('staff.one.reset')}
          </Button>
        </p>
        <FailureLine failure={failure} />
      </FormPageRow>
    </section>
  )
}
