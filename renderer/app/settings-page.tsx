import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Role } from '#shared/domain/core/vocabulary'
import { ROUTES, useOfficeState } from '../office'
import { Button, EmptyState } from '../ui'

interface SettingsLine {
  readonly href: string
  /** The roles that see it; null: all. The router decides by the contract in any case. */
  readonly who: readonly Role[] | null
}

const DIRECTOR: readonly Role[] = ['director']

/** The pages of the settings in their groups and order (words.md 3). */
const SETTINGS_GROUPS = {
  office: {
    office: { href: ROUTES.settings, who: null },
    policy: { href: ROUTES.policy, who: null },
    meetingSteps: { href: ROUTES.meetingSteps, who: null },
    reasons: { href: ROUTES.reasons, who: null },
    fields: { href: ROUTES.fields, who: null },
  },
  people: {
    staff: { href: ROUTES.staff, who: DIRECTOR },
    rights: { href: ROUTES.rights, who: DIRECTOR },
    feedback: { href: ROUTES.feedbackRead, who: ['supervisor', 'data_owner', 'director'] },
  },
  me: {
    me: { href: ROUTES.myAccount, who: null },
    away: { href: ROUTES.myAbsence, who: null },
  },
  data: {
    screenLock: { href: ROUTES.screenLock, who: DIRECTOR },
    overrides: { href: ROUTES.overrides, who: null },
    keys: { href: ROUTES.keys, who: DIRECTOR },
    activityLog: { href: ROUTES.activityLog, who: DIRECTOR },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, SettingsLine>>>>

type SettingsGroup = keyof typeof SETTINGS_GROUPS
export type SettingsPart = { [Group in SettingsGroup]: keyof (typeof SETTINGS_GROUPS)[Group] }[SettingsGroup]

const mayOpen = ({ who }: SettingsLine, roles: readonly Role[]): boolean => who === null || who.some((role) => roles.includes(role))
const listLines = (group: SettingsGroup) =>
  Object.entries(SETTINGS_GROUPS[group]) as unknown as readonly (readonly [SettingsPart, SettingsLine])[]
const GROUPS = Object.keys(SETTINGS_GROUPS) as readonly SettingsGroup[]

/** A page of the settings, beside the list of those that the worker may open. `Page` renders the content of `<main>`. */
export function withSettingsMenu(part: SettingsPart, Page: ComponentType): ComponentType {
  return function SettingsPage() {
    const { t } = useTranslation()
    const [, go] = useLocation()
    const roles: readonly Role[] = useOfficeState()?.me?.roles ?? []
    const isMine = GROUPS.some((group) => listLines(group).some(([one, line]) => one === part && mayOpen(line, roles)))
    return (
      <main id="main" className="main settings" tabIndex={-1}>
        <SettingsMenu part={part} roles={roles} />
        <div className="settings-page">
          {isMine ? (
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
  const groups = GROUPS.map((group) => ({ group, lines: listLines(group).filter(([, line]) => mayOpen(line, roles)) }))
  return (
    <nav className="settings-menu no-print" aria-label={t('settings.nav.label')}>
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ group, lines }) => (
          <section key={group} aria-labelledby={`settings-${group}`}>
            <h2 id={`settings-${group}`}>{t(`settings.nav.groups.${group}`)}</h2>
            <ul>
              {lines.map(([one, { href }]) => (
                <li key={one}>
                  <Link href={href} {...(one === part ? { 'aria-current': 'page' as const } : {})}>
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
