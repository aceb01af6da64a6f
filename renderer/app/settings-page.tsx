import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Role } from '#shared/domain/core/vocabulary'
import { ROUTES, useOfficeState } from '../office'
import { Button, EmptyState } from '../ui'

type SettingsPart = 'office' | 'policy' | 'desk' | 'me' | 'overrides' | 'reasons' | 'fields' | 'staff' | 'keys' | 'book' | 'feedback'

/** The parts of the settings and the roles that see them; the router decides by the contract in any case. */
const SETTINGS_PARTS: readonly { readonly part: SettingsPart; readonly href: string; readonly who: readonly Role[] | null }[] = [
  { part: 'office', href: ROUTES.settings, who: null },
  { part: 'policy', href: ROUTES.policy, who: null },
  { part: 'desk', href: `${ROUTES.settings}/desk`, who: ['director'] },
  { part: 'me', href: ROUTES.myAccount, who: null },
  { part: 'overrides', href: ROUTES.overrides, who: null },
  { part: 'reasons', href: ROUTES.reasons, who: null },
  { part: 'fields', href: ROUTES.fields, who: null },
  { part: 'feedback', href: ROUTES.feedbackRead, who: ['supervisor', 'data_owner', 'director'] },
  { part: 'staff', href: ROUTES.staff, who: ['director'] },
  { part: 'keys', href: ROUTES.keys, who: ['director'] },
  { part: 'book', href: ROUTES.dataCheck, who: ['director'] },
]

/** A page of the settings with the menu of the parts that the worker may use. `Page` renders the content of `<main>`. */
export function withSettingsMenu(part: SettingsPart, Page: ComponentType): ComponentType {
  return function SettingsPage() {
    const { t } = useTranslation()
    const [, go] = useLocation()
    const roles: readonly Role[] = useOfficeState()?.me?.roles ?? []
    const mine = SETTINGS_PARTS.filter(({ who }) => who === null || who.some((role) => roles.includes(role)))
    return (
      <main id="main" className="main" tabIndex={-1}>
        <nav className="views parts no-print" aria-label={t('settings.nav.label')}>
          {mine.map((one) => (
            <Link key={one.part} href={one.href} {...(one.part === part ? { 'aria-current': 'page' as const } : {})}>
              {t(`settings.nav.${one.part}`)}
            </Link>
          ))}
          {mine.length < SETTINGS_PARTS.length && <p className="second">{t('settings.nav.restOfDirector')}</p>}
        </nav>
        {mine.some((one) => one.part === part) ? (
          <Page />
        ) : (
          <div className="states-pad">
            <h1 className="hidden">{t('settings.title')}</h1>
            <EmptyState
              title={t('settings.notYours.title')}
              action={<Button onPress={() => go(ROUTES.settings)}>{t('settings.notYours.act')}</Button>}
            >
              {t('settings.notYours.text')}
            </EmptyState>
          </div>
        )}
      </main>
    )
  }
}
