import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { StaffId } from '#shared/domain/core/ids'
import { describeFailure, ROUTES, useCall, useForm, useOffice, useOfficeState } from '../../office'
import { FormFailure } from '../../components'
import { Button, EmptyState, FormPage, FormPageRow, Loading, PageHead } from '../../ui'
import { WorkerLeft } from './WorkerLeft'
import { listExceptions, ReassignCaseload, type ReassignmentValues } from './ReassignCaseload'
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
  const { send } = useCall('staff.leave')
  const form = useForm({
    id: 'worker-leaving',
    of: worker.id,
    initial: { to: (me?.id ?? null) as StaffId | null, takers: {} as ReassignmentValues['takers'] },
    send: ({ to, takers }) =>
      send({ id: worker.id, to: to!, exceptions: listExceptions({ to, takers }, leaving.value ?? { handoffs: [], restricted: 0 }) }),
    findField: () => null,
    onSent: ({ reassigned }) => setMoved(reassigned),
    onClose: () => go(`${ROUTES.staff}/${worker.id}`),
    afterSend: 'clear',
    keys: { close: t('staff.leaving.stay') },
  })
  useEffect(() => document.getElementById('main')?.focus(), [])

  if (moved !== null) return <WorkerLeft name={worker.name} moved={moved} />
  if (!leaving.value || !form.ready)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('staff.leaving.title', { name: worker.name })}</h1>
        {leaving.failure ? <EmptyState title={describeFailure(t, leaving.failure)} /> : <Loading>{t('staff.leaving.loading')}</Loading>}
      </div>
    )
  const { handoffs, restricted, rights, drafts } = leaving.value
  const { to } = form.values
  const count = handoffs.length + restricted
  const exceptions = listExceptions(form.values, leaving.value)
  const sure = count === 0 ? 'sureNone' : exceptions.length > 0 ? 'sureSome' : 'sure'
  const toName = others.find(({ id }) => id === to)?.name ?? ''
  return (
    <>
      <PageHead title={t('staff.leaving.title', { name: worker.name })}>{t('staff.leaving.say')}</PageHead>
      <FormPage>
        <ReassignCaseload caseload={leaving.value} others={others} values={form.values} onChange={form.change} />
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
              busy={form.sending}
              onPress={form.submit}
              {...(to === null ? { why: t('staff.leaving.pick') } : {})}
            >
              {form.sending ? t('staff.leaving.working') : t(`staff.leaving.${sure}`, { count, name: worker.name, to: toName })}
            </Button>
            <Button size="tall" keys="Esc" onPress={form.cancel}>
              {t('staff.leaving.stay')}
            </Button>
          </p>
          <FormFailure form={form} />
        </FormPageRow>
      </FormPage>
    </>
  )
}
