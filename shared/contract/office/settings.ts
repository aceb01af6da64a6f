import { z } from 'zod'
import { reads, writes } from '../call'
import { done, instant, line, noInput } from '../values'
import { code, officeWords, workerName } from '../text-kinds'

/** The office's settings, its locking times and its clock. */
export const settings = {
  'settings.read': reads(
    noInput,
    z.strictObject({
      shelter: officeWords,
      zone: code,
      standardHours: z.int(),
      shiftStarts: z.array(code),
      policeNumber: officeWords,
      supervisorName: workerName,
      supervisorPhone: officeWords,
      idleMinutes: z.int(),
      sealMinutes: z.int(),
    }),
  ),
  /** Saves whom F1 names (P1). */
  'settings.save': writes(
    ['office'],
    z.strictObject({ policeNumber: line(40), supervisorName: line(200), supervisorPhone: line(40) }),
    done,
    { who: ['supervisor', 'director'], audits: 'settings_changed' },
  ),
  /**
   * Saves the minutes until the screen locks (1 to 5, never "never") and until a locked office closes its database (half an hour to
   * eight) (L2).
   */
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
