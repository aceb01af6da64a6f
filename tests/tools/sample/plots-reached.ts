import { HOUR, MINUTE } from '#shared/domain/moment'
import { bounced, helped, type Telling } from './endings'
import type { Tale } from './tale'

// Stories in which somebody speaks with her, sooner or later.

/** What a call in vain comes to. */
export const NO_LUCK = ['no_answer', 'no_answer', 'no_answer', 'someone_else_answered'] as const

export function* reached(tale: Tale): Telling {
  tale.refer({ again: tale.chance.likely(0.18), ...(tale.chance.likely(0.25) ? { safe: 'only_at_times' as const } : {}) })
  yield tale.whenDue(6, 150)
  if (tale.chance.likely(0.35)) {
    tale.attempt(tale.chance.pick(NO_LUCK))
    yield tale.whenDue(5, 90)
  }
  tale.attempt(tale.chance.likely(0.12) ? 'she_called_us' : 'reached')
  yield tale.in(1, 9)
  tale.confirm()
  if (tale.chance.likely(0.06)) tale.do({ kind: 'add_note', note: 'Says mornings are quieter at home.', herWords: true })
  yield* helped(tale)
}

export function* reachedQuickly(tale: Tale): Telling {
  tale.refer()
  yield tale.in(6, 60)
  tale.attempt('reached')
  yield tale.in(1, 9)
  tale.confirm()
  yield tale.in(60, 300)
  tale.do({ kind: 'close', as: 'help_received', reason: 'A bed the same day.' })
}

export function* reachedLate(tale: Tale): Telling {
  tale.refer({ source: tale.chance.pick(['Northgate Line', 'Hillcrest House', 'Sweetgrass Housing', 'herself'] as const), mayHelp: false })
  for (const outcome of [tale.chance.pick(NO_LUCK), 'no_answer'] as const) {
    yield tale.whenDue(4, 200)
    tale.attempt(outcome)
  }
  yield tale.whenDue(4, 300)
  tale.attempt('reached')
  yield tale.in(1, 9)
  tale.confirm()
  yield* helped(tale)
}

export function* inParts(tale: Tale): Telling {
  tale.refer()
  yield tale.whenDue(6, 150)
  tale.attempt('reached', { note: 'Short: somebody came in.' })
  yield tale.in(1, 9)
  tale.verifyPlan()
  tale.do({ kind: 'save_confirmation', at: null, wayVerified: true, nextStep: null, risks: { answer: 'not_known', dates: [] } })
  yield tale.in(120, 900)
  tale.attempt('reached')
  tale.confirm()
  yield* helped(tale)
}

export function* askedTheSource(tale: Tale): Telling {
  tale.refer({
    source: tale.chance.pick(['Northgate Line', 'Birch Street Legal', 'Prairie Newcomers', 'Maison des Érables'] as const),
    mayHelp: true,
  })
  for (const outcome of ['no_answer', 'no_answer'] as const) {
    yield tale.whenDue(4, 120)
    tale.attempt(outcome)
  }
  yield Math.max(tale.whenDue(1, 30), tale.now + 8 * HOUR)
  tale.attempt('no_answer')
  tale.do({ kind: 'ask_source' })
  yield tale.in(120, 900)
  if (tale.chance.likely(0.3)) {
    tale.do({ kind: 'source_answered', answer: 'cannot_help', words: 'Nobody there has seen her.', checkAt: null })
    yield tale.in(300, 600)
    return yield* bounced(
      tale,
      'not_reached_after_fallback',
      'All windows used, three tries and the source.',
      'Other times of the day.',
      'review_and_close',
    )
  }
  tale.do({ kind: 'source_answered', answer: 'she_will_call', words: 'Seen her this morning.', checkAt: tale.now + 10 * HOUR })
  yield tale.in(60, 500)
  tale.attempt('she_called_us', { channel: 'call', wayId: null })
  yield tale.in(2, 9)
  tale.confirm()
  yield* helped(tale)
}

export function* danger(tale: Tale): Telling {
  tale.refer()
  yield tale.whenDue(6, 60)
  tale.attempt('someone_else_answered', { note: 'A man, shouting behind.' })
  tale.do({
    kind: 'record_bounce',
    reason: 'possible_danger',
    seen: 'Shouting in the background, the line dropped.',
    change: '',
    action: 'review_and_close',
    what: '',
    owner: tale.worker(tale.by),
    dueAt: tale.now + 4 * HOUR,
  })
  yield tale.in(2, 20)
  tale.do({ kind: 'acknowledge_danger', words: 'Welfare check asked for.' }, 'Ruth')
  yield tale.in(60, 200)
  tale.attempt('she_called_us', { wayId: null, note: 'She is at a friend’s.' })
  yield tale.in(2, 9)
  tale.confirm()
  yield* helped(tale)
}

export function* stopped(tale: Tale): Telling {
  tale.refer()
  yield tale.whenDue(6, 100)
  tale.attempt('not_safe_stopped', { note: 'Said the code for not safe.' })
  yield tale.in(300, 1_300)
  tale.attempt('she_called_us', { wayId: null })
  yield tale.in(2, 9)
  tale.confirm()
  yield* helped(tale)
}

export function* sheRings(tale: Tale): Telling {
  tale.refer({ source: 'herself' })
  yield tale.whenDue(6, 90)
  tale.do({ kind: 'agree_waiting', checkAt: tale.now + tale.chance.between(4, 20) * HOUR, why: 'she_asked' })
  yield tale.whenDue(0, 60)
  tale.attempt('she_called_us', { wayId: null })
  if (tale.chance.likely(0.3)) {
    yield tale.in(5, 20)
    return tale.do({ kind: 'close', as: 'she_withdrew', reason: 'She is going back to her mother’s and will ring if she wants to.' })
  }
  yield tale.in(2, 9)
  tale.confirm()
  yield* helped(tale)
}

export function* reopened(tale: Tale): Telling {
  yield* reachedQuickly(tale)
  yield tale.in(24 * 60, 6 * 24 * 60)
  tale.do({ kind: 'reopen', reason: 'She rang again: the room fell through.' })
  yield tale.whenDue(5, 200)
  tale.attempt('reached')
  yield tale.in(1, 9)
  tale.confirm()
  yield* helped(tale)
}

export function* corrected(tale: Tale): Telling {
  tale.refer({ earlier: tale.chance.between(10, 240) * MINUTE })
  yield tale.in(5, 60)
  tale.do({ kind: 'correct_received', receivedAt: tale.now - 5 * HOUR, reason: 'Their fax says when it was sent.' })
  yield tale.in(30, 120)
  tale.attempt('no_answer', { at: tale.now - 25 * MINUTE, note: 'Noted on paper.' })
  yield tale.in(1, 10)
  tale.attempt('no_answer', { at: tale.now - 10 * MINUTE })
  tale.do({ kind: 'withdraw_attempt', no: 2 })
  yield tale.whenDue(10, 90)
  tale.attempt('reached')
  tale.confirm()
  yield* helped(tale)
}

export function* toldTheSource(tale: Tale): Telling {
  tale.refer({
    source: tale.chance.pick(['Birch Street Legal', 'Prairie Newcomers', 'Wapiti Family Centre'] as const),
    mayTell: 'and_next_step',
  })
  yield tale.whenDue(6, 90)
  tale.attempt('interpreter_missing')
  yield tale.in(130, 300)
  tale.attempt('reached')
  tale.confirm()
  yield tale.in(10, 60)
  tale.do({ kind: 'tell_source', sentence: 'and_next_step', rangBack: true })
  yield* helped(tale)
}
