import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatNumberWord } from '#shared/domain/core/wording'
import { ROUTES, useOffice } from '../../office'
import { Name } from '../../components'
import { TimelineLine, Timeline, Icon } from '../../ui'
import css from './meetings.module.css'

/** The running accompaniments, and how confident each person is (A1). */
export function CurrentAccompaniments() {
  const { t } = useTranslation()
  const series = useOffice('accompaniment.list', {}).value ?? []
  if (series.length === 0) return null
  const title = t('accompaniment.list.title')
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      <Timeline label={title}>
        {series.map(({ handoffId, number, label, worker, stage, held, confidence, toAsk }) => (
          <TimelineLine
            key={handoffId}
            time={t('accompaniment.list.line', { count: held, held: formatNumberWord(held) })}
            mark={<Icon name="meetings" />}
          >
            <div className={css.line}>
              <div>
                <p className={css.head}>
                  <Name strong>{label}</Name> <span className="muted">{t('handoffState.number', { number })}</span>
                </p>
                <p className="second" dir="auto">
                  {t(`accompaniment.where.${stage}`, { who: worker.name })}
                  {confidence !== null && `, ${t('accompaniment.list.sure', { confidence })}`}
                </p>
              </div>
              <Link
                href={ROUTES.accompaniment(handoffId)}
                aria-label={`${t(toAsk ? 'accompaniment.list.ask' : 'accompaniment.list.look')}: ${label}`}
              >
                {t(toAsk ? 'accompaniment.list.ask' : 'accompaniment.list.look')}
              </Link>
            </div>
          </TimelineLine>
        ))}
      </Timeline>
    </section>
  )
}
