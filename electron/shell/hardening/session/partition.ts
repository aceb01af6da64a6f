import { session, type Session } from 'electron'

/** The session's name. Without `persist:` the session stays in memory, so nothing that a screen shows is cached on the disk (E2). */
export const PARTITION = 'day-book'

/** Returns the session of the app's window. */
export const getRendererSession = (): Session => session.fromPartition(PARTITION, { cache: false })
