import { and, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/ids'
import { fold, nameLikeness, skeleton } from '#shared/domain/likeness'
import { digitsOf } from '#shared/domain/text'
import type { ReadableDb } from './database'
import { livingRow, namesOf, otherBones, type PersonRow, type Wanted } from './people'
import { person, personKey } from './schema'
import { without } from './sight'

// So many who have the longest of the typed words are looked at for the others: more have no name in common in any shelter.
const MOST_ALIKE = 4_000
/** Fewer digits are no part of a number. */
const FEWEST_DIGITS = 3
const MOST_BONES = 60
const LAST_CHARACTER = '\u{10FFFF}'

type Kind = 'word' | 'digits'
const begins = (kind: Kind, prefix: string): SQL | undefined =>
  and(eq(personKey.kind, kind), gte(personKey.key, prefix), lt(personKey.key, prefix + LAST_CHARACTER))

const isNumber = (word: string): boolean => /^\d+$/.test(word)

/** The same person has a word that begins so as well; digits may be those of her number. */
function hasToo(word: string): SQL {
  const one = (kind: Kind) => sql`(other.kind = ${kind} AND other.key >= ${word} AND other.key < ${word + LAST_CHARACTER})`
  const digits = isNumber(word) && word.length >= FEWEST_DIGITS ? sql` OR ${one('digits')}` : sql``
  return sql`EXISTS (SELECT 1 FROM person_key AS other WHERE other.person_id = found.id AND (${one('word')}${digits}))`
}

/** Whoever has a word that begins with each of these; the longest is looked up, the others are asked of whom it finds. */
function byWords(db: ReadableDb, words: readonly string[], { limit, hidden }: Wanted): readonly PersonId[] {
  const [first = '', ...others] = words.toSorted((a, b) => Number(isNumber(a)) - Number(isNumber(b)) || b.length - a.length)
  const most = others.length > 0 ? MOST_ALIKE : limit
  const found = sql`SELECT DISTINCT ${personKey.personId} AS id FROM ${personKey} WHERE ${and(begins('word', first), without(personKey.personId, hidden))} LIMIT ${most}`
  if (others.length === 0) return db.all<{ id: PersonId }>(found).map(({ id }) => id)
  const all = sql.join(others.map(hasToo), sql` AND `)
  return db.all<{ id: PersonId }>(sql`SELECT id FROM (${found}) AS found WHERE ${all} LIMIT ${limit}`).map(({ id }) => id)
}

const idsWhere = (db: ReadableDb, which: SQL | undefined, { limit, hidden }: Wanted): readonly PersonId[] =>
  db
    .selectDistinct({ id: personKey.personId })
    .from(personKey)
    .where(and(which, without(personKey.personId, hidden)))
    .limit(limit)
    .all()
    .map(({ id }) => id)

const rowsOf = (db: ReadableDb, ids: readonly PersonId[]): readonly PersonRow[] =>
  ids.length === 0
    ? []
    : db
        .select()
        .from(person)
        .where(inArray(person.id, [...ids]))
        .all()

/** Each once, under the record that stays where hers was joined to another. */
const eachOnce = (db: ReadableDb, rows: readonly PersonRow[]): readonly PersonRow[] => [
  ...new Map(rows.map((row) => livingRow(db, row)).map((row) => [row.id, row])).values(),
]

/** People one of whose words begins with each word of the text, whose initials it is, or whose number begins with its digits; newest first. */
export function findPeople(db: ReadableDb, text: string, wanted: Wanted): readonly PersonRow[] {
  const words = fold(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const digits = digitsOf(text)
  const ids = [
    ...(words.every(isNumber) && words.length > 1 ? [] : byWords(db, words, wanted)),
    ...idsWhere(db, and(eq(personKey.kind, 'initials'), eq(personKey.key, words.join(''))), wanted),
    ...(digits.length >= FEWEST_DIGITS && words.every(isNumber) ? idsWhere(db, begins('digits', digits), wanted) : []),
  ]
  const rows = eachOnce(db, rowsOf(db, [...new Set(ids)].slice(0, wanted.limit)))
  return rows.toSorted((a, b) => b.addedAt - a.addedAt)
}

/** Scripts leave out vowels differently, so a name in another script is found by its consonants, not by its beginning (H3). */
export function findInAnotherScript(db: ReadableDb, text: string, { limit, hidden }: Wanted): readonly PersonRow[] {
  const bones = skeleton(text).split(' ')[0] ?? ''
  if (bones.length < 2) return []
  const latin = /\p{Script=Latin}/u.test(text)
  const ids = idsWhere(db, and(eq(personKey.kind, 'bones'), eq(personKey.key, latin ? otherBones(bones) : bones)), {
    limit: MOST_BONES,
    hidden,
  })
  const rows = rowsOf(db, ids).filter((row) => namesOf(row).some((name) => nameLikeness(text, name) === 'other_script'))
  return eachOnce(db, rows).slice(0, limit)
}
