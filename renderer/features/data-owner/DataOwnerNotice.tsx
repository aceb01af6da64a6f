import { Trans, useTranslation } from 'react-i18next'
import { useOffice, useOfficeState } from '../../office'
import { Named } from '../../components'

export const useIsDataOwner = (): boolean => useOfficeState()?.me?.roles.includes('data_owner') ?? false

/** Tells a reader who may change it (section 13). */
export function DataOwnerNotice() {
  const { t } = useTranslation()
  const state = useOfficeState()
  const staff = useOffice('staff.list', {}).value ?? []
  const mine = useIsDataOwner()
  if (mine) return null
  const who = state?.unassignedRights.includes('data_owner') ? undefined : staff.find(({ roles }) => roles.includes('data_owner'))
  if (!who) return <>{t('fields.decides.nobody')}</>
  return <Trans i18nKey="fields.decides.by" components={{ who: <Named name={who.name} /> }} />
}
