import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { FORMS } from '../../../renderer/office/forms'

const RENDERER = join(import.meta.dirname, '../../../renderer')
const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: relative(RENDERER, join(RENDERER, file)), text: readFileSync(join(RENDERER, file), 'utf8') }))

/** The ids of the forms that a file makes, in its order; `?` where the id is not written out. */
const findFormIds = (text: string): string[] =>
  text
    .split(/\buseForm(?:<[^()]*>)?\(\{/)
    .slice(1)
    .map((call) => /^\s*id: '([\w-]+)',/.exec(call)?.[1] ?? '?')

test('every form of the table is made once, and no other', () => {
  const made = sources.filter(({ file }) => !file.startsWith('office/')).flatMap(({ text }) => findFormIds(text))
  expect(made.toSorted()).toEqual(Object.keys(FORMS).toSorted())
})

test('the library is used behind useForm alone', () => {
  expect(sources.filter(({ text }) => text.includes("from 'react-hook-form'")).map(({ file }) => file)).toEqual(['office/use-form.ts'])
})

test('every <form> is one of useForm', () => {
  const byHand = sources
    .filter(({ file }) => !file.startsWith('office/'))
    .filter(
      ({ text }) => (text.match(/<form\b/g) ?? []).length > (text.match(/\{\.\.\.form\.props\}|\{\.\.\.draft\.props\}/g) ?? []).length,
    )
  expect(byHand.map(({ file }) => file).toSorted()).toEqual(STILL_BY_HAND)
})

/** Forms that are not yet on useForm. A form goes from here when it is; none comes. */
const STILL_BY_HAND: readonly string[] = [
  'features/accompaniment/StageWordsForm.tsx',
  'features/call/parts/DisclosuresPart.tsx',
  'features/call/parts/NextMeetingPart.tsx',
  'features/call/parts/PapersPart.tsx',
  'features/call/parts/PermissionPart.tsx',
  'features/call/parts/PlanLineForm.tsx',
  'features/call/parts/RisksPart.tsx',
  'features/call/people/AddParticipant.tsx',
  'features/choose-passphrase/ChoosePassphrase.tsx',
  'features/data-owner/FieldForm.tsx',
  'features/data-owner/ReasonForm.tsx',
  'features/feedback/FeedbackPage.tsx',
  'features/plan/PlanEditor.tsx',
  'features/policy/StandardFormPage.tsx',
  'features/private-words/ApprovedStory.tsx',
  'features/private-words/PrivateWordsForm.tsx',
  'features/releases/DisclosureForm.tsx',
  'features/releases/DisclosuresWithoutRelease.tsx',
  'features/releases/ReleaseForm.tsx',
  'features/releases/WithoutReleaseForm.tsx',
  'features/setup/BasicSteps.tsx',
  'features/signin/RecoveryForm.tsx',
  'features/signin/SecretForm.tsx',
  'features/stay/BeginStay.tsx',
  'features/stay/DropGoalForm.tsx',
  'features/stay/GoalHandoffForm.tsx',
]
