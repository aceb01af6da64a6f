import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Role } from '#shared/domain/vocabulary'
import { PLACES, useOfficeState } from '../office'
import { Button, Empty } from '../ui'

type Part = 'office' | 'policy' | 'desk' | 'me' | 'overrides' | 'reasons' | 'fields' | 'staff' | 'keys' | 'book' | 'feedback'

/** The parts of the settings, and whose they are; the router decides by the contract whatever stands here. */
const PARTS: readonly { readonly part: Part; readonly href: string; readonly who: readonly Role[] | null }[] = [
  { part: 'office', href: PLACES.settings, who: null },
  { part: 'policy', href: PLACES.policy, who: null },
  { part: 'desk', href: `${PLACES.settings}/desk`, who: ['director'] },
  { part: 'me', href: PLACES.me, who: null },
  { part: 'overrides', href: PLACES.overrides, who: null },
  { part: 'reasons', href: PLACES.reasons, who: null },
  { part: 'fields', href: PLACES.fields, who: null },
  { part: 'feedback', href: PLACES.feedbackRead, who: ['supervisor', 'data_owner', 'director'] },
  { part: 'staff', href: PLACES.staff, who: ['director'] },
  { part: 'keys', href: PLACES.keys, who: ['director'] },
  { part: 'book', href: PLACES.book, who: ['director'] },
]

/** A page of the settings: the parts that are hers to choose from above it. `Page` draws what belongs into `<main>`. */
export function inSettings(part: Part, Page: ComponentType): ComponentType {
  return function SettingsPage() {
    const { t } = useTranslation()
    const [, go] = useLocation()
    const roles: readonly Role[] = useOfficeState()?.me?.roles ?? []
    const mine = PARTS.filter(({ who }) => who === null || who.some((role) => roles.includes(role)))
    return (
      <main id="main" className="main" tabIndex={-1}>
        <nav className="views parts no-print" aria-label={t('settings.nav.label')}>
          {mine.map((one) => (
            <Link key={one.part} href={one.href} {...(one.part === part ? { 'aria-current': 'page' as const } : {})}>
              {t(`settings.nav.${one.part}`)}
            </Link>
          ))}
          {mine.length < PARTS.length && <p className="second">{t('settings.nav.restOfDirector')}</p>}
        </nav>
        {mine.some((one) => one.part === part) ? (
          <Page />
        ) : (
          <div className="states-pad">
            <h1 className="hidden">{t('settings.title')}</h1>
            <Empty
              title={t('settings.notYours.title')}
              act={<Button onPress={() => go(PLACES.settings)}>{t('settings.notYours.act')}</Button>}
            >
              {t('settings.notYours.text')}
            </Empty>
          </div>
        )}
      </main>
    )
  }
}
