import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { describeFailure, useCall } from '../../../office'
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
  const [staffId, setStaffId] = useState<StaffId | null>(null)
  const [error, setError] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const set = async (id: StaffId, on: boolean) => {
    const answer = await send({ personId, staffId: id, on })
    if (answer.ok) {
      setStaffId(null)
      // The button that was pressed may be gone.
      return form.current?.querySelector('button')?.focus()
    }
    const nobody = answer.failure.kind === 'refused' && answer.failure.reason === 'nobody_may_see_her'
    return setError(nobody ? t('access.nobodyElse') : describeFailure(t, answer.failure))
  }
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (staffId === null) setError(t('access.neverPick'))
        else void set(staffId, true)
      }}
    >
      <Select
        label={t('access.neverTo')}
        hint={t('access.neverHint')}
        error={error ?? undefined}
        value={staffId}
        onChange={(value) => {
          setStaffId(value)
          setError(null)
        }}
        options={staff.filter(({ id }) => !visibility.conflicts.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <p className="acts">
        <Button type="submit" busy={sending}>
          {t('access.neverAdd')}
        </Button>
        {staff
          .filter(({ id }) => visibility.conflicts.includes(id))
          .map(({ id, name }) => (
            <Button key={id} look="bare" onPress={() => void set(id, false)}>
              <bdi>{t('access.neverEnd', { name })}</bdi>
            </Button>
          ))}
      </p>
    </form>
  )
}
