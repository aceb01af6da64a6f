import { asc, desc, eq, sql } from 'drizzle-orm'
import type { people as contract } from '#shared/contract/person/person'
import { personAnswers } from '#shared/contract/person/person-answers'
import { redactFor } from '#shared/contract/redact'
import { replay } from '#shared/domain/handoff/apply'
import type { PersonId } from '#shared/domain/core/ids'
import { foldName } from '#shared/domain/person/name-words'
import { listUnansweredFields } from '#shared/domain/policy/form-fields'
import { ok, refuse } from '#shared/domain/core/outcome'
import {
  getTextAnswers,
  keepRedactedAnswers,
  listChangedAnswers,
  answersRefusal,
  type PersonAnswers,
} from '#shared/domain/person/person-answers'
import type { ReadableDb } from '../../storage/core/db-types'
import { listFieldSettings } from '../../storage/settings/field-settings'
import { listHandoffEvents } from '../../storage/handoff/handoffs'
import { loadNames, type StaffAndPartnerNames } from '../../storage/office/names'
import { oncePerDatabase } from '../../storage/core/once-per-database'
import { readPersonFacts, toPersonLabel, findPerson, savePerson, formatInitials } from '../../storage/person/people'
import { handoff, task } from '../../storage/schema'
import { getBreakGlassEnd, loadVisibility } from '../../storage/access/visibility'
import { redactorFor } from '../../storage/person/withheld'
import type { UseCases } from '../../session/call-context'
import { createTimeline } from '../handoff/timeline'

const handoffsQuery = oncePerDatabase((db) =>
  db
    .select({ row: handoff, owner: task.owner })
    .from(handoff)
    .leftJoin(task, sql`${task.handoffId} = ${handoff.id} AND ${task.no} = ${handoff.nextTaskNo}`)
    .where(eq(handoff.personId, sql.placeholder('personId')))
    .orderBy(asc(sql`${handoff.endedAt} IS NOT NULL`), desc(handoff.receivedAt), desc(handoff.number))
    .prepare(),
)

/** Loads the person's handoffs, open ones first, and what has happened in all of them, newest first. */
function loadHistory(db: ReadableDb, personId: PersonId, names: StaffAndPartnerNames) {
  const handoffRows = handoffsQuery(db)
    .all({ personId })
    .flatMap(({ row, owner }) => {
      const events = listHandoffEvents(db, row.id)
      const whole = replay(events)
      return whole === null ? [] : [{ row, owner, whole, events }]
    })
  return {
    handoffs: handoffRows.map(({ row, owner, whole }) => ({
      id: row.id,
      number: row.number,
      direction: row.direction,
      from: names.party(whole.source),
      to: names.party(whole.receiver),
      state: row.state,
      receivedAt: row.receivedAt,
      endedAt: row.endedAt,
      clockAt: row.clockAt,
      ownerName: names.worker(owner ?? row.assignedTo),
      standard: whole.standard,
    })),
    timeline: handoffRows
      .flatMap(({ row, whole, events }) =>
        createTimeline(events, whole, names).map((entry) => ({ ...entry, handoffId: row.id, number: row.number })),
      )
      .toSorted((a, b) => b.happenedAt - a.happenedAt || b.number - a.number || b.no - a.no),
  }
}

/** Removes spellings that differ only in capitals or accents. */
const uniqueSpellings = (spellings: readonly string[]): readonly string[] => [
  ...new Map(spellings.map((one) => [foldName(one) || one, one])).values(),
]

type PersonCalls = Pick<typeof contract, 'person.read' | 'person.names' | 'person.save'>

export const personCalls: UseCases<PersonCalls> = {
  'person.read': ({ db, now, me }, { personId }) => {
    const person = findPerson(db, personId)
    if (!person) return refuse('no_such_person')
    return ok({
      personId: person.id,
      label: toPersonLabel(person),
      alias: person.alias,
      initials: person.initials,
      pronoun: person.pronoun,
      facts: readPersonFacts(person),
      spellings: person.spellings.length,
      addedAt: person.addedAt,
      hasPlan: person.planVersion > 0,
      stoppedAt: person.stoppedAt,
      restricted: loadVisibility(db, person.id).restricted,
      breakGlassUntil: getBreakGlassEnd(db, me, person.id, now),
      ...loadHistory(db, person.id, loadNames(db)),
    })
  },
  'person.names': ({ db }, { personId }) => {
    const person = findPerson(db, personId)
    return person ? ok({ name: person.name, alias: person.alias, spellings: [...person.spellings] }) : refuse('no_such_person')
  },
  /** T2: the audit log keeps which fields were changed, never from what to what. */
  'person.save': ({ db, audit }, { personId, alias, initials, pronoun, spellings, facts: typedFacts }) => {
    const person = findPerson(db, personId)
    if (!person) return refuse('no_such_person')
    const storedFacts = readPersonFacts(person)
    const shownFacts: PersonAnswers = redactFor(personAnswers, storedFacts, redactorFor(db, person.id, null))
    const facts = keepRedactedAnswers(typedFacts, shownFacts, storedFacts)
    const [empty] = listUnansweredFields('person', listFieldSettings(db), getTextAnswers(facts))
    if (empty) return refuse('field_required', { field: `facts.${empty}` })
    const refusal = answersRefusal(facts)
    if (refusal) return refusal
    const next = { alias, initials: initials || formatInitials(person.name), pronoun, spellings: uniqueSpellings(spellings), facts }
    const fields = [
      ...(['alias', 'initials', 'pronoun', 'spellings'] as const).filter(
        (field) => JSON.stringify(next[field]) !== JSON.stringify(person[field]),
      ),
      ...listChangedAnswers(storedFacts, facts),
    ]
    audit(fields.length === 0 ? { kind: null } : { about: personId, facts: { fields: fields.join(' ') } })
    if (fields.length > 0) savePerson(db, person, next)
    return ok({ done: true })
  },
}
