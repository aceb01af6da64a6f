import { z } from 'zod'
import { state } from '../handoff/board'
import { personAnswers } from './person-answers'
import { reads, writes } from '../call'
import { recordStandard } from '../office/policy'
import { timelineEntry } from '../handoff/record'
import { done, handoffId, instant, line, optionalLine, personId } from '../values'
import { freeText, partyName, personName, workerName } from '../text-kinds'
import { answersAbout, speaksOf, subjects } from '../redact'
import { direction } from '../vocabulary'

const mergeId = z.uuid()

/** One handoff, as the person's page lists it. */
export const personHandoff = z.strictObject({
  id: handoffId,
  number: z.int(),
  direction,
  from: partyName,
  to: partyName,
  state,
  receivedAt: instant,
  endedAt: instant.nullable(),
  clockAt: instant.nullable(),
  ownerName: workerName,
  standard: recordStandard,
})
export type PersonHandoff = z.output<typeof personHandoff>

/** A person across all handoffs; the name and its spellings are a call of their own (L6). */
export const personView = z
  .strictObject({
    personId,
    label: personName,
    alias: personName,
    initials: personName,
    pronoun: personName,
    facts: personAnswers,
    spellings: z.int(),
    addedAt: instant,
    hasPlan: z.boolean(),
    stoppedAt: instant.nullable(),
    restricted: z.boolean(),
    breakGlassUntil: instant.nullable(),
    /** Open ones first, then newest first. */
    handoffs: z.array(personHandoff),
    /** Newest first. */
    timeline: z.array(timelineEntry.extend({ handoffId, number: z.int() })),
  })
  .register(subjects, speaksOf('person', 'personId'))
export type PersonView = z.output<typeof personView>

export const people = {
  'person.read': reads(z.strictObject({ personId }), personView, { audits: 'opened' }),
  /** The person's name and how else it is written, for changing them or telling two people apart. */
  'person.names': reads(
    z.strictObject({ personId }),
    z.strictObject({ name: personName, alias: personName, spellings: z.array(personName) }),
    {
      audits: 'name_shown',
    },
  ),
  /** Empty initials are made of the name again. Refuses `nobody_in_household`, and `field_required` where the data owner asks for it. */
  'person.save': writes(
    ['people', 'handoffs'],
    z.strictObject({
      personId,
      alias: optionalLine(200),
      initials: optionalLine(20),
      pronoun: optionalLine(40),
      spellings: z.array(line(200)).max(20),
      facts: personAnswers,
    }),
    done,
    { audits: 'corrected' },
  ),
  /**
   * Two records of one person made one: `gone` is met under `stays` from now on. Refuses `same_person`, and
   * `owner_not_named`, `owner_in_conflict` or `nobody_may_see_her` where a worker would lose sight of a task.
   */
  'person.merge': writes(
    ['people', 'handoffs', 'office'],
    z.strictObject({ gone: personId, stays: personId, reason: line(500) }),
    z.strictObject({ mergeId }),
    { audits: 'merged' },
  ),
  /** Undoes a merge within 30 days, newest first. Refuses `not_merged`, `undo_is_over`, `undo_later_first`. */
  'person.unmerge': writes(['people', 'handoffs', 'office'], z.strictObject({ mergeId }), z.strictObject({ personId }), {
    audits: 'merged',
  }),
  /** What was joined to the person's record and stands, newest first. */
  'person.merges': reads(
    z.strictObject({ personId }),
    z
      .array(
        z.strictObject({
          mergeId,
          label: personName,
          at: instant,
          byName: workerName,
          reason: freeText,
          /** Until when it may be undone; null where that is over, or something newer has to be undone first. */
          undoUntil: instant.nullable(),
        }),
      )
      .register(subjects, answersAbout('person', 'personId')),
  ),
} as const
