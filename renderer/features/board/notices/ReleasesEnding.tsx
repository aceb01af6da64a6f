import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Output } from '#shared/contract/index'
import { formatDayAndTime, formatElapsed } from '#shared/domain/core/wording'
import { ROUTES, useMinute, useOffice, useZone } from '../../../office'
import { Name, MarkShape } from '../../../components'
import css from './notices.module.css'

const NONE: Output<'release.listEnding'> = []

/** Releases that end within three days, soonest first (section 11): asking again is easy while a worker still speaks with the person. */
export function ReleasesEnding() {
  const { t } = useTranslation()
  const id = useId()
  const now = useMinute()
  const zone = useZone()
  const lines = (useOffice('release.listEnding', {}).value ?? NONE).filter(({ expiresAt }) => expiresAt > now)
  if (lines.length === 0) return null
  return (
    <section className={css.withheld} aria-labelledby={id}>
      <h2 id={id}>{t('releases.board.title')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <MarkShape kind="soon" />
            <p className={css.line}>
              <span>
                <b className="is-soon">
                  <bdi dir="auto">
                    {t('releases.board.line', { organisation: line.organisation, when: formatDayAndTime(line.expiresAt, now, zone) })}
                  </bdi>
                </b>{' '}
                <span className="muted">{t('releases.board.left', { left: formatElapsed(line.expiresAt - now) })}</span>
              </span>
              <Link
                href={ROUTES.release(line.personId, line.id)}
                aria-label={t('releases.board.open', { label: line.label, organisation: line.organisation })}
              >
                <Name>{line.label}</Name>
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
