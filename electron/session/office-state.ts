import type { OfficeState, StaffTile } from '#shared/contract/office/session'
import { getOffsetMinutes } from '#shared/domain/core/moment'
import type { SessionContext, SignInContext } from './session-context'
import type { StaffTileRow } from '../storage/office/office-records-interface'

/** The parts of the session that the state tells of. */
type OfficeStateSession = SessionContext & Pick<SignInContext, 'currentUser' | 'hidden'>

/** Loads what every screen knows of the office: names only while the database is open, counts without names (L5, L6). */
export function loadOfficeState(session: OfficeStateSession): OfficeState {
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
  // After the recovery words only directors are shown.
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
