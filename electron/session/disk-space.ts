import type { OfficeState } from '#shared/contract/office/session'

const MB = 1_000_000
const LOW_BYTES = 500 * MB
const FULL_BYTES = 100 * MB

/** Assesses the free space of the disk (D6). Null, of a machine that does not say, counts as enough. */
export const assessDisk = (freeBytes: number | null): OfficeState['disk'] =>
  freeBytes === null || freeBytes >= LOW_BYTES ? 'ok' : freeBytes >= FULL_BYTES ? 'low' : 'read_only'
