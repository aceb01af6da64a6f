import { Trans, useTranslation } from 'react-i18next'
import type { AuditRow } from '#shared/contract/office/audit'
import { areas, type CallArea } from '#shared/messages/en/office/audit-areas'
import { Named, OwnWords } from '../../components'

/** The area of a refused call; null for anything else. */
function refusedArea({ kind, facts }: AuditRow): CallArea | null {
  const area = kind === 'refused' ? String(facts['call']).split('.')[0] : undefined
  return area !== undefined && Object.hasOwn(areas, area) ? (area as CallArea) : null
}

/** One entry of the audit log as a sentence; names are isolated, so that a right-to-left name does not reverse it (X1). */
export function AuditSentence({ row, times = 1 }: { readonly row: AuditRow; readonly times?: number }) {
  const { t } = useTranslation()
  const nobody = row.kind === 'refused' || row.kind === 'recovered' ? t('activityLog.somebody') : t('activityLog.office')
  const about =
    row.about === null ? t('activityLog.record') : /^\d+$/.test(row.about) ? t('activityLog.number', { number: row.about }) : row.about
  const area = refusedArea(row)
  return (
    <p>
      <Trans
        i18nKey={`activityLog.told.${row.kind}`}
        components={{ by: <Named name={row.by ?? nobody} />, about: <Named name={about} /> }}
      />
      {area !== null && ` ${t('activityLog.trail.action', { what: t(`activityLog.areas.${area}`) })}`}
      {times > 1 && ` ${t('activityLog.trail.times', { count: times })}`}
      {row.reason !== null && (
        <>
          {' '}
          <OwnWords>{row.reason}</OwnWords>
        </>
      )}
    </p>
  )
}
