import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import { Button } from '../../ui'
import { findAxisEnd, countBands, placeHours, layOutStrokes, listTicks, WIDTH } from './hours-chart'
import css from './policy.module.css'

type PreviewResult = Output<'policy.preview'>
const STROKE_CLASSES = { in_time: css['d'], gain: `${css['d']} ${css['gain']}`, late: `${css['d']} ${css['late']}` } as const

/** Hours until the person was reached, a stroke for each handoff, with the current standard and the draft's; and the same as a table. */
export function HoursChart({ preview }: { readonly preview: PreviewResult }) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  const { draft, now, of } = preview
  const axis = findAxisEnd(preview)
  const at = (hours: number) => placeHours(hours, axis).toFixed(1)
  const changed = draft.hours !== now.hours
  return (
    <>
      <figure className={css['figure']}>
        <svg
          className={css['hours']}
          viewBox={`0 0 ${WIDTH} 104`}
          role="img"
          aria-label={t('policy.preview.chart', { of, lateNow: now.late, now: now.hours, late: draft.late, draft: draft.hours })}
        >
          <path className={css['base']} d="M4 78H267" />
          {changed && <path className={css['old']} d={`M${at(now.hours)} 20V78`} />}
          <path className={css['lim']} d={`M${at(draft.hours)} 6V78`} />
          {layOutStrokes(preview).map(({ d, look }, nth) => (
            <path key={nth} className={STROKE_CLASSES[look]} d={d} />
          ))}
          <text className={css['lab']} x={Number(at(draft.hours)) + 5} y="14">
            {t('policy.preview.limit', { hours: draft.hours })}
          </text>
          {changed && (
            <text
              x={Number(at(now.hours)) + (now.hours < draft.hours ? -5 : 5)}
              y="28"
              textAnchor={now.hours < draft.hours ? 'end' : 'start'}
            >
              {t('policy.preview.limitNow', { hours: now.hours })}
            </text>
          )}
          {listTicks(axis).map((tick) => (
            <text key={tick} x={at(tick)} y="96" textAnchor={tick === 0 ? 'start' : 'middle'}>
              {tick}
            </text>
          ))}
        </svg>
        <figcaption className="small muted">{t('policy.preview.caption')}</figcaption>
      </figure>
      <Button look="bare" expanded={asTable} onPress={() => setAsTable(!asTable)}>
        {t(asTable ? 'policy.preview.hideTable' : 'policy.preview.table')}
      </Button>
      {asTable && <HoursBands preview={preview} />}
    </>
  )
}

function HoursBands({ preview }: { readonly preview: PreviewResult }) {
  const { t } = useTranslation()
  const { bands, notReached } = countBands(preview)
  const rows = [
    ...bands.map(({ from, until, count, late }) => ({
      label: until === null ? t('policy.preview.bandOpen', { from }) : t('policy.preview.band', { from, until }),
      count,
      late,
    })),
    { label: t('policy.preview.notReached'), ...notReached },
  ].filter(({ count }) => count > 0)
  return (
    <table className={css['figures']}>
      <thead>
        <tr>
          <th scope="col">{t('policy.preview.hours')}</th>
          <th scope="col">{t('policy.preview.count')}</th>
          <th scope="col">{t('policy.preview.lateCount')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, count, late }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{count}</td>
            <td>{late}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
