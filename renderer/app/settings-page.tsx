import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Role } from '#shared/domain/core/vocabulary'
import { ROUTES, useOfficeState } from '../office'
import { Button, EmptyState } from '../ui'

/** The groups of the settings, in order (words.md 3). */
const SETTINGS_GROUPS = ['office', 'people', 'me', 'data'] as const
type SettingsGroup = (typeof SETTINGS_GROUPS)[number]

interface SettingsLine {
  readonly group: SettingsGroup
  readonly href: string
  /** The roles that see it; null: all. The router decides by the contract in any case. */
  readonly who: readonly Role[] | null
}

const DIRECTOR: readonly Role[] = ['director']
/** The pages of the settings, in their order. */
const SETTINGS_PAGES = {
  office: { group: 'office', href: ROUTES.settings, who: null },
  policy: { group: 'office', href: ROUTES.policy, who: null },
  meetingSteps: { group: 'office', href: ROUTES.meetingSteps, who: null },
  reasons: { group: 'office', href: ROUTES.reasons, who: null },
  fields: { group: 'office', href: ROUTES.fields, who: null },
  staff: { group: 'people', href: ROUTES.staff, who: DIRECTOR },
  rights: { group: 'people', href: ROUTES.rights, who: DIRECTOR },
  feedback: { group: 'people', href: ROUTES.feedbackRead, who: ['supervisor', 'data_owner', 'director'] },
  me: { group: 'me', href: ROUTES.myAccount, who: null },
  away: { group: 'me', href: ROUTES.myAbsence, who: null },
  screenLock: { group: 'data', href: ROUTES.screenLock, who: DIRECTOR },
  overrides: { group: 'data', href: ROUTES.overrides, who: null },
  keys: { group: 'data', href: ROUTES.keys, who: DIRECTOR },
  activityLog: { group: 'data', href: ROUTES.activityLog, who: DIRECTOR },
} as const satisfies Readonly<Record<string, SettingsLine>>
export type SettingsPart = keyof typeof SETTINGS_PAGES

const mayOpen = (part: SettingsPart, roles: readonly Role[]): boolean => {
  const { who }: SettingsLine = SETTINGS_PAGES[part]
  return who === null || who.some((role) => roles.includes(role))
}
const listParts = (group: SettingsGroup, roles: readonly Role[]): readonly SettingsPart[] =>
  (Object.keys(SETTINGS_PAGES) as SettingsPart[]).filter((part) => SETTINGS_PAGES[part].group === group && mayOpen(part, roles))

/** A page of the settings, beside the list of those that the worker may open. `Page` renders the content of `<main>`. */
export function withSettingsMenu(part: SettingsPart, Page: ComponentType): ComponentType {
  return function SettingsPage() {
    const { t } = useTranslation()
    const [, go] = useLocation()
    const roles: readonly Role[] = useOfficeState()?.me?.roles ?? []
    return (
      <main id="main" className="main settings" tabIndex={-1}>
        <SettingsMenu part={part} roles={roles} />
        <div className="settings-page">
          {mayOpen(part, roles) ? (
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
        </div>
      </main>
    )
  }
}

function SettingsMenu({ part, roles }: { readonly part: SettingsPart; readonly roles: readonly Role[] }) {
  const { t } = useTranslation()
  const groups = SETTINGS_GROUPS.map((group) => ({ group, parts: listParts(group, roles) }))
  return (
    <nav className="settings-menu no-print" aria-label={t('settings.nav.label')}>
      {groups
        .filter(({ parts }) => parts.length > 0)
        .map(({ group, parts }) => (
          <section key={group} aria-labelledby={`settings-${group}`}>
            <h2 id={`settings-${group}`}>{t(`settings.nav.groups.${group}`)}</h2>
            <ul>
              {parts.map((one) => (
                <li key={one}>
                  <Link href={SETTINGS_PAGES[one].href} {...(one === part ? { 'aria-current': 'page' as const } : {})}>
                    {t(`settings.nav.${one}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      {!roles.includes('director') && <p className="second">{t('settings.nav.restOfDirector')}</p>}
    </nav>
  )
}
