import type { releases } from '#shared/contract/person/release'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { resolveMergedId } from '../../storage/person/merges'
import { findPerson } from '../../storage/person/people'
import {
  addDisclosureWithoutConsent,
  updateDisclosureWithoutConsent,
  findDisclosureWithoutConsent,
  type DisclosureWithoutConsentRow,
} from '../../storage/release/disclosures-without-consent'
import type { Context, UseCases } from '../../session/call-context'

type WithoutConsentCalls = Pick<typeof releases, 'withoutConsent.write' | 'withoutConsent.authorise' | 'withoutConsent.recordToldPerson'>

/** I3: an entry about a person who does not exist for the caller is not found. */
function findDisclosure({ db, hidden }: Context, id: string): Outcome<DisclosureWithoutConsentRow> {
  const row = findDisclosureWithoutConsent(db, id)
  return row === null || hidden.has(row.personId) ? refuse('no_such_entry') : ok(row)
}

/** R4: records what had to be told without the person's consent. In danger it is told first, so nothing here waits for who authorises it. */
export const withoutConsentCalls: UseCases<WithoutConsentCalls> = {
  'withoutConsent.write': ({ db, now, me, ids, audit }, { personId, at, what, toWhom, why, basis, authorisedBy, toldHer }) => {
    if (!findPerson(db, personId)) return refuse('no_such_person')
    if (at !== null && at > now) return refuse('in_the_future', { field: 'at' })
    const id = ids.uuid()
    audit({ about: personId, facts: { what: 'told', why } })
    addDisclosureWithoutConsent(db, {
      id,
      personId,
      at: at ?? now,
      what,
      toWhom,
      why,
      basis,
      by: me.id,
      writtenAt: now,
      authorisedBy,
      authorisedAt: authorisedBy === '' ? null : now,
      toldHer,
      toldHerAt: toldHer === 'yes' ? now : null,
    })
    return ok({ id })
  },
  'withoutConsent.authorise': (context, { id, by }) => {
    const line = findDisclosure(context, id)
    if (!line.ok) return line
    if (line.value.authorisedAt !== null) return refuse('already_authorised')
    context.audit({ about: resolveMergedId(context.db, line.value.personId), facts: { what: 'authorised' } })
    updateDisclosureWithoutConsent(context.db, id, { authorisedBy: by, authorisedAt: context.now })
    return ok({ done: true })
  },
  'withoutConsent.recordToldPerson': (context, { id, at }) => {
    const line = findDisclosure(context, id)
    if (!line.ok) return line
    const { toldHer, at: toldAt, personId } = line.value
    if (toldHer === 'yes') return refuse('she_knows_already')
    if (at !== null && at > context.now) return refuse('in_the_future', { field: 'at' })
    if (at !== null && at < toldAt) return refuse('before_it_was_told', { field: 'at' })
    context.audit({ about: resolveMergedId(context.db, personId), facts: { what: 'told_her' } })
    updateDisclosureWithoutConsent(context.db, id, { toldHer: 'yes', toldHerAt: at ?? context.now })
    return ok({ done: true })
  },
}
