import type { TFunction } from 'i18next'
import type { ReleaseLine } from '#shared/contract/person/release'
import { DAY, type Instant, type Zone } from '#shared/domain/core/moment'
import { formatDayAndTime, formatDay, formatElapsed } from '#shared/domain/core/wording'
import type { MarkKind } from '../../components'

/** R1: how a release stands now, ticking: the office said when it ends, and the minute it ends it has ended. */
export function readReleaseState({ state, expiresAt, startsAt }: ReleaseLine, now: Instant): ReleaseLine['state'] {
  if ((state === 'active' || state === 'coming' || state === 'unsigned') && now >= expiresAt) return 'expired'
  return state === 'coming' && now >= startsAt ? 'active' : state
}

/** R2: a release that ends within three days is about to end. */
export const ENDING_SOON = 3 * DAY
/** Chooses its mark: a tick, the half disc within 72 hours of its end, the dashed ring before it is signed. Null: it has ended. */
export function chooseReleaseMark(line: ReleaseLine, now: Instant): MarkKind | null {
  switch (readReleaseState(line, now)) {
    case 'active':
      return line.expiresAt - now <= ENDING_SOON ? 'soon' : 'confirmed'
    case 'coming':
      return 'later'
    case 'unsigned':
      return 'missing'
    case 'expired':
    case 'revoked':
      return null
  }
}

export function describeReleaseState(t: TFunction, line: ReleaseLine, now: Instant, zone: Zone): string {
  const left = formatElapsed(line.expiresAt - now)
  const state = readReleaseState(line, now)
  switch (state) {
    case 'active':
      return line.expiresAt - now <= ENDING_SOON
        ? t('releases.state.ending', { when: formatDayAndTime(line.expiresAt, now, zone), left })
        : t('releases.state.active', { left })
    case 'coming':
      return t('releases.state.coming', { when: formatDayAndTime(line.startsAt, now, zone) })
    case 'unsigned':
      return t('releases.state.unsigned')
    case 'expired':
      return t('releases.state.expired', { when: formatDayAndTime(line.expiresAt, now, zone) })
    case 'revoked':
      return t('releases.state.revoked', { when: formatDay(line.revoked?.at ?? line.expiresAt, now, zone) })
  }
}
