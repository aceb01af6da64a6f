import type { TFunction } from 'i18next'
import type { Output } from '#shared/contract/index'
import type { StaffId } from '#shared/domain/core/ids'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { formatDay } from '#shared/domain/core/wording'
import type { SelectOption } from '../../ui/Select'

type Worker = Pick<Output<'staff.list'>[number], 'id' | 'name' | 'roles' | 'away'>

/** Describes a worker in a list of choices. A worker who is away is marked but can still be chosen (H4). */
export function describeStaffName(t: TFunction, { name, away }: Pick<Worker, 'name' | 'away'>, now: Instant, zone: Zone): string {
  if (away === null) return name
  if (away.from > now) return t('away.from', { name, when: formatDay(away.from, now, zone) })
  return away.until === null ? t('away.since', { name }) : t('away.until', { name, when: formatDay(away.until, now, zone) })
}

export const toStaffOption = (t: TFunction, worker: Worker, now: Instant, zone: Zone): SelectOption<StaffId> => ({
  value: worker.id,
  label: describeStaffName(t, worker, now, zone),
  second: worker.roles.map((role) => t(`word.role.${role}`)).join(', '),
})
