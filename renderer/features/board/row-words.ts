import type { TFunction } from 'i18next'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { describeClock, describeNextAction, describeSafeContact } from '../../components'
import type { PlacedRow } from './filters/board-filters'

/** Describes a row in one sentence, for screen readers and for tests that find it by name. */
export const describeRow = (t: TFunction, row: PlacedRow, now: Instant, zone: Zone): string =>
  t('board.row', {
    label: row.label,
    number: row.number,
    clock: describeClock(t, row.clockAt, row.clockIs, row.next, now, row.measured),
    next: describeNextAction(t, row.next, row, now, zone),
    owner: row.next.ownerName,
    safe: describeSafeContact(t, row, now, zone),
  })
