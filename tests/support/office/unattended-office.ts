import type { Channel, Input, OfficeState, Output } from '#shared/contract/index'
import type { AuditKind } from '#shared/domain/audit/audit-log'
import { PASSPHRASE, setUpOffice } from './set-up-office'
import { openTestOffice, createScratchFolder, type TestOffice } from './test-office'

type OfficeOptions = Parameters<typeof openTestOffice>[1]

/** Creates an invented office without a present worker: the idle lock runs. Its director is signed in; the recovery words are kept. */
export async function createUnattendedOffice(options: OfficeOptions = {}) {
  const office = openTestOffice(createScratchFolder(), { ...options, ports: { preventsLock: () => false, ...options.ports } })
  const offered = await office.call('setup.createRecoveryWords', {})
  if (!offered.ok) throw new Error('no words were offered')
  await setUpOffice(office)
  return { office, words: offered.value.words }
}

export async function must<C extends Channel>(office: TestOffice, channel: C, input: Input<C>): Promise<Output<C>> {
  const answer = await office.call(channel, input)
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.failure)}`)
  return answer.value
}

export const readOfficeState = (office: TestOffice): Promise<OfficeState> => must(office, 'office.state', {})
export const signIn = (office: TestOffice, passphrase = PASSPHRASE) => office.call('session.signIn', { passphrase, staffId: null })

/** Reads the newest audit entries of these kinds, newest first; a director must be signed in. */
export const readAuditLines = async (office: TestOffice, ...kinds: readonly AuditKind[]) =>
  (await must(office, 'audit.list', { before: null, kinds: [...kinds] })).rows
