import { z } from 'zod'
import { reads, writes } from './call'
import { done, instant, line, noInput } from './values'

/** What the office has agreed about itself, its desk and its clock. */
export const settings = {
  'settings.read': reads(
    noInput,
    z.strictObject({
      shelter: z.string(),
      zone: z.string(),
      standardHours: z.int(),
      shiftStarts: z.array(z.string()),
      policeNumber: z.string(),
      supervisorName: z.string(),
      supervisorPhone: z.string(),
      idleMinutes: z.int(),
      sealMinutes: z.int(),
    }),
  ),
  /** Whom F1 names (P1). */
  'settings.save': writes(
    ['office'],
    z.strictObject({ policeNumber: line(40), supervisorName: line(200), supervisorPhone: line(40) }),
    done,
    { who: ['supervisor', 'director'], audits: 'settings_changed' },
  ),
  /** L2: minutes until the desk locks (1 to 5, never "never") and until a locked desk is sealed (half an hour to eight). */
  'settings.saveLocking': writes(
    ['office'],
    z.strictObject({ idleMinutes: z.int().min(1).max(5), sealMinutes: z.int().min(30).max(480) }),
    done,
    {
      who: ['director'],
      audits: 'settings_changed',
    },
  ),
  /** T3: takes the PC's clock for right again. Refuses `clock_is_right` when there is nothing to set. */
  'clock.reset': writes(['office', 'handoffs'], noInput, done, { who: ['supervisor', 'director'], runs: 'session' }),
  /** E5: lets the window be captured for a quarter of an hour, for a training or a picture; again ends it. */
  'screen.allowCapture': writes(['office'], z.strictObject({ on: z.boolean() }), z.strictObject({ until: instant.nullable() }), {
    who: ['director'],
    runs: 'session',
  }),
} as const
