import type { TFunction } from 'i18next'
import type { Instant, Zone } from '#shared/domain/moment'
import { clockWords, nextActionWords, safeWords } from '../../ui'
import type { Placed } from './choice'

/** A row in one sentence, for the ear and for whoever looks it up by name. */
export const rowWords = (t: TFunction, row: Placed, now: Instant, zone: Zone): string =>
  t('board.row', {
    label: row.label,
    number: row.number,
    clock: clockWords(t, row.clockAt, row.clockIs, row.next, now, row.measured),
    next: nextActionWords(t, row.next, row, now, zone),
    owner: row.next.ownerName,
    safe: safeWords(t, row.safe, now, zone),
  })
