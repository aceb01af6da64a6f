import type { Channel, Input, Output } from '#shared/contract/index'
import type { StaffId } from '#shared/domain/core/ids'
import { setUpOffice } from './set-up-office'
import { openTestOffice, createScratchFolder, type TestOffice } from './test-office'

export interface SignedInOffice extends TestOffice {
  readonly director: StaffId
  readonly must: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>
  /** Locks, and signs another worker in; null for staffId tries every slot. */
  readonly signInAs: (passphrase: string, staffId?: StaffId | null) => Promise<void>
}

/** Creates a call that returns the office's answer, or throws its refusal. */
export const createMust =
  (office: Pick<TestOffice, 'call'>) =>
  async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> => {
    const answer = await office.call(channel, input)
    if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.failure)}`)
    return answer.value
  }

/** Creates a real office with its director signed in, over the bridge. */
export async function createSignedInOffice(options: Parameters<typeof openTestOffice>[1] = {}): Promise<SignedInOffice> {
  const office = openTestOffice(createScratchFolder(), options)
  await setUpOffice(office)
  const must = createMust(office)
  const { me } = await must('office.state', {})
  if (me === null) throw new Error('nobody is signed in')
  return {
    ...office,
    director: me.id,
    must,
    async signInAs(passphrase, staffId = null) {
      if ((await must('office.state', {})).stage !== 'locked') await must('session.lock', {})
      await must('session.signIn', { passphrase, staffId })
    },
  }
}
