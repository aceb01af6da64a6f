import type { overrides } from '#shared/contract/override'
import type { Role } from '#shared/domain/core/vocabulary'
import { ok, refuse } from '#shared/domain/core/outcome'
import { loadHandoff } from '../../storage/handoff/handoffs'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadNames } from '../../storage/office/names'
import { listOverrides, listUnexplainedOverrides, type ShownOverride } from '../../storage/handoff/overrides'
import { createHouseRedactor } from '../../storage/person/story'
import type { Me, UseCases } from '../../session/call-context'
import { executeCommand } from './handoff'

/** Section 13: who has the list. */
const OVERRIDE_READERS: readonly Role[] = ['supervisor', 'workflow_owner', 'director']

const toOverrideRows = (db: ReadableDb, rows: readonly ShownOverride[], me: Me) => {
  const names = loadNames(db)
  const redact = createHouseRedactor(db)
  return rows.map(({ by, personId, reason, ...row }) => ({
    ...row,
    reason: reason && redact(personId)(reason),
    by: names.worker(by),
    mine: by === me.id,
  }))
}

/** P1: a life-safety override takes one key; its reason may be written afterwards, and it is listed. */
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
