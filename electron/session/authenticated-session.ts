import type { Failure } from '#shared/contract/call'
import type { Outcome } from '#shared/domain/core/outcome'
import type { Worker } from '#shared/domain/staff/worker'
import type { OfficeDatabase } from '../storage/core/office-database'
import { toFaultAnswer, type SessionContext } from './session-context'

/** The worker, the open database and its key at the beginning of a call that needs the keys and may wait. */
export interface AuthenticatedSession {
  readonly me: Worker
  readonly database: OfficeDatabase
  readonly dataKey: Buffer
}

type RefusedAnswer = { readonly ok: false; readonly failure: Failure }

/** Refuses because the office is in another stage. */
export const refuseClosed = (session: SessionContext): RefusedAnswer => ({
  ok: false,
  failure: { kind: 'closed_to_you', stage: session.stage },
})

/** Answers the signed-in worker's session. Refuses when nobody is signed in, and below 100 MB of free space (D6). */
export function requireAuthenticated(session: SessionContext): Outcome<AuthenticatedSession, Failure> {
  const { me, database, openDatabase, heartbeat } = session
  const { dataKey } = openDatabase
  if (me === null || database === null || dataKey === null) return refuseClosed(session)
  return heartbeat.disk === 'read_only' ? toFaultAnswer('disk_full') : { ok: true, value: { me, database, dataKey } }
}

/** True while the same worker is signed in; asked after each wait, because the session may have been locked (I1). */
export const isStillAuthenticated = (session: SessionContext, { me, database }: AuthenticatedSession): boolean =>
  session.isStillSignedIn(me, database)
