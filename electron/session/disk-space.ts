import type { OfficeState } from '#shared/contract/session'

const MB = 1_000_000
const LOW_BYTES = 500 * MB
const FULL_BYTES = 100 * MB

/** D6: what so many free bytes mean for the book; a machine that does not say is taken to have enough. */
export const assessDisk = (freeBytes: number | null): OfficeState['disk'] =>
  freeBytes === null || freeBytes >= LOW_BYTES ? 'ok' : freeBytes >= FULL_BYTES ? 'low' : 'read_only'
