import type { TFunction } from 'i18next'
import type { Output } from '#shared/contract/index'
import type { StaffId } from '#shared/domain/ids'
import { listed } from '../../ui'

export type Sight = Output<'access.read'>
export type Staff = Output<'staff.list'>

/** 'Maeve, Ruth and Bo': those of the staff who are meant. */
export const namesOf = (t: TFunction, ids: readonly StaffId[], staff: Staff): string =>
  listed(
    staff.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
    t('access.and'),
  )
