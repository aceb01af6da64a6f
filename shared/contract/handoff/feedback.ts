import { z } from 'zod'
import { FEEDBACK_ANSWERS } from '#shared/domain/accompaniment/feedback'
import { reads, writes } from '../call'
import { done, handoffId, instant, line, noInput, note } from '../values'
import { anonymousWords } from '../text-kinds'

const answer = z.enum(FEEDBACK_ANSWERS)
const answers = { heard: answer, inControl: answer, repeated: answer }
const count = z.strictObject({ yes: z.int(), partly: z.int(), no: z.int(), not_said: z.int() })
/** `of` is no field that the audit log takes for what a call is about (T1): nothing of these is kept beside a record. */
const of = handoffId

/** A6, A3: what is stored without the person's name, and shown to those who were not there. */
export const feedback = {
  /** A6. Refuses `ask_a_colleague` where the caller works with the person, `no_answer_given`. */
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
        words: z.array(anonymousWords),
      }),
    ),
    { who: ['supervisor', 'data_owner', 'director'] },
  ),
  /** A3: stored without the person's names, initials and what the person keeps private; answers what the team reads. */
  'success.add': writes(['meetings'], z.strictObject({ of, words: line(500) }), z.strictObject({ reads: anonymousWords }), {
    audits: 'acted',
  }),
  /** Newest day first. `day`: its start, UTC ms. */
  'success.list': reads(noInput, z.array(z.strictObject({ key: z.uuid(), day: instant, words: anonymousWords }))),
  /** A line that tells too much is taken out. Refuses `no_such_success`. */
  'success.remove': writes(['meetings'], z.strictObject({ key: z.uuid() }), done, { audits: 'corrected' }),
} as const
