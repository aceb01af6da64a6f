import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Stage } from '#shared/contract/entry'
import { contract, type Channel } from '#shared/contract/index'
import { ROWS, rowOf } from '../support/contract-rows'
import { fill, probedOffice, type Kept, type ProbedOffice } from '../support/probed-office'

const channels = Object.keys(contract) as Channel[]
const SEATS = [
  ['new', 'nobody', 'new'],
  ['sealed', 'nobody', 'sealed'],
  ['locked', 'nobody', 'locked'],
  ['open', 'the director', 'open'],
  ['open', 'a worker', 'open'],
] as const

/** An office in this stage; whoever signed in last sits there. */
async function seated(stage: Stage, who: (typeof SEATS)[number][1]): Promise<{ office: ProbedOffice; kept: Kept }> {
  const first = probedOffice()
  if (stage === 'new') return { office: first, kept: { director: '', worker: '', partner: '', persons: [], handoffs: [] } as never }
  const kept = await fill(first)
  if (stage === 'sealed') return { office: first.reopen(), kept }
  if (stage === 'locked' || who === 'a worker') await first.must('session.lock', {})
  if (who === 'a worker') await first.signIn('worker')
  return { office: first, kept }
}

test('every channel of the contract has its row, and no row is of another channel', () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(channels.toSorted())
})

describe.each(SEATS)('while the office is %s and %s sits there (I1, I2)', (stage, who) => {
  let office: ProbedOffice
  let kept: Kept
  beforeAll(async () => void ({ office, kept } = await seated(stage, who)))
  afterAll(() => office.end())

  const may = (channel: Channel) => rowOf(channel).stages.includes(stage) && (rowOf(channel).only === undefined || who === 'the director')
  const refused = channels.filter((channel) => !may(channel))
  const allowed = channels.filter(may)
  const inOrder = [...allowed.filter((channel) => !rowOf(channel).ends), ...allowed.filter((channel) => rowOf(channel).ends)]

  test.skipIf(refused.length === 0).each(refused)('%s is closed, says nothing more, and changes nothing', async (channel) => {
    const before = office.content()
    const heard = office.topics.length
    const row = rowOf(channel)
    // Whoever may not call learns nothing of the form either.
    const inputs = row.stages.includes(stage) ? [row.input(kept, stage)] : [row.input(kept, stage), {}, { extra: 1 }, null, 'x']
    for (const input of inputs)
      expect(await office.office.call(channel, input)).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage } })
    expect(office.content()).toBe(before)
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
