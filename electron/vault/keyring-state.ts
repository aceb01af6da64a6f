import { isGenuine, listSlotSets, type KeyringCopy, type Keyring, type KeySlotSet } from './keyring'

/** What was odd about the keyring; written to the audit trail. */
export type KeyringFinding = 'copy_missing' | 'copy_unreadable' | 'copy_not_genuine' | 'copy_older'

export interface HeldKeySlotSet {
  readonly slotSet: KeySlotSet
  readonly key: Buffer
}

/** What the two copies of the keyring say together, to somebody who holds a data key. */
export interface KeyringState {
  /** One ring; two while a rotation is unfinished, the newest first. */
  readonly held: readonly HeldKeySlotSet[]
  readonly serial: number
  readonly findings: readonly KeyringFinding[]
}

interface EvaluatedCopy {
  readonly keyring: Keyring
  readonly held: readonly HeldKeySlotSet[]
  readonly serial: number
  /** Each of its rings is genuine. */
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
 * The genuine copy that was written last decides; the other one, if it is not the same, is a finding. Null when no
 * copy is genuine under any of these keys.
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
