import type { OfficeState } from '#shared/contract/session'

const MB = 1_000_000
const LOW = 500 * MB
const FULL = 100 * MB

/** D6: what so many free bytes mean for the book; a machine that does not say is taken to have enough. */
export const diskStanding = (free: number | null): OfficeState['disk'] =>
  free === null || free >= LOW ? 'ok' : free >= FULL ? 'low' : 'read_only'
