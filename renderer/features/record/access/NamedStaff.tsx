import { useTranslation } from 'react-i18next'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { useCall, useForm, useOfficeState } from '../../../office'
import { Button, Choices, ManyChoices } from '../../../ui'
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
  const { send } = useCall('access.restrict')
  const form = useForm({
    id: 'named-staff',
    of: personId,
    initial: { few: visibility.restricted, names: visibility.named },
    send: (typed) => send({ personId, named: typed.few ? listChosen(typed.names) : null }),
    findField: () => 'few',
    describe: (failure) => (failure.kind === 'refused' && failure.reason === 'nobody_may_see_her' ? t('access.nobody') : undefined),
    announces: t('access.saved'),
    afterSend: 'keep',
  })
  const { few, names } = form.values
  // Supervisors see the person anyway, and a worker in a conflict never does; one of them who is named stays named.
  const toName = staff.filter(({ id, roles }) => !roles.includes('supervisor') && !visibility.conflicts.includes(id))
  const owners = toName.map(({ id }) => id).filter((id) => visibility.owners.includes(id))
  const listChosen = (picked: readonly StaffId[]): StaffId[] => [...new Set([...picked, ...owners])]
  const chosen = listChosen(names)
  const losesIt = few && me !== undefined && me !== null && !me.roles.includes('supervisor') && !chosen.includes(me.id)
  if (!form.ready) return null
  const error = form.error('few') ?? form.failure
  return (
    <form className={css.form} {...form.props}>
      <Choices
        label={t('access.who')}
        look="tight"
        value={few ? 'few' : 'everybody'}
        onChange={(who) => form.change({ few: who === 'few' })}
        options={(['everybody', 'few'] as const).map((value) => ({ value, label: t(`access.whoIs.${value}`) }))}
        {...(error ? { error } : {})}
      />
      {few && (
        <>
          <ManyChoices
            label={t('access.named')}
            look="tight"
            values={[...chosen]}
            onChange={(next) => form.change({ names: [...next, ...names.filter((id) => !toName.some((one) => one.id === id))] })}
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
        <Button type="submit" busy={form.sending}>
          {t('access.save')}
        </Button>
      </p>
    </form>
  )
}
