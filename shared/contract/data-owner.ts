import { z } from 'zod'
import { FIELD_NAMES, LONGEST_LABEL } from '#shared/domain/fields'
import { reads, writes } from './entry'
import { instant, line, nothing, optionalLine } from './values'
import { side } from './words'

const done = z.strictObject({ done: z.literal(true) })
const code = z.string().min(1).max(60)
const decides = { who: ['data_owner'], keeps: 'settings_changed' } as const
const field = z.enum(FIELD_NAMES)

/** Section 13: what the data owner decides. Everybody reads it, because every form obeys it. */
export const dataOwner = {
  /** B1: the whole list in its order; retired ones at the end, which old records still name. `sideSettled`: a bounce has it. */
  'reason.list': reads(
    nothing,
    z.array(
      z.strictObject({
        code: z.string(),
        side,
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
  /** Adds one (code null; it gets a code of the office's own, for good) or rewords one. Refuses `name_taken`, `side_is_settled`. */
  'reason.save': writes(
    ['office'],
    z.strictObject({ code: code.nullable(), side, label: line(60), seen: optionalLine(200), change: optionalLine(200) }),
    z.strictObject({ code: z.string() }),
    decides,
  ),
  /** It can no longer be chosen. Refuses `reason_is_needed`. */
  'reason.retire': writes(['office'], z.strictObject({ code }), done, decides),
  'reason.restore': writes(['office'], z.strictObject({ code }), done, decides),
  /** Every reason that is in use, in its new order. Refuses `changed_meanwhile` when these are not all of them. */
  'reason.order': writes(['office'], z.strictObject({ codes: z.array(code).max(500) }), done, decides),
  /** Section 14: what was settled about fields of the forms; one without a line is as it was drawn. */
  'fields.read': reads(
    nothing,
    z.array(
      z.strictObject({ field, hidden: z.boolean(), required: z.boolean(), label: z.string(), setAt: instant, setByName: z.string() }),
    ),
  ),
  /** Refuses `cannot_be_hidden`, `cannot_be_required`, `hidden_and_required`. */
  'fields.save': writes(
    ['office'],
    z.strictObject({ field, hidden: z.boolean(), required: z.boolean(), label: optionalLine(LONGEST_LABEL) }),
    done,
    decides,
  ),
} as const
