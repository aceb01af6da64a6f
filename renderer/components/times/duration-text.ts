import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'

const UNITS = { m: MINUTE, min: MINUTE, h: HOUR, d: DAY } as const
const WRITTEN = /^(\d{1,4}(?:[.,]\d{1,2})?)\s*(m|min|h|d)?[a-z]*\.?$/

/** Parses '36 h', '36', '1.5 h', '30 min' or '2 d' to milliseconds; the default unit is hours. Returns null when it cannot be read. */
export function parseDuration(text: string): number | null {
  const [, count, unit] = WRITTEN.exec(text.trim().toLowerCase()) ?? []
  if (count === undefined) return null
  return Math.round((Number(count.replace(',', '.')) * UNITS[(unit ?? 'h') as keyof typeof UNITS]) / MINUTE) * MINUTE
}

/** Formats a duration: whole hours where possible, otherwise minutes. */
export const formatDuration = (ms: number): string => (ms % HOUR === 0 ? `${ms / HOUR} h` : `${ms / MINUTE} min`)
