import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import { FailureLine, describeFailure, ROUTES, useCall, useOffice, useOfficeState } from '../../office'
import { Button, EmptyState, FormPage, FormPageRow, Loading, PageHead, useCommands } from '../../ui'
import { WorkerLeft } from './WorkerLeft'
import { ReassignCaseload, useReassignment } from './ReassignCaseload'
import type { WorkerRow } from './worker-words'

/** The page '#/settings/staff/<id>/leave' (K4, H4): all open work is reassigned in one step, or the worker stays. */
export function WorkerLeaving({ worker }: { readonly worker: WorkerRow }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const me = useOfficeState()?.me
  const others = (useOffice('staff.list', {}).value ?? []).filter(({ id }) => id !== worker.id)
  // Once the worker has left there is nothing to look up.
  const [moved, setMoved] = useState<number | null>(null)
  const leaving = useOffice('staff.readLeaving', { id: worker.id }, { enabled: moved === null })
  const passing = useReassignment(me?.id ?? null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { send, sending } = useCall('staff.leave')
  const stay = () => go(`${ROUTES.staff}/${worker.id}`)
  useCommands([{ id: 'stay', label: t('staff.leaving.stay'), keys: 'Esc', run: stay }])
  useEffect(() => document.getElementById('main')?.focus(), [])

  if (moved !== null) return <WorkerLeft name={worker.name} moved={moved} />
  if (!leaving.value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('staff.leaving.title', { name: worker.name })}</h1>
        {leaving.failure ? <EmptyState title={describeFailure(t, leaving.failure)} /> : <Loading>{t('staff.leaving.loading')}</Loading>}
      </div>
    )
  const { handoffs, restricted, rights, drafts } = leaving.value
  const { to } = passing
  const count = handoffs.length + restricted
  const exceptions = passing.listExceptions(leaving.value)
  const leave = async () => {
    if (to === null) return
    const answer = await send({ id: worker.id, to, exceptions: exceptions })
    if (answer.ok) setMoved(answer.value.reassigned)
    else setFailure(answer.failure)
  }
  const sure = count === 0 ? 'sureNone' : exceptions.length > 0 ? 'sureSome' : 'sure'
  const toName = others.find(({ id }) => id === to)?.name ?? ''
  return (
    <>
      <PageHead title={t('staff.leaving.title', { name: worker.name })}>{t('staff.leaving.say')}</PageHead>
      <FormPage>
        <ReassignCaseload caseload={leaving.value} others={others} reassignment={passing} />
        <FormPageRow label="">
          {rights.map((right) => (
            <p key={right} className="second">
              {t('staff.leaving.right', { right: t(`word.role.${right}`) })}
            </p>
          ))}
          {drafts > 0 && <p className="second">{t('staff.leaving.drafts', { count: drafts })}</p>}
          <p className="second">{t('staff.leaving.key')}</p>
          <p className="acts flush">
            <Button
              look="do"
              size="tall"
              busy={sending}
              onPress={() => void leave()}
              {...(to === null ? { why: t('staff.leaving.pick') } : {})}
            >
              {sending ? t('staff.leaving.working') : t(`staff.leaving.${sure}`, { count, name: worker.name, to: toName })}
            </Button>
            <Button size="tall" keys="Esc" onPress={stay}>
              {t('staff.leaving.stay')}
            </Button>
          </p>
          <FailureLine failure={failure} />
        </FormPageRow>
      </FormPage>
    </>
  )
}
