import { ok, type Outcome } from '#shared/domain/outcome'
import type { Ids, Random } from '../ports'
import type { Cost } from './derivation'
import { hasKeyring, readCopies, ringsOf, sealRing, writeKeyring, type Ring } from './keyring'
import { Patience } from './patience'
import { rotation, type Rotation } from './rotation'
import { kekOf, knows, makeSlot, openSlot, type Slot, type SlotClass } from './slot'
import { standing } from './standing'
import { isOver, unlockedBy, type Unlocked } from './unlocked'
import { recoverySecret } from './words'

export type { KeyringFinding } from './standing'
export type { DataKey, Settling, Unlocked } from './unlocked'
export type { Rotation } from './rotation'

export interface VaultParts {
  /** The data folder; it must exist before anything is written. */
  readonly folder: string
  readonly ids: Ids
  readonly random: Random
  /** Chooses Argon2id's cost for a new slot: `calibrate` in the app, `FLOOR` in tests. Never below the floor. */
  readonly chooseCost: () => Promise<Cost>
}

export interface Founded {
  /** 32 bytes; whoever holds it zeroes it when the book is sealed. */
  readonly dataKey: Buffer
  readonly slotId: string
  readonly serial: number
  /** Writes the keyring. Until then nothing lies on the disk, so a set-up that fails leaves nothing behind. */
  readonly save: () => void
}

/** A change that is ready: `save` writes both copies and answers the keyring's new serial, for the book to remember. */
export interface Prepared {
  readonly save: () => number
}

/** `save` takes the old slot away. */
export interface NewWay extends Prepared {
  readonly slotId: string
  /** Before COMMIT: the new slot beside the old one, so that whichever the book knows after a crash opens it. Answers the serial. */
  readonly beside: () => number
}

export interface SlotView {
  readonly id: string
  readonly class: SlotClass
  /** UTC ms, K4; null for her own passphrase. It may be over. */
  readonly temporaryUntil: number | null
  /** A rotation has handed her the data key, and she has not signed in since. */
  readonly waitsForHer: boolean
}

type Way = 'director' | 'staff'

