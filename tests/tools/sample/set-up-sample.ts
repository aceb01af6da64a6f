import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createOffice } from '../../../electron/office'
import { createPorts, createVault } from '../../../electron/shell/host-ports'
import { TestClock } from '../../../electron/shell/test-clock'
import type { DecisionRight, StaffRole } from '#shared/domain/core/vocabulary'
import { addWorkers } from '../../support/office/add-workers'
import { createRandom, createIds } from './random'
import { headlessPorts } from '../../support/office/headless-ports'

// UTC−06 all year in every edition of the zone data: the safe hours fit the board whichever runtime opens it.
export const ZONE = 'America/Regina'
export const PASSPHRASE = 'marble thistle under seven lamps'

/** The invented staff; all have the same passphrase, because it is a practice office. */
export const STAFF = [
  { name: 'Maeve', roles: ['director'] },
  { name: 'Ruth', roles: ['supervisor', 'worker'] },
  { name: 'Ines', roles: ['worker'], rights: ['workflow_owner'] },
  { name: 'Noor', roles: ['worker'] },
  { name: 'Tam', roles: ['worker'], rights: ['data_owner'] },
  { name: 'Odile', roles: ['front_desk'] },
  { name: 'Soledad', roles: ['worker'] },
  { name: 'Bao', roles: ['front_desk'] },
] as const satisfies readonly { readonly name: string; readonly roles: readonly StaffRole[]; readonly rights?: readonly DecisionRight[] }[]
export type StaffName = (typeof STAFF)[number]['name']

export interface NewSampleOffice {
  readonly folder: string
  readonly migrations: string
  readonly file: string
  readonly dataKey: Buffer
}

/** Sets up a real office (vault, keyring, encrypted database) with its clock at `startAt`, marked as practice first. */
export async function setUpPracticeOffice(folder: string, migrations: string, startAt: number): Promise<NewSampleOffice> {
  if (existsSync(join(folder, 'book.db'))) throw new Error('a book lies there already')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // `createPorts` looks for it: every page of this office says that it is practice.
  writeFileSync(join(folder, 'practice'), 'Invented people only. Made by npm run sample.\n')
  const problems: string[] = []
  const clock = new TestClock(startAt, ZONE)
  const machine = createPorts({
    ...headlessPorts,
    clock,
    folders: { data: folder, migrations },
    log: { info: () => undefined, error: (event, where) => void problems.push(`${event} ${where}`) },
  })
  const ports = { ...machine, ids: createIds(createRandom(7), () => clock.now()) }
  const vault = createVault(machine, true)
  const office = createOffice(ports, vault)
  const must = async (channel: string, input: unknown): Promise<unknown> => {
    const answer = await office.call(channel, input)
    if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.failure)} ${problems.join('; ')}`)
    return answer.value
  }
  try {
    const { words } = (await must('setup.createRecoveryWords', {})) as { readonly words: readonly string[] }
    const [director, ...others] = STAFF
    await must('setup.finish', {
      shelter: 'Willow House (practice)',
      zone: ZONE,
      director: director.name,
      passphrase: PASSPHRASE,
      typedBack: [1, 6, 12].map((position) => ({ position, word: words[position - 1] })),
      policy: {
        standardHours: 24,
        shiftStarts: ['07:00', '19:00'],
        policeNumber: '911',
        supervisorName: 'Ruth',
        supervisorPhone: '780 555 0100',
      },
    })
    const host = { call: (channel: string, input: unknown) => office.call(channel, input) as never }
    await addWorkers(
      host,
      others.map((worker) => ({ ...worker, passphrase: PASSPHRASE })),
      { passphrase: PASSPHRASE },
    )
  } finally {
    office.quit()
  }
  const unlocked = await vault.unlock(PASSPHRASE, null, clock.now())
  if (!unlocked.ok) throw new Error('the keyring just made does not open')
  const [newest] = unlocked.value.keys
  if (newest === undefined) throw new Error('the keyring just made holds no key')
  // The key belongs to the caller; nothing else of the vault is kept.
  unlocked.value.completeUnlock(newest.generation, { minimumSerial: 0, knownSlotIds: null })
  unlocked.value.zeroKeys()
  return { folder, migrations, file: join(folder, 'book.db'), dataKey: newest.key }
}
