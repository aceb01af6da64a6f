import type { feedback as contract } from '#shared/contract/feedback'
import { FEEDBACK_ANSWERS, weekOf, worksWithHer, FEEDBACK_QUESTIONS, type FeedbackAnswer } from '#shared/domain/feedback'
import type { Handoff } from '#shared/domain/handoff'
import { startOfDay } from '#shared/domain/moment'
import { withoutNames, type Unnamed } from '#shared/domain/nameless'
import { ok, refuse } from '#shared/domain/outcome'
import { accompanimentOf } from '../storage/accompaniment'
import type { ReadableDb } from '../storage/database'
import { loadHandoff } from '../storage/handoffs'
import { namesIn } from '../storage/names'
import { addFeedback, addSuccess, dropSuccess, feedbackBefore, successes, unnamed } from '../storage/unnamed'
import type { UseCases } from './context'

/** A6: neither hers nor theirs who work with her. */
function nobodysNames(db: ReadableDb, handoff: Handoff): Unnamed {
  const names = namesIn(db)
  const hers = unnamed(db, handoff.personId)
  const workers = [handoff.assignedTo, ...handoff.supporting].map((id) => names.worker(id))
  return { ...hers, names: [...hers.names, ...workers] }
}

const counted = (answers: readonly FeedbackAnswer[]) =>
  Object.fromEntries(FEEDBACK_ANSWERS.map((one) => [one, answers.filter((answer) => answer === one).length])) as Record<
    FeedbackAnswer,
    number
  >

export const feedbackCalls: UseCases<typeof contract> = {
  'feedback.send': ({ db, now, zone, me, keep }, { of, anything, ...answers }) => {
    const handoff = loadHandoff(db, of)
    if (!handoff) return refuse('no_such_handoff')
    if (anything === '' && FEEDBACK_QUESTIONS.every((one) => answers[one] === 'not_said')) return refuse('no_answer_given')
    if (worksWithHer(handoff, accompanimentOf(db, of)?.worker ?? null, me.id)) return refuse('ask_a_colleague')
    keep({ facts: { command: 'feedback' } })
    addFeedback(db, { ...answers, week: weekOf(now, zone), anything: withoutNames(anything, nobodysNames(db, handoff)) })
    return ok({ done: true })
  },
  'feedback.read': ({ db, now, zone }) => {
    // A week that still runs would say, by what is new, who said it.
    const rows = feedbackBefore(db, weekOf(now, zone))
    return ok(
      [...new Set(rows.map(({ week }) => week))].map((week) => {
        const its = rows.filter((row) => row.week === week)
        return {
          week,
          count: its.length,
          heard: counted(its.map(({ heard }) => heard)),
          inControl: counted(its.map(({ inControl }) => inControl)),
          repeated: counted(its.map(({ repeated }) => repeated)),
          // Not beside the answers that came with them.
          words: its
            .map(({ anything }) => anything)
            .filter(Boolean)
            .toSorted(),
        }
      }),
    )
  },
  'success.note': ({ db, now, zone, keep }, { of, words }) => {
    const handoff = loadHandoff(db, of)
    if (!handoff) return refuse('no_such_handoff')
    keep({ facts: { command: 'success' } })
    const reads = withoutNames(words, unnamed(db, handoff.personId))
    addSuccess(db, { day: startOfDay(now, zone), words: reads })
    return ok({ reads })
  },
  'success.list': ({ db }) => ok(successes(db).map(({ id, day, words }) => ({ key: id, day, words }))),
  'success.drop': ({ db, keep }, { key }) => {
    keep({ facts: { command: 'success' } })
    return dropSuccess(db, key) ? ok({ done: true }) : refuse('no_such_success')
  },
}
