import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE } from '#shared/domain/core/moment'
import { formatTime } from '#shared/domain/core/wording'
import { refreshTopics, useNow, useZone } from '../../../office'
import { Banner } from '../../../ui'
import css from './access.module.css'

/** Says that the record is open by break-glass and closes by itself (section 13). `until` in UTC ms. */
export function BreakGlassBanner({ until }: { readonly until: number }) {
  const { t } = useTranslation()
  const now = useNow()
  const zone = useZone()
  // Only the office decides what is still open: past the end it is asked once a minute.
  const past = now > until ? Math.ceil((now - until) / MINUTE) : 0
  useEffect(() => {
    if (past > 0) void refreshTopics(['people', 'handoffs'])
  }, [past])
  return (
    <div className={css.breakGlass}>
      <Banner>{t('access.glass', { time: formatTime(until, zone) })}</Banner>
    </div>
  )
}
