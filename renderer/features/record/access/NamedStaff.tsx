import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { listSeeing } from '#shared/domain/person/access'
import { useCall, useForm, useOfficeState } from '../../../office'
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
  const { send } = useCall('access.restrict')
  /** Who saw the person before the change that was just saved: it can be taken back. */
  const [before, setBefore] = useState<StaffId[] | 'everybody' | null>(null)
  const form = useForm({
    id: 'named-staff',
    of: personId,
    initial: { few: visibility.restricted, names: visibility.named },
    send: (typed) => send({ personId, named: typed.few ? listChosen(typed.names) : null }),
    findField: () => 'few',
    describe: (failure) => (failure.kind === 'refused' && failure.reason === 'nobody_may_see_her' ? t('access.nobody') : undefined),
    announces: t('access.saved'),
    onSent: (_answer, typed) => setBefore(isSame(typed, visibility) ? null : visibility.restricted ? [...visibility.named] : 'everybody'),
    afterSend: 'keep',
  })
  const undo = async () => {
    if (before === null) return
    const answer = await send({ personId, named: before === 'everybody' ? null : before })
    if (!answer.ok) return
    setBefore(null)
    announce(t('access.undone'))
  }
  const { few, names } = form.values
  // Supervisors see the person anyway, and a worker in a conflict never does; one of them who is named stays named.
  const toName = staff.filter(({ id, roles }) => !roles.includes('supervisor') && !visibility.conflicts.includes(id))
  const owners = toName.map(({ id }) => id).filter((id) => visibility.owners.includes(id))
  const listChosen = (picked: readonly StaffId[]): StaffId[] => [...new Set([...picked, ...owners])]
  const chosen = listChosen(names)
  // Who restricts the person stays in by default; taking the own name off is a choice of its own.
  const keepMe = (picked: readonly StaffId[]): StaffId[] =>
    me && toName.some(({ id }) => id === me.id) ? [...new Set([...picked, me.id])] : [...picked]
  const seeing = listSeeing({ restricted: few, named: chosen, conflicts: visibility.conflicts }, staff)
  const losesIt = few && me !== undefined && me !== null && !me.roles.includes('supervisor') && !chosen.includes(me.id)
  if (!form.ready) return null
  const error = form.error('few') ?? form.failure
  return (
    <form className={css.form} {...form.props}>
      <Choices
        label={t('access.who')}
        look="tight"
        value={few ? 'few' : 'everybody'}
        onChange={(who) => form.change({ few: who === 'few', names: who === 'few' ? keepMe(names) : names })}
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
          <p>{t('access.willSee', { names: seeing.join(', ') || t('access.noOne') })}</p>
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
        {before !== null && (
          <Button look="bare" onPress={() => void undo()}>
            {t('access.undo')}
          </Button>
        )}
      </p>
    </form>
  )
}

/** Whether saving changed nothing. */
const isSame = (
  { few, names }: { readonly few: boolean; readonly names: readonly StaffId[] },
  { restricted, named }: Visibility,
): boolean => few === restricted && (!few || (names.length === named.length && names.every((id) => named.includes(id))))
