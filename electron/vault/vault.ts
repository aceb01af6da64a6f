import { ok, type Outcome } from '#shared/domain/core/outcome'
import type { Ids, Random } from '../ports'
import type { DerivationCost } from './key-derivation'
import { hasKeyring, readKeyringCopies, listReadableSlotSets, signSlotSet, writeKeyring, type KeySlotSet } from './keyring'
import { LoginThrottle } from './login-throttle'
import { prepareRotation, type KeyRotation } from './key-rotation'
import { deriveKek, isKekOfSlot, createSlot, openSlot, type KeySlot, type SlotClass } from './key-slot'
import { loadKeyringState } from './keyring-state'
import { isExpired, createUnlockedVault, type UnlockedVault } from './unlocked-vault'
import { toRecoverySecret } from './recovery-words'

export type { KeyringFinding } from './keyring-state'
export type { DataKey, SettleOptions, UnlockedVault } from './unlocked-vault'
export type { KeyRotation } from './key-rotation'

export interface VaultOptions {
  /** The data folder; it must exist before anything is written. */
  readonly folder: string
  readonly ids: Ids
  readonly random: Random
  /** Chooses Argon2id's cost for a new slot: `calibrate` in the app, `FLOOR` in tests. Never below the floor. */
  readonly chooseCost: () => Promise<DerivationCost>
}

export interface NewKeyring {
  /** 32 bytes; whoever holds it zeroes it when the book is sealed. */
  readonly dataKey: Buffer
  readonly slotId: string
  readonly serial: number
  /** Writes the keyring. Until then nothing lies on the disk, so a set-up that fails leaves nothing behind. */
  readonly save: () => void
}

/** A change that is ready: `save` writes both copies and answers the keyring's new serial, for the book to remember. */
export interface PreparedKeyringChange {
  readonly save: () => number
}

/** `save` takes the old slot away. */
export interface PreparedKeySlot extends PreparedKeyringChange {
  readonly slotId: string
  /** Before COMMIT: the new slot beside the old one, so that whichever the book knows after a crash opens it. Answers the serial. */
  readonly saveBesideOld: () => number
}

export interface KeySlotView {
  readonly id: string
  readonly class: SlotClass
  /** UTC ms, K4; null for her own passphrase. It may be over. */
  readonly temporaryUntil: number | null
  /** A rotation has handed her the data key, and she has not signed in since. */
  readonly hasPendingKey: boolean
}

type StaffSlotClass = 'director' | 'staff'

/** Keeps the data key behind passphrases and recovery words (K1 to K4). */
export class Vault {
  readonly loginThrottle: LoginThrottle
  readonly #parts: VaultOptions

  constructor(parts: VaultOptions) {
    this.#parts = parts
    this.loginThrottle = new LoginThrottle(parts.folder)
  }

