import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Stage } from '#shared/contract/call'
import { contract, type Answer, type Channel } from '#shared/contract/index'
import { REFUSAL_REASONS } from '#shared/domain/core/outcome'
import { anything, fittingInput, mutatedInput, SENTINEL, variedInput, type ValuePool } from '../../support/contract/contract-arbitrary'
import { findContractCall } from '../../support/contract/contract-calls'
import { fillOffice, createProbedOffice, type SampleIds, type ProbedOffice } from '../../support/office/probed-office'

// `npm run fuzz` asks 2,000 times a channel, or as often as FUZZ says (I2).
const RUNS = Number(process.env['FUZZ'] ?? (process.env['npm_lifecycle_event'] === 'fuzz' ? 2_000 : 200))

// A grown database takes longer to inspect, so each round has an office of its own.
const ROUND = 200
const ROUNDS = Array.from({ length: Math.ceil(RUNS / ROUND) }, (_one, index) => index + 1)

const BY_STAGE: Readonly<Record<Stage, readonly Channel[]>> = { new: [], sealed: [], locked: [], choosing: [], open: [] }
for (const channel of Object.keys(contract) as Channel[]) {
  for (const stage of contract[channel].stages) (BY_STAGE[stage] as Channel[]).push(channel)
}

// Queued calls derive a key, and after a lock the next call has to: that is most of the time.
const isSlow = (channel: Channel): boolean =>
  contract[channel].runs === 'queued' || channel === 'session.lock' || channel === 'session.seal'
/** What they end when they are carried out; an empty object is enough for some. */
const STAGE_CHANGING: readonly Channel[] = ['session.lock', 'session.seal', 'keys.rotate']
const WORDS = ['w1', 'w2', 'Amal', 'Amal Rahimi', 'Northgate Clinic', 'new', '1', '780 555 0142', 'short', 'America/Edmonton', SENTINEL]

/** Clones the value as the bridge does; what it cannot carry comes as it is, for the host without such a bridge. */
function cloneForBridge(raw: unknown): unknown {
  try {
    return structuredClone(raw)
  } catch {
    return raw
  }
}

/** Expects an answer of the closed list, without anything that was typed. */
function expectClosed(answer: Answer<unknown>): void {
  const text = JSON.stringify(answer)
  expect(JSON.parse(text)).toEqual(answer)
  if (answer.ok) return
  const { failure } = answer
  expect(['refused', 'invalid', 'closed_to_you']).toContain(failure.kind)
  if (failure.kind === 'refused') expect(REFUSAL_REASONS).toContain(failure.reason)
  if (failure.kind === 'invalid') for (const { path, code } of failure.fields) expect(`${path} ${code}`).toMatch(/^[\w.]* [a-z_]+$/)
  expect(text).not.toContain(SENTINEL)
}

// A database that has met a dozen calls is slow enough to inspect each time.
const CHANNELS_A_ROUND = 12
const splitChannels = (channels: readonly Channel[]): readonly (readonly Channel[])[] =>
  channels.length <= CHANNELS_A_ROUND
    ? [channels]
    : [channels.slice(0, CHANNELS_A_ROUND), ...splitChannels(channels.slice(CHANNELS_A_ROUND))]

const STAGE_ROUNDS = ROUNDS.flatMap((round) =>
  (Object.entries(BY_STAGE) as [Stage, readonly Channel[]][]).flatMap(([stage, channels]) =>
    splitChannels(channels).map((part) => ({ round, stage, from: part[0] ?? '', channels: part })),
  ),
)

