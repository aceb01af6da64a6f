import type { TFunction } from 'i18next'
import type { Output } from '#shared/contract/index'
import type { StaffId } from '#shared/domain/core/ids'
import { joinWithAnd } from '../../../components'

export type Visibility = Output<'access.read'>
export type StaffList = Output<'staff.list'>

/** Joins the names of these workers: 'Maeve, Ruth and Bo'. */
export const joinStaffNames = (t: TFunction, ids: readonly StaffId[], staff: StaffList): string =>
  joinWithAnd(
    staff.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
    t('access.and'),
  )
