import type { TFunction } from 'i18next'
import type { ReleaseLine } from '#shared/contract/release'
import type { Instant, Zone } from '#shared/domain/moment'
import { clockTime, dayOf, duration } from '#shared/domain/wording'
import type { Standing } from '../../ui'

/** R1: how a release stands now, ticking: the office said when it ends, and the minute it ends it has ended. */
export function standingNow({ standing, expiresAt, startsAt }: ReleaseLine, now: Instant): ReleaseLine['standing'] {
  if ((standing === 'active' || standing === 'coming' || standing === 'unsigned') && now >= expiresAt) return 'expired'
  return standing === 'coming' && now >= startsAt ? 'active' : standing
}

const SOON = 72 * 3_600_000
/** Its shape: a tick, the half disc within 72 hours of its end, the dashed ring before she signed. Null: it has ended. */
export function shapeOf(line: ReleaseLine, now: Instant): Standing | null {
  switch (standingNow(line, now)) {
    case 'active':
      return line.expiresAt - now <= SOON ? 'soon' : 'confirmed'
    case 'coming':
      return 'later'
    case 'unsigned':
      return 'missing'
    case 'expired':
    case 'revoked':
      return null
  }
}

export function standingWords(t: TFunction, line: ReleaseLine, now: Instant, zone: Zone): string {
  const left = duration(line.expiresAt - now)
  const standing = standingNow(line, now)
  switch (standing) {
    case 'active':
      return line.expiresAt - now <= SOON
        ? t('releases.state.ending', { when: clockTime(line.expiresAt, now, zone), left })
        : t('releases.state.active', { left })
    case 'coming':
      return t('releases.state.coming', { when: clockTime(line.startsAt, now, zone) })
    case 'unsigned':
      return t('releases.state.unsigned')
    case 'expired':
      return t('releases.state.expired', { when: clockTime(line.expiresAt, now, zone) })
    case 'revoked':
      return t('releases.state.revoked', { when: dayOf(line.revoked?.at ?? line.expiresAt, now, zone) })
  }
}
