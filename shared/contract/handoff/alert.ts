import { z } from 'zod'
import { ALERT_LEVELS } from '#shared/domain/handoff/alerts'
import { reads, writes } from '../call'
import { done, handoffId, instant, noInput } from '../values'

/** Alerts that the timer has raised (C3). */
export const alerts = {
  /** Lists alerts that nobody has seen, most urgent first; record numbers only (C3). */
  'alert.list': reads(
    noInput,
    z.array(z.strictObject({ id: z.int(), handoffId, number: z.int(), level: z.enum(ALERT_LEVELS), at: instant, dueAt: instant })),
  ),
  /** Marks alerts as seen; `ids`: those that were on the screen. */
  'alert.markSeen': writes(['alerts'], z.strictObject({ ids: z.array(z.int()).max(500) }), done),
} as const
