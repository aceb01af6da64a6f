import type { story as contract } from '#shared/contract/story'
import { lettersIn } from '#shared/domain/kept-back'
import { fold } from '#shared/domain/likeness'
import { ok, refuse } from '#shared/domain/outcome'
import { loadHandoff } from '../storage/handoffs'
import { loadMeeting } from '../storage/meetings'
import { idsOf } from '../storage/merges'
import { namesIn } from '../storage/names'
import { partnerRow } from '../storage/partners'
import { personRow } from '../storage/people'
import { addStory, keepBack, keptBack, keptRow, liftKept, storyOf } from '../storage/story'
import type { UseCases } from './context'

/** One letter would strike out half of every text. */
const FEWEST_LETTERS = 2

const sameWords = (one: string, other: string): boolean => one === other || (fold(one) !== '' && fold(one) === fold(other))

export const storyCalls: UseCases<typeof contract> = {
  'story.read': ({ db }, { personId }) => {
    if (!personRow(db, personId)) return refuse('no_such_person')
    const told = storyOf(db, personId)
    if (!told) return ok({ story: null })
    const { version, situation, background, approvedAt, approvedBy } = told
    return ok({ story: { version, situation, background, approvedAt, approvedByName: namesIn(db).worker(approvedBy) } })
  },
  'story.approve': ({ db, now, me, keep }, { personId, meetingId, situation, background }) => {
    if (!personRow(db, personId)) return refuse('no_such_person')
    if (situation === '' && background === '') return refuse('nothing_written', { field: 'situation' })
    const meeting = meetingId === null ? null : loadMeeting(db, meetingId)
    const hers = idsOf(db, personId)
    if (meetingId !== null && (!meeting || !hers.includes(loadHandoff(db, meeting.handoffId)?.personId ?? meeting.personId)))
      return refuse('no_such_meeting', { field: 'meetingId' })
    keep({ about: personId, facts: { command: 'story_approved' } })
    return ok({ version: addStory(db, { personId, meetingId, situation, background, now, by: me.id }) })
  },
  'kept.list': ({ db }, { personId }) => {
    if (!personRow(db, personId)) return refuse('no_such_person')
    const names = namesIn(db)
    return ok(
      keptBack(db, personId).map(({ id, words, partnerId, at, by }) => ({
        id,
        words,
        partnerId,
        partner: partnerId === null ? '' : names.partner(partnerId),
        at,
        byName: names.worker(by),
      })),
    )
  },
  'kept.add': ({ db, now, me, ids, keep }, { personId, words, partnerId }) => {
    if (!personRow(db, personId)) return refuse('no_such_person')
    if (partnerId !== null && !partnerRow(db, partnerId)) return refuse('no_such_partner', { field: 'partnerId' })
    if (lettersIn(words) < FEWEST_LETTERS) return refuse('words_too_short', { field: 'words' })
    const known = keptBack(db, personId).find((one) => one.partnerId === partnerId && sameWords(one.words, words))
    keep(known ? { kind: null } : { about: personId, facts: { command: 'kept_back' } })
    if (known) return ok({ id: known.id })
    const id = ids.uuid()
    keepBack(db, { id, personId, words, partnerId, now, by: me.id })
    return ok({ id })
  },
  'kept.lift': ({ db, now, me, keep }, { personId, id }) => {
    const row = keptRow(db, id)
    if (row === null || row.liftedAt !== null || !idsOf(db, personId).includes(row.personId)) return refuse('not_kept_back')
    keep({ about: personId, facts: { command: 'kept_lifted' } })
    liftKept(db, id, now, me.id)
    return ok({ done: true })
  },
}
