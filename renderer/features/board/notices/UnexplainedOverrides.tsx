import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { ROUTES, useMinute, useOffice, useZone } from '../../../office'
import { Icon } from '../../../ui'
import css from './notices.module.css'

/** A reason may be written afterwards; until then the worker who owes it sees this notice on the board (P1). */
export function UnexplainedOverrides() {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const mine = useOffice('override.listOwn', {}).value ?? []
  const [first] = mine
  if (first === undefined) return null
  return (
    <p className={css.owed}>
      <Icon name="shield" />
      <span>
        {t('overrides.owed', { count: mine.length, number: first.number, when: formatDayAndTime(first.at, now, zone) })}{' '}
        <Link href={ROUTES.overrides}>{t('overrides.write')}</Link>
      </span>
    </p>
  )
}
