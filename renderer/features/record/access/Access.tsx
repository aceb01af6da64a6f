import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'
import { useOffice, useOfficeState } from '../../../office'
import { Button } from '../../../ui'
import { ConflictsForm } from './Conflicts'
import { NamedStaff } from './NamedStaff'
import { joinStaffNames } from './visibility'
import css from './access.module.css'

/** Who may see the person (I3). Only supervisors and directors see and may change it. */
export function AccessPanel({ personId }: Pick<RecordView, 'personId'>) {
  const roles = useOfficeState()?.me?.roles
  return roles?.some((role) => role === 'supervisor' || role === 'director') ? <VisibilityForm personId={personId} /> : null
}

function VisibilityForm({ personId }: Pick<RecordView, 'personId'>) {
  const { t } = useTranslation()
  const sight = useOffice('access.read', { personId }).value
  const staff = useOffice('staff.list', {}).value
  const [open, setOpen] = useState(false)
  if (!sight || !staff) return null
  const named = joinStaffNames(t, sight.named, staff)
  const never = joinStaffNames(t, sight.conflicts, staff)
  return (
    <section aria-labelledby="who-sees" className={css.access}>
      <h2 id="who-sees">{t('access.title')}</h2>
      <p>
        <bdi>{!sight.restricted ? t('access.everybody') : named ? t('access.few', { names: named }) : t('access.supervisors')}</bdi>
      </p>
      {never && (
        <p>
          <bdi>{t('access.never', { names: never })}</bdi>
        </p>
      )}
      <p className="acts">
        <Button look="bare" expanded={open} onPress={() => setOpen(!open)}>
          {t(open ? 'access.done' : 'access.change')}
        </Button>
      </p>
      {open && (
        <>
          <NamedStaff personId={personId} visibility={sight} staff={staff} />
          <ConflictsForm personId={personId} visibility={sight} staff={staff} />
        </>
      )}
    </section>
  )
}
