import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldName } from '#shared/domain/person/name-words'
import { released } from '../../support/domain/releases'
import { createScratchOffice } from '../../support/office/scratch-office'
import { toKnownIds, fillEveryFreeText } from '../../support/office/free-text'
import { readEveryAnswer, type KnownIds } from '../../support/office/every-answer'

/**
 * Where what the person keeps private is read on purpose: the list of it; the name and the contact plan, by which the person is
 * reached; what the person has signed, which stays as it was signed (section 8); and what a worker has not sent yet. Everything
 * else that reads, in every channel of the contract, is looked at.
 */
const READ_ON_PURPOSE = [
  'withheld.list',
  'person.name',
  'person.names',
  'plan.read',
  'plan.versions',
  'release.list',
  'release.read',
  'draft.read',
]

/** Reads what the office answers about the person, without those channels and without what it was asked. */
async function readAllTexts(office: ReturnType<typeof createScratchOffice>, known: KnownIds): Promise<string> {
  const lines = (await readEveryAnswer(office, known)).split('\n')
  return lines
    .filter((line) => !READ_ON_PURPOSE.includes(line.slice(0, line.indexOf(' '))))
    .map((line) => line.slice(line.indexOf(' {"ok":')))
    .join('\n')
}

// Words that appear nowhere else in the office.
const syllable = fc.constantFrom('qu', 'vo', 'xá', 'wu', 'zî', 'jö', 'ßa')
const keptWords = fc
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
  (words) => foldName(words),
  (words) => words.replace(' ', ' - '),
  (words) => `un${words}ly`,
)

test(
  'whatever she keeps back from everybody, before it was written or after, and however it is spelled, no reading call says it (M5)',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(keptWords, spelling, fc.boolean(), async (words, respell, early) => {
        const office = createScratchOffice()
        const keepBack = (personId: string) => office.must('withheld.add', { personId, words, partnerId: null })
        const ids = await fillEveryFreeText(office, `says ${respell(words)}, is well`, early ? keepBack : undefined)
        if (!early) await keepBack(ids.person)
        const answers = foldName(await readAllTexts(office, toKnownIds(office, ids)))
        expect(answers.split('is well').length).toBeGreaterThan(40)
        expect(answers).not.toContain(foldName(words))
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
      fc.asyncProperty(keptWords, spelling, fc.boolean(), async (words, respell, early) => {
        const office = createScratchOffice()
        const text = `says ${respell(words)}, is well`
        const keepBack = (personId: string, partnerId: string) => office.must('withheld.add', { personId, words, partnerId })
        const ids = await fillEveryFreeText(office, text, early ? keepBack : undefined)
        if (!early) await keepBack(ids.person, ids.partner)
        const sheet = await office.must('clientSummary.read', { id: ids.meeting, reach: text })
        const toPartner = await office.must('partner.enquiry', { id: ids.partner })
        const terms = { partnerId: ids.partner, purpose: text, may: text, mayNot: text, otherWays: text }
        const { id } = await office.must('release.write', released(ids.person, office.now, terms))
        const paperToSign = await office.must('releasePaper.read', { id })
        for (const answers of [sheet, toPartner, paperToSign].map((one) => foldName(JSON.stringify(one)))) {
          expect(answers).toContain('is well')
          expect(answers).not.toContain(foldName(words))
        }
        const meetingForStaff = await office.must('meeting.read', { id: ids.meeting })
        expect(foldName(meetingForStaff.texts.situation)).toContain(foldName(words))
      }),
      { numRuns: 12 },
    )
  },
)

test('two records joined keep back what either of them did, and parted again each keeps its own', async () => {
  const office = createScratchOffice()
  const ids = await fillEveryFreeText(office, 'she worked at the mill, is well')
  const { personId: gone } = await office.must('handoff.read', { id: await office.createHandoff(ids.partner) })
  await office.must('withheld.add', { personId: gone, words: 'the mill', partnerId: null })
  expect(await readAllTexts(office, toKnownIds(office, ids))).toContain('the mill')
  const { mergeId } = await office.must('person.merge', { gone, stays: ids.person, reason: 'one and the same' })
  expect(await readAllTexts(office, toKnownIds(office, ids))).not.toContain('the mill')
  expect((await office.must('story.read', { personId: gone })).story?.situation).toBe('she worked at ▬▬▬, is well')
  await office.must('person.unmerge', { mergeId })
  expect(await office.must('withheld.list', { personId: ids.person })).toEqual([])
  expect((await office.must('story.read', { personId: ids.person })).story?.situation).toBe('she worked at the mill, is well')
})
