import { ok, type Outcome } from '#shared/domain/outcome'
import type { Ids, Random } from '../ports'
import type { Cost } from './derivation'
import { hasKeyring, isGenuine, readKeyrings, sealKeyring, writeKeyring, type Keyring } from './keyring'
import { Patience } from './patience'
import { unwrap, wrap, type Slot } from './slot'
import { recoverySecret } from './words'

export interface VaultParts {
  /** The data folder; it must exist before anything is written. */
  readonly folder: string
  readonly ids: Ids
  readonly random: Random
  /** Chooses Argon2id's cost at set-up: `calibrate` in the app, `FLOOR` in tests. Never below the floor. */
  readonly chooseCost: () => Promise<Cost>
}

export interface Unlocked {
  /** 32 bytes; whoever holds it zeroes it when the book is sealed. */
  readonly dataKey: Buffer
  /** Whose passphrase it was: the database knows the slot's owner. */
  readonly slotId: string
}

export interface Founded extends Unlocked {
  /** Writes the keyring. Until then nothing lies on the disk, so a set-up that fails leaves nothing behind. */
  readonly save: () => void
}

/** Keeps the data key behind passphrases and recovery words. First version: PIN, key pairs and rotation come later. */
export class Vault {
  readonly patience: Patience
  readonly #parts: VaultParts

  constructor(parts: VaultParts) {
    this.#parts = parts
    this.patience = new Patience(parts.folder)
  }

  isSetUp(): boolean {
    return hasKeyring(this.#parts.folder)
  }

  /** True when no copy of the keyring can be read: no passphrase can open the book. */
  isDamaged(): boolean {
    return this.isSetUp() && readKeyrings(this.#parts.folder).length === 0
  }

  /** K1, K2: a fresh data key under the director's passphrase and under the recovery words. */
  async found(passphrase: string, words: readonly string[]): Promise<Founded> {
    const { folder, ids, random, chooseCost } = this.#parts
    const dataKey = random.bytes(32)
    const cost = await chooseCost()
    const director = await wrap(dataKey, passphrase, { id: ids.uuid(), class: 'director', cost, generation: 1 }, random)
    const recovery = await wrap(dataKey, recoverySecret(words), { id: ids.uuid(), class: 'recovery', cost, generation: 1 }, random)
    const keyring = sealKeyring([director, recovery], dataKey)
    return { dataKey, slotId: director.id, save: () => writeKeyring(folder, keyring) }
  }

  /** K4, first version: one more way to the same data key. The caller keeps `slotId` in the book and then saves. */
  async add(dataKey: Buffer, passphrase: string, slotClass: 'director' | 'staff'): Promise<Pick<Founded, 'slotId' | 'save'>> {
    const { folder, ids, random, chooseCost } = this.#parts
    const keyring = readKeyrings(folder).find((copy) => isGenuine(copy, dataKey))
    if (keyring === undefined) throw new Error('no genuine keyring')
    const generation = Math.max(...keyring.slots.map((slot) => slot.generation))
    const slot = await wrap(dataKey, passphrase, { id: ids.uuid(), class: slotClass, cost: await chooseCost(), generation }, random)
    return { slotId: slot.id, save: () => writeKeyring(folder, sealKeyring([...keyring.slots, slot], dataKey)) }
  }

  /**
   * Tries a passphrase on one slot, or on every slot of a member of staff when `slotId` is null. Half a second a slot.
   * `wrong`: none of them; `damaged`: the keyring is not the one that the office wrote.
   */
  unlock(passphrase: string, slotId: string | null): Promise<Outcome<Unlocked, 'wrong' | 'damaged'>> {
    return this.#open(passphrase, (slot) => (slotId === null ? slot.class !== 'recovery' : slot.id === slotId))
  }

  /** K2: the same with the twelve words. */
  recover(words: readonly string[]): Promise<Outcome<Unlocked, 'wrong' | 'damaged'>> {
    return this.#open(recoverySecret(words), (slot) => slot.class === 'recovery')
  }

  async #open(secret: string, fits: (slot: Slot) => boolean): Promise<Outcome<Unlocked, 'wrong' | 'damaged'>> {
    const copies = readKeyrings(this.#parts.folder)
    if (copies.length === 0) return { ok: false, failure: 'damaged' }
    for (const slot of distinct(copies.flatMap((copy) => copy.slots)).filter(fits)) {
      const dataKey = await unwrap(slot, secret)
      if (dataKey !== null) return this.#admit(copies, slot, dataKey)
    }
    return { ok: false, failure: 'wrong' }
  }

  /** The first genuine copy decides who is let in, and mends the other one. */
  #admit(copies: readonly Keyring[], slot: Slot, dataKey: Buffer): Outcome<Unlocked, 'wrong' | 'damaged'> {
    const genuine = copies.find((copy) => isGenuine(copy, dataKey))
    // A slot that only the older copy has was taken away (K4).
    const stands = genuine?.slots.some((other) => same(other, slot)) === true
    if (genuine === undefined || !stands) {
      dataKey.fill(0)
      return { ok: false, failure: genuine === undefined ? 'damaged' : 'wrong' }
    }
    if (copies.length < 2 || copies.some((copy) => !same(copy, genuine))) writeKeyring(this.#parts.folder, genuine)
    return ok({ dataKey, slotId: slot.id })
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const distinct = (slots: readonly Slot[]): readonly Slot[] =>
  slots.filter((slot, at) => slots.findIndex((other) => same(other, slot)) === at)
