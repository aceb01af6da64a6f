import { isGenuine, ringsIn, type Copy, type Keyring, type Ring } from './keyring'

/** What was odd about the keyring; written to the audit trail. */
export type KeyringFinding = 'copy_missing' | 'copy_unreadable' | 'copy_not_genuine' | 'copy_older'

export interface Held {
  readonly ring: Ring
  readonly key: Buffer
}

/** What the two copies of the keyring say together, to somebody who holds a data key. */
export interface Standing {
  /** One ring; two while a rotation is unfinished, the newest first. */
  readonly held: readonly Held[]
  readonly serial: number
  readonly findings: readonly KeyringFinding[]
}

interface Weighed {
  readonly keyring: Keyring
  readonly held: readonly Held[]
  readonly serial: number
  /** Each of its rings is genuine. */
  readonly whole: boolean
}

function weigh(keyring: Keyring, keys: readonly Buffer[]): Weighed {
  const rings = ringsIn(keyring)
  const held = rings.flatMap((ring) => keys.filter((key) => isGenuine(ring, key)).slice(0, 1).map((key) => ({ ring, key }))) // prettier-ignore
  return {
    keyring,
    held: held.toReversed(),
    serial: Math.max(0, ...held.map(({ ring }) => ring.serial)),
    whole: held.length === rings.length,
  }
}

/**
 * The genuine copy that was written last decides; the other one, if it is not the same, is a finding. Null when no
 * copy is genuine under any of these keys.
 */
export function standing(copies: readonly Copy[], keys: readonly Buffer[]): Standing | null {
  const weighed = copies.map((copy) => (copy.kind === 'read' ? weigh(copy.keyring, keys) : copy.kind))
  const [best] = weighed
    .filter((one) => typeof one !== 'string')
    .filter(({ held }) => held.length > 0)
    .toSorted((a, b) => b.serial - a.serial || b.held.length - a.held.length)
  if (best === undefined) return null
  const text = JSON.stringify(best.keyring)
  const findings = weighed.flatMap((one): readonly KeyringFinding[] => {
    if (typeof one === 'string') return [one]
    if (!one.whole) return ['copy_not_genuine']
    if (JSON.stringify(one.keyring) === text) return []
    return [one.serial < best.serial ? 'copy_older' : 'copy_not_genuine']
  })
  return { held: best.held, serial: best.serial, findings }
}
