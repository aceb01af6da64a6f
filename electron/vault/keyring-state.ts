import { isGenuine, listSlotSets, type KeyringCopy, type Keyring, type KeySlotSet } from './keyring'

/** A defect that was found in the keyring. It is written to the audit log. */
export type KeyringFinding = 'copy_missing' | 'copy_unreadable' | 'copy_not_genuine' | 'copy_older'

/** A slot set together with the data key that it holds. */
export interface HeldKeySlotSet {
  readonly slotSet: KeySlotSet
  readonly key: Buffer
}

/** What the two copies of the keyring say together to a holder of a data key. */
export interface KeyringState {
  /** One slot set, or two while a rotation is unfinished, newest first. */
  readonly held: readonly HeldKeySlotSet[]
  readonly serial: number
  readonly findings: readonly KeyringFinding[]
}

interface EvaluatedCopy {
  readonly keyring: Keyring
  readonly held: readonly HeldKeySlotSet[]
  readonly serial: number
  /** True when each of the slot sets is genuine. */
  readonly whole: boolean
}

function evaluateCopy(keyring: Keyring, keys: readonly Buffer[]): EvaluatedCopy {
  const slotSets = listSlotSets(keyring)
  const held = slotSets.flatMap((slotSet) => keys.filter((key) => isGenuine(slotSet, key)).slice(0, 1).map((key) => ({ slotSet, key }))) // prettier-ignore
  return {
    keyring,
    held: held.toReversed(),
    serial: Math.max(0, ...held.map(({ slotSet }) => slotSet.serial)),
    whole: held.length === slotSets.length,
  }
}

/**
 * Loads the state of the keyring. The genuine copy that was written last decides; if the other copy differs, that is a finding. Returns
 * null when no copy is genuine under any of these keys.
 */
export function loadKeyringState(copies: readonly KeyringCopy[], keys: readonly Buffer[]): KeyringState | null {
  const evaluated = copies.map((copy) => (copy.kind === 'read' ? evaluateCopy(copy.keyring, keys) : copy.kind))
  const [best] = evaluated
    .filter((one) => typeof one !== 'string')
    .filter(({ held }) => held.length > 0)
    .toSorted((a, b) => b.serial - a.serial || b.held.length - a.held.length)
  if (best === undefined) return null
  const text = JSON.stringify(best.keyring)
  const findings = evaluated.flatMap((one): readonly KeyringFinding[] => {
    if (typeof one === 'string') return [one]
    if (!one.whole) return ['copy_not_genuine']
    if (JSON.stringify(one.keyring) === text) return []
    return [one.serial < best.serial ? 'copy_older' : 'copy_not_genuine']
  })
  return { held: best.held, serial: best.serial, findings }
}
