import { z } from 'zod'
import { FEEDBACK_ANSWERS } from '#shared/domain/accompaniment/feedback'
import { reads, writes } from './call'
import { done, handoffId, instant, line, noInput, note } from './values'

const answer = z.enum(FEEDBACK_ANSWERS)
const answers = { heard: answer, inControl: answer, repeated: answer }
const count = z.strictObject({ yes: z.int(), partly: z.int(), no: z.int(), not_said: z.int() })
/** `of` is no field that the trail takes for what a call is about (T1): nothing of these is kept beside a record. */
const of = handoffId

/** A6, A3: what is kept without her name, and shown to those who were not there. */
export const feedback = {
  /** A6. Refuses `ask_a_colleague` where whoever sits at the desk works with her, `no_answer_given`. */
  'feedback.add': writes(['meetings'], z.strictObject({ of, ...answers, anything: note(4_000) }), done, { audits: 'acted' }),
  /** Weeks that are over, newest first; words in no order. */
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
  /** A3: struck of her names, her initials and what she keeps back; answers what the team reads. */
  'success.add': writes(['meetings'], z.strictObject({ of, words: line(500) }), z.strictObject({ reads: z.string() }), { audits: 'acted' }),
  /** Newest day first. `day`: its start, UTC ms. */
  'success.list': reads(noInput, z.array(z.strictObject({ key: z.uuid(), day: instant, words: z.string() }))),
  /** A line that tells too much is taken out. Refuses `no_such_success`. */
  'success.remove': writes(['meetings'], z.strictObject({ key: z.uuid() }), done, { audits: 'corrected' }),
} as const
