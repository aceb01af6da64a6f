import { and, desc, eq, sql } from 'drizzle-orm'
import type { ContactPlan, PlanVersion, Verification } from '#shared/domain/contact/contact-plan'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { readStoredAnswers, type PersonAnswers } from '#shared/domain/person/person-answers'
import { listNameWords, listSearchWords, toConsonants, toInitials, toSound, listWholeNames } from '#shared/domain/person/name-words'
import { listPhoneKeys } from '#shared/domain/person/phone-keys'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { resolveMergedId } from './merges'
import { contactPlan, person, personSearchKey } from '../schema'

/** A person as stored. */
export type PersonRow = typeof person.$inferSelect
/** The kinds of search keys. */
export type SearchKeyKind = (typeof personSearchKey.$inferSelect)['kind']

/** Returns the label that a screen may show without being asked: the person's alias or initials (L6). */
export const toPersonLabel = ({ alias, initials }: Pick<PersonRow, 'alias' | 'initials'>): string => alias || initials

// What is joined to one sign on screen is one letter: a family of emoji, a letter with its accents.
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** The first letter or digit of a word, with its accents; where it has none, its first sign. */
function findFirstLetter(word: string): string {
  const signs = Array.from(graphemes.segment(word), ({ segment }) => segment)
  return (signs.find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? signs[0] ?? '').toLocaleUpperCase()
}

/** Formats initials: 'Amal Rahimi' → 'A. R.', 'Ana (called Nina)' → 'A.': what stands in brackets is another name. */
export function formatInitials(name: string): string {
  const own = name.replace(/\([^)]*\)?/gu, ' ')
  const letters = (/\S/u.test(own) ? own : name)
    .split(/[\s.]+/)
    .filter(Boolean)
    .map(findFirstLetter)
  return letters
    .slice(0, 4)
    .map((letter) => `${letter}.`)
    .join(' ')
}

/** Lists every name by which the person may be searched. */
export const listPersonNames = ({ name, alias, spellings }: Pick<PersonRow, 'name' | 'alias' | 'spellings'>): readonly string[] => [
  name,
  alias,
  ...spellings,
]

/** Lists the phone numbers of a contact plan. */
export const listPhoneNumbers = (plan: ContactPlan): readonly string[] =>
  plan.ways.filter((way) => way.kind === 'phone').map((way) => way.value ?? '')

// Anything beyond Latin letters with their accents.
const NON_LATIN_LETTERS = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
/** Tells whether a name has letters beyond the Latin script. */
export const hasNonLatinLetters = (name: string): boolean => NON_LATIN_LETTERS.test(name)
/** Builds the separate key for the consonants of a name in non-Latin letters. Such names are few and often searched. */
export const toNonLatinKey = (consonants: string): string => (consonants.length > 1 ? `~${consonants}` : '')

/** Builds the search keys of a person from the names and the contact plan. */
export function buildSearchKeys(names: readonly string[], plan: ContactPlan): readonly (readonly [SearchKeyKind, string])[] {
  const words = names.flatMap(listSearchWords)
  const consonants = names.flatMap((name) => toConsonants(name).split(' ')).filter((word) => word.length > 1)
  const keys: (readonly [SearchKeyKind, string])[] = [
    ...names.flatMap(listWholeNames).map((whole) => ['name', whole] as const),
    ...words.map((word) => ['word', word] as const),
    ...names.flatMap(listNameWords).map((word) => ['sound', word.length < 3 ? '' : toSound(word)] as const),
    ...consonants.map((word) => ['bones', word] as const),
    ...names.filter(hasNonLatinLetters).flatMap((name) =>
      toConsonants(name)
        .split(' ')
        .map((word) => ['bones', toNonLatinKey(word)] as const),
    ),
    ...names.map((name) => ['initials', toInitials(name)] as const),
    ...listPhoneNumbers(plan)
      .flatMap(listPhoneKeys)
      .map((digits) => ['digits', digits] as const),
  ]
  return [...new Map(keys.filter(([, key]) => key).map((one) => [one.join(':'), one])).values()]
}

function saveSearchKeys(db: WritableDb, id: PersonId, names: readonly string[], plan: ContactPlan): void {
  db.delete(personSearchKey).where(eq(personSearchKey.personId, id)).run()
  const keys = buildSearchKeys(names.filter(Boolean), plan)
  if (keys.length > 0)
    db.insert(personSearchKey)
      .values(keys.map(([kind, key]) => ({ kind, key, personId: id })))
      .run()
}

