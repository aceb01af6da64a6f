import { z } from 'zod'
import { FEEDBACK_ANSWERS } from '#shared/domain/accompaniment/feedback'
import { reads, writes } from './call'
import { handoffId, instant, line, note, noInput } from './values'

const done = z.strictObject({ done: z.literal(true) })
const answer = z.enum(FEEDBACK_ANSWERS)
const answers = { heard: answer, inControl: answer, repeated: answer }
const count = z.strictObject({ yes: z.int(), partly: z.int(), no: z.int(), not_said: z.int() })
/** The name `of` is not one that the audit log takes for what a call is about (T1): none of these is linked to a record. */
const of = handoffId

/** What is stored without the person's name and shown to the team (A6, A3). */
export const feedback = {
  /** Adds a feedback form (A6). Refuses `ask_a_colleague` where the signed-in worker works with the person, `no_answer_given`. */
  'feedback.add': writes(['meetings'], z.strictObject({ of, ...answers, anything: note(4_000) }), done, { audits: 'acted' }),
  /** Lists the weeks that are over, newest first; words in no order. */
  'feedback.read': reads(
    noInput,
    z.array(
      z.strictObject({
        week: instant,
        count: z.int(),
        heard: count,
        inControl: count,
        repeated: count,
        words: z.array(z.string()),
      }),
    ),
    { who: ['supervisor', 'data_owner', 'director'] },
  ),
  /** Adds a success (A3), redacted of the person's names, initials and withheld words. Returns what the team reads. */
  'success.add': writes(['meetings'], z.strictObject({ of, words: line(500) }), z.strictObject({ reads: z.string() }), { audits: 'acted' }),
  /** Newest day first. `day`: its start, UTC ms. */
  'success.list': reads(noInput, z.array(z.strictObject({ key: z.uuid(), day: instant, words: z.string() }))),
  /** Removes a line that reveals too much. Refuses `no_such_success`. */
  'success.remove': writes(['meetings'], z.strictObject({ key: z.uuid() }), done, { audits: 'corrected' }),
} as const
