import { z } from 'zod'
import { FIELD_NAMES, MAX_LABEL_LENGTH } from '#shared/domain/policy/form-fields'
import { reads, writes } from '../call'
import { done, instant, line, noInput, optionalLine } from '../values'
import { code as shownCode, officeWords, workerName } from '../text-kinds'
import { bounceSide } from '../vocabulary'

const code = z.string().min(1).max(60)
const dataOwnerOnly = { who: ['data_owner'], audits: 'settings_changed' } as const
const field = z.enum(FIELD_NAMES)

/** What the data owner decides (section 13). Every worker may read it, because every form obeys it. */
export const dataOwner = {
  /** Lists all reasons in their order (B1); retired ones, which old records still name, come last. `sideSettled`: a bounce uses it. */
  'bounceReason.list': reads(
    noInput,
    z.array(
      z.strictObject({
        code: shownCode,
        side: bounceSide,
        label: officeWords,
        seen: officeWords,
        change: officeWords,
        retired: z.boolean(),
        sideSettled: z.boolean(),
        /** True when a rule of the office reads it (B2, P4), so it can never be retired. */
        needed: z.boolean(),
      }),
    ),
  ),
  /** Those that are in use, in their order, for choosing one. */
  'bounceReason.listChoices': reads(
    noInput,
    z.array(z.strictObject({ code: shownCode, side: bounceSide, label: officeWords, seen: officeWords, change: officeWords })),
  ),
  /** Adds one (code null; it gets a code of the office's own, for good) or rewords one. Refuses `name_taken`, `side_is_settled`. */
  'bounceReason.save': writes(
    ['office'],
    z.strictObject({ code: code.nullable(), side: bounceSide, label: line(60), seen: optionalLine(200), change: optionalLine(200) }),
    z.strictObject({ code: shownCode }),
    dataOwnerOnly,
  ),
  /** Retires a reason: it can no longer be chosen. Refuses `reason_is_needed`. */
  'bounceReason.retire': writes(['office'], z.strictObject({ code }), done, dataOwnerOnly),
  'bounceReason.restore': writes(['office'], z.strictObject({ code }), done, dataOwnerOnly),
  /** Sets the order of all reasons in use. Refuses `changed_meanwhile` when these are not all of them. */
  'bounceReason.reorder': writes(['office'], z.strictObject({ codes: z.array(code).max(500) }), done, dataOwnerOnly),
  /** Reads the settings of the forms' fields (section 14); a field without one has its default. */
  'fields.read': reads(
    noInput,
    z.array(
      z.strictObject({ field, hidden: z.boolean(), required: z.boolean(), label: officeWords, setAt: instant, setByName: workerName }),
    ),
  ),
  /** Refuses `cannot_be_hidden`, `cannot_be_required`, `hidden_and_required`. */
  'fields.save': writes(
    ['office'],
    z.strictObject({ field, hidden: z.boolean(), required: z.boolean(), label: optionalLine(MAX_LABEL_LENGTH) }),
    done,
    dataOwnerOnly,
  ),
} as const