/** Rebuilds the person's search keys as this version makes them. */
export function reindexPerson(db: WritableDb, personRecord: Pick<PersonRow, 'id' | 'name' | 'alias' | 'spellings'>): void {
  const current = loadCurrentPlan(db, personRecord.id)
  if (current) saveSearchKeys(db, personRecord.id, listPersonNames(personRecord), current.plan)
}

/** Returns the remaining person where the record was merged into another one. */
export const resolveMergedPerson = (db: ReadableDb, row: PersonRow): PersonRow =>
  row.mergedInto === null ? row : (findPerson(db, resolveMergedId(db, row.id)) ?? row)

/** Finds a person by id. */
export const findPerson = (db: ReadableDb, id: PersonId): PersonRow | null =>
  db.select().from(person).where(eq(person.id, id)).get() ?? null

/** What is needed to add a person. */
export interface NewPerson {
  readonly id: PersonId
  readonly name: string
  readonly alias: string
  readonly facts: PersonAnswers
  readonly plan: ContactPlan
  readonly verified: Verification | null
  readonly now: number
  readonly by: StaffId
}

/** Adds a person with the first version of the contact plan and the search keys. */
export function addPerson(db: WritableDb, { id, name, alias, facts, plan, verified, now, by }: NewPerson): void {
  db.insert(person)
    .values({ id, name, alias, facts, initials: formatInitials(name), planVersion: 1, addedAt: now, addedBy: by })
    .run()
  db.insert(contactPlan).values({ personId: id, version: 1, plan, verified, writtenAt: now, writtenBy: by }).run()
  saveSearchKeys(db, id, [name, alias], plan)
}

/** Reads the stored facts about a person. */
export const readPersonFacts = (row: Pick<PersonRow, 'facts'>): PersonAnswers => readStoredAnswers(row.facts)

/** Saves the facts about a person. They are not searched (section 3). */
export const savePersonFacts = (db: WritableDb, id: PersonId, facts: PersonAnswers): void =>
  void db.update(person).set({ facts }).where(eq(person.id, id)).run()

/** Saves who a person is. Spellings are searched like the name. */
export function savePerson(
  db: WritableDb,
  row: PersonRow,
  change: Pick<PersonRow, 'alias' | 'initials' | 'pronoun' | 'spellings' | 'facts'>,
): void {
  db.update(person).set(change).where(eq(person.id, row.id)).run()
  reindexPerson(db, { ...row, ...change })
}

/** Adds a new version of the contact plan and returns its number (P5). The old versions stay. */
export function addPlanVersion(
  db: WritableDb,
  row: PersonRow,
  plan: ContactPlan,
  verified: Verification | null,
  now: number,
  by: StaffId,
): PlanVersion {
  const version = row.planVersion + 1
  db.insert(contactPlan).values({ personId: row.id, version, plan, verified, writtenAt: now, writtenBy: by }).run()
  db.update(person).set({ planVersion: version }).where(eq(person.id, row.id)).run()
  saveSearchKeys(db, row.id, listPersonNames(row), plan)
  return { version, plan, verified, writtenAt: now, writtenBy: by }
}

const current = oncePerDatabase((db) =>
  db
    .select({
      version: contactPlan.version,
      plan: contactPlan.plan,
      verified: contactPlan.verified,
      writtenAt: contactPlan.writtenAt,
      writtenBy: contactPlan.writtenBy,
    })
    .from(contactPlan)
    .innerJoin(person, and(eq(person.id, contactPlan.personId), eq(person.planVersion, contactPlan.version)))
    .where(eq(person.id, sql.placeholder('id')))
    .prepare(),
)
/** Loads the current contact plan of a person. Returns null for an unknown person. */
export const loadCurrentPlan = (db: ReadableDb, id: PersonId): PlanVersion | null => current(db).get({ id }) ?? null

const planVersionsQuery = oncePerDatabase((db) =>
  db
    .select()
    .from(contactPlan)
    .where(eq(contactPlan.personId, sql.placeholder('id')))
    .orderBy(desc(contactPlan.version))
    .prepare(),
)
/** Lists the versions of the contact plan, newest first. */
export const listPlanVersions = (db: ReadableDb, id: PersonId): readonly PlanVersion[] => planVersionsQuery(db).all({ id })

/** Options of a search. `hidden` holds the people who do not exist for the reader (I3); they are excluded before anything is counted. */
export interface PersonSearchOptions {
  readonly limit: number
  readonly hidden: ReadonlySet<PersonId>
}
