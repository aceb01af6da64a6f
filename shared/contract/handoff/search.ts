import { z } from 'zod'
import { state } from './board'
import { reads } from '../call'
import { partyName, personName } from '../text-kinds'
import { handoffId, instant, partnerId, personId } from '../values'

/** The search of the command palette. */
export const search = {
  /** Finds people (label, never the name) and partners by part of a name in any script, phone digits, or record number; at most 20. */
  'search.find': reads(
    z.strictObject({ text: z.string().max(400) }),
    z.strictObject({
      people: z.array(
        z.strictObject({
          personId,
          label: personName,
          handoffId: handoffId.nullable(),
          number: z.int().nullable(),
          from: partyName,
          state: state.nullable(),
          clockAt: instant.nullable(),
          measured: z.boolean(),
        }),
      ),
      /** H14: more people were found than are listed. */
      more: z.boolean(),
      /** Those that are no longer in use at the end: still readable, and nobody is referred from or to them. */
      partners: z.array(z.strictObject({ id: partnerId, name: partyName, openHandoffs: z.int(), retired: z.boolean() })),
    }),
    { audits: 'searched' },
  ),
} as const
