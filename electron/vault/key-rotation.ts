import type { Random } from '../ports'
import { signSlotSet, writeKeyring, type KeySlotSet } from './keyring'
import { addHandedKey } from './key-slot'

/**
 * The keyring's part of a key rotation (D3). `storage/core/rotate-key.ts` calls the three writes around the replacement of the database
 * file.
 */
export interface KeyRotation {
  /** The new data key: 32 random bytes. The caller zeroes it. */
  readonly newKey: Buffer
  readonly generation: number
  /**
   * Call before the replacement. The keyring then holds both keys, so the database opens with whichever it is encrypted with. Returns the
   * serial.
   */
  readonly saveBoth: () => number
  /** Call after the replacement. The keyring then holds the new key alone. Returns the serial. */
  readonly saveNew: () => number
  /** Call when the rotation failed. The keyring then holds the old key alone. Returns the serial. */
  readonly saveOld: () => number
}

/**
 * Prepares a rotation: every slot, also that of an absent worker, gets the new key encrypted to its public half. Throws what the file
 * system throws.
 */
export function prepareRotation(
  { folder, random }: { readonly folder: string; readonly random: Random },
  slotSet: KeySlotSet,
  dataKey: Buffer,
): KeyRotation {
  const newKey = random.bytes(32)
  const generation = slotSet.generation + 1
  const slots = slotSet.slots.map((slot) => addHandedKey(slot, dataKey, newKey, generation, random))
  let serial = slotSet.serial
  const signBoth = (): readonly [KeySlotSet, KeySlotSet] => {
    serial += 1
    return [signSlotSet(slotSet.slots, dataKey, slotSet.generation, serial), signSlotSet(slots, newKey, generation, serial)]
  }
  return {
    newKey,
    generation,
    saveBoth() {
      const [oldSlotSet, newSlotSet] = signBoth()
      writeKeyring(folder, oldSlotSet, newSlotSet)
      return serial
    },
    saveNew() {
      const [, newSlotSet] = signBoth()
      writeKeyring(folder, newSlotSet)
      return serial
    },
    saveOld() {
      const [oldSlotSet] = signBoth()
      writeKeyring(folder, oldSlotSet)
      return serial
    },
  }
}
