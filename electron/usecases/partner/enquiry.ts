import { and, desc, eq, gte, isNull, or } from 'drizzle-orm'
import type { partners } from '#shared/contract/office/partner'
import { chooseSourceSentence } from '#shared/domain/handoff/enquiry'
import { DAY } from '#shared/domain/core/moment'
import { ok, refuse } from '#shared/domain/core/outcome'
import { handoffSourceRefusal } from '#shared/domain/handoff/situation'
import { loadHandoff } from '../../storage/handoff/handoffs'
import { loadNames } from '../../storage/office/names'
import { listRecentAnswers, listRefusedCallers } from '../../storage/partner/reliability'
import { findPartner } from '../../storage/partner/partners'
import { loadPolicyForStandard } from '../../storage/policy/policies'
import { toPersonLabel } from '../../storage/person/people'
import { handoff, person } from '../../storage/schema'
import { excludePeople } from '../../storage/access/visibility'
import { redactorFor } from '../../storage/person/withheld'
import type { UseCases } from '../../session/call-context'
import { loadSituation } from '../handoff/situation'

type EnquiryCalls = UseCases<Pick<typeof partners, 'partner.enquiry' | 'partner.refuseCaller'>>

const MOST_RECENT = 8

export const enquiryCalls: EnquiryCalls = {
  /** H6: found in one search, said only after ringing back, and only as far as the person allowed. */
  'partner.enquiry': ({ db, now, zone, me, hidden }, { id }) => {
    const row = findPartner(db, id)
    if (!row) return refuse('no_such_partner')
    const rows = db
      .select({ handoff, personNames: { alias: person.alias, initials: person.initials } })
      .from(handoff)
      .innerJoin(person, eq(person.id, handoff.personId))
      .where(
        and(
          eq(handoff.sourcePartner, id),
          eq(handoff.enteredInError, false),
          or(isNull(handoff.endedAt), gte(handoff.receivedAt, now - 30 * DAY)),
          excludePeople(handoff.personId, hidden),
        ),
      )
      .orderBy(desc(handoff.receivedAt))
      .limit(100)
      .all()
    const names = loadNames(db)
    const asked = { id, now, hidden }
    const toldRows = listRecentAnswers(db, asked).flatMap(({ handoffId, body, ...personNames }) =>
      body.kind === 'source_told'
        ? [
            {
              at: body.at,
              by: body.by === null ? '' : names.worker(body.by),
              about: { handoffId, label: toPersonLabel(personNames), said: body.sentence },
            },
          ]
        : [],
    )
    const turnedAwayRows = listRefusedCallers(db, asked).map(({ at, by }) => ({ at, by: by === null ? '' : names.worker(by), about: null }))
    return ok({
      phone: row.phone,
      rows: rows.flatMap(({ handoff: one, personNames }) => {
        const handoffState = loadHandoff(db, one.id)
        if (!handoffState) return []
        const policy = loadPolicyForStandard(db, handoffState.standard)
        const situation = loadSituation({ db, now, zone, by: me.id }, handoffState.personId, handoffState.source, policy)
        const said = chooseSourceSentence(handoffState, situation, handoffSourceRefusal(handoffState, situation) !== null)
        const nextStep =
          said.sentence === 'reached_and_next_step'
            ? redactorFor(db, handoffState.personId, id)(handoffState.parts.next_step?.what ?? '')
            : ''
        const { id: handoffId, number, receivedAt, state, clockAt } = one
        return [{ handoffId, number, label: toPersonLabel(personNames), receivedAt, state, clockAt, ...said, nextStep }]
      }),
      lately: [...toldRows, ...turnedAwayRows].sort((a, b) => b.at - a.at).slice(0, MOST_RECENT),
    })
  },
  'partner.refuseCaller': ({ db }, { id }) => (findPartner(db, id) ? ok({ done: true }) : refuse('no_such_partner')),
}
