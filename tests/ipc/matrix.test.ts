import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Stage } from '#shared/contract/entry'
import { contract, type Channel } from '#shared/contract/index'
import type { Role } from '#shared/domain/vocabulary'
import { ROWS, rowOf } from '../support/contract-rows'
import { fill, probedOffice, type Kept, type ProbedOffice } from '../support/probed-office'

const channels = Object.keys(contract) as Channel[]

// I2: every channel × every stage of the desk × every role of section 13. Senders that are not our window: sender.test.ts.
const SEATS: readonly (readonly [Stage, Role | 'nobody' | 'somebody with a temporary passphrase'])[] = [
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

/** Roles of whoever sits there. Until they are named the director has both decision rights (section 13). */
const rolesOf = (who: (typeof SEATS)[number][1]): readonly Role[] => {
  if (who === 'director') return ['director', 'workflow_owner', 'data_owner']
  if (who === 'workflow_owner' || who === 'data_owner') return ['worker', who]
  return who === 'nobody' || who === 'somebody with a temporary passphrase' ? [] : [who]
}

/** An office in this stage, and somebody with this role at its desk. */
async function seated([stage, who]: (typeof SEATS)[number]): Promise<{ office: ProbedOffice; kept: Kept }> {
  const office = probedOffice()
  if (stage === 'new') return { office, kept: { director: '', worker: '', partner: '', persons: [], handoffs: [] } as never }
  const kept = await fill(office)
  const { worker } = kept
  if (stage === 'sealed') return { office: office.reopen(), kept }
  if (who === 'director') return { office, kept }
  if (stage === 'choosing') {
    const { passphrase } = await office.must('staff.reset', { id: worker })
    await office.must('session.lock', {})
    await office.must('session.signIn', { passphrase, staffId: worker })
    return { office, kept }
  }
  if (who === 'front_desk' || who === 'supervisor') await office.must('staff.save', { id: worker, name: 'Tamsin Boyle', roles: [who] })
  if (who === 'workflow_owner' || who === 'data_owner')
    await office.must('rights.save', { right: who, holder: worker, deputy: null, deputyActs: false })
  await office.must('session.lock', {})
  if (stage === 'open') await office.signIn('worker')
  return { office, kept }
}

test('every channel of the contract has its row, and no row is of another channel', () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(channels.toSorted())
})

test('what the contract declares is what is written here once more, channel by channel', () => {
  for (const channel of channels) {
    const { stages, who } = rowOf(channel)
    expect([channel, contract[channel].stages, contract[channel].who]).toEqual([channel, stages, who ?? null])
  }
})

describe.each(SEATS)('while the office is %s and %s sits there (I1, I2)', (stage, who) => {
  let office: ProbedOffice
  let kept: Kept
  beforeAll(async () => void ({ office, kept } = await seated([stage, who])))
  afterAll(() => office.end())

  const roles = rolesOf(who)
  const may = (channel: Channel) =>
    rowOf(channel).stages.includes(stage) && (rowOf(channel).who?.some((role) => roles.includes(role)) ?? true)
  const refused = channels.filter((channel) => !may(channel))
  const allowed = channels.filter(may)
  const inOrder = [...allowed.filter((channel) => !rowOf(channel).ends), ...allowed.filter((channel) => rowOf(channel).ends)]
  const hasBook = stage !== 'new' && stage !== 'sealed'

  test.skipIf(refused.length === 0).each(refused)('%s is closed, says nothing more, and leaves one line in the trail', async (channel) => {
    const before = office.content()
    const refusals = office.refusals()
    const heard = office.topics.length
    const row = rowOf(channel)
    // Whoever may not call learns nothing of the form either.
    const inputs = row.stages.includes(stage) ? [row.input(kept, stage)] : [row.input(kept, stage), {}, { extra: 1 }, null, 'x']
    for (const input of inputs)
      expect(await office.office.call(channel, input)).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage } })
    expect(office.content()).toBe(before)
    expect(office.refusals()).toBe(refusals + (hasBook ? inputs.length : 0))
    expect(office.topics).toHaveLength(heard)
    expect(office.logged).toEqual([])
  })

  test.each(inOrder)('%s is carried out', async (channel) => {
    const row = rowOf(channel)
    const before = office.content()
    const answer = await office.office.call(channel, row.input(kept, stage))
    if (row.refusal === undefined) expect(answer).toMatchObject({ ok: true })
    else expect(answer).toMatchObject({ ok: false, failure: { kind: 'refused', reason: row.refusal } })
    if (!answer.ok || contract[channel].does === 'reads') expect(office.content()).toBe(before)
    // The measure itself: a word that is kept is seen.
    if (channel === 'draft.save') expect(office.content()).not.toBe(before)
    expect(office.logged).toEqual([])
  })
})
