import type { feedback as contract } from '#shared/contract/handoff/feedback'
import {
  FEEDBACK_ANSWERS,
  getStartOfWeek,
  isWorkingWithPerson,
  FEEDBACK_QUESTIONS,
  type FeedbackAnswer,
} from '#shared/domain/accompaniment/feedback'
import type { Handoff } from '#shared/domain/handoff/handoff'
import { startOfDay } from '#shared/domain/core/moment'
import { redactNames, type NamesToRedact } from '#shared/domain/person/redact-names'
import { ok, refuse } from '#shared/domain/core/outcome'
import { findAccompaniment } from '../../storage/accompaniment/series'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadHandoff } from '../../storage/handoff/handoffs'
import { loadNames } from '../../storage/office/names'
import {
  addFeedback,
  addSuccess,
  removeSuccess,
  listFeedbackBefore,
  listSuccesses,
  loadIdentifyingWords,
} from '../../storage/accompaniment/anonymous-entries'
import type { UseCases } from '../../session/call-context'

/** Lists the names of the person and of the workers who work with the person, which anonymous texts must not contain (A6). */
function listIdentifiers(db: ReadableDb, handoff: Handoff): NamesToRedact {
  const names = loadNames(db)
  const personIdentifiers = loadIdentifyingWords(db, handoff.personId)
  const workers = [handoff.assignedTo, ...handoff.supporting].map((id) => names.worker(id))
  return { ...personIdentifiers, names: [...personIdentifiers.names, ...workers] }
}

const countAnswers = (answers: readonly FeedbackAnswer[]) =>
  Object.fromEntries(FEEDBACK_ANSWERS.map((one) => [one, answers.filter((answer) => answer === one).length])) as Record<
    FeedbackAnswer,
    number
  >

export const feedbackCalls: UseCases<typeof contract> = {
  'feedback.add': ({ db, now, zone, me, audit }, { of, anything, ...answers }) => {
    const handoff = loadHandoff(db, of)
    if (!handoff) return refuse('no_such_handoff')
    if (anything === '' && FEEDBACK_QUESTIONS.every((one) => answers[one] === 'not_said')) return refuse('no_answer_given')
    if (isWorkingWithPerson(handoff, findAccompaniment(db, of)?.worker ?? null, me.id)) return refuse('ask_a_colleague')
    audit({ facts: { command: 'feedback' } })
    addFeedback(db, { ...answers, week: getStartOfWeek(now, zone), anything: redactNames(anything, listIdentifiers(db, handoff)) })
    return ok({ done: true })
  },
  'feedback.read': ({ db, now, zone }) => {
    // While a week is still running, a new entry would reveal who gave it.
    const rows = listFeedbackBefore(db, getStartOfWeek(now, zone))
    return ok(
      [...new Set(rows.map(({ week }) => week))].map((week) => {
        const weekRows = rows.filter((row) => row.week === week)
        return {
          week,
          count: weekRows.length,
          heard: countAnswers(weekRows.map(({ heard }) => heard)),
          inControl: countAnswers(weekRows.map(({ inControl }) => inControl)),
          repeated: countAnswers(weekRows.map(({ repeated }) => repeated)),
          // The words are kept apart from the answers that came with them.
          words: weekRows
            .map(({ anything }) => anything)
            .filter(Boolean)
            .toSorted(),
        }
      }),
    )
  },
  'success.add': ({ db, now, zone, audit }, { of, words }) => {
    const handoff = loadHandoff(db, of)
    if (!handoff) return refuse('no_such_handoff')
    audit({ facts: { command: 'success' } })
    const reads = redactNames(words, loadIdentifyingWords(db, handoff.personId))
    addSuccess(db, { day: startOfDay(now, zone), words: reads })
    return ok({ reads })
  },
  'success.list': ({ db }) => ok(listSuccesses(db).map(({ id, day, words }) => ({ key: id, day, words }))),
  'success.remove': ({ db, audit }, { key }) => {
    audit({ facts: { command: 'success' } })
    return removeSuccess(db, key) ? ok({ done: true }) : refuse('no_such_success')
  },
}