  isSetUp(): boolean {
    return hasKeyring(this.#parts.folder)
  }

  /** True when no copy of the keyring can be read: no passphrase can open the book. */
  isDamaged(): boolean {
    return this.isSetUp() && listReadableSlotSets(readKeyringCopies(this.#parts.folder)).length === 0
  }

  /** L5: what the due list is checked with before anybody signs in; null without a readable keyring. Nobody vouches for it yet. */
  verifyKey(): string | null {
    const slotSets = readKeyringCopies(this.#parts.folder).flatMap((copy) => (copy.kind === 'read' ? [copy.keyring.current] : []))
    return slotSets.toSorted((a, b) => b.serial - a.serial)[0]?.verifyKey ?? null
  }

  /** K1, K2: a fresh data key under the director's passphrase and under the recovery words. */
  async createKeyring(passphrase: string, words: readonly string[]): Promise<NewKeyring> {
    const { folder, ids, random, chooseCost } = this.#parts
    const dataKey = random.bytes(32)
    const common = { cost: await chooseCost(), generation: 1, temporary: null }
    const director = await createSlot(dataKey, passphrase, { id: ids.uuid(), class: 'director', ...common }, random)
    const recovery = await createSlot(dataKey, toRecoverySecret(words), { id: ids.uuid(), class: 'recovery', ...common }, random)
    const slotSet = signSlotSet([director, recovery], dataKey, 1, 1)
    return { dataKey, slotId: director.id, serial: slotSet.serial, save: () => writeKeyring(folder, slotSet) }
  }

  /**
   * Tries a passphrase on one slot, or on every slot of a member of staff when `slotId` is null. Half a second a slot.
   * `wrong`: none of them; `damaged`: the keyring is not the one that the office wrote; `temporary_over`: right, and
   * its time (K4) was over at `now`.
   */
  unlock(passphrase: string, slotId: string | null, now: number): Promise<Outcome<UnlockedVault, 'wrong' | 'damaged' | 'temporary_over'>> {
    return this.#open(passphrase, (slot) => slot.class !== 'recovery' && (slotId === null || slot.id === slotId), now)
  }

  /** K2: the same with the twelve words. */
  async recover(words: readonly string[]): Promise<Outcome<UnlockedVault, 'wrong' | 'damaged'>> {
    const opened = await this.#open(toRecoverySecret(words), (slot) => slot.class === 'recovery', null)
    // Recovery words are never temporary.
    return opened.ok || opened.failure !== 'temporary_over'
      ? (opened as Outcome<UnlockedVault, 'wrong' | 'damaged'>)
      : { ok: false, failure: 'wrong' }
  }

  /** K4: one more way to the same data key. The caller keeps `slotId` in the book and then saves. */
  addSlot(dataKey: Buffer, secret: string, slotClass: StaffSlotClass, temporaryUntil: number | null): Promise<PreparedKeySlot> {
    return this.#prepare(dataKey, secret, slotClass, temporaryUntil, () => true)
  }

  /** K4: the same, and the slot she had goes: her own choice, a reset, another class. */
  replaceSlot(
    dataKey: Buffer,
    oldSlotId: string | null,
    secret: string,
    slotClass: StaffSlotClass,
    temporaryUntil: number | null,
  ): Promise<PreparedKeySlot> {
    return this.#prepare(dataKey, secret, slotClass, temporaryUntil, ({ id }) => id !== oldSlotId)
  }

  /** K2: new recovery words; the ones before open nothing from then on. */
  replaceRecoverySlot(dataKey: Buffer, words: readonly string[]): Promise<PreparedKeySlot> {
    return this.#prepare(dataKey, toRecoverySecret(words), 'recovery', null, (slot) => slot.class !== 'recovery')
  }

  /** K4: leave. Whoever has kept an older keyring is kept out only by a rotation. */
  removeSlots(dataKey: Buffer, slotIds: readonly string[]): PreparedKeyringChange {
    return { save: () => this.#change(dataKey, (slots) => slots.filter(({ id }) => !slotIds.includes(id))) }
  }

  slots(dataKey: Buffer): readonly KeySlotView[] {
    return this.#ring(dataKey).slots.map((slot) => ({
      id: slot.id,
      class: slot.class,
      temporaryUntil: slot.temporary?.until ?? null,
      hasPendingKey: slot.handed.length > 0,
    }))
  }

  /** D3: a fresh data key, and the three writes of the keyring around the exchange of the book. */
  prepareRotation(dataKey: Buffer): KeyRotation {
    return prepareRotation(this.#parts, this.#ring(dataKey), dataKey)
  }

  async #prepare(
    dataKey: Buffer,
    secret: string,
    slotClass: SlotClass,
    until: number | null,
    shouldKeep: (slot: KeySlot) => boolean,
  ): Promise<PreparedKeySlot> {
    const { ids, random, chooseCost } = this.#parts
    const { generation } = this.#ring(dataKey)
    const slotOptions = {
      id: ids.uuid(),
      class: slotClass,
      cost: await chooseCost(),
      generation,
      temporary: until === null ? null : { until },
    }
    const slot = await createSlot(dataKey, secret, slotOptions, random)
    const others = (slots: readonly KeySlot[]) => slots.filter(({ id }) => id !== slot.id)
    return {
      slotId: slot.id,
      saveBesideOld: () => this.#change(dataKey, (slots) => [...others(slots), slot]),
      save: () => this.#change(dataKey, (slots) => [...others(slots).filter(shouldKeep), slot]),
    }
  }

  /** Reads again when it writes: two changes may have been prepared side by side. */
  #change(dataKey: Buffer, change: (slots: readonly KeySlot[]) => readonly KeySlot[]): number {
    const { slots, generation, serial } = this.#ring(dataKey)
    writeKeyring(this.#parts.folder, signSlotSet(change(slots), dataKey, generation, serial + 1))
    return serial + 1
  }

  #ring(dataKey: Buffer): KeySlotSet {
    const held = loadKeyringState(readKeyringCopies(this.#parts.folder), [dataKey])?.held[0]
    if (held === undefined) throw new Error('no genuine keyring')
    return held.slotSet
  }

  async #open(
    secret: string,
    isCandidate: (slot: KeySlot) => boolean,
    now: number | null,
  ): Promise<Outcome<UnlockedVault, 'wrong' | 'damaged' | 'temporary_over'>> {
    const slotSets = listReadableSlotSets(readKeyringCopies(this.#parts.folder))
    if (slotSets.length === 0) return { ok: false, failure: 'damaged' }
    // A slot keeps its salt for life, so this is one derivation a slot, whatever the copies and rings say of it.
    const tries = new Map(
      slotSets.flatMap(({ slots }) => slots.filter(isCandidate)).map((slot) => [JSON.stringify([slot.id, slot.salt, slot.cost]), slot]),
    )
    for (const slot of tries.values()) {
      const kek = await deriveKek(slot, secret)
      const opened = this.#admit(slot.id, kek, now)
      if (opened.ok) return opened
      kek.fill(0)
      if (opened.failure !== 'wrong') return opened
    }
    return { ok: false, failure: 'wrong' }
  }

  /** What this slot opens, in either copy and either ring; the copy that decides must have the slot as well (K4). */
  #admit(id: string, kek: Buffer, now: number | null): Outcome<UnlockedVault, 'wrong' | 'damaged' | 'temporary_over'> {
    const copies = readKeyringCopies(this.#parts.folder)
    const candidates = listReadableSlotSets(copies).flatMap(({ slots }) => slots.filter((slot) => slot.id === id))
    const keys = candidates.flatMap((slot) => openSlot(slot, kek) ?? [])
    const state = loadKeyringState(copies, keys)
    const slot = state?.held[0]?.slotSet.slots.find((one) => one.id === id)
    const isExpiredSlot = candidates.some((one) => isExpired(one, now) && isKekOfSlot(one, kek))
    const usedKeys = new Set(state?.held.map(({ key }) => key))
    const isAdmitted = !isExpiredSlot && state !== null && slot !== undefined && isOpenable(slot, kek)
    for (const key of keys) if (!isAdmitted || !usedKeys.has(key)) key.fill(0)
    if (isAdmitted) return ok(createUnlockedVault({ ...this.#parts, now, slot, kek, state }))
    if (isExpiredSlot) return { ok: false, failure: 'temporary_over' }
    return { ok: false, failure: keys.length > 0 && state === null ? 'damaged' : 'wrong' }
  }
}

/** A slot that only the older copy could open was taken away. */
function isOpenable(slot: KeySlot, kek: Buffer): boolean {
  const key = openSlot(slot, kek)
  key?.fill(0)
  return key !== null
}
