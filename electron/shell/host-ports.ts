import { randomBytes } from 'node:crypto'
import { existsSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Disk, Ids, Ports, Random } from '../ports'
import { calibrateCost, MINIMUM_COST } from '../vault/key-derivation'
import { Vault } from '../vault/vault'

const ids: Ids = { uuid: () => uuidv7() }
const random: Random = { bytes: (count) => randomBytes(count) }

function createDisk(folder: string): Disk {
  return {
    freeBytes() {
      let at = folder
      while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
      const { bavail, bsize } = statfsSync(at)
      return bavail * bsize
    },
  }
}

/** The ports that differ from host to host. */
export type HostPorts = Omit<Ports, 'ids' | 'random' | 'disk' | 'practice'>

/**
 * Creates all ports of a host by adding those that are the same in every host: ids, randomness, disk, and the mark of a practice office.
 */
export const createPorts = (host: HostPorts): Ports => ({
  ...host,
  ids,
  random,
  disk: createDisk(host.folders.data),
  practice: existsSync(join(host.folders.data, 'practice')),
})

/** Creates the vault. `useMinimumCost` takes K1's minimum instead of measuring the PC, because journeys sign in often. */
export const createVault = ({ folders, clock }: Ports, useMinimumCost = false): Vault =>
  new Vault({
    folder: folders.data,
    ids,
    random,
    chooseCost: () => (useMinimumCost ? Promise.resolve(MINIMUM_COST) : calibrateCost(() => clock.monotonic())),
  })
