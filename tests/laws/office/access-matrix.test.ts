import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Stage } from '#shared/contract/call'
import { contract, type Channel } from '#shared/contract/index'
import type { Role } from '#shared/domain/core/vocabulary'
import { CONTRACT_CALLS, findContractCall } from '../../support/contract/contract-calls'
import { fillOffice, createProbedOffice, type SampleIds, type ProbedOffice } from '../../support/office/probed-office'

const channels = Object.keys(contract) as Channel[]

// Every channel × every stage of the office × every role of section 13 (I2). Senders other than our window: ipc-bridge.test.ts.
const CALLERS: readonly (readonly [Stage, Role | 'nobody' | 'somebody with a temporary passphrase'])[] = [
  ['new', 'nobody'],
  ['sealed', 'nobody'],
  ['locked', 'nobody'],
  ['choosing', 'somebody with a temporary passphrase'],
  ['open', 'front_desk'],
  ['open', 'worker'],
  ['open', 'supervisor'],
  ['open', 'workflow_owner'],
  ['open', 'data_owner'],
  ['open', 'director'],
]

/** Lists the caller's roles. Until others are named the director has both decision rights (section 13). */
const listRoles = (caller: (typeof CALLERS)[number][1]): readonly Role[] => {
  if (caller === 'director') return ['director', 'workflow_owner', 'data_owner']
  if (caller === 'workflow_owner' || caller === 'data_owner') return ['worker', caller]
  return caller === 'nobody' || caller === 'somebody with a temporary passphrase' ? [] : [caller]
}

/** Creates an office in this stage with a caller of this role. */
async function createOfficeFor([stage, caller]: (typeof CALLERS)[number]): Promise<{ office: ProbedOffice; sampleIds: SampleIds }> {
  const office = createProbedOffice()
  if (stage === 'new') return { office, sampleIds: { director: '', worker: '', partner: '', persons: [], handoffs: [] } as never }
  const sampleIds = await fillOffice(office)
  const { worker } = sampleIds
  if (stage === 'sealed') return { office: office.reopen(), sampleIds }
  if (caller === 'director') return { office, sampleIds }
  if (stage === 'choosing') {
    const { passphrase } = await office.must('staff.resetPassphrase', { id: worker })
    await office.must('session.lock', {})
    await office.must('session.signIn', { passphrase, staffId: worker })
    return { office, sampleIds }
  }
  if (caller === 'front_desk' || caller === 'supervisor')
    await office.must('staff.save', { id: worker, name: 'Tamsin Boyle', roles: [caller] })
  if (caller === 'workflow_owner' || caller === 'data_owner')
    await office.must('rights.save', { right: caller, holder: worker, deputy: null, deputyActs: false })
  await office.must('session.lock', {})
  if (stage === 'open') await office.signIn('worker')
  return { office, sampleIds }
}

test('every channel of the contract has its row, and no row is of another channel', () => {
  expect(Object.keys(CONTRACT_CALLS).toSorted()).toEqual(channels.toSorted())
})

test('what the contract declares is what is written here once more, channel by channel', () => {
  for (const channel of channels) {
    const { stages, who: caller } = findContractCall(channel)
    expect([channel, contract[channel].stages, contract[channel].who]).toEqual([channel, stages, caller ?? null])
  }
})

describe.each(CALLERS)('while the office is %s and %s is at the computer (I1, I2)', (stage, caller) => {
  let office: ProbedOffice
  let sampleIds: SampleIds
  beforeAll(async () => void ({ office, sampleIds } = await createOfficeFor([stage, caller])))
  afterAll(() => office.end())

  const roles = listRoles(caller)
  const may = (channel: Channel) =>
    findContractCall(channel).stages.includes(stage) && (findContractCall(channel).who?.some((role) => roles.includes(role)) ?? true)
  const refused = channels.filter((channel) => !may(channel))
  const allowed = channels.filter(may)
  const inOrder = [
    ...allowed.filter((channel) => !findContractCall(channel).changesStage),
    ...allowed.filter((channel) => findContractCall(channel).changesStage),
  ]
  const hasDatabase = stage !== 'new' && stage !== 'sealed'

  test.skipIf(refused.length === 0).each(refused)('%s is closed, says nothing more, and leaves one line in the trail', async (channel) => {
    const before = office.content()
    const refusals = office.refusals()
    const heard = office.topics.length
    const row = findContractCall(channel)
    // A caller without permission learns nothing of the form either.
    const inputs = row.stages.includes(stage) ? [row.input(sampleIds, stage)] : [row.input(sampleIds, stage), {}, { extra: 1 }, null, 'x']
    for (const input of inputs)
      expect(await office.office.call(channel, input)).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage } })
    expect(office.content()).toBe(before)
    expect(office.refusals()).toBe(refusals + (hasDatabase ? inputs.length : 0))
    expect(office.topics).toHaveLength(heard)
    expect(office.logged).toEqual([])
  })

  test.each(inOrder)('%s is carried out', async (channel) => {
    const row = findContractCall(channel)
    const before = office.content()
    const answer = await office.office.call(channel, row.input(sampleIds, stage))
    if (row.refusal === undefined) expect(answer).toMatchObject({ ok: true })
    else expect(answer).toMatchObject({ ok: false, failure: { kind: 'refused', reason: row.refusal } })
    if (!answer.ok || contract[channel].does === 'reads') expect(office.content()).toBe(before)
    // Proves the measurement: a stored word is detected.
    if (channel === 'draft.save') expect(office.content()).not.toBe(before)
    expect(office.logged).toEqual([])
  })
})
