import type { OfficeState, StaffTile } from '#shared/contract/session'
import { getOffsetMinutes } from '#shared/domain/core/moment'
import type { AppSession } from './app-session'
import type { StaffTileRow } from './office-records'

/** What every screen knows of the office; names only while the book is open, counts without anybody's name (L5, L6). */
export function loadOfficeState(session: AppSession): OfficeState {
  const { database, records, stage, vault, ports, me, currentUser } = session
  const now = session.now()
  const pcZone = ports.clock.zone()
  const isDirector = me?.roles.includes('director') === true
  const stored =
    database?.read((db) => ({
      settings: records.loadSettings(db),
      tiles: records.listStaffTiles(db),
      waiting: records.countWaiting(db, now, session.hidden(db).people),
      unnamed: isDirector ? [...records.listUnnamedRights(db)] : [],
      toRead: isDirector ? records.countUnreadEntries(db, me.id) : 0,
      isDatabaseIntact: !isDirector || (records.isDatabaseIntact(db) && !session.openDatabase.hasFindings),
    })) ?? null
  const toStaffTile = ({ id, name, roles, hasPin, drafts }: StaffTileRow): StaffTile => ({
    id,
    name,
    roles: [...roles],
    pin: hasPin && currentUser.mayUsePin(id),
    drafts,
  })
  // After the recovery words only a director may say who she is.
  const shownTiles =
    stored?.tiles.filter(({ roles }) => stage !== 'choosing' || currentUser.choosing?.worker !== null || roles.includes('director')) ?? []
  const worker = me ?? currentUser.choosing?.worker ?? null
  const ownTile = stored?.tiles.find(({ id }) => id === worker?.id)
  return {
    stage,
    now,
    zone: stored?.settings.zone ?? pcZone,
    shelter: stored?.settings.shelter ?? null,
    me: ownTile === undefined ? null : toStaffTile(ownTile),
    staff: shownTiles.map(toStaffTile),
    waiting: stored?.waiting ?? null,
    clock: {
      drifted: session.heartbeat.drifted,
      zoneDiffers: stored !== null && getOffsetMinutes(now, stored.settings.zone) !== getOffsetMinutes(now, pcZone),
    },
    fault: session.lifecycle.fault,
    locksAt: session.heartbeat.locksAt,
    nextDue: session.openDatabase.nextReminder(now),
    recovering: stage === 'choosing' && currentUser.choosing?.worker === null,
    unassignedRights: stored?.unnamed ?? [],
    unreadAuditEntries: stored?.toRead ?? 0,
    isDatabaseIntact: stored?.isDatabaseIntact ?? true,
    screenShownUntil: session.heartbeat.screenProtection.liftedUntil,
    tryAgainAt: stage === 'sealed' || stage === 'locked' ? vault.loginThrottle.tryAgainAt(now) : null,
    practice: ports.practice,
    disk: session.heartbeat.disk,
  }
}
