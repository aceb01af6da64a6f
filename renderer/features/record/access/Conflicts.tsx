import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { describeFailure, useCall, useForm } from '../../../office'
import { Button, Select } from '../../../ui'
import type { Visibility, StaffList } from './visibility'
import css from './access.module.css'

interface Props {
  readonly personId: PersonId
  readonly visibility: Visibility
  readonly staff: StaffList
}

/** Sets which worker never sees this person: each change applies at once and can be reversed. */
export function ConflictsForm({ personId, visibility, staff }: Props) {
  const { t } = useTranslation()
  const { send, sending } = useCall('access.setConflict')
  // The button that was pressed may be gone.
  const focusForm = () => form.props.ref.current?.querySelector('button')?.focus()
  const describe = (failure: Failure) =>
    failure.kind === 'refused' && failure.reason === 'nobody_may_see_her' ? t('access.nobodyElse') : undefined
  const form = useForm({
    id: 'conflict',
    of: personId,
    initial: { staffId: null as StaffId | null },
    validate: ({ staffId }) => ({ staffId: staffId === null && t('access.neverPick') }),
    send: ({ staffId }) => send({ personId, staffId: staffId!, on: true }),
    describe,
    onSent: focusForm,
  })
  const [failure, setFailure] = useState<Failure | null>(null)
  const end = async (id: StaffId) => {
    const answer = await send({ personId, staffId: id, on: false })
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok) focusForm()
  }
  if (!form.ready) return null
  const { staffId } = form.values
  const error = form.error('staffId') ?? form.failure ?? (failure ? (describe(failure) ?? describeFailure(t, failure)) : undefined)
  return (
    <form className={css.form} {...form.props}>
      <Select
        label={t('access.neverTo')}
        hint={t('access.neverHint')}
        error={error}
        value={staffId}
        onChange={(value) => form.change({ staffId: value })}
        options={staff.filter(({ id }) => !visibility.conflicts.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <p className="acts">
        <Button type="submit" busy={sending}>
          {t('access.neverAdd')}
        </Button>
        {staff
          .filter(({ id }) => visibility.conflicts.includes(id))
          .map(({ id, name }) => (
            <Button key={id} look="bare" onPress={() => void end(id)}>
              <bdi>{t('access.neverEnd', { name })}</bdi>
            </Button>
          ))}
      </p>
    </form>
  )
}
