import { session, type Session } from 'electron'

/** E2: without `persist:` it lives in memory: nothing of what a screen shows is cached on the disk. */
export const PARTITION = 'day-book'

/** The session of our window. */
export const getRendererSession = (): Session => session.fromPartition(PARTITION, { cache: false })
