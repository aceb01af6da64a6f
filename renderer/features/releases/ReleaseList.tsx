import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import type { Output } from '#shared/contract/index'
import type { ReleaseLine } from '#shared/contract/person/release'
import type { PersonId, ReleaseId } from '#shared/domain/core/ids'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { FailureLine, ROUTES, useCall, useMinute, useZone } from '../../office'
import { Mark } from '../../components'
import { announce, Button, Icon, useCommands } from '../../ui'
import { chooseReleaseMark, ENDING_SOON, readReleaseState, describeReleaseState } from './release-state'
import { DisclosuresWithoutRelease } from './DisclosuresWithoutRelease'
import css from './releases.module.css'

interface Props {
  readonly personId: PersonId
  readonly list: Output<'release.list'>
  /** The one that is open beside the list. */
  readonly open: ReleaseId | null
}

/** Every release of the person and its state; a recipient that is not here is told nothing (R1, R3). */
export function ReleaseList({ personId, list, open }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const { send } = useCall('release.renew')
  const [failure, setFailure] = useState<Failure | null>(null)
  const renewable = list.releases.filter((line) => mayRenew(line, list.releases, now))
  const renew = async (id: ReleaseId) => {
    const answer = await send({ id })
    if (!answer.ok) return setFailure(answer.failure)
    announce(t('releases.renewed'))
    return go(ROUTES.release(personId, answer.value.id))
  }
  // The command goes to the one that lies open, else to the one that ends first.
  const first = renewable.find(({ id }) => id === open) ?? renewable[0]
  useCommands(first ? [{ id: 'renew', label: t('releases.renew'), run: () => void renew(first.id) }] : [])
  return (
    <aside className={`beside ${css.side}`} aria-labelledby="her-releases">
      <h2 id="her-releases">{t('releases.hers')}</h2>
      {list.releases.length === 0 && <p className="second">{t('releases.none')}</p>}
      <ol className="similar">
        {list.releases.map((line) => (
          <li key={line.id} {...(line.id === open ? { className: css.here } : {})}>
            <ReleaseListLine personId={personId} line={line} isOpen={line.id === open} />
            {renewable.includes(line) && (
              <p className="acts">
                <Button onPress={() => void renew(line.id)}>
                  {t('releases.renew')}
                  <span className="hidden">{` ${line.organisation}`}</span>
                </Button>
              </p>
            )}
          </li>
        ))}
      </ol>
      <FailureLine failure={failure} />
      {open !== null && (
        <p className="acts">
          <Link className="btn" href={ROUTES.newRelease(personId)}>
            {t('releases.fresh')}
          </Link>
        </p>
      )}
      <h3>{t('releases.nobodyElse')}</h3>
      <p className="second">{t('releases.nobodyElseSay')}</p>
      <DisclosuresWithoutRelease personId={personId} lines={list.withoutConsent} />
    </aside>
  )
}

/**
 * Tells whether a release may be renewed: it is ending or ended, and is the last one for this recipient. A revoked one is not renewed;
 * the person may begin a new one.
 */
function mayRenew(line: ReleaseLine, all: readonly ReleaseLine[], now: number): boolean {
  const state = readReleaseState(line, now)
  if (!(state === 'expired' || (state === 'active' && line.expiresAt - now <= ENDING_SOON))) return false
  return !all.some((other) => other !== line && other.organisation === line.organisation && other.expiresAt > line.expiresAt)
}

function ReleaseListLine({
  personId,
  line,
  isOpen,
}: {
  readonly personId: PersonId
  readonly line: ReleaseLine
  readonly isOpen: boolean
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const shape = chooseReleaseMark(line, now)
  const words = describeReleaseState(t, line, now, zone)
  const { revoked } = line
  return (
    <>
      <p className={css.who}>
        <Link href={ROUTES.release(personId, line.id)} {...(isOpen ? { 'aria-current': 'page' as const } : {})}>
          <b>
            <bdi dir="auto">{line.organisation}</bdi>
          </b>
        </Link>
      </p>
      <p>
        {shape ? (
          <Mark kind={shape}>{words}</Mark>
        ) : (
          <span className="st is-waiting">
            <Icon name="close" />
            <span>{words}</span>
          </span>
        )}
      </p>
      {revoked && (
        <p className="second">
          <bdi dir="auto">
            {t('releases.revokedLine', {
              how: t(`releases.revokedHow.${revoked.how}`),
              who: revoked.byName,
              when: formatDayAndTime(revoked.at, now, zone),
            })}
          </bdi>{' '}
          {(line.lastToldAt ?? 0) <= revoked.at && t('releases.nothingAfter')}
        </p>
      )}
    </>
  )
}
