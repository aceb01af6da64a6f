import type { Random } from '../ports'
import { readCopies, sealRing, writeKeyring } from './keyring'
import { emptied, rewrap, type Slot, type SlotClass } from './slot'
import { standing, type KeyringFinding, type Standing } from './standing'

export interface DataKey {
  readonly generation: number
  /** 32 bytes. */
  readonly key: Buffer
}

export interface Settling {
  /** The highest serial that the book remembers: a lower one is an older keyring put back. */
  readonly atLeast: number
  /**
   * Slot ids that the book knows; the others are dropped, unless the keyring is newer than the book remembers: then the
   * book may have missed a change. Null keeps all. Recovery is always kept.
   */
  readonly known: ReadonlySet<string> | null
}

export interface Unlocked {
  /** One; two while a rotation is unfinished, the newest first: the book opens with one of them. */
  readonly keys: readonly DataKey[]
  /** Whose secret it was: the database knows the slot's owner. */
  readonly slotId: string
  readonly slotClass: SlotClass
  /** K4: somebody else gave her this passphrase; it opens this once. */
  readonly temporary: boolean
  /** Until when (UTC ms) it does; null for her own. */
  readonly until: number | null
  readonly findings: readonly KeyringFinding[]
  /** The serial of the ring of that generation, for the book to remember (downgrade). */
  serialOf(generation: number): number
  /**
   * After the book has opened with that generation's key, which is the caller's from now on: forgets the other ring and
   * its key, rewraps what a rotation handed her, removes a temporary slot (K4: dies after first use), empties those whose
   * time is over, mends both copies, and goes past `atLeast`. Writes only when something of this is to be done. Answers
   * the serial. Throws what the file system throws.
   */
  settle(generation: number, options: Settling): number
  /** Zeroes every key it holds, except the one that `settle` has left to the caller. */
  forget(): void
}

export interface Admitted {
  readonly folder: string
  readonly random: Random
  readonly now: number | null
  readonly slot: Slot
  readonly kek: Buffer
  readonly stand: Standing
}

/** What a right secret has opened; it holds keys until `forget`. */
export function unlockedBy({ folder, random, now, slot, kek, stand }: Admitted): Unlocked {
  const keys = stand.held.map(({ ring, key }) => ({ generation: ring.generation, key }))
  let left: DataKey | null = null
  const keyOf = (generation: number): DataKey => {
    const found = keys.find((key) => key.generation === generation)
    if (found === undefined) throw new Error('no such generation')
    return found
  }

  const settled = (slots: readonly Slot[], { generation, key }: DataKey, known: Settling['known']): readonly Slot[] =>
    slots
      .filter(({ id, class: slotClass }) => known === null || slotClass === 'recovery' || known.has(id))
      .filter(({ id, temporary }) => id !== slot.id || temporary === null)
      .map((one) => (one.id === slot.id && one.handed.length > 0 ? rewrap(one, kek, key, generation, random) : one))
      .map((one) => (isOver(one, now) && one.wrapped !== null ? emptied(one) : one))

  return {
    keys,
    slotId: slot.id,
    slotClass: slot.class,
    temporary: slot.temporary !== null,
    until: slot.temporary?.until ?? null,
    findings: stand.findings,
    serialOf: (generation) => stand.held.find(({ ring }) => ring.generation === generation)?.ring.serial ?? 0,
    settle(generation, { atLeast, known }) {
      const data = keyOf(generation)
      // Read again: deriving took half a second, and another call may have written meanwhile.
      const fresh = standing(readCopies(folder), [data.key])
      const ring = fresh?.held[0]?.ring
      if (fresh === null || ring === undefined) throw new Error('no genuine keyring')
      left = data
      const slots = settled(ring.slots, data, fresh.serial <= atLeast ? known : null)
      const same = slots.length === ring.slots.length && slots.every((one, at) => one === ring.slots[at])
      // A second ring counts as a finding here, as its key was not asked for.
      if (same && fresh.findings.length === 0 && fresh.serial >= atLeast) return fresh.serial
      const serial = Math.max(fresh.serial, stand.serial, atLeast) + 1
      writeKeyring(folder, sealRing(slots, data.key, generation, serial))
      return serial
    },
    forget() {
      for (const data of keys) if (data !== left) data.key.fill(0)
      kek.fill(0)
    },
  }
}

/** K4: dies after 72 h, or whatever was said. Null: nobody has said what time it is. */
export const isOver = ({ temporary }: Slot, now: number | null): boolean => temporary !== null && now !== null && temporary.until < now
