import type { Random } from '../ports'
import { sealRing, writeKeyring, type Ring } from './keyring'
import { handOn } from './slot'

/** D3: the keyring's part of a rotation; `storage/rotate.ts` calls the three writes around the exchange of the book. */
export interface Rotation {
  /** 32 fresh bytes; the caller's to zero. */
  readonly newKey: Buffer
  readonly generation: number
  /** Before the exchange: the keyring holds both keys, so the book opens whichever it is under. Answers the serial. */
  readonly listBoth: () => number
  /** After it: the new one alone. Answers the serial. */
  readonly listNew: () => number
  /** Nothing came of it: the old one alone. Answers the serial. */
  readonly listOld: () => number
}

/** Every slot, also of whoever is away, gets the new key sealed to its public half. Throws what the file system throws. */
export function rotation({ folder, random }: { readonly folder: string; readonly random: Random }, ring: Ring, dataKey: Buffer): Rotation {
  const newKey = random.bytes(32)
  const generation = ring.generation + 1
  const slots = ring.slots.map((slot) => handOn(slot, dataKey, newKey, generation, random))
  let serial = ring.serial
  const both = (): readonly [Ring, Ring] => {
    serial += 1
    return [sealRing(ring.slots, dataKey, ring.generation, serial), sealRing(slots, newKey, generation, serial)]
  }
  return {
    newKey,
    generation,
    listBoth() {
      const [old, fresh] = both()
      writeKeyring(folder, old, fresh)
      return serial
    },
    listNew() {
      const [, fresh] = both()
      writeKeyring(folder, fresh)
      return serial
    },
    listOld() {
      const [old] = both()
      writeKeyring(folder, old)
      return serial
    },
  }
}
