import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { clockTime } from '#shared/domain/wording'
import { PLACES, useMinute, useOffice, useZone } from '../../office'
import { Icon } from '../../ui'
import css from './withheld.module.css'

/** P1: a reason may be written afterwards; until it is, whoever owes it sees so on the board. */
export function Unexplained() {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const mine = useOffice('override.mine', {}).value ?? []
  const [first] = mine
  if (first === undefined) return null
  return (
    <p className={css.owed}>
      <Icon name="shield" />
      <span>
        {t('overrides.owed', { count: mine.length, number: first.number, when: clockTime(first.at, now, zone) })}{' '}
        <Link href={PLACES.overrides}>{t('overrides.write')}</Link>
      </span>
    </p>
  )
}
