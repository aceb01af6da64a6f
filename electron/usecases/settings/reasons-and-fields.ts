import { asc, eq } from 'drizzle-orm'
import type { dataOwner } from '#shared/contract/office/data-owner'
import { isNeededReason, createReasonCode } from '#shared/domain/handoff/bounce'
import { fieldRefusal } from '#shared/domain/policy/form-fields'
import { ok, refuse } from '#shared/domain/core/outcome'
import { listFieldSettings, saveFieldSetting } from '../../storage/settings/field-settings'
import { loadNames } from '../../storage/office/names'
import { addBounceReason, listBounceReasons, updateBounceReason, findBounceReason } from '../../storage/settings/bounce-reasons'
import { bounceReason } from '../../storage/schema'
import type { UseCases } from '../../session/call-context'

type DataOwnerCalls = typeof dataOwner

const isSameWording = (one: string, other: string): boolean => one.localeCompare(other, undefined, { sensitivity: 'base' }) === 0

/**
 * The calls about bounce reasons and form fields (B1, sections 13 and 14). The audit log gets codes and defined words, never typed ones.
 */
export const dataOwnerCalls: UseCases<DataOwnerCalls> = {
  'bounceReason.list': ({ db }) =>
    ok(
      listBounceReasons(db).map(({ code, side, label, seen, change, retired, used }) => ({
        code,
        side,
        label,
        seen,
        change,
        retired,
        sideSettled: used || isNeededReason(code),
        needed: isNeededReason(code),
      })),
    ),
  'bounceReason.listChoices': ({ db }) =>
    ok(
      db
        .select({
          code: bounceReason.code,
          side: bounceReason.side,
          label: bounceReason.label,
          seen: bounceReason.seen,
          change: bounceReason.change,
        })
        .from(bounceReason)
        .where(eq(bounceReason.retired, false))
        .orderBy(asc(bounceReason.position))
        .all(),
    ),
  'bounceReason.save': ({ db, audit }, { code, ...words }) => {
    const all = listBounceReasons(db)
    // A retired reason still appears on old records, so two with the same words could not be told apart.
    if (all.some((one) => one.code !== code && isSameWording(one.label, words.label))) return refuse('name_taken', { field: 'label' })
    if (code === null) {
      const newCode = createReasonCode(all.map((one) => one.code))
      addBounceReason(
        db,
        newCode,
        words,
        all.reduce((last, { position }) => Math.max(last, position + 1), 0),
      )
      audit({ facts: { what: 'reason_added', code: newCode } })
      return ok({ code: newCode })
    }
    const before = findBounceReason(db, code)
    if (!before) return refuse('unknown_reason', { field: 'code' })
    // The counts by side of past bounces must not change afterwards.
    if (before.side !== words.side && (before.used || isNeededReason(code))) return refuse('side_is_settled', { field: 'side' })
    updateBounceReason(db, code, words)
    audit({ facts: { what: 'reason_changed', code } })
    return ok({ code })
  },
  'bounceReason.retire': ({ db, audit }, { code }) => {
    if (!findBounceReason(db, code)) return refuse('unknown_reason', { field: 'code' })
    if (isNeededReason(code)) return refuse('reason_is_needed', { field: 'code' })
    updateBounceReason(db, code, { retired: true })
    audit({ facts: { what: 'reason_retired', code } })
    return ok({ done: true })
  },
  'bounceReason.restore': ({ db, audit }, { code }) => {
    if (!findBounceReason(db, code)) return refuse('unknown_reason', { field: 'code' })
    updateBounceReason(db, code, { retired: false })
    audit({ facts: { what: 'reason_restored', code } })
    return ok({ done: true })
  },
  'bounceReason.reorder': ({ db, audit }, { codes }) => {
    const inUse = listBounceReasons(db).filter(({ retired }) => !retired)
    const orderedCodes = new Set(codes)
    if (orderedCodes.size !== codes.length || codes.length !== inUse.length || inUse.some(({ code }) => !orderedCodes.has(code)))
      return refuse('changed_meanwhile', { field: 'codes' })
    codes.forEach((code, position) => updateBounceReason(db, code, { position }))
    audit({ facts: { what: 'reasons_ordered' } })
    return ok({ done: true })
  },
  'fields.read': ({ db }) => {
    const names = loadNames(db)
    return ok(listFieldSettings(db).map(({ setBy, ...setting }) => ({ ...setting, setByName: names.worker(setBy) })))
  },
  'fields.save': ({ db, now, me, audit }, setting) => {
    const refused = fieldRefusal(setting)
    if (refused) return refused
    saveFieldSetting(db, setting, now, me.id)
    audit({
      facts: { what: 'field', field: setting.field, hidden: setting.hidden, required: setting.required, reworded: setting.label !== '' },
    })
    return ok({ done: true })
  },
}
