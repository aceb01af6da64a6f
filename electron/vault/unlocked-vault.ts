import type { Random } from '../ports'
import { readKeyringCopies, signSlotSet, writeKeyring } from './keyring'
import { emptySlot, rewrap, type KeySlot, type SlotClass } from './key-slot'
import { loadKeyringState, type KeyringFinding, type KeyringState } from './keyring-state'

/** A data key with its generation. */
export interface DataKey {
  readonly generation: number
  /** The data key: 32 bytes. */
  readonly key: Buffer
}

/** What the database knows about the keyring when an unlock is completed. */
export interface SettleOptions {
  /** The highest serial that the database remembers. A lower one belongs to an older keyring that was put back. */
  readonly minimumSerial: number
  /**
   * The slot ids that the database knows; the others are removed, unless the keyring is newer than the database remembers (the database
   * may then have missed a change). Null keeps all. The recovery slot is always kept.
   */
  readonly knownSlotIds: ReadonlySet<string> | null
}

/** The vault after the right secret was given: the data keys, and what may be done with them. */
export interface UnlockedVault {
  /** One key, or two while a rotation is unfinished, newest first. The database opens with one of them. */
  readonly keys: readonly DataKey[]
  /** The slot whose secret was given. The database knows the slot's owner. */
  readonly slotId: string
  readonly slotClass: SlotClass
  /** True when another worker chose this passphrase: it opens this once (K4). */
  readonly temporary: boolean
  /** The instant (UTC ms) at which it expires; null for the worker's own passphrase. */
  readonly until: number | null
  readonly findings: readonly KeyringFinding[]
  /** Returns the serial of the slot set of that generation. The database remembers it to detect a downgrade. */
  getSerial(generation: number): number
  /**
   * Completes an unlock after the database has opened with that generation's key, which belongs to the caller from now on. Forgets the
   * other slot set and its key, encrypts a handed-over key with the worker's secret, removes a temporary slot (K4: it expires after first
   * use), empties expired slots, repairs both copies and raises the serial above `minimumSerial`. Writes only when one of these is
   * needed. Returns the serial. Throws what the file system throws.
   */
  completeUnlock(generation: number, options: SettleOptions): number
  /** Zeroes every key that it holds, except the one that `completeUnlock` has left to the caller. */
  zeroKeys(): void
}

/** What `createUnlockedVault` needs. */
export interface UnlockedVaultParts {
  readonly folder: string
  readonly random: Random
  readonly now: number | null
  readonly slot: KeySlot
  readonly kek: Buffer
  readonly state: KeyringState
}

/** Creates the vault that the right secret has unlocked. It holds keys until `zeroKeys` is called. */
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
      // The copies are read again: the derivation took half a second, and another call may have written meanwhile.
      const currentState = loadKeyringState(readKeyringCopies(folder), [data.key])
      const slotSet = currentState?.held[0]?.slotSet
      if (currentState === null || slotSet === undefined) throw new Error('no genuine keyring')
      releasedKey = data
      const slots = settleSlots(slotSet.slots, data, currentState.serial <= minimumSerial ? knownSlotIds : null)
      const isUnchanged = slots.length === slotSet.slots.length && slots.every((one, at) => one === slotSet.slots[at])
      // A second slot set counts as a finding here, because its key was not given.
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

/**
 * Tells whether a temporary slot has expired (K4): after 72 h, or after the time that was set. `now` is null when the time is not known.
 */
export const isExpired = ({ temporary }: KeySlot, now: number | null): boolean =>
  temporary !== null && now !== null && temporary.until < now
