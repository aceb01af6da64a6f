import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '#shared/contract/audit'
import { Name, OwnWords } from '../../ui'

const BY = '\uE000'
const ABOUT = '\uE001'

/** One entry of the audit log as a sentence; names are isolated, so that a right-to-left name does not reverse it (X1). */
export function AuditSentence({ row }: { readonly row: AuditRow }) {
  const { t } = useTranslation()
  const nobody = row.kind === 'refused' || row.kind === 'recovered' ? t('book.somebody') : t('book.office')
  const about = row.about === null ? t('book.record') : /^\d+$/.test(row.about) ? t('book.number', { number: row.about }) : row.about
  const parts = t(`book.told.${row.kind}`, { by: BY, about: ABOUT }).split(/([\uE000\uE001])/)
  return (
    <p>
      {parts.map((part, index) => (
        <Fragment key={index}>{part === BY ? <Name>{row.by ?? nobody}</Name> : part === ABOUT ? <Name>{about}</Name> : part}</Fragment>
      ))}
      {row.reason !== null && (
        <>
          {' '}
          <OwnWords>{row.reason}</OwnWords>
        </>
      )}
    </p>
  )
}
