import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { RecordView } from '#shared/contract/handoff/record'
import { ROUTES, useOffice } from '../../../office'
import { Button, Icon } from '../../../ui'
import css from './record.module.css'

/** The current stage of the accompaniment; nothing where there is none (A1). */
export function AccompanimentLine({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const series = useOffice('accompaniment.list', {}).value?.find(({ handoffId }) => handoffId === record.id)
  if (!series) return null
  const who = series.worker.name
  return (
    <p className={css.stateLine}>
      <Icon name="meetings" />
      <span dir="auto">{t('accompaniment.record.line', { where: t(`accompaniment.where.${series.stage}`, { who }) })}</span>
      <Button onPress={() => go(ROUTES.accompaniment(record.id))}>
        {series.toAsk ? t('accompaniment.list.ask') : t('accompaniment.record.act', { who })}
      </Button>
    </p>
  )
}
