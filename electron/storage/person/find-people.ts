import { and, desc, eq, gte, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/core/ids'
import { compareNames } from '#shared/domain/person/similarity'
import { listNameWords, listWholeNames, toConsonants } from '#shared/domain/person/name-words'
import { toDigits } from '#shared/domain/core/text'
import { listPhoneNumbersIn } from '#shared/domain/person/phone-keys'
import type { ReadableDb } from '../core/db-types'
import { resolveMergedPerson, listPersonNames, toNonLatinKey, type PersonRow, type PersonSearchOptions } from './people'
import { handoff, person, personSearchKey } from '../schema'
import { excludePeople } from '../access/visibility'

// The number of people with the longest typed word that are tested for the other words. No shelter has more people who share a name.
const MAX_CANDIDATES = 4_000
/** Fewer digits are not searched as part of a number. */
const MIN_DIGITS = 3
const MAX_CONSONANT_MATCHES = 60
const LAST_CHARACTER = '\u{10FFFF}'

type PrefixKeyKind = 'word' | 'digits'
const hasPrefix = (kind: PrefixKeyKind, prefix: string): SQL | undefined =>
  and(eq(personSearchKey.kind, kind), gte(personSearchKey.key, prefix), lt(personSearchKey.key, prefix + LAST_CHARACTER))

const isNumber = (word: string): boolean => /^\d+$/.test(word)

/** Tells whether the same person also has a word with this prefix; digits may be those of a phone number. */
function hasAnotherKeyWithPrefix(word: string): SQL {
  const one = (kind: PrefixKeyKind) => sql`(other.kind = ${kind} AND other.key >= ${word} AND other.key < ${word + LAST_CHARACTER})`
  const digits = isNumber(word) && word.length >= MIN_DIGITS ? sql` OR ${one('digits')}` : sql``
  return sql`EXISTS (SELECT 1 FROM person_key AS other WHERE other.person_id = found.id AND (${one('word')}${digits}))`
}

/**
 * Finds the people who have a word with each of these prefixes. The longest prefix is looked up; the others are tested on the people
 * found.
 */
function findIdsByWords(db: ReadableDb, words: readonly string[], { limit, hidden }: PersonSearchOptions): readonly PersonId[] {
  const [first = '', ...others] = words.toSorted((a, b) => Number(isNumber(a)) - Number(isNumber(b)) || b.length - a.length)
  const maxRows = others.length > 0 ? MAX_CANDIDATES : limit
  const found = sql`SELECT DISTINCT ${personSearchKey.personId} AS id FROM ${personSearchKey} WHERE ${and(hasPrefix('word', first), excludePeople(personSearchKey.personId, hidden))} LIMIT ${maxRows}`
  if (others.length === 0) return db.all<{ id: PersonId }>(found).map(({ id }) => id)
  const all = sql.join(others.map(hasAnotherKeyWithPrefix), sql` AND `)
  return db.all<{ id: PersonId }>(sql`SELECT id FROM (${found}) AS found WHERE ${all} LIMIT ${limit}`).map(({ id }) => id)
}

/** Finds the newest people who have this very word: ids are ordered by time, and the index has them in this order. */
const findNewestByWord = (db: ReadableDb, word: string, { limit, hidden }: PersonSearchOptions): readonly PersonId[] =>
  db
    .select({ id: personSearchKey.personId })
    .from(personSearchKey)
    .where(and(eq(personSearchKey.kind, 'word'), eq(personSearchKey.key, word), excludePeople(personSearchKey.personId, hidden)))
    .orderBy(desc(personSearchKey.personId))
    .limit(limit)
    .all()
    .map(({ id }) => id)

const findIdsWhere = (db: ReadableDb, condition: SQL | undefined, { limit, hidden }: PersonSearchOptions): readonly PersonId[] =>
  db
    .selectDistinct({ id: personSearchKey.personId })
    .from(personSearchKey)
    .where(and(condition, excludePeople(personSearchKey.personId, hidden)))
    .limit(limit)
    .all()
    .map(({ id }) => id)

const loadPeople = (db: ReadableDb, ids: readonly PersonId[]): readonly PersonRow[] =>
  ids.length === 0
    ? []
    : db
        .select()
        .from(person)
        .where(inArray(person.id, [...ids]))
        .all()

/** Keeps each person once, under the remaining record where records were merged. */
const removeDuplicates = (db: ReadableDb, rows: readonly PersonRow[]): readonly PersonRow[] => [
  ...new Map(rows.map((row) => resolveMergedPerson(db, row)).map((row) => [row.id, row])).values(),
]

/** Lists which of these people have an open handoff. */
const findWithOpenHandoff = (db: ReadableDb, ids: readonly PersonId[]): ReadonlySet<PersonId> =>
  new Set(
    ids.length === 0
      ? []
      : db
          .selectDistinct({ id: handoff.personId })
          .from(handoff)
          .where(and(inArray(handoff.personId, [...ids]), isNull(handoff.endedAt)))
          .all()
          .map(({ id }) => id),
  )

/**
 * Finds people whose name or number it is, who match each word of the text by a word's beginning, whose initials it is, or whose number
 * begins with its digits. Whose name it is exactly come first, then who have an open handoff, then the newest (H14).
 */
export function findPeople(db: ReadableDb, text: string, options: PersonSearchOptions): readonly PersonRow[] {
  const words = listNameWords(text)
  if (words.length === 0) return []
  const isAllNumbers = words.every(isNumber)
  const wholeNames = listWholeNames(text)
  const exactIds = findIdsWhere(db, and(eq(personSearchKey.kind, 'name'), inArray(personSearchKey.key, [...wholeNames])), options)
  const numbers = isAllNumbers ? [...new Set([toDigits(text), ...listPhoneNumbersIn(text)])].filter((one) => one.length >= MIN_DIGITS) : []
  const ids = [
    ...exactIds,
    ...numbers.flatMap((digits) => findIdsWhere(db, hasPrefix('digits', digits), options)),
    ...(words.length === 1 && !isAllNumbers ? findNewestByWord(db, words.join(''), options) : []),
    ...(isAllNumbers && words.length > 1 ? [] : findIdsByWords(db, words, options)),
    ...(words.length > 1 ? findIdsByWords(db, [words.join('')], options) : []),
    ...findIdsWhere(db, and(eq(personSearchKey.kind, 'initials'), eq(personSearchKey.key, words.join(''))), options),
  ]
  const exact = new Set(exactIds)
  const rows = removeDuplicates(db, loadPeople(db, [...new Set(ids)]))
  const open = findWithOpenHandoff(
    db,
    rows.map(({ id }) => id),
  )
  return rows
    .toSorted(
      (a, b) =>
        Number(exact.has(b.id)) - Number(exact.has(a.id)) || Number(open.has(b.id)) - Number(open.has(a.id)) || b.addedAt - a.addedAt,
    )
    .slice(0, options.limit)
}

/** Finds a name in another script by its consonants instead of its beginning, because scripts omit vowels differently (H3). */
export function findInAnotherScript(db: ReadableDb, text: string, { limit, hidden }: PersonSearchOptions): readonly PersonRow[] {
  const consonants = toConsonants(text).split(' ')[0] ?? ''
  if (consonants.length < 2) return []
  const latin = /\p{Script=Latin}/u.test(text)
  const ids = findIdsWhere(
    db,
    and(eq(personSearchKey.kind, 'bones'), eq(personSearchKey.key, latin ? toNonLatinKey(consonants) : consonants)),
    {
      limit: MAX_CONSONANT_MATCHES,
      hidden,
    },
  )
  const rows = loadPeople(db, ids).filter((row) => listPersonNames(row).some((name) => compareNames(text, name) === 'other_script'))
  return removeDuplicates(db, rows).slice(0, limit)
}
