import type { Channel, Input, Output } from '#shared/contract/index'
import type { StaffId } from '#shared/domain/core/ids'
import type { DecisionRight, StaffRole } from '#shared/domain/core/vocabulary'
import type { Host } from '../../hosts/host'
import { PASSPHRASE } from './set-up-office'

interface NewWorker {
  readonly name: string
  readonly roles: readonly StaffRole[]
  /** The worker's own, chosen at the first sign-in. */
  readonly passphrase: string
  /** Named by the director afterwards. */
  readonly rights?: readonly DecisionRight[]
}

/** The signed-in director; without `id` the current one. */
interface Director {
  readonly id?: StaffId
  readonly passphrase?: string
}

/**
 * Adds workers as in real use (K4): the director adds them and locks, each signs in with the five words and chooses an own passphrase,
 * and the director signs in again. Returns their ids. Throws what the office refuses.
 */
export async function addWorkers(
  host: Pick<Host, 'call'>,
  workers: readonly NewWorker[],
  director: Director = {},
): Promise<readonly StaffId[]> {
  const must = async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> => {
    const answer = await host.call(channel, input)
    if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.failure)}`)
    return answer.value
  }
  const at = director.id ?? (await must('office.state', {})).me?.id
  if (at === undefined) throw new Error('nobody is signed in')
  const added: { readonly id: StaffId; readonly words: string; readonly own: string }[] = []
  for (const { name, roles, passphrase, rights = [] } of workers) {
    const { id, passphrase: words } = await must('staff.add', { name, roles: [...roles] })
    for (const right of rights) await must('rights.save', { right, holder: id, deputy: null, deputyActs: false })
    added.push({ id, words, own: passphrase })
  }
  await must('session.lock', {})
  for (const { id, words, own } of added) {
    await must('session.signIn', { passphrase: words, staffId: id })
    await must('session.choosePassphrase', { staffId: null, passphrase: own })
    await must('session.lock', {})
  }
  await must('session.signIn', { passphrase: director.passphrase ?? PASSPHRASE, staffId: at })
  return added.map(({ id }) => id)
}

/** Adds one worker in the same way. */
export async function addWorker(host: Pick<Host, 'call'>, worker: NewWorker, director: Director = {}): Promise<StaffId> {
  const [id] = await addWorkers(host, [worker], director)
  if (id === undefined) throw new Error('nobody was added')
  return id
}
