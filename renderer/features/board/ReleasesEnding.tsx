import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Output } from '#shared/contract/index'
import { clockTime, duration } from '#shared/domain/wording'
import { PLACES, useMinute, useOffice, useZone } from '../../office'
import { Name, Shape } from '../../ui'
import css from './withheld.module.css'

const NONE: Output<'release.ending'> = []

/** Section 11: releases that end within three days, soonest first: asking her again is easy while somebody still speaks with her. */
export function ReleasesEnding() {
  const { t } = useTranslation()
  const id = useId()
  const now = useMinute()
  const zone = useZone()
  const lines = (useOffice('release.ending', {}).value ?? NONE).filter(({ expiresAt }) => expiresAt > now)
  if (lines.length === 0) return null
  return (
    <section className={css.withheld} aria-labelledby={id}>
      <h2 id={id}>{t('releases.board.title')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <Shape standing="soon" />
            <p className={css.line}>
              <span>
                <b className="is-soon">
                  <bdi dir="auto">
                    {t('releases.board.line', { organisation: line.organisation, when: clockTime(line.expiresAt, now, zone) })}
                  </bdi>
                </b>{' '}
                <span className="muted">{t('releases.board.left', { left: duration(line.expiresAt - now) })}</span>
              </span>
              <Link
                href={PLACES.release(line.personId, line.id)}
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
