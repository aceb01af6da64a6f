import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/entry'
import type { HandoffId, StaffId } from '#shared/domain/ids'
import { FailureLine, failureWords, PLACES, useCall, useOffice, useOfficeState } from '../../office'
import { Button, Empty, Leaf, LeafHead, LeafRow, Loading, PageHead, Select, useCommands } from '../../ui'
import { Gone } from './Gone'
import { HersTable } from './HersTable'
import type { WorkerRow } from './worker-words'

/** '#/settings/staff/<id>/leave' (K4, H4): everything that is hers goes to somebody, in one step, or she stays. */
export function Leaving({ worker }: { readonly worker: WorkerRow }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const me = useOfficeState()?.me
  const others = (useOffice('staff.list', {}).value ?? []).filter(({ id }) => id !== worker.id)
  // Once she has left there is nothing of hers to look up.
  const [moved, setMoved] = useState<number | null>(null)
  const leaving = useOffice('staff.leaving', { id: worker.id }, { enabled: moved === null })
  const [to, setTo] = useState<StaffId | null>(me?.id ?? null)
  const [except, setExcept] = useState<ReadonlyMap<HandoffId, StaffId>>(new Map())
  const [failure, setFailure] = useState<Failure | null>(null)
  const { send, sending } = useCall('staff.leave')
  const stay = () => go(`${PLACES.staff}/${worker.id}`)
  useCommands([{ id: 'stay', label: t('staff.leaving.stay'), keys: 'Esc', run: stay }])
  useEffect(() => document.getElementById('main')?.focus(), [])

  if (moved !== null) return <Gone name={worker.name} moved={moved} />
  if (!leaving.value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('staff.leaving.title', { name: worker.name })}</h1>
        {leaving.failure ? <Empty title={failureWords(t, leaving.failure)} /> : <Loading>{t('staff.leaving.loading')}</Loading>}
      </div>
    )
  const { handoffs, restricted, rights, drafts } = leaving.value
  const count = handoffs.length + restricted
  // What stands in the list when she leaves is what counts; a line that went meanwhile has no exception any more.
  const exceptions = handoffs.flatMap(({ handoffId }) => {
    const own = except.get(handoffId)
    return own === undefined || own === to ? [] : [{ handoffId, to: own }]
  })
  const leave = async () => {
    if (to === null) return
    const answer = await send({ id: worker.id, to, except: exceptions })
    if (answer.ok) setMoved(answer.value.reassigned)
    else setFailure(answer.failure)
  }
  const sure = count === 0 ? 'sureNone' : exceptions.length > 0 ? 'sureSome' : 'sure'
  const toName = others.find(({ id }) => id === to)?.name ?? ''
  const choices = others.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <PageHead title={t('staff.leaving.title', { name: worker.name })}>{t('staff.leaving.say')}</PageHead>
      <Leaf>
        <LeafHead margin={count}>{t('staff.leaving.hers')}</LeafHead>
        <LeafRow label={count > 0 ? t('staff.leaving.giveMargin') : ''}>
          {count === 0 ? (
            <p className="answered">{t('staff.leaving.nothing')}</p>
          ) : (
            <Select
              label={t('staff.leaving.giveAll')}
              options={choices}
              value={to}
              onChange={setTo}
              placeholder={t('staff.leaving.pick')}
            />
          )}
          {restricted > 0 && <p className="second">{t('staff.leaving.restricted', { count: restricted })}</p>}
        </LeafRow>
        {handoffs.length > 0 && (
          <HersTable
            handoffs={handoffs}
            choices={choices}
            except={except}
            onExcept={(id, other) => {
              const next = new Map(except)
              if (other === null) next.delete(id)
              else next.set(id, other)
              setExcept(next)
            }}
          />
        )}
        <LeafRow label="">
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
        </LeafRow>
      </Leaf>
    </>
  )
}
