import type { dataOwner } from '#shared/contract/data-owner'
import { isNeededReason, nextReasonCode } from '#shared/domain/bounce'
import { fieldRefusal } from '#shared/domain/fields'
import { ok, refuse } from '#shared/domain/outcome'
import { fieldSettings, saveField } from '../storage/fields'
import { namesIn } from '../storage/names'
import { addReason, allReasons, changeReason, reasonRow } from '../storage/reasons'
import type { UseCases } from './context'

type Calls = typeof dataOwner

const alike = (one: string, other: string): boolean => one.localeCompare(other, undefined, { sensitivity: 'base' }) === 0

/** B1 and sections 13, 14: the reasons for a bounce, and what the forms ask. Codes and words of our own reach the trail, typed ones never. */
export const dataOwnerCalls: UseCases<Calls> = {
  'reason.list': ({ db }) =>
    ok(
      allReasons(db).map(({ code, side, label, seen, change, retired, used }) => ({
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
  'reason.save': ({ db, keep }, { code, ...words }) => {
    const all = allReasons(db)
    // A retired one still stands on old records: two of the same words could not be told apart.
    if (all.some((one) => one.code !== code && alike(one.label, words.label))) return refuse('name_taken', { field: 'label' })
    if (code === null) {
      const fresh = nextReasonCode(all.map((one) => one.code))
      addReason(
        db,
        fresh,
        words,
        all.reduce((last, { position }) => Math.max(last, position + 1), 0),
      )
      keep({ facts: { what: 'reason_added', code: fresh } })
      return ok({ code: fresh })
    }
    const before = reasonRow(db, code)
    if (!before) return refuse('unknown_reason', { field: 'code' })
    // Counts by side would change behind the back of what was recorded.
    if (before.side !== words.side && (before.used || isNeededReason(code))) return refuse('side_is_settled', { field: 'side' })
    changeReason(db, code, words)
    keep({ facts: { what: 'reason_changed', code } })
    return ok({ code })
  },
  'reason.retire': ({ db, keep }, { code }) => {
    if (!reasonRow(db, code)) return refuse('unknown_reason', { field: 'code' })
    if (isNeededReason(code)) return refuse('reason_is_needed', { field: 'code' })
    changeReason(db, code, { retired: true })
    keep({ facts: { what: 'reason_retired', code } })
    return ok({ done: true })
  },
  'reason.restore': ({ db, keep }, { code }) => {
    if (!reasonRow(db, code)) return refuse('unknown_reason', { field: 'code' })
    changeReason(db, code, { retired: false })
    keep({ facts: { what: 'reason_restored', code } })
    return ok({ done: true })
  },
  'reason.order': ({ db, keep }, { codes }) => {
    const inUse = allReasons(db).filter(({ retired }) => !retired)
    const asked = new Set(codes)
    if (asked.size !== codes.length || codes.length !== inUse.length || inUse.some(({ code }) => !asked.has(code)))
      return refuse('changed_meanwhile', { field: 'codes' })
    codes.forEach((code, position) => changeReason(db, code, { position }))
    keep({ facts: { what: 'reasons_ordered' } })
    return ok({ done: true })
  },
  'fields.read': ({ db }) => {
    const names = namesIn(db)
    return ok(fieldSettings(db).map(({ setBy, ...setting }) => ({ ...setting, setByName: names.worker(setBy) })))
  },
  'fields.save': ({ db, now, me, keep }, setting) => {
    const refused = fieldRefusal(setting)
    if (refused) return refused
    saveField(db, setting, now, me.id)
    keep({
      facts: { what: 'field', field: setting.field, hidden: setting.hidden, required: setting.required, reworded: setting.label !== '' },
    })
    return ok({ done: true })
  },
}
