import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { describeFailure, useCall, useOfficeState } from '../../../office'
import { announce, Button, Choices, ManyChoices } from '../../../ui'
import { joinStaffNames, type Visibility, type StaffList } from './visibility'
import css from './access.module.css'

interface Props {
  readonly personId: PersonId
  readonly visibility: Visibility
  readonly staff: StaffList
}

/** Everyone, or named staff and supervisors (I3). A worker with work for the person stays named. */
export function NamedStaff({ personId, visibility, staff }: Props) {
  const { t } = useTranslation()
  const me = useOfficeState()?.me
  const { send, sending } = useCall('access.restrict')
  const [few, setFew] = useState(visibility.restricted)
  const [names, setNames] = useState(visibility.named)
  const [error, setError] = useState<string | null>(null)
  // Supervisors see the person anyway, and a worker in a conflict never does; one of them who is named stays named.
  const toName = staff.filter(({ id, roles }) => !roles.includes('supervisor') && !visibility.conflicts.includes(id))
  const owners = toName.map(({ id }) => id).filter((id) => visibility.owners.includes(id))
  const chosen: readonly StaffId[] = [...new Set([...names, ...owners])]
  const losesIt = few && me !== undefined && me !== null && !me.roles.includes('supervisor') && !chosen.includes(me.id)
  const save = async () => {
    const answer = await send({ personId, named: few ? [...chosen] : null })
    if (answer.ok) return announce(t('access.saved'))
    const nobody = answer.failure.kind === 'refused' && answer.failure.reason === 'nobody_may_see_her'
    return setError(nobody ? t('access.nobody') : describeFailure(t, answer.failure))
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Choices
        label={t('access.who')}
        look="tight"
        value={few ? 'few' : 'everybody'}
        onChange={(who) => {
          setFew(who === 'few')
          setError(null)
        }}
        options={(['everybody', 'few'] as const).map((value) => ({ value, label: t(`access.whoIs.${value}`) }))}
        {...(error ? { error } : {})}
      />
      {few && (
        <>
          <ManyChoices
            label={t('access.named')}
            look="tight"
            values={[...chosen]}
            onChange={(next) => {
              setNames([...next, ...names.filter((id) => !toName.some((one) => one.id === id))])
              setError(null)
            }}
            options={toName.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
          />
          <p className="second">
            {t('access.supervisorsToo')}{' '}
            {owners.length > 0 && t('access.owner', { count: owners.length, names: joinStaffNames(t, owners, staff) })}
          </p>
          {losesIt && (
            <p>
              <b>{t('access.notYou')}</b>
            </p>
          )}
        </>
      )}
      <p className="acts">
        <Button type="submit" busy={sending}>
          {t('access.save')}
        </Button>
      </p>
    </form>
  )
}
