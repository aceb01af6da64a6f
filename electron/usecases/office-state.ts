import type { OfficeState, StaffTile } from '#shared/contract/session'
import { offsetMinutes } from '#shared/domain/moment'
import type { Desk } from './desk'
import type { Tile } from './records'

/** What every screen knows of the office; names only while the book is open, counts without anybody's name (L5, L6). */
export function officeState(desk: Desk): OfficeState {
  const { book, records, stage, vault, ports, me, seat } = desk
  const now = desk.now()
  const pc = ports.clock.zone()
  const director = me?.roles.includes('director') === true
  const kept =
    book?.read((db) => ({
      settings: records.settings(db),
      tiles: records.tiles(db),
      waiting: records.waiting(db, now, desk.hidden(db).people),
      unnamed: director ? [...records.unnamed(db)] : [],
      toRead: director ? records.toRead(db, me.id) : 0,
      bookWhole: !director || (records.bookWhole(db) && !desk.ledger.doubtful),
    })) ?? null
  const tile = ({ id, name, roles, hasPin, drafts }: Tile): StaffTile => ({
    id,
    name,
    roles: [...roles],
    pin: hasPin && seat.mayUsePin(id),
    drafts,
  })
  // After the recovery words only a director may say who she is.
  const shown =
    kept?.tiles.filter(({ roles }) => stage !== 'choosing' || seat.choosing?.worker !== null || roles.includes('director')) ?? []
  const mine = me ?? seat.choosing?.worker ?? null
  const hers = kept?.tiles.find(({ id }) => id === mine?.id)
  return {
    stage,
    now,
    zone: kept?.settings.zone ?? pc,
    shelter: kept?.settings.shelter ?? null,
    me: hers === undefined ? null : tile(hers),
    staff: shown.map(tile),
    waiting: kept?.waiting ?? null,
    clock: { drifted: desk.beat.drifted, zoneDiffers: kept !== null && offsetMinutes(now, kept.settings.zone) !== offsetMinutes(now, pc) },
    fault: desk.cover.fault,
    locksAt: desk.beat.locksAt,
    nextDue: desk.ledger.nextDue(now),
    recovering: stage === 'choosing' && seat.choosing?.worker === null,
    unnamed: kept?.unnamed ?? [],
    toRead: kept?.toRead ?? 0,
    bookWhole: kept?.bookWhole ?? true,
    screenShownUntil: desk.beat.shown.until,
    tryAgainAt: stage === 'sealed' || stage === 'locked' ? vault.patience.tryAgainAt(now) : null,
    practice: ports.practice,
    disk: desk.beat.disk,
  }
}
