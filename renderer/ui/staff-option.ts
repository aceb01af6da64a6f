import type { TFunction } from 'i18next'
import type { Output } from '#shared/contract/index'
import type { StaffId } from '#shared/domain/ids'
import type { Instant, Zone } from '#shared/domain/moment'
import { dayOf } from '#shared/domain/wording'
import type { Option } from './Select'

type Worker = Pick<Output<'staff.list'>[number], 'id' | 'name' | 'roles' | 'away'>

/** H4: whoever is away is marked so wherever somebody is picked; she can still be picked. */
export function staffName(t: TFunction, { name, away }: Pick<Worker, 'name' | 'away'>, now: Instant, zone: Zone): string {
  if (away === null) return name
  if (away.from > now) return t('away.from', { name, when: dayOf(away.from, now, zone) })
  return away.until === null ? t('away.since', { name }) : t('away.until', { name, when: dayOf(away.until, now, zone) })
}

export const staffOption = (t: TFunction, worker: Worker, now: Instant, zone: Zone): Option<StaffId> => ({
  value: worker.id,
  label: staffName(t, worker, now, zone),
  second: worker.roles.map((role) => t(`word.role.${role}`)).join(', '),
})
