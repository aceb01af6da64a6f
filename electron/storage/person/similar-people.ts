import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/core/ids'
import { toPhoneKey } from '#shared/domain/core/text'
import { listPhoneNumbersIn } from '#shared/domain/person/phone-keys'
import { findSimilarity, SIMILARITIES, type Similarity } from '#shared/domain/person/similarity'
import {
  foldName,
  listNameWords,
  listSearchWords,
  toConsonants,
  toInitials,
  toSound,
  listWholeNames,
} from '#shared/domain/person/name-words'
import type { ReadableDb } from '../core/db-types'
import { findInAnotherScript } from './find-people'
import {
  resolveMergedPerson,
  listPersonNames,
  listPhoneNumbers,
  type SearchKeyKind,
  type PersonRow,
  type PersonSearchOptions,
} from './people'
import { contactPlan, person, personSearchKey } from '../schema'
import { excludePeople } from '../access/visibility'

/** A person whose name or number is similar to the typed one. */
export interface SimilarPerson {
  readonly row: PersonRow
  readonly similarity: Similarity
}

const isKey = (kind: SearchKeyKind, key: string): SQL | undefined => and(eq(personSearchKey.kind, kind), eq(personSearchKey.key, key))

// The people who share most keys with the typed text are compared with it. No form shows more than six of them.
const MAX_CANDIDATES = 40

/** Builds the conditions for the keys under which a similar person would be stored. */
function buildKeyConditions(names: readonly string[], phones: readonly string[]): readonly (SQL | undefined)[] {
  return [
    ...names.flatMap(listWholeNames).map((whole) => isKey('name', whole)),
    ...names.flatMap((name) =>
      listSearchWords(name)
        .filter((word) => word.length > 2)
        .map((word) => isKey('word', word)),
    ),
    ...names.flatMap((name) =>
      listNameWords(name)
        .filter((word) => word.length > 2)
        .map((word) => isKey('sound', toSound(word))),
    ),
    ...names
      .flatMap((name) => toConsonants(name).split(' '))
      .filter((consonants) => consonants.length > 1)
      .map((consonants) => isKey('bones', consonants)),
    ...names
      .map((name) => toInitials(name))
      .filter((initials) => initials.length > 1)
      .map((initials) => isKey('initials', initials)),
    ...names
      .map((name) => foldName(name).replaceAll(' ', ''))
      .filter((letters) => letters.length < 4)
      .map((letters) => isKey('initials', letters)),
    ...phones
      .flatMap(listPhoneNumbersIn)
      .map(toPhoneKey)
      .filter(Boolean)
      .map((digits) => isKey('digits', digits)),
  ]
}

/** Loads the candidates. A plan is long, so it is read only where there is a number to compare. */
function loadCandidates(
  db: ReadableDb,
  ids: readonly PersonId[],
  needsPhones: boolean,
): readonly { readonly row: PersonRow; readonly phones: readonly string[] }[] {
  if (ids.length === 0) return []
  if (!needsPhones)
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
    .map(({ row, plan }) => ({ row, phones: listPhoneNumbers(plan) }))
}

/** Finds at most `limit` people whose names or numbers are similar to the typed ones, likeliest first (H3). */
export function findSimilarPeople(
  db: ReadableDb,
  names: readonly string[],
  phones: readonly string[],
  options: PersonSearchOptions,
): readonly SimilarPerson[] {
  const typedNames = names.filter((name) => foldName(name).replaceAll(' ', '').length > 1)
  const keys = buildKeyConditions(typedNames, phones)
  if (keys.length === 0) return []
  // Each key is read from the index alone; one condition with OR would fetch every row.
  const each = keys.map(
    (key) =>
      sql`SELECT ${personSearchKey.personId} AS id, ${personSearchKey.kind} AS kind FROM ${personSearchKey} WHERE ${and(key, excludePeople(personSearchKey.personId, options.hidden))}`,
  )
  const matchingIds = db
    .all<{ id: PersonId }>(
      sql`SELECT id FROM (${sql.join(each, sql` UNION ALL `)}) GROUP BY id ORDER BY max(kind IN ('digits', 'name')) DESC, count(*) DESC LIMIT ${MAX_CANDIDATES}`,
    )
    .map(({ id }) => id)
  const otherScriptIds = typedNames.flatMap((name) => findInAnotherScript(db, name, { ...options, limit: 12 })).map(({ id }) => id)
  const found = loadCandidates(db, [...new Set([...matchingIds, ...otherScriptIds])], phones.length > 0)
    .map((one) => ({
      row: one.row,
      similarity: findSimilarity({ names: typedNames, phones }, { names: listPersonNames(one.row).filter(Boolean), phones: one.phones }),
    }))
    .flatMap((one) => (one.similarity === null ? [] : [{ row: resolveMergedPerson(db, one.row), similarity: one.similarity }]))
    .toSorted((a, b) => SIMILARITIES.indexOf(a.similarity) - SIMILARITIES.indexOf(b.similarity) || b.row.addedAt - a.row.addedAt)
  return found.filter(({ row }, index) => found.findIndex((other) => other.row.id === row.id) === index).slice(0, options.limit)
}
