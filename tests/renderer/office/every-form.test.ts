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
  expect(byHand.map(({ file }) => file).toSorted()).toEqual([])
})

test('no screen places errors or the focus by itself: a form without a <form> is one of useForm too', () => {
  const byHand = sources.filter(
    ({ file, text }) => file.startsWith('features/') && /\b(?:focusFirstError|describeFieldFailure)\b/.test(text),
  )
  expect(byHand.map(({ file }) => file)).toEqual([])
})

/** The fields of a screen, other than a search, whose words stand in a `useState` of its own. */
const findFieldsInState = (text: string): string[] => {
  const states = [...text.matchAll(/const \[(\w+), set\w+\] = useState/g)].map(([, name]) => name!)
  return [...text.matchAll(/<(?:Field|MomentField|ComboBox)\b(?:=>|[^>])*?\/>/g)]
    .map(([field]) => field)
    .filter((field) => !field.includes('type="search"'))
    .flatMap((field) => states.filter((name) => field.includes(`value={${name}}`)))
}

test('no field keeps its words in a state of its own, which would not outlive the lock (S3)', () => {
  expect(findFieldsInState("const [why, setWhy] = useState('')\n<Field label={x} value={why} onChange={(y) => setWhy(y)} />")).toEqual([
    'why',
  ])
  const byHand = sources.filter(({ file }) => file.startsWith('features/')).filter(({ text }) => findFieldsInState(text).length > 0)
  // Here a partner is only looked for: nothing is sent.
  expect(byHand.map(({ file }) => file)).toEqual(['features/partners/EnquiryStart.tsx'])
})