describe.each(STAGE_ROUNDS)('while the office is $stage, round $round, from $from (I2)', ({ round, stage, channels }) => {
  const inRound = Math.min(ROUND, RUNS - (round - 1) * ROUND)
  let office: ProbedOffice
  let sampleIds: SampleIds | null = null
  let pool: ValuePool
  /** A worker signs in with five temporary words again. */
  const choosing = async () => {
    const { worker } = sampleIds as SampleIds
    const { passphrase } = await office.must('staff.resetPassphrase', { id: worker })
    await office.must('session.lock', {})
    await office.must('session.signIn', { passphrase, staffId: worker })
  }
  /** A successful call may have ended the stage, so it is restored for the next one. */
  const again = async () => {
    const at = (await office.must('office.state', {})).stage
    if (at === stage || stage === 'new' || stage === 'sealed') return
    // Earlier tries must not make it wait (K3).
    office.clock.sleep(61_000)
    if (at === 'sealed' || at === 'locked') await office.signIn()
    if (stage === 'locked') await office.must('session.lock', {})
    if (stage === 'choosing') await choosing()
  }
  beforeAll(async () => {
    office = createProbedOffice()
    sampleIds = stage === 'new' ? null : await fillOffice(office)
    const reasons = sampleIds === null ? [] : (await office.must('bounceReason.listChoices', {})).map(({ code }) => code)
    if (stage === 'locked') await office.must('session.lock', {})
    if (stage === 'choosing') await choosing()
    if (stage === 'sealed') office = office.reopen()
    const nobody = '01936a00-0000-7000-8000-000000000001'
    const ids =
      sampleIds === null
        ? []
        : [...sampleIds.handoffs, ...sampleIds.persons, sampleIds.meeting, sampleIds.partner, sampleIds.director, sampleIds.worker]
    const staff = sampleIds === null ? [] : [sampleIds.director, sampleIds.worker]
    pool = { ids: [...ids, nobody], staff: [...staff, nobody], words: [...WORDS, ...reasons], now: office.clock.now() }
  })
  afterAll(() => office.end())

  test.each(channels)(
    `%s answers ${inRound} inputs with a kind of the closed list; what it does not carry out changes nothing`,
    async (channel) => {
      const schema = contract[channel].input
      const words = isSlow(channel) ? pool.words.filter((word) => word.length < 14) : pool.words
      const drawn = fittingInput(schema, { ...pool, words })
      const fit =
        sampleIds === null || isSlow(channel)
          ? drawn
          : fc.oneof(drawn, variedInput(findContractCall(channel).input(sampleIds, stage), schema, pool))
      const input = fc.oneof(
        { weight: STAGE_CHANGING.includes(channel) ? 0 : isSlow(channel) ? 1 : 4, arbitrary: fit },
        { weight: 4, arbitrary: mutatedInput(fit) },
        { weight: 1, arbitrary: anything },
        { weight: 1, arbitrary: fc.jsonValue() },
      )
      const runs = channel === 'handoff.execute' ? 2 * inRound : inRound
      const counts = { ok: 0, refused: 0, invalid: 0 }
      const asked = async (value: unknown) => {
        const raw = cloneForBridge(value)
        const before = office.content()
        const refusals = office.refusals()
        const answer = await office.office.call(channel, raw)
        expectClosed(answer)
        // A wrong passphrase is counted in a file of its own before it is tried (K3).
        if (!answer.ok || contract[channel].does === 'reads') expect(office.content()).toBe(before)
        // Exactly one entry for a call that failed (I2). Without an open database there is no audit log.
        if (!answer.ok && stage !== 'new' && stage !== 'sealed') expect(office.refusals()).toBe(refusals + 1)
        expect(office.logged).toEqual([])
        counts[answer.ok ? 'ok' : answer.failure.kind === 'refused' ? 'refused' : 'invalid'] += 1
        if (answer.ok && STAGE_CHANGING.includes(channel)) await again()
        if (channel === 'handoff.create' && answer.ok) pool = { ...pool, ids: [...pool.ids, (answer.value as { id: string }).id] }
      }
      // The office goes on from call to call, so a shrunk input would meet another one.
      await fc.assert(fc.asyncProperty(input, asked), { numRuns: runs, endOnFailure: true })
      if (process.env['FUZZ_COUNTS']) console.log(stage, channel, counts)
      expect(counts.invalid).toBeGreaterThan(0)
    },
    120_000,
  )

  if (stage !== 'open') return
  test('afterwards everything that is in the database can still be read', async () => {
    const { rows } = await office.must('board.read', {})
    for (const { id } of rows) await office.must('handoff.read', { id })
    await office.must('search.find', { text: 'a' })
    expect(rows.length).toBeGreaterThan(0)
    expect(office.logged).toEqual([])
  })
})
