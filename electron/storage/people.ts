import { and, desc, eq, sql } from 'drizzle-orm'
import type { ContactPlan, PlanVersion, Verification } from '#shared/domain/contact-plan'
import type { PersonId, StaffId } from '#shared/domain/ids'
import { factsOf, type PersonFacts } from '#shared/domain/person-facts'
import { fold, initialsOf, phoneKey, skeleton } from '#shared/domain/likeness'
import { digitsOf } from '#shared/domain/text'
import type { ReadableDb, WritableDb } from './database'
import { oncePerBook } from './once'
import { livingId } from './merges'
import { contactPlan, person, personKey } from './schema'

export type PersonRow = typeof person.$inferSelect
export type KeyKind = (typeof personKey.$inferSelect)['kind']

/** What a screen may show of a person without being asked: her alias, or her initials (L6). */
export const labelOf = ({ alias, initials }: Pick<PersonRow, 'alias' | 'initials'>): string => alias || initials

/** 'Amal Rahimi' → 'A. R.'; a single letter or a short code stays as it is written. */
export function shownInitials(name: string): string {
  const letters = name
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((word) => /^./u.exec(word)?.[0].toLocaleUpperCase() ?? '')
  return letters
    .slice(0, 4)
    .map((letter) => `${letter}.`)
    .join(' ')
}

/** Everything that she may be looked for by. */
export const namesOf = ({ name, alias, spellings }: Pick<PersonRow, 'name' | 'alias' | 'spellings'>): readonly string[] => [
  name,
  alias,
  ...spellings,
]

export const phonesOf = (plan: ContactPlan): readonly string[] =>
  plan.ways.filter((way) => way.kind === 'phone').map((way) => way.value ?? '')

// Anything beyond Latin letters with their accents.
const OTHER_LETTERS = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
export const isInOtherLetters = (name: string): boolean => OTHER_LETTERS.test(name)
/** The consonants of a name that is written in other letters than Latin stand under a key of their own: there are few, and they are looked for often. */
export const otherBones = (bones: string): string => (bones.length > 1 ? `~${bones}` : '')

export function keysOf(names: readonly string[], plan: ContactPlan): readonly (readonly [KeyKind, string])[] {
  const words = names.flatMap((name) => fold(name).split(' '))
  const bones = names.flatMap((name) => skeleton(name).split(' ')).filter((word) => word.length > 1)
  const keys: (readonly [KeyKind, string])[] = [
    ...words.map((word) => ['word', word] as const),
    ...bones.map((word) => ['bones', word] as const),
    ...names.filter(isInOtherLetters).flatMap((name) =>
      skeleton(name)
        .split(' ')
        .map((word) => ['bones', otherBones(word)] as const),
    ),
    ...names.map((name) => ['initials', initialsOf(name)] as const),
    ...phonesOf(plan).flatMap((phone) => [['digits', phoneKey(phone)] as const, ['digits', digitsOf(phone)] as const]),
  ]
  return [...new Map(keys.filter(([, key]) => key).map((one) => [one.join(':'), one])).values()]
}

function indexPerson(db: WritableDb, id: PersonId, names: readonly string[], plan: ContactPlan): void {
  db.delete(personKey).where(eq(personKey.personId, id)).run()
  const keys = keysOf(names.filter(Boolean), plan)
  if (keys.length > 0)
    db.insert(personKey)
      .values(keys.map(([kind, key]) => ({ kind, key, personId: id })))
      .run()
}

/** Her keys as this version makes them. */
export function indexAnew(db: WritableDb, her: Pick<PersonRow, 'id' | 'name' | 'alias' | 'spellings'>): void {
  const current = currentPlan(db, her.id)
  if (current) indexPerson(db, her.id, namesOf(her), current.plan)
}

/** Who stays where somebody was joined to another record. */
export const livingRow = (db: ReadableDb, row: PersonRow): PersonRow =>
  row.mergedInto === null ? row : (personRow(db, livingId(db, row.id)) ?? row)

export const personRow = (db: ReadableDb, id: PersonId): PersonRow | null => db.select().from(person).where(eq(person.id, id)).get() ?? null

export interface NewPerson {
  readonly id: PersonId
  readonly name: string
  readonly alias: string
  readonly facts: PersonFacts
  readonly plan: ContactPlan
  readonly verified: Verification | null
  readonly now: number
  readonly by: StaffId
}

export function addPerson(db: WritableDb, { id, name, alias, facts, plan, verified, now, by }: NewPerson): void {
  db.insert(person)
    .values({ id, name, alias, facts, initials: shownInitials(name), planVersion: 1, addedAt: now, addedBy: by })
    .run()
  db.insert(contactPlan).values({ personId: id, version: 1, plan, verified, writtenAt: now, writtenBy: by }).run()
  indexPerson(db, id, [name, alias], plan)
}

export const factsOfHer = (row: Pick<PersonRow, 'facts'>): PersonFacts => factsOf(row.facts)

/** Section 3: nobody is looked for by them. */
export const saveFacts = (db: WritableDb, id: PersonId, facts: PersonFacts): void =>
  void db.update(person).set({ facts }).where(eq(person.id, id)).run()

/** What is known of who she is; her spellings are looked for like her name. */
export function savePerson(
  db: WritableDb,
  row: PersonRow,
  change: Pick<PersonRow, 'alias' | 'initials' | 'pronoun' | 'spellings' | 'facts'>,
): void {
  db.update(person).set(change).where(eq(person.id, row.id)).run()
  indexAnew(db, { ...row, ...change })
}

/** P5: a new version; the old ones stay. Answers its number. */
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
  indexPerson(db, row.id, namesOf(row), plan)
  return { version, plan, verified, writtenAt: now, writtenBy: by }
}

const current = oncePerBook((db) =>
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
/** The current plan of a person; null for an unknown one. */
export const currentPlan = (db: ReadableDb, id: PersonId): PlanVersion | null => current(db).get({ id }) ?? null

/** Newest first. */
export const planVersions = (db: ReadableDb, id: PersonId): readonly PlanVersion[] =>
  db.select().from(contactPlan).where(eq(contactPlan.personId, id)).orderBy(desc(contactPlan.version)).all()

/** `hidden`: people who do not exist for whoever asks (I3); they are left out before anything is counted. */
export interface Wanted {
  readonly limit: number
  readonly hidden: ReadonlySet<PersonId>
}
