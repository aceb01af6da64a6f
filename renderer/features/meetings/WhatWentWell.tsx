import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/domain/core/wording'
import { useCall, useMinute, useOffice, useZone } from '../../office'
import { MarkShape } from '../../components'
import { TimelineLine, Timeline, Button } from '../../ui'
import css from './meetings.module.css'

/** The successes for the team, newest first, by day, without names (A3). A line that reveals too much can be removed. */
export function WhatWentWell() {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send } = useCall('success.remove')
  const lines = useOffice('success.list', {}).value ?? []
  if (lines.length === 0) return null
  const title = t('feedback.success.list')
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      <Timeline label={title}>
        {lines.map(({ key, day, words }) => (
          <TimelineLine key={key} time={formatDay(day, now, zone)} mark={<MarkShape kind="confirmed" />}>
            <div className={css.line}>
              <p className={css.head} dir="auto">
                {words}
              </p>
              <Button look="bare" label={t('feedback.success.takeOutOf', { words })} onPress={() => void send({ key })}>
                {t('feedback.success.takeOut')}
              </Button>
            </div>
          </TimelineLine>
        ))}
      </Timeline>
    </section>
  )
}
