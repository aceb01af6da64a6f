import type { Random } from '../ports'
import { signSlotSet, writeKeyring, type KeySlotSet } from './keyring'
import { addHandedKey } from './key-slot'

/** D3: the keyring's part of a rotation; `storage/rotate.ts` calls the three writes around the exchange of the book. */
export interface KeyRotation {
  /** 32 fresh bytes; the caller's to zero. */
  readonly newKey: Buffer
  readonly generation: number
  /** Before the exchange: the keyring holds both keys, so the book opens whichever it is under. Answers the serial. */
  readonly saveBoth: () => number
  /** After it: the new one alone. Answers the serial. */
  readonly saveNew: () => number
  /** Nothing came of it: the old one alone. Answers the serial. */
  readonly saveOld: () => number
}

/** Every slot, also of whoever is away, gets the new key sealed to its public half. Throws what the file system throws. */
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
