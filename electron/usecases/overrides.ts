import type { overrides } from '#shared/contract/plan'
import type { Role } from '#shared/domain/vocabulary'
import { ok, refuse } from '#shared/domain/outcome'
import { loadHandoff } from '../storage/handoffs'
import type { ReadableDb } from '../storage/database'
import { namesIn } from '../storage/names'
import { allOverrides, unexplainedBy, type ShownOverride } from '../storage/overrides'
import { strikersFor } from '../storage/story'
import type { Me, UseCases } from './context'
import { carryOut } from './handoff'

/** Section 13: who has the list. */
const HAVE_THE_LIST: readonly Role[] = ['supervisor', 'workflow_owner', 'director']

const rowsOf = (db: ReadableDb, rows: readonly ShownOverride[], me: Me) => {
  const names = namesIn(db)
  const strike = strikersFor(db)
  return rows.map(({ by, personId, reason, ...row }) => ({
    ...row,
    reason: reason && strike(personId)(reason),
    by: names.worker(by),
    mine: by === me.id,
  }))
}

/** P1: a life-safety override takes one key; its reason may be written afterwards, and it is listed. */
export const overrideCalls: UseCases<typeof overrides> = {
  'override.list': ({ db, me, hidden }) => ok(rowsOf(db, allOverrides(db, hidden), me)),
  'override.mine': ({ db, me, hidden }) => ok(rowsOf(db, unexplainedBy(db, me.id, hidden), me)),
  'override.explain': (context, { handoffId, no, words }) => {
    const { db, me, keep } = context
    const shown = loadHandoff(db, handoffId)?.overrides.find((one) => one.no === no)
    const may = shown?.by === me.id || me.roles.some((role) => HAVE_THE_LIST.includes(role))
    if (!shown || !may) return refuse('no_open_override')
    keep({ about: handoffId, facts: { command: 'explain_override' } })
    const done = carryOut(context, handoffId, { kind: 'explain_override', no, words })
    return done.ok ? ok({ done: true }) : done
  },
}
