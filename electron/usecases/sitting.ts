import type { Failure } from '#shared/contract/entry'
import type { Outcome } from '#shared/domain/outcome'
import type { Worker } from '#shared/domain/staff'
import type { Book } from '../storage/book'
import { faultAnswer, type Door } from './door'

/** Who sits at which open book when a call begins that needs the keys and may take its time. */
export interface Sitting {
  readonly me: Worker
  readonly book: Book
  readonly dataKey: Buffer
}

type Refused = { readonly ok: false; readonly failure: Failure }

export const closedToYou = (door: Door): Refused => ({ ok: false, failure: { kind: 'closed_to_you', stage: door.stage } })

/** Who sits there, or why nothing can be done now. D6: below 100 MB nothing is written, and the keyring least of all. */
export function sittingAt(door: Door): Outcome<Sitting, Failure> {
  const { me, book, ledger, beat } = door
  const { dataKey } = ledger
  if (me === null || book === null || dataKey === null) return closedToYou(door)
  return beat.disk === 'read_only' ? faultAnswer('disk_full') : { ok: true, value: { me, book, dataKey } }
}

/** After each wait: F9 may have come, and what is done is done by whoever sits there (I1). */
export const stillSits = (door: Door, { me, book }: Sitting): boolean => door.sits(me, book)
