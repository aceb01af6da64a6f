import type { story as contract } from '#shared/contract/person/story'
import { countLetters } from '#shared/domain/person/withheld'
import { foldName } from '#shared/domain/person/name-words'
import { ok, refuse } from '#shared/domain/core/outcome'
import { loadHandoff } from '../../storage/handoff/handoffs'
import { loadMeeting } from '../../storage/meeting/meetings'
import { listPersonIds } from '../../storage/person/merges'
import { loadNames } from '../../storage/office/names'
import { findPartner } from '../../storage/partner/partners'
import { findPerson } from '../../storage/person/people'
import { addStory, loadStory, withholdItem } from '../../storage/person/story'
import { findWithheldItem, liftWithheldItem, listWithheldItems } from '../../storage/person/withheld'
import type { UseCases } from '../../session/call-context'

/** A single letter would redact half of every text. */
const FEWEST_LETTERS = 2

const sameWords = (one: string, other: string): boolean => one === other || (foldName(one) !== '' && foldName(one) === foldName(other))

export const storyCalls: UseCases<typeof contract> = {
  'story.read': ({ db }, { personId }) => {
    if (!findPerson(db, personId)) return refuse('no_such_person')
    const story = loadStory(db, personId)
    if (!story) return ok({ story: null })
    const { version, situation, background, approvedAt, approvedBy } = story
    return ok({ story: { version, situation, background, approvedAt, approvedByName: loadNames(db).worker(approvedBy) } })
  },
  'story.approve': ({ db, now, me, audit }, { personId, meetingId, situation, background }) => {
    if (!findPerson(db, personId)) return refuse('no_such_person')
    if (situation === '' && background === '') return refuse('nothing_written', { field: 'situation' })
    const meeting = meetingId === null ? null : loadMeeting(db, meetingId)
    const personIds = listPersonIds(db, personId)
    if (meetingId !== null && (!meeting || !personIds.includes(loadHandoff(db, meeting.handoffId)?.personId ?? meeting.personId)))
      return refuse('no_such_meeting', { field: 'meetingId' })
    audit({ about: personId, facts: { command: 'story_approved' } })
    return ok({ version: addStory(db, { personId, meetingId, situation, background, now, by: me.id }) })
  },
  'withheld.list': ({ db }, { personId }) => {
    if (!findPerson(db, personId)) return refuse('no_such_person')
    const names = loadNames(db)
    return ok(
      listWithheldItems(db, personId).map(({ id, words, partnerId, at, by }) => ({
        id,
        words,
        partnerId,
        partner: partnerId === null ? '' : names.partner(partnerId),
        at,
        byName: names.worker(by),
      })),
    )
  },
  'withheld.add': ({ db, now, me, ids, audit }, { personId, words, partnerId }) => {
    if (!findPerson(db, personId)) return refuse('no_such_person')
    if (partnerId !== null && !findPartner(db, partnerId)) return refuse('no_such_partner', { field: 'partnerId' })
    if (countLetters(words) < FEWEST_LETTERS) return refuse('words_too_short', { field: 'words' })
    const existing = listWithheldItems(db, personId).find((one) => one.partnerId === partnerId && sameWords(one.words, words))
    audit(existing ? { kind: null } : { about: personId, facts: { command: 'kept_back' } })
    if (existing) return ok({ id: existing.id })
    const id = ids.uuid()
    withholdItem(db, { id, personId, words, partnerId, now, by: me.id })
    return ok({ id })
  },
  'withheld.remove': ({ db, now, me, audit }, { personId, id }) => {
    const row = findWithheldItem(db, id)
    if (row === null || row.liftedAt !== null || !listPersonIds(db, personId).includes(row.personId)) return refuse('not_kept_back')
    audit({ about: personId, facts: { command: 'kept_lifted' } })
    liftWithheldItem(db, id, now, me.id)
    return ok({ done: true })
  },
}
