import { Trans, useTranslation } from 'react-i18next'
import type { AuditRow } from '#shared/contract/audit'
import { Named, Said } from '../../ui'

/** One entry of the trail as a sentence; names stand apart, so that one of another script does not turn it round (X1). */
export function Told({ row }: { readonly row: AuditRow }) {
  const { t } = useTranslation()
  const nobody = row.kind === 'refused' || row.kind === 'recovered' ? t('book.somebody') : t('book.office')
  const about = row.about === null ? t('book.record') : /^\d+$/.test(row.about) ? t('book.number', { number: row.about }) : row.about
  return (
    <p>
      <Trans i18nKey={`book.told.${row.kind}`} components={{ by: <Named name={row.by ?? nobody} />, about: <Named name={about} /> }} />
      {row.reason !== null && (
        <>
          {' '}
          <Said>{row.reason}</Said>
        </>
      )}
    </p>
  )
}
