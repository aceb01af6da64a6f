import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { formatElapsed, getDueState, formatTimeLeft } from '#shared/domain/core/wording'
import { ROUTES, useCall, useMinute, useOffice } from '../office'
import { Mark } from '../components'
import { announce, Banner, Button } from '../ui'

/** Shows the most urgent unseen alert in one line (C3); `Seen` takes only that one, and the next comes. Record numbers only (L6); the line disappears once all are seen. */
export function Alerts() {
  const { t } = useTranslation()
  const { value } = useOffice('alert.list', {})
  const { send } = useCall('alert.markSeen')
  const [, go] = useLocation()
  const now = useMinute()
  const [first] = value ?? []
  const sentence = !first
    ? ''
    : first.level === 'date'
      ? t(first.dueAt > now ? 'alerts.date' : 'alerts.dateNow', { number: first.number, left: formatElapsed(first.dueAt - now) })
      : t('alerts.line', { number: first.number, when: formatTimeLeft(first.dueAt, now) })
  const shown = first?.id

  useEffect(() => {
    // Announces once for each alert, not for each minute that passes: the sentence may change, the alert does not.
    if (shown !== undefined) announce(sentence)
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [shown])

  if (!first || !value) return null
  const look = () => {
    void send({ ids: value.filter((alert) => alert.handoffId === first.handoffId).map((alert) => alert.id) })
    go(ROUTES.handoff(first.handoffId))
  }
  const others = new Set(value.map((alert) => alert.handoffId)).size - 1
  return (
    <Banner
      tone={getDueState(first.dueAt, now) === 'overdue' ? 'heavy' : 'soon'}
      acts={
        <span className="line-acts">
          <Button onPress={look}>{t('alerts.look')}</Button>
          <Button look="bare" onPress={() => void send({ ids: [first.id] })}>
            {t('alerts.seen')}
          </Button>
        </span>
      }
    >
      <Mark kind={getDueState(first.dueAt, now)}>{sentence}</Mark>
      {others > 0 && <> {t('alerts.more', { count: others })}</>}
    </Banner>
  )
}
