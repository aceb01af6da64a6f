import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/entry'
import { FailureLine, PLACES, useCall, useMinute, useOfficeState, useZone } from '../../office'
import { announce, Button, Leaf, LeafHead, LeafRow, Name, PageHead, staffName } from '../../ui'
import { FiveWords, type Given } from './FiveWords'
import { WorkerForm } from './WorkerForm'
import { standingWords, type WorkerRow } from './worker-words'

/** '#/settings/staff/<id>': her name and roles, new words for her, and her leaving. */
export function OneWorker({ worker }: { readonly worker: WorkerRow }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const zone = useZone()
  const me = useOfficeState()?.me?.id
  const [given, setGiven] = useState<Given | null>(null)
  const [saved, setSaved] = useState(false)
  const save = useCall('staff.save')
  const back = () => go(PLACES.staff)
  if (given) return <FiveWords given={given} onDone={back} />
  return (
    <>
      <PageHead title={<Name>{worker.name}</Name>} acts={<Button onPress={back}>{t('staff.back')}</Button>} />
      <Leaf>
        <WorkerForm
          label={t('staff.columns.name')}
          initial={{ name: worker.name, roles: worker.roles }}
          save={t('staff.form.save')}
          saving={t('staff.form.save')}
          busy={save.sending}
          saved={saved}
          onChange={() => setSaved(false)}
          onLeave={back}
          onSave={async (typed) => {
            const answer = await save.send({ id: worker.id, ...typed })
            setSaved(answer.ok)
            if (answer.ok) announce(t('staff.form.saved'))
            return answer.ok ? null : answer.failure
          }}
        />
        <Reset worker={worker} mine={worker.id === me} onGiven={setGiven} />
        <section aria-label={t('away.head')}>
          <LeafHead margin={t('away.margin')}>{t('away.head')}</LeafHead>
          <LeafRow label="">
            <p className="second">{worker.away ? staffName(t, worker, now, zone) : t('away.say')}</p>
            <p className="acts flush">
              <Button onPress={() => go(`${PLACES.staff}/${worker.id}/away`)}>{t('away.open')}</Button>
            </p>
          </LeafRow>
        </section>
        <section aria-label={t('staff.one.leaveHead')}>
          <LeafHead margin={t('staff.one.leaveMargin')}>{t('staff.one.leaveHead')}</LeafHead>
          <LeafRow label="">
            <p className="second">{t('staff.one.leaveSay')}</p>
            <p className="acts flush">
              <Button
                onPress={() => go(`${PLACES.staff}/${worker.id}/leave`)}
                {...(worker.id === me ? { why: t('staff.one.notYourselfLeave') } : {})}
              >
                {t('staff.one.leave', { name: worker.name })}
              </Button>
            </p>
          </LeafRow>
        </section>
      </Leaf>
    </>
  )
}

/** K4: says what it does before it does it. */
function Reset({
  worker,
  mine,
  onGiven,
}: {
  readonly worker: WorkerRow
  readonly mine: boolean
  readonly onGiven: (given: Given) => void
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send, sending } = useCall('staff.reset')
  const [failure, setFailure] = useState<Failure | null>(null)
  const reset = async () => {
    const answer = await send({ id: worker.id })
    if (answer.ok) onGiven({ name: worker.name, passphrase: answer.value.passphrase, until: answer.value.until })
    else setFailure(answer.failure)
  }
  return (
    <section aria-label={t('staff.one.passphraseHead')}>
      <LeafHead margin={t('staff.one.passphraseMargin')}>{t('staff.one.passphraseHead')}</LeafHead>
      <LeafRow label="">
        <p>{t('staff.one.standing', { standing: standingWords(t, worker, now, zone) })}</p>
        <p className="second">{t('staff.one.resetSay')}</p>
        <p className="acts flush">
          <Button busy={sending} onPress={() => void reset()} {...(mine ? { why: t('staff.one.notYourself') } : {})}>
            {sending ? t('staff.one.resetting') : t('staff.one.reset')}
          </Button>
        </p>
        <FailureLine failure={failure} />
      </LeafRow>
    </section>
  )
}
