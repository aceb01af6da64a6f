import { z } from 'zod'
import { reads, writes } from '../call'
import { speaksOf, subjects } from '../redact'
import { freeText, personName, workerName } from '../text-kinds'
import { done, handoffId, instant, noInput, optionalLine } from '../values'

/** P1: a number that was shown past the rules, for the person's life and safety. `reason` is null while nobody has written it. */
const overrideRow = z
  .strictObject({
    handoffId,
    /** The number of its event within the record. */
    no: z.int(),
    number: z.int(),
    label: personName,
    at: instant,
    by: workerName,
    mine: z.boolean(),
    reason: freeText.nullable(),
  })
  .register(subjects, speaksOf('handoff', 'handoffId'))
export type OverrideRow = z.output<typeof overrideRow>

/** Numbers that were shown past the rules of a contact plan (P1). */
export const overrides = {
  /** Section 13: the list, newest first, at most the last 200. */
  'override.list': reads(noInput, z.array(overrideRow), { who: ['supervisor', 'workflow_owner', 'director'] }),
  /** A worker's own, while the reason is not written. */
  'override.listOwn': reads(noInput, z.array(overrideRow)),
  /** By the worker who showed it, or by those who have the list; refuses `no_open_override` to everyone else. */
  'override.explain': writes(['handoffs'], z.strictObject({ handoffId, no: z.int().min(1), words: optionalLine(500) }), done, {
    audits: 'acted',
  }),
} as const
