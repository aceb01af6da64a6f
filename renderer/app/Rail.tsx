import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Icon, type IconName } from '../ui'
import { HOME_PAGE, PAGES } from './pages'
import { useHelp } from './help'

function RailLink({
  label,
  icon,
  href,
  useCount,
}: {
  readonly label: string
  readonly icon: IconName
  readonly href: string
  readonly useCount?: (() => number | undefined) | undefined
}) {
  const [location] = useLocation()
  const count = useCount?.()
  // A record belongs to the board, its accompaniment to the meetings.
  const along = /^\/handoffs\/[^/]+\/accompaniment/.test(location)
  const here =
    location === href ||
    (href === '/board' && location.startsWith('/handoffs/') && !along) ||
    (href === '/meetings' && along) ||
    location.startsWith(`${href}/`) ||
    (location === '/' && HOME_PAGE?.rail?.href === href)
  return (
    <li>
      <Link href={href} {...(here ? { 'aria-current': 'page' } : {})}>
        <Icon name={icon} />
        <span className="t">{label}</span>
        {count !== undefined && <span className="n">{count}</span>}
      </Link>
    </li>
  )
}

/** The pages at the left; help and the sentence for callers at the foot. */
export function Rail() {
  const { t } = useTranslation()
  return (
    <nav className="rail" aria-label={t('frame.pages')}>
      <ul>
        {PAGES.map(
          ({ id, rail }) =>
            rail && <RailLink key={id} label={t(`frame.rail.${rail.label}`)} icon={rail.icon} href={rail.href} useCount={rail.useCount} />,
        )}
      </ul>
      <HelpButtons className="rail-foot" />
    </nav>
  )
}

/** Help and the sentence for callers: one key away on every screen, before and after sign-in (P1, H6). */
export function HelpButtons({ className }: { readonly className: string }) {
  const { t } = useTranslation()
  const help = useHelp()
  return (
    <div className={className}>
      <button type="button" onClick={() => help.open('help')}>
        <Icon name="shield" />
        <span className="t">{t('frame.help.name')}</span>
        <kbd className="n" aria-hidden="true">
          F1
        </kbd>
      </button>
      <button type="button" onClick={() => help.open('callers')}>
        <Icon name="message" />
        <span className="t">{t('frame.callers.name')}</span>
        <kbd className="n" aria-hidden="true">
          F2
        </kbd>
      </button>
    </div>
  )
}
