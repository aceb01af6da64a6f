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

/** A defect that was found in the keyring. */
export type { KeyringFinding } from './keyring-state'
/** What an unlocked vault gives to the caller. */
export type { DataKey, SettleOptions, UnlockedVault } from './unlocked-vault'
/** The keyring's part of a key rotation. */
export type { KeyRotation } from './key-rotation'

/** What a vault needs: its folder, randomness, and the cost of new slots. */
export interface VaultOptions {
  /** The data folder. It must exist before anything is written. */
  readonly folder: string
  readonly ids: Ids
  readonly random: Random
  /** Chooses the cost of Argon2id for a new slot: `calibrateCost` in the app, `MINIMUM_COST` in tests. Never below the minimum. */
  readonly chooseCost: () => Promise<DerivationCost>
}

/** A keyring that was created and is not yet on the disk. */
export interface NewKeyring {
  /** The data key: 32 bytes. Its holder zeroes it when the database is closed. */
  readonly dataKey: Buffer
  readonly slotId: string
  readonly serial: number
  /** Writes the keyring. Before that nothing is on the disk, so a failed set-up leaves nothing behind. */
  readonly save: () => void
}

/** A prepared change: `save` writes both copies and returns the keyring's new serial, which the database remembers. */
export interface PreparedKeyringChange {
  readonly save: () => number
}

/** A prepared change of a slot: `save` also removes the old slot. */
export interface PreparedKeySlot extends PreparedKeyringChange {
  readonly slotId: string
  /**
   * Call before COMMIT. Writes the new slot beside the old one, so that after a crash whichever the database knows opens it. Returns the
   * serial.
   */
  readonly saveBesideOld: () => number
}

/** What is known about a slot without its secret. */
export interface KeySlotView {
  readonly id: string
  readonly class: SlotClass
  /** The instant (UTC ms) at which a temporary passphrase expires (K4); null for the worker's own. It may be in the past. */
  readonly temporaryUntil: number | null
  /** True when a rotation has handed over a data key and the worker has not signed in since. */
  readonly hasPendingKey: boolean
}

type StaffSlotClass = 'director' | 'staff'

/** Protects the data key with passphrases and recovery words (K1 to K4). */
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

  /** Tells whether no copy of the keyring can be read: no passphrase can then open the database. */
  isDamaged(): boolean {
    return this.isSetUp() && listReadableSlotSets(readKeyringCopies(this.#parts.folder)).length === 0
  }

  /**
   * Returns the key that verifies the reminders before anyone signs in (L5), or null without a readable keyring. At this point the
   * keyring itself is not yet verified.
   */
  verifyKey(): string | null {
    const slotSets = readKeyringCopies(this.#parts.folder).flatMap((copy) => (copy.kind === 'read' ? [copy.keyring.current] : []))
    return slotSets.toSorted((a, b) => b.serial - a.serial)[0]?.verifyKey ?? null
  }

  /** Creates a keyring: a fresh data key, encrypted with the director's passphrase and with the recovery words (K1, K2). */
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
   * Tries a passphrase on one slot, or on every staff slot when `slotId` is null. Takes half a second a slot. Fails with `wrong` when it
   * fits none of them, `damaged` when the keyring is not the one the app wrote, and `temporary_over` when it is right but had expired at
   * `now` (K4).
   */
  unlock(passphrase: string, slotId: string | null, now: number): Promise<Outcome<UnlockedVault, 'wrong' | 'damaged' | 'temporary_over'>> {
    return this.#open(passphrase, (slot) => slot.class !== 'recovery' && (slotId === null || slot.id === slotId), now)
  }

  /** Unlocks the vault with the twelve recovery words (K2). */
  async recover(words: readonly string[]): Promise<Outcome<UnlockedVault, 'wrong' | 'damaged'>> {
    const opened = await this.#open(toRecoverySecret(words), (slot) => slot.class === 'recovery', null)
    // Recovery words are never temporary.
    return opened.ok || opened.failure !== 'temporary_over'
      ? (opened as Outcome<UnlockedVault, 'wrong' | 'damaged'>)
      : { ok: false, failure: 'wrong' }
  }

  /** Prepares a new slot for the same data key (K4). The caller stores `slotId` in the database and then saves. */
  addSlot(dataKey: Buffer, secret: string, slotClass: StaffSlotClass, temporaryUntil: number | null): Promise<PreparedKeySlot> {
    return this.#prepare(dataKey, secret, slotClass, temporaryUntil, () => true)
  }

  /** Prepares a new slot that replaces the worker's old one (K4): the worker's own change, a reset, or another class. */
  replaceSlot(
    dataKey: Buffer,
    oldSlotId: string | null,
    secret: string,
    slotClass: StaffSlotClass,
    temporaryUntil: number | null,
  ): Promise<PreparedKeySlot> {
    return this.#prepare(dataKey, secret, slotClass, temporaryUntil, ({ id }) => id !== oldSlotId)
  }

  /** Prepares new recovery words (K2). The old words open nothing once they are saved. */
  replaceRecoverySlot(dataKey: Buffer, words: readonly string[]): Promise<PreparedKeySlot> {
    return this.#prepare(dataKey, toRecoverySecret(words), 'recovery', null, (slot) => slot.class !== 'recovery')
  }

  /** Prepares the removal of slots when workers leave (K4). Only a rotation locks out a worker who has kept an older keyring. */
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

  /** Prepares a rotation: a fresh data key, and the three writes of the keyring around the replacement of the database file (D3). */
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

  /**
   * Applies a change to the keyring. It reads the keyring again before writing, because two changes may have been prepared at the same
   * time.
   */
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
    // A slot keeps its salt for life, so this derives once per slot, whatever the copies and slot sets contain.
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

  /** Finds what this slot opens in either copy and either slot set. The copy that decides must contain the slot as well (K4). */
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

/** A slot that only the older copy could open has been removed. */
function isOpenable(slot: KeySlot, kek: Buffer): boolean {
  const key = openSlot(slot, kek)
  key?.fill(0)
  return key !== null
}
