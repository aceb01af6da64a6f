import type { overrides } from '#shared/contract/handoff/override'
import type { Role } from '#shared/domain/core/vocabulary'
import { ok, refuse } from '#shared/domain/core/outcome'
import { loadHandoff } from '../../storage/handoff/handoffs'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadNames } from '../../storage/office/names'
import { listOverrides, listUnexplainedOverrides, type ShownOverride } from '../../storage/handoff/overrides'
import type { Me, UseCases } from '../../session/call-context'
import { executeCommand } from './handoff'

/** Who may read the list (section 13). */
const OVERRIDE_READERS: readonly Role[] = ['supervisor', 'workflow_owner', 'director']

const toOverrideRows = (db: ReadableDb, rows: readonly ShownOverride[], me: Me) => {
  const names = loadNames(db)
  return rows.map(({ handoffId, no, number, label, at, by, reason }) => ({
    handoffId,
    no,
    number,
    label,
    at,
    by: names.worker(by),
    mine: by === me.id,
    reason,
  }))
}

/** The calls about life-safety overrides (P1). An override takes one key; its reason may be written afterwards, and it is listed. */
export const overrideCalls: UseCases<typeof overrides> = {
  'override.list': ({ db, me, hidden }) => ok(toOverrideRows(db, listOverrides(db, hidden), me)),
  'override.listOwn': ({ db, me, hidden }) => ok(toOverrideRows(db, listUnexplainedOverrides(db, me.id, hidden), me)),
  'override.explain': (context, { handoffId, no, words }) => {
    const { db, me, audit } = context
    const shown = loadHandoff(db, handoffId)?.overrides.find((one) => one.no === no)
    const mayExplain = shown?.by === me.id || me.roles.some((role) => OVERRIDE_READERS.includes(role))
    if (!shown || !mayExplain) return refuse('no_open_override')
    audit({ about: handoffId, facts: { command: 'explain_override' } })
    const done = executeCommand(context, handoffId, { kind: 'explain_override', no, words })
    return done.ok ? ok({ done: true }) : done
  },
}
