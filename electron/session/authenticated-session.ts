import type { Failure } from '#shared/contract/call'
import type { Outcome } from '#shared/domain/core/outcome'
import type { Worker } from '#shared/domain/staff/worker'
import type { OfficeDatabase } from '../storage/core/office-database'
import { toFaultAnswer, type SessionContext } from './session-context'

/** Who sits at which open book when a call begins that needs the keys and may take its time. */
export interface AuthenticatedSession {
  readonly me: Worker
  readonly database: OfficeDatabase
  readonly dataKey: Buffer
}

type RefusedAnswer = { readonly ok: false; readonly failure: Failure }

export const refuseClosed = (session: SessionContext): RefusedAnswer => ({
  ok: false,
  failure: { kind: 'closed_to_you', stage: session.stage },
})

/** Who sits there, or why nothing can be done now. D6: below 100 MB nothing is written, and the keyring least of all. */
export function requireAuthenticated(session: SessionContext): Outcome<AuthenticatedSession, Failure> {
  const { me, database, openDatabase, heartbeat } = session
  const { dataKey } = openDatabase
  if (me === null || database === null || dataKey === null) return refuseClosed(session)
  return heartbeat.disk === 'read_only' ? toFaultAnswer('disk_full') : { ok: true, value: { me, database, dataKey } }
}

/** After each wait: F9 may have come, and what is done is done by whoever sits there (I1). */
export const isStillAuthenticated = (session: SessionContext, { me, database }: AuthenticatedSession): boolean =>
  session.isStillSignedIn(me, database)
