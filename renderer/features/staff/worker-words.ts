import type { TFunction } from 'i18next'
import type { Output } from '#shared/contract/index'
import type { Role } from '#shared/domain/core/vocabulary'
import { formatDayAndTime } from '#shared/domain/core/wording'

export type StaffOverview = Output<'staff.overview'>
export type WorkerRow = StaffOverview['staff'][number]

/** Describes the passphrase's state (K4): 'chosen', 'waiting for the first sign-in, until tomorrow 14:00'. */
export const describeWorkerState = (t: TFunction, worker: WorkerRow, now: number, zone: string): string =>
  worker.passphrase === 'waiting' && worker.temporaryUntil !== null
    ? t('staff.passphraseState.waiting', { when: formatDayAndTime(worker.temporaryUntil, now, zone) })
    : t(`staff.passphraseState.${worker.passphrase === 'waiting' ? 'over' : worker.passphrase}`)

export const describeRoles = (t: TFunction, roles: readonly Role[]): string => roles.map((role) => t(`word.role.${role}`)).join(', ')
