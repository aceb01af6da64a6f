import type { releases } from '#shared/contract/release'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { livingId } from '../storage/merges'
import { personRow } from '../storage/people'
import { strikerFor } from '../storage/story'
import { addToldWithout, completeToldWithout, toldWithoutRow, type ToldWithoutRow } from '../storage/told-without'
import type { Context, UseCases } from './context'

type Calls = Pick<typeof releases, 'withoutConsent.write' | 'withoutConsent.authorise' | 'withoutConsent.toldHer'>

/** I3: a line about somebody who does not exist for whoever asks is not there. */
function lineOf({ db, hidden }: Context, id: string): Outcome<ToldWithoutRow> {
  const row = toldWithoutRow(db, id)
  return row === null || hidden.has(row.personId) ? refuse('no_such_entry') : ok(row)
}

/** R4: what had to be told without her leave. In danger one acts first: nothing here waits for who authorises it. */
export const withoutConsentCalls: UseCases<Calls> = {
  'withoutConsent.write': ({ db, now, me, ids, keep }, { personId, at, what, toWhom, why, basis, authorisedBy, toldHer }) => {
    if (!personRow(db, personId)) return refuse('no_such_person')
    if (at !== null && at > now) return refuse('in_the_future', { field: 'at' })
    const strike = strikerFor(db, personId, null)
    const id = ids.uuid()
    keep({ about: personId, facts: { what: 'told', why } })
    addToldWithout(db, {
      id,
      personId,
      at: at ?? now,
      what: strike(what),
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
    const line = lineOf(context, id)
    if (!line.ok) return line
    if (line.value.authorisedAt !== null) return refuse('already_authorised')
    context.keep({ about: livingId(context.db, line.value.personId), facts: { what: 'authorised' } })
    completeToldWithout(context.db, id, { authorisedBy: by, authorisedAt: context.now })
    return ok({ done: true })
  },
  'withoutConsent.toldHer': (context, { id, at }) => {
    const line = lineOf(context, id)
    if (!line.ok) return line
    const { toldHer, at: toldAt, personId } = line.value
    if (toldHer === 'yes') return refuse('she_knows_already')
    if (at !== null && at > context.now) return refuse('in_the_future', { field: 'at' })
    if (at !== null && at < toldAt) return refuse('before_it_was_told', { field: 'at' })
    context.keep({ about: livingId(context.db, personId), facts: { what: 'told_her' } })
    completeToldWithout(context.db, id, { toldHer: 'yes', toldHerAt: at ?? context.now })
    return ok({ done: true })
  },
}
