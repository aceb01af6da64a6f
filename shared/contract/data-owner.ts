import { z } from 'zod'
import { FIELD_NAMES, MAX_LABEL_LENGTH } from '#shared/domain/policy/form-fields'
import { reads, writes } from './call'
import { done, instant, line, noInput, optionalLine } from './values'
import { bounceSide } from './vocabulary'

const code = z.string().min(1).max(60)
const dataOwnerOnly = { who: ['data_owner'], audits: 'settings_changed' } as const
const field = z.enum(FIELD_NAMES)

/** Section 13: what the data owner decides. Everybody reads it, because every form obeys it. */
export const dataOwner = {
  /** B1: the whole list in its order; retired ones at the end, which old records still name. `sideSettled`: a bounce has it. */
  'bounceReason.list': reads(
    noInput,
    z.array(
      z.strictObject({
        code: z.string(),
        side: bounceSide,
        label: z.string(),
        seen: z.string(),
        change: z.string(),
        retired: z.boolean(),
        sideSettled: z.boolean(),
        /** B2, P4: a rule of the office reads it, so it is never retired. */
        needed: z.boolean(),
      }),
    ),
  ),
  /** Those that are in use, in their order, for choosing one. */
  'bounceReason.listChoices': reads(
    noInput,
    z.array(z.strictObject({ code: z.string(), side: bounceSide, label: z.string(), seen: z.string(), change: z.string() })),
  ),
  /** Adds one (code null; it gets a code of the office's own, for good) or rewords one. Refuses `name_taken`, `side_is_settled`. */
  'bounceReason.save': writes(
    ['office'],
    z.strictObject({ code: code.nullable(), side: bounceSide, label: line(60), seen: optionalLine(200), change: optionalLine(200) }),
    z.strictObject({ code: z.string() }),
    dataOwnerOnly,
  ),
  /** It can no longer be chosen. Refuses `reason_is_needed`. */
  'bounceReason.retire': writes(['office'], z.strictObject({ code }), done, dataOwnerOnly),
  'bounceReason.restore': writes(['office'], z.strictObject({ code }), done, dataOwnerOnly),
  /** Every reason that is in use, in its new order. Refuses `changed_meanwhile` when these are not all of them. */
  'bounceReason.reorder': writes(['office'], z.strictObject({ codes: z.array(code).max(500) }), done, dataOwnerOnly),
  /** Section 14: what was settled about fields of the forms; one without a line is as it was drawn. */
  'fields.read': reads(
    noInput,
    z.array(
      z.strictObject({ field, hidden: z.boolean(), required: z.boolean(), label: z.string(), setAt: instant, setByName: z.string() }),
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
