import { and, gte, isNull } from 'drizzle-orm'
import type { AttemptUndoView, records } from '#shared/contract/handoff/record'
import { WITHDRAW_WITHIN } from '#shared/domain/contact/attempt'
import { ok } from '#shared/domain/core/outcome'
import { apply } from '#shared/domain/handoff/apply'
import { decide } from '#shared/domain/handoff/decide/decide'
import { findWithdrawableAttempt } from '#shared/domain/handoff/decide/decide-attempt-correction'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { Situation } from '#shared/domain/handoff/situation'
import { getHandoffState } from '#shared/domain/handoff/state'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadHandoff } from '../../storage/handoff/handoffs'
import { loadPolicyForStandard } from '../../storage/policy/policies'
import { handoff as handoffTable } from '../../storage/schema'
import type { UseCases } from '../../session/call-context'
import { loadSituation } from './situation'

/** H13: what taking back the newest attempt would restore; null where it may not be taken back. */
export function toUndoView(handoff: Handoff, situation: Situation): AttemptUndoView | null {
  const attempt = findWithdrawableAttempt(handoff, situation.now)
  const decided = attempt && decide(handoff, { kind: 'withdraw_attempt', no: attempt.no }, situation)
  if (attempt === null || !decided?.ok) return null
  const { no, outcome, at, writtenAt } = attempt
  return {
    no,
    outcome,
    at,
    until: writtenAt + WITHDRAW_WITHIN,
    restores: getHandoffState(decided.value.reduce(apply, handoff), situation.policy.gap),
  }
}

/** Lists the open handoffs on which somebody has acted since `since` (UTC ms). */
const listHandoffsActedOn = (db: ReadableDb, since: number): readonly Handoff[] =>
  db
    .select({ id: handoffTable.id })
    .from(handoffTable)
    .where(and(isNull(handoffTable.endedAt), gte(handoffTable.actedAt, since)))
    .all()
    .flatMap(({ id }) => loadHandoff(db, id) ?? [])

export const undoCalls: UseCases<Pick<typeof records, 'handoff.findUndo'>> = {
  'handoff.findUndo': ({ db, now, zone, me, hidden }) => {
    const [newest] = listHandoffsActedOn(db, now - WITHDRAW_WITHIN)
      .filter(({ personId }) => !hidden.has(personId))
      .map((handoff) => ({ handoff, attempt: findWithdrawableAttempt(handoff, now) }))
      .filter(({ attempt }) => attempt?.by === me.id)
      .toSorted((a, b) => (b.attempt?.writtenAt ?? 0) - (a.attempt?.writtenAt ?? 0))
    if (!newest) return ok(null)
    const { handoff } = newest
    const policy = loadPolicyForStandard(db, handoff.standard)
    const undo = toUndoView(handoff, loadSituation({ db, now, zone, by: me.id }, handoff.personId, handoff.source, policy))
    return ok(undo && { ...undo, id: handoff.id, number: handoff.number })
  },
}
