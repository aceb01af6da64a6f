import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '#shared/domain/likeness'
import { released } from '../support/releases'
import { scratchOffice } from '../support/scratch-office'
import { knownOf, toldOfHer } from '../support/told-of-her'
import { everyAnswer, type Known } from '../support/whole-office'

/**
 * Where what she keeps back is read on purpose: the list of it; her name and her contact plan, by which she is reached; what
 * she has signed, which stays as she signed it (section 8); and what a worker has not sent yet. Everything else that reads,
 * in every channel of the contract, is looked at.
 */
const READ_ON_PURPOSE = [
  'kept.list',
  'person.name',
  'person.names',
  'plan.read',
  'plan.versions',
  'release.list',
  'release.read',
  'draft.read',
]

/** What the office answers of her, without those and without what it was asked. */
async function saidOfHer(office: ReturnType<typeof scratchOffice>, known: Known): Promise<string> {
  const lines = (await everyAnswer(office, known)).split('\n')
  return lines
    .filter((line) => !READ_ON_PURPOSE.includes(line.slice(0, line.indexOf(' '))))
    .map((line) => line.slice(line.indexOf(' {"ok":')))
    .join('\n')
}

// Words that nothing else in the office has.
const syllable = fc.constantFrom('qu', 'vo', 'xá', 'wu', 'zî', 'jö', 'ßa')
const kept = fc
  .tuple(fc.array(syllable, { minLength: 3, maxLength: 4 }), fc.option(fc.array(syllable, { minLength: 2, maxLength: 3 })))
  .map((words) =>
    words
      .map((word) => word?.join('') ?? '')
      .join(' ')
      .trim(),
  )
const spelling = fc.constantFrom<(words: string) => string>(
  (words) => words,
  (words) => words.toUpperCase(),
  (words) => words.normalize('NFD'),
  (words) => fold(words),
  (words) => words.replace(' ', ' - '),
  (words) => `un${words}ly`,
)

test(
  'whatever she keeps back from everybody, before it was written or after, and however it is spelled, no reading call says it (M5)',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(kept, spelling, fc.boolean(), async (words, spelled, early) => {
        const office = scratchOffice()
        const keep = (personId: string) => office.must('kept.add', { personId, words, partnerId: null })
        const hers = await toldOfHer(office, `says ${spelled(words)}, is well`, early ? keep : undefined)
        if (!early) await keep(hers.person)
        const said = fold(await saidOfHer(office, knownOf(office, hers)))
        expect(said.split('is well').length).toBeGreaterThan(40)
        expect(said).not.toContain(fold(words))
      }),
      { numRuns: 12 },
    )
  },
)

test(
  'what she keeps back from one partner stays in the house: no sheet says it, and no sentence for that partner (M4, M5, H6)',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(kept, spelling, fc.boolean(), async (words, spelled, early) => {
        const office = scratchOffice()
        const text = `says ${spelled(words)}, is well`
        const keep = (personId: string, partnerId: string) => office.must('kept.add', { personId, words, partnerId })
        const hers = await toldOfHer(office, text, early ? keep : undefined)
        if (!early) await keep(hers.person, hers.partner)
        const sheet = await office.must('page.read', { id: hers.meeting, reach: text })
        const toPartner = await office.must('partner.enquiry', { id: hers.partner })
        const terms = { partnerId: hers.partner, purpose: text, may: text, mayNot: text, otherWays: text }
        const { id } = await office.must('release.write', released(hers.person, office.now, terms))
        const toSign = await office.must('releasePaper.read', { id })
        for (const said of [sheet, toPartner, toSign].map((one) => fold(JSON.stringify(one)))) {
          expect(said).toContain('is well')
          expect(said).not.toContain(fold(words))
        }
        const inTheHouse = await office.must('meeting.read', { id: hers.meeting })
        expect(fold(inTheHouse.texts.situation)).toContain(fold(words))
      }),
      { numRuns: 12 },
    )
  },
)

test('two records joined keep back what either of them did, and parted again each keeps its own', async () => {
  const office = scratchOffice()
  const hers = await toldOfHer(office, 'she worked at the mill, is well')
  const { personId: gone } = await office.must('handoff.read', { id: await office.refer(hers.partner) })
  await office.must('kept.add', { personId: gone, words: 'the mill', partnerId: null })
  expect(await saidOfHer(office, knownOf(office, hers))).toContain('the mill')
  const { mergeId } = await office.must('person.merge', { gone, stays: hers.person, reason: 'one and the same' })
  expect(await saidOfHer(office, knownOf(office, hers))).not.toContain('the mill')
  expect((await office.must('story.read', { personId: gone })).story?.situation).toBe('she worked at ▬▬▬, is well')
  await office.must('person.unmerge', { mergeId })
  expect(await office.must('kept.list', { personId: hers.person })).toEqual([])
  expect((await office.must('story.read', { personId: hers.person })).story?.situation).toBe('she worked at the mill, is well')
})
