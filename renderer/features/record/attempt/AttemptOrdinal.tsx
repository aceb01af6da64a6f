import { useTranslation } from 'react-i18next'
import type { RecordView } from '#shared/contract/handoff/record'

const NTH = ['1', '2', '3', '4', '5'] as const

/** 'second try', of those that the fallback requires (C5). */
export function AttemptOrdinal({ record, more = 0 }: { readonly record: Pick<RecordView, 'tries'>; readonly more?: number }) {
  const { t } = useTranslation()
  return <>{t('record.steps.nth', { nth: t(`handoffState.nth.${NTH[record.tries + more] ?? 'more'}`) })}</>
}
