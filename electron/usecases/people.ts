import { asc, desc, eq, sql } from 'drizzle-orm'
import type { people as contract } from '#shared/contract/people'
import { replay } from '#shared/domain/apply'
import type { PersonId } from '#shared/domain/ids'
import { fold } from '#shared/domain/likeness'
import { unansweredFields } from '#shared/domain/fields'
import { ok, refuse } from '#shared/domain/outcome'
import { answeredInWords, changedFacts, factsRefusal } from '#shared/domain/person-facts'
import type { ReadableDb } from '../storage/database'
import { fieldSettings } from '../storage/fields'
import { eventsOf } from '../storage/handoffs'
import { namesIn, type Names } from '../storage/names'
import { oncePerBook } from '../storage/once'
import { factsOfHer, labelOf, personRow, savePerson, shownInitials } from '../storage/people'
import { handoff, task } from '../storage/schema'
import { glassUntil, sightOf } from '../storage/sight'
import { strikerFor } from '../storage/story'
import type { UseCases } from './context'
import { struckEntry } from './struck'
import { timelineOf } from './timeline'

const hers = oncePerBook((db) =>
  db
    .select({ row: handoff, owner: task.owner })
    .from(handoff)
    .leftJoin(task, sql`${task.handoffId} = ${handoff.id} AND ${task.no} = ${handoff.nextTaskNo}`)
    .where(eq(handoff.personId, sql.placeholder('personId')))
    .orderBy(asc(sql`${handoff.endedAt} IS NOT NULL`), desc(handoff.receivedAt), desc(handoff.number))
    .prepare(),
)

/** Her handoffs, open ones first, and what has happened in all of them, newest first. */
function storyOf(db: ReadableDb, personId: PersonId, names: Names) {
  const strike = strikerFor(db, personId, null)
  const told = hers(db)
    .all({ personId })
    .flatMap(({ row, owner }) => {
      const events = eventsOf(db, row.id)
      const whole = replay(events)
      return whole === null ? [] : [{ row, owner, whole, events }]
    })
  return {
    handoffs: told.map(({ row, owner, whole }) => ({
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
    timeline: told
      .flatMap(({ row, whole, events }) =>
        timelineOf(events, whole, names).map((entry) => ({ ...struckEntry(entry, strike), handoffId: row.id, number: row.number })),
      )
      .toSorted((a, b) => b.happenedAt - a.happenedAt || b.number - a.number || b.no - a.no),
  }
}

/** The same word twice, however it is spelled in capitals or accents, is one. */
const each = (spellings: readonly string[]): readonly string[] => [...new Map(spellings.map((one) => [fold(one) || one, one])).values()]

type Calls = Pick<typeof contract, 'person.read' | 'person.names' | 'person.save'>

export const peopleCalls: UseCases<Calls> = {
  'person.read': ({ db, now, me }, { personId }) => {
    const her = personRow(db, personId)
    if (!her) return refuse('no_such_person')
    return ok({
      personId: her.id,
      label: labelOf(her),
      alias: her.alias,
      initials: her.initials,
      pronoun: her.pronoun,
      facts: factsOfHer(her),
      spellings: her.spellings.length,
      addedAt: her.addedAt,
      hasPlan: her.planVersion > 0,
      stoppedAt: her.stoppedAt,
      restricted: sightOf(db, her.id).restricted,
      glassUntil: glassUntil(db, me, her.id, now),
      ...storyOf(db, her.id, namesIn(db)),
    })
  },
  'person.names': ({ db }, { personId }) => {
    const her = personRow(db, personId)
    return her ? ok({ name: her.name, alias: her.alias, spellings: [...her.spellings] }) : refuse('no_such_person')
  },
  /** T2: the trail keeps which of them were changed, never from what to what. */
  'person.save': ({ db, keep }, { personId, alias, initials, pronoun, spellings, facts }) => {
    const her = personRow(db, personId)
    if (!her) return refuse('no_such_person')
    const [empty] = unansweredFields('person', fieldSettings(db), answeredInWords(facts))
    if (empty) return refuse('field_required', { field: `facts.${empty}` })
    const wrong = factsRefusal(facts)
    if (wrong) return wrong
    const next = { alias, initials: initials || shownInitials(her.name), pronoun, spellings: each(spellings), facts }
    const fields = [
      ...(['alias', 'initials', 'pronoun', 'spellings'] as const).filter(
        (field) => JSON.stringify(next[field]) !== JSON.stringify(her[field]),
      ),
      ...changedFacts(factsOfHer(her), facts),
    ]
    keep(fields.length === 0 ? { kind: null } : { about: personId, facts: { fields: fields.join(' ') } })
    if (fields.length > 0) savePerson(db, her, next)
    return ok({ done: true })
  },
}
