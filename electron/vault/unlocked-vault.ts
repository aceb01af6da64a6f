import type { Random } from '../ports'
import { readKeyringCopies, signSlotSet, writeKeyring } from './keyring'
import { emptySlot, rewrap, type KeySlot, type SlotClass } from './key-slot'
import { loadKeyringState, type KeyringFinding, type KeyringState } from './keyring-state'

export interface DataKey {
  readonly generation: number
  /** 32 bytes. */
  readonly key: Buffer
}

export interface SettleOptions {
  /** The highest serial that the book remembers: a lower one is an older keyring put back. */
  readonly minimumSerial: number
  /**
   * Slot ids that the book knows; the others are dropped, unless the keyring is newer than the book remembers: then the
   * book may have missed a change. Null keeps all. Recovery is always kept.
   */
  readonly knownSlotIds: ReadonlySet<string> | null
}

export interface UnlockedVault {
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
  getSerial(generation: number): number
  /**
   * After the book has opened with that generation's key, which is the caller's from now on: forgets the other ring and
   * its key, rewraps what a rotation handed her, removes a temporary slot (K4: dies after first use), empties those whose
   * time is over, mends both copies, and goes past `atLeast`. Writes only when something of this is to be done. Answers
   * the serial. Throws what the file system throws.
   */
  completeUnlock(generation: number, options: SettleOptions): number
  /** Zeroes every key it holds, except the one that `settle` has left to the caller. */
  zeroKeys(): void
}

export interface UnlockedVaultParts {
  readonly folder: string
  readonly random: Random
  readonly now: number | null
  readonly slot: KeySlot
  readonly kek: Buffer
  readonly state: KeyringState
}

/** What a right secret has opened; it holds keys until `forget`. */
export function createUnlockedVault({ folder, random, now, slot, kek, state }: UnlockedVaultParts): UnlockedVault {
  const keys = state.held.map(({ slotSet, key }) => ({ generation: slotSet.generation, key }))
  let releasedKey: DataKey | null = null
  const getDataKey = (generation: number): DataKey => {
    const found = keys.find((key) => key.generation === generation)
    if (found === undefined) throw new Error('no such generation')
    return found
  }

  const settleSlots = (
    slots: readonly KeySlot[],
    { generation, key }: DataKey,
    knownSlotIds: SettleOptions['knownSlotIds'],
  ): readonly KeySlot[] =>
    slots
      .filter(({ id, class: slotClass }) => knownSlotIds === null || slotClass === 'recovery' || knownSlotIds.has(id))
      .filter(({ id, temporary }) => id !== slot.id || temporary === null)
      .map((one) => (one.id === slot.id && one.handed.length > 0 ? rewrap(one, kek, key, generation, random) : one))
      .map((one) => (isExpired(one, now) && one.wrapped !== null ? emptySlot(one) : one))

  return {
    keys,
    slotId: slot.id,
    slotClass: slot.class,
    temporary: slot.temporary !== null,
    until: slot.temporary?.until ?? null,
    findings: state.findings,
    getSerial: (generation) => state.held.find(({ slotSet }) => slotSet.generation === generation)?.slotSet.serial ?? 0,
    completeUnlock(generation, { minimumSerial, knownSlotIds }) {
      const data = getDataKey(generation)
      // Read again: deriving took half a second, and another call may have written meanwhile.
      const currentState = loadKeyringState(readKeyringCopies(folder), [data.key])
      const slotSet = currentState?.held[0]?.slotSet
      if (currentState === null || slotSet === undefined) throw new Error('no genuine keyring')
      releasedKey = data
      const slots = settleSlots(slotSet.slots, data, currentState.serial <= minimumSerial ? knownSlotIds : null)
      const isUnchanged = slots.length === slotSet.slots.length && slots.every((one, at) => one === slotSet.slots[at])
      // A second ring counts as a finding here, as its key was not asked for.
      if (isUnchanged && currentState.findings.length === 0 && currentState.serial >= minimumSerial) return currentState.serial
      const serial = Math.max(currentState.serial, state.serial, minimumSerial) + 1
      writeKeyring(folder, signSlotSet(slots, data.key, generation, serial))
      return serial
    },
    zeroKeys() {
      for (const data of keys) if (data !== releasedKey) data.key.fill(0)
      kek.fill(0)
    },
  }
}

/** K4: dies after 72 h, or whatever was said. Null: nobody has said what time it is. */
export const isExpired = ({ temporary }: KeySlot, now: number | null): boolean =>
  temporary !== null && now !== null && temporary.until < now
