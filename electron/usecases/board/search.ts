import { and, desc, eq, sql } from 'drizzle-orm'
import type { search } from '#shared/contract/handoff/search'
import type { handoffs } from '#shared/contract/handoff/handoff'
import { foldName } from '#shared/domain/person/name-words'
import { ok } from '#shared/domain/core/outcome'
import { cleanLine, toPhoneKey } from '#shared/domain/core/text'
import type { PersonId } from '#shared/domain/core/ids'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadNames, type StaffAndPartnerNames } from '../../storage/office/names'
import { oncePerDatabase } from '../../storage/core/once-per-database'
import { listPartners, countOpenBySource } from '../../storage/partner/partners'
import { findPeople } from '../../storage/person/find-people'
import { toPersonLabel } from '../../storage/person/people'
import { handoff, person, task } from '../../storage/schema'
import { excludePeople } from '../../storage/access/visibility'
import { findSimilarPeople } from '../../storage/person/similar-people'
import type { UseCases } from '../../session/call-context'
import { createSearchFacts } from '../../session/audit-log'

// A longer list is not read; the palette says that there are more.
const MOST_PEOPLE = 12

type SearchCalls = UseCases<typeof search & Pick<typeof handoffs, 'handoff.similar'>>

const latest = oncePerDatabase((db) =>
  db
    .select()
    .from(handoff)
    .where(eq(handoff.personId, sql.placeholder('personId')))
    .orderBy(desc(handoff.receivedAt), desc(handoff.number))
    .limit(1)
    .prepare(),
)
const findLatestHandoff = (db: ReadableDb, personId: PersonId) => latest(db).get({ personId })
type LatestHandoff = NonNullable<ReturnType<typeof findLatestHandoff>>
const describeSource = (row: LatestHandoff, names: StaffAndPartnerNames): string =>
  row.sourcePartner ? names.partner(row.sourcePartner) : row.sourceStaff ? names.worker(row.sourceStaff) : 'herself'

/** Finds the owner of the next action; for a closed record, the worker it was assigned to. */
function findOwnerName(db: ReadableDb, row: LatestHandoff, names: StaffAndPartnerNames): string {
  const next =
    row.nextTaskNo === null
      ? undefined
      : db
          .select({ owner: task.owner, no: task.no })
          .from(task)
          .where(eq(task.handoffId, row.id))
          .all()
          .find((one) => one.no === row.nextTaskNo)
  return names.worker(next?.owner ?? row.assignedTo)
}

export const searchCalls: SearchCalls = {
  /** Finds at most six similar people, likeliest first (H3). */
  'handoff.similar': ({ db, hidden }, { name, alias, phone }) => {
    const names = loadNames(db)
    const typed = [name, alias].map((raw) => cleanLine(raw) ?? '').filter(Boolean)
    return ok(
      findSimilarPeople(db, typed, phone ? [phone] : [], { limit: 6, hidden }).map(({ row, similarity }) => {
        const last = findLatestHandoff(db, row.id)
        return {
          personId: row.id,
          label: toPersonLabel(row),
          similarity,
          inAnotherScript: similarity === 'other_script' ? row.name : null,
          latest: last
            ? {
                handoffId: last.id,
                number: last.number,
                state: last.state,
                from: describeSource(last, names),
                helps: [...last.helps],
                at: last.endedAt ?? last.receivedAt,
                ownerName: findOwnerName(db, last, names),
                clockAt: last.clockAt,
              }
            : null,
        }
      }),
    )
  },
  /** Searches by part of a name in any script, digits of a number, or a record number (Ctrl+K). Returns labels, never names (L6). */
  'search.find': ({ audit, db, hidden }, { text }) => {
    const names = loadNames(db)
    const typed = cleanLine(text) ?? ''
    const key = foldName(typed)
    audit(key.length === 0 ? { kind: null } : { facts: createSearchFacts(db, key) })
    if (key.length === 0) return ok({ people: [], partners: [], more: false })
    const byNumber = /^\d{1,9}$/.test(typed)
      ? db
          .select({ row: person })
          .from(handoff)
          .innerJoin(person, eq(person.id, handoff.personId))
          .where(and(eq(handoff.number, Number(typed)), excludePeople(handoff.personId, hidden)))
          .all()
          .map(({ row }) => row)
      : []
    const open = countOpenBySource(db, hidden)
    const limit = MOST_PEOPLE + 1
    const begins = [...byNumber, ...findPeople(db, typed, { limit, hidden })]
    // H14: where there is room for more, by the same comparison as for a duplicate.
    const phones = toPhoneKey(typed) === '' ? [] : [typed]
    const similar = begins.length < limit ? findSimilarPeople(db, [typed], phones, { limit, hidden }).map(({ row }) => row) : []
    const found = [...new Map([...begins, ...similar].map((row) => [row.id, row])).values()]
    const people = found.slice(0, MOST_PEOPLE)
    return ok({
      more: found.length > MOST_PEOPLE,
      people: people.map((row) => {
        const last = findLatestHandoff(db, row.id)
        return {
          personId: row.id,
          label: toPersonLabel(row),
          handoffId: last?.id ?? null,
          number: last?.number ?? null,
          from: last ? describeSource(last, names) : '',
          state: last?.state ?? null,
          clockAt: last?.clockAt ?? null,
          measured: last?.standardMode === 'measured' && last.firstConfirmedAt === null,
        }
      }),
      partners: listPartners(db)
        .filter((one) => ` ${one.nameKey}`.includes(` ${key}`))
        .map((one) => ({ id: one.id, name: one.name, openHandoffs: open.get(one.id) ?? 0, retired: one.retiredAt !== null }))
        .toSorted((one, other) => Number(one.retired) - Number(other.retired))
        .slice(0, 8),
    })
  },
}