/** Keeps the data key behind passphrases and recovery words (K1 to K4). */
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
    return this.isSetUp() && ringsOf(readCopies(this.#parts.folder)).length === 0
  }

  /** L5: what the due list is checked with before anybody signs in; null without a readable keyring. Nobody vouches for it yet. */
  verifyKey(): string | null {
    const rings = readCopies(this.#parts.folder).flatMap((copy) => (copy.kind === 'read' ? [copy.keyring.current] : []))
    return rings.toSorted((a, b) => b.serial - a.serial)[0]?.verifyKey ?? null
  }

  /** K1, K2: a fresh data key under the director's passphrase and under the recovery words. */
  async found(passphrase: string, words: readonly string[]): Promise<Founded> {
    const { folder, ids, random, chooseCost } = this.#parts
    const dataKey = random.bytes(32)
    const common = { cost: await chooseCost(), generation: 1, temporary: null }
    const director = await makeSlot(dataKey, passphrase, { id: ids.uuid(), class: 'director', ...common }, random)
    const recovery = await makeSlot(dataKey, recoverySecret(words), { id: ids.uuid(), class: 'recovery', ...common }, random)
    const ring = sealRing([director, recovery], dataKey, 1, 1)
    return { dataKey, slotId: director.id, serial: ring.serial, save: () => writeKeyring(folder, ring) }
  }

  /**
   * Tries a passphrase on one slot, or on every slot of a member of staff when `slotId` is null. Half a second a slot.
   * `wrong`: none of them; `damaged`: the keyring is not the one that the office wrote; `temporary_over`: right, and
   * its time (K4) was over at `now`.
   */
  unlock(passphrase: string, slotId: string | null, now: number): Promise<Outcome<Unlocked, 'wrong' | 'damaged' | 'temporary_over'>> {
    return this.#open(passphrase, (slot) => slot.class !== 'recovery' && (slotId === null || slot.id === slotId), now)
  }

  /** K2: the same with the twelve words. */
  async recover(words: readonly string[]): Promise<Outcome<Unlocked, 'wrong' | 'damaged'>> {
    const opened = await this.#open(recoverySecret(words), (slot) => slot.class === 'recovery', null)
    // Recovery words are never temporary.
    return opened.ok || opened.failure !== 'temporary_over'
      ? (opened as Outcome<Unlocked, 'wrong' | 'damaged'>)
      : { ok: false, failure: 'wrong' }
  }

  /** K4: one more way to the same data key. The caller keeps `slotId` in the book and then saves. */
  add(dataKey: Buffer, secret: string, slotClass: Way, temporaryUntil: number | null): Promise<NewWay> {
    return this.#prepare(dataKey, secret, slotClass, temporaryUntil, () => true)
  }

  /** K4: the same, and the slot she had goes: her own choice, a reset, another class. */
  replace(dataKey: Buffer, oldSlotId: string | null, secret: string, slotClass: Way, temporaryUntil: number | null): Promise<NewWay> {
    return this.#prepare(dataKey, secret, slotClass, temporaryUntil, ({ id }) => id !== oldSlotId)
  }

  /** K2: new recovery words; the ones before open nothing from then on. */
  newRecovery(dataKey: Buffer, words: readonly string[]): Promise<NewWay> {
    return this.#prepare(dataKey, recoverySecret(words), 'recovery', null, (slot) => slot.class !== 'recovery')
  }

  /** K4: leave. Whoever has kept an older keyring is kept out only by a rotation. */
  remove(dataKey: Buffer, slotIds: readonly string[]): Prepared {
    return { save: () => this.#change(dataKey, (slots) => slots.filter(({ id }) => !slotIds.includes(id))) }
  }

  slots(dataKey: Buffer): readonly SlotView[] {
    return this.#ring(dataKey).slots.map((slot) => ({
      id: slot.id,
      class: slot.class,
      temporaryUntil: slot.temporary?.until ?? null,
      waitsForHer: slot.handed.length > 0,
    }))
  }

  /** D3: a fresh data key, and the three writes of the keyring around the exchange of the book. */
  rotation(dataKey: Buffer): Rotation {
    return rotation(this.#parts, this.#ring(dataKey), dataKey)
  }

  async #prepare(
    dataKey: Buffer,
    secret: string,
    slotClass: SlotClass,
    until: number | null,
    stays: (slot: Slot) => boolean,
  ): Promise<NewWay> {
    const { ids, random, chooseCost } = this.#parts
    const { generation } = this.#ring(dataKey)
    const about = { id: ids.uuid(), class: slotClass, cost: await chooseCost(), generation, temporary: until === null ? null : { until } }
    const slot = await makeSlot(dataKey, secret, about, random)
    const others = (slots: readonly Slot[]) => slots.filter(({ id }) => id !== slot.id)
    return {
      slotId: slot.id,
      beside: () => this.#change(dataKey, (slots) => [...others(slots), slot]),
      save: () => this.#change(dataKey, (slots) => [...others(slots).filter(stays), slot]),
    }
  }

  /** Reads again when it writes: two changes may have been prepared side by side. */
  #change(dataKey: Buffer, change: (slots: readonly Slot[]) => readonly Slot[]): number {
    const { slots, generation, serial } = this.#ring(dataKey)
    writeKeyring(this.#parts.folder, sealRing(change(slots), dataKey, generation, serial + 1))
    return serial + 1
  }

  #ring(dataKey: Buffer): Ring {
    const held = standing(readCopies(this.#parts.folder), [dataKey])?.held[0]
    if (held === undefined) throw new Error('no genuine keyring')
    return held.ring
  }

  async #open(
    secret: string,
    fits: (slot: Slot) => boolean,
    now: number | null,
  ): Promise<Outcome<Unlocked, 'wrong' | 'damaged' | 'temporary_over'>> {
    const rings = ringsOf(readCopies(this.#parts.folder))
    if (rings.length === 0) return { ok: false, failure: 'damaged' }
    // A slot keeps its salt for life, so this is one derivation a slot, whatever the copies and rings say of it.
    const tries = new Map(
      rings.flatMap(({ slots }) => slots.filter(fits)).map((slot) => [JSON.stringify([slot.id, slot.salt, slot.cost]), slot]),
    )
    for (const slot of tries.values()) {
      const kek = await kekOf(slot, secret)
      const opened = this.#admit(slot.id, kek, now)
      if (opened.ok) return opened
      kek.fill(0)
      if (opened.failure !== 'wrong') return opened
    }
    return { ok: false, failure: 'wrong' }
  }

  /** What this slot opens, in either copy and either ring; the copy that decides must have the slot as well (K4). */
  #admit(id: string, kek: Buffer, now: number | null): Outcome<Unlocked, 'wrong' | 'damaged' | 'temporary_over'> {
    const copies = readCopies(this.#parts.folder)
    const mine = ringsOf(copies).flatMap(({ slots }) => slots.filter((slot) => slot.id === id))
    const keys = mine.flatMap((slot) => openSlot(slot, kek) ?? [])
    const stand = standing(copies, keys)
    const slot = stand?.held[0]?.ring.slots.find((one) => one.id === id)
    const over = mine.some((one) => isOver(one, now) && knows(one, kek))
    const used = new Set(stand?.held.map(({ key }) => key))
    const stands = !over && stand !== null && slot !== undefined && openable(slot, kek)
    for (const key of keys) if (!stands || !used.has(key)) key.fill(0)
    if (stands) return ok(unlockedBy({ ...this.#parts, now, slot, kek, stand }))
    if (over) return { ok: false, failure: 'temporary_over' }
    return { ok: false, failure: keys.length > 0 && stand === null ? 'damaged' : 'wrong' }
  }
}

/** A slot that only the older copy could open was taken away. */
function openable(slot: Slot, kek: Buffer): boolean {
  const key = openSlot(slot, kek)
  key?.fill(0)
  return key !== null
}
