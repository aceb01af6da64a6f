import { and, desc, eq, gte, isNull, or } from 'drizzle-orm'
import type { partners } from '#shared/contract/partners'
import { sentenceFor } from '#shared/domain/enquiry'
import { DAY } from '#shared/domain/moment'
import { ok, refuse } from '#shared/domain/outcome'
import { sourceStop } from '#shared/domain/situation'
import { loadHandoff } from '../storage/handoffs'
import { namesIn } from '../storage/names'
import { toldLately, turnedAway } from '../storage/partner-past'
import { partnerRow } from '../storage/partners'
import { policyUnder } from '../storage/policies'
import { labelOf } from '../storage/people'
import { handoff, person } from '../storage/schema'
import { without } from '../storage/sight'
import { strikerFor } from '../storage/story'
import type { UseCases } from './context'
import { situationOf } from './situation'

type EnquiryCalls = UseCases<Pick<typeof partners, 'partner.enquiry' | 'partner.notThem'>>

const MOST_LATELY = 8

export const enquiryCalls: EnquiryCalls = {
  /** H6: found in one search, said only after ringing back, and only as far as she allowed. */
  'partner.enquiry': ({ db, now, zone, me, hidden }, { id }) => {
    const row = partnerRow(db, id)
    if (!row) return refuse('no_such_partner')
    const rows = db
      .select({ handoff, her: { alias: person.alias, initials: person.initials } })
      .from(handoff)
      .innerJoin(person, eq(person.id, handoff.personId))
      .where(
        and(
          eq(handoff.sourcePartner, id),
          eq(handoff.enteredInError, false),
          or(isNull(handoff.endedAt), gte(handoff.receivedAt, now - 30 * DAY)),
          without(handoff.personId, hidden),
        ),
      )
      .orderBy(desc(handoff.receivedAt))
      .limit(100)
      .all()
    const names = namesIn(db)
    const asked = { id, now, hidden }
    const told = toldLately(db, asked).flatMap(({ handoffId, body, ...her }) =>
      body.kind === 'source_told'
        ? [
            {
              at: body.at,
              by: body.by === null ? '' : names.worker(body.by),
              about: { handoffId, label: labelOf(her), said: body.sentence },
            },
          ]
        : [],
    )
    const away = turnedAway(db, asked).map(({ at, by }) => ({ at, by: by === null ? '' : names.worker(by), about: null }))
    return ok({
      phone: row.phone,
      rows: rows.flatMap(({ handoff: one, her }) => {
        const whole = loadHandoff(db, one.id)
        if (!whole) return []
        const policy = policyUnder(db, whole.standard)
        const around = situationOf({ db, now, zone, by: me.id }, whole.personId, whole.source, policy)
        const said = sentenceFor(whole, around, sourceStop(whole, around) !== null)
        const nextStep =
          said.sentence === 'reached_and_next_step' ? strikerFor(db, whole.personId, id)(whole.parts.next_step?.what ?? '') : ''
        const { id: handoffId, number, receivedAt, state, clockAt } = one
        return [{ handoffId, number, label: labelOf(her), receivedAt, state, clockAt, ...said, nextStep }]
      }),
      lately: [...told, ...away].sort((a, b) => b.at - a.at).slice(0, MOST_LATELY),
    })
  },
  'partner.notThem': ({ db }, { id }) => (partnerRow(db, id) ? ok({ done: true }) : refuse('no_such_partner')),
}
