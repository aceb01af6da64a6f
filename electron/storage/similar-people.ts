import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/ids'
import { fold, initialsOf, likeness, LIKENESSES, phoneKey, skeleton, type Likeness } from '#shared/domain/likeness'
import type { ReadableDb } from './database'
import { findInAnotherScript } from './find-people'
import { livingRow, namesOf, phonesOf, type KeyKind, type PersonRow, type Wanted } from './people'
import { contactPlan, person, personKey } from './schema'
import { without } from './sight'

export interface SimilarPerson {
  readonly row: PersonRow
  readonly likeness: Likeness
}

const is = (kind: KeyKind, key: string): SQL | undefined => and(eq(personKey.kind, kind), eq(personKey.key, key))

// Whoever has most in common with what is typed is compared with it; no intake shows more than six of them.
const CANDIDATES = 40

/** Under which keys somebody like this would stand in the book. */
function keysLike(names: readonly string[], phones: readonly string[]): readonly (SQL | undefined)[] {
  return [
    ...names.flatMap((name) =>
      fold(name)
        .split(' ')
        .filter((word) => word.length > 2)
        .map((word) => is('word', word)),
    ),
    ...names
      .map((name) => skeleton(name).split(' ')[0] ?? '')
      .filter((bones) => bones.length > 1)
      .map((bones) => is('bones', bones)),
    ...names
      .map((name) => initialsOf(name))
      .filter((initials) => initials.length > 1)
      .map((initials) => is('initials', initials)),
    ...names
      .map((name) => fold(name).replaceAll(' ', ''))
      .filter((letters) => letters.length < 4)
      .map((letters) => is('initials', letters)),
    ...phones
      .map(phoneKey)
      .filter(Boolean)
      .map((digits) => is('digits', digits)),
  ]
}

/** A plan is long, and read only where there is a number to compare. */
function knownOf(
  db: ReadableDb,
  ids: readonly PersonId[],
  withPlans: boolean,
): readonly { readonly row: PersonRow; readonly phones: readonly string[] }[] {
  if (ids.length === 0) return []
  if (!withPlans)
    return db
      .select()
      .from(person)
      .where(inArray(person.id, [...ids]))
      .all()
      .map((row) => ({ row, phones: [] }))
  return db
    .select({ row: person, plan: contactPlan.plan })
    .from(person)
    .innerJoin(contactPlan, and(eq(contactPlan.personId, person.id), eq(contactPlan.version, person.planVersion)))
    .where(inArray(person.id, [...ids]))
    .all()
    .map(({ row, plan }) => ({ row, phones: phonesOf(plan) }))
}

/** H3: people whose names or numbers look like what is typed, likeliest first, at most `limit`. */
export function similarPeople(
  db: ReadableDb,
  names: readonly string[],
  phones: readonly string[],
  wanted: Wanted,
): readonly SimilarPerson[] {
  const given = names.filter((name) => fold(name).replaceAll(' ', '').length > 1)
  const keys = keysLike(given, phones)
  if (keys.length === 0) return []
  // Each key by itself is read from the index alone; one condition with OR would fetch every row of it.
  const each = keys.map(
    (key) =>
      sql`SELECT ${personKey.personId} AS id, ${personKey.kind} AS kind FROM ${personKey} WHERE ${and(key, without(personKey.personId, wanted.hidden))}`,
  )
  const alike = db
    .all<{ id: PersonId }>(
      sql`SELECT id FROM (${sql.join(each, sql` UNION ALL `)}) GROUP BY id ORDER BY max(kind = 'digits') DESC, count(*) DESC LIMIT ${CANDIDATES}`,
    )
    .map(({ id }) => id)
  const inOther = given.flatMap((name) => findInAnotherScript(db, name, { ...wanted, limit: 12 })).map(({ id }) => id)
  const found = knownOf(db, [...new Set([...alike, ...inOther])], phones.length > 0)
    .map((one) => ({
      row: one.row,
      likeness: likeness({ names: given, phones }, { names: namesOf(one.row).filter(Boolean), phones: one.phones }),
    }))
    .flatMap((one) => (one.likeness === null ? [] : [{ row: livingRow(db, one.row), likeness: one.likeness }]))
    .toSorted((a, b) => LIKENESSES.indexOf(a.likeness) - LIKENESSES.indexOf(b.likeness) || b.row.addedAt - a.row.addedAt)
  return found.filter(({ row }, index) => found.findIndex((other) => other.row.id === row.id) === index).slice(0, wanted.limit)
}
