import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { timelineEntry } from '#shared/contract/handoff/record'
import {
  answersAbout,
  holdsFreeText,
  neverRedacted,
  redactedByUseCase,
  redactFor,
  redactForSubjects,
  speaksOf,
  subjects,
} from '#shared/contract/redact'
import { code, freeText, workerName } from '#shared/contract/text-kinds'
import { line, note, optionalLine } from '#shared/contract/values'

const redact = (text: string) => text.replaceAll('mill', '▬▬▬')

describe('redaction follows the mark in the schema (M5)', () => {
  test('only what is marked as free text is redacted, at any depth', () => {
    const schema = z.strictObject({
      what: freeText,
      by: workerName,
      list: z.array(z.strictObject({ words: freeText.nullable(), kind: code })),
    })
    const value = {
      what: 'the mill',
      by: 'Camilla',
      list: [
        { words: 'mill', kind: 'mill' },
        { words: null, kind: 'mill' },
      ],
    }
    expect(redactFor(schema, value, redact)).toEqual({
      what: 'the ▬▬▬',
      by: 'Camilla',
      list: [
        { words: '▬▬▬', kind: 'mill' },
        { words: null, kind: 'mill' },
      ],
    })
  })

  test('what is typed is free text: a line, an empty line and a note', () => {
    const schema = z.strictObject({ line: line(20), empty: optionalLine(20).optional(), note: note() })
    expect(redactFor(schema, { line: 'mill', empty: 'mill', note: 'mill' }, redact)).toEqual({ line: '▬▬▬', empty: '▬▬▬', note: '▬▬▬' })
    expect(redactFor(schema, { line: 'mill', note: '' }, redact)).toEqual({ line: '▬▬▬', note: '' })
  })

  test('of a discriminated union the option that is there counts, and nothing of the others', () => {
    const schema = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['said', 'told']), words: freeText }),
      z.strictObject({ kind: z.literal('named'), words: workerName }),
    ])
    expect(redactFor(schema, { kind: 'told' as const, words: 'mill' }, redact)).toEqual({ kind: 'told', words: '▬▬▬' })
    expect(redactFor(schema, { kind: 'named' as const, words: 'mill' }, redact)).toEqual({ kind: 'named', words: 'mill' })
    expect(redactFor(schema as z.ZodType, { kind: 'unknown', words: 'mill' }, redact)).toEqual({ kind: 'unknown', words: '▬▬▬' })
  })

  test('a union, a record, a tuple and other fields of an object are gone through too', () => {
    const schema = z.strictObject({
      next: z.union([z.literal('none'), z.strictObject({ what: freeText })]),
      words: z.record(z.string(), z.union([freeText, z.number()])),
      pair: z.tuple([code, freeText]),
      rest: z.object({ mode: code }).catchall(freeText),
    })
    const rest = { mode: 'mill', note: 'mill' }
    expect(
      redactFor(schema, { next: { what: 'mill' }, words: { a: 'mill', b: 1 }, pair: ['mill', 'mill'] as [string, string], rest }, redact),
    ).toEqual({
      next: { what: '▬▬▬' },
      words: { a: '▬▬▬', b: 1 },
      pair: ['mill', '▬▬▬'],
      rest: { mode: 'mill', note: '▬▬▬' },
    })
    expect(redactFor(schema.pick({ next: true }), { next: 'none' as const }, redact)).toEqual({ next: 'none' })
  })

  test('in "What has happened" a code stays, and a text that nobody has named is redacted', () => {
    const entry = { no: 1, at: 0, happenedAt: 0, by: 'Camilla', kind: 'bounced', withdrawn: false }
    const facts = { bounceReason: 'mill', seen: 'mill', count: 2, withHer: null, new_words: 'mill' }
    expect(redactFor(timelineEntry, { ...entry, facts }, redact)).toEqual({
      ...entry,
      facts: { bounceReason: 'mill', seen: '▬▬▬', count: 2, withHer: null, new_words: '▬▬▬' },
    })
  })
})

describe('whose withheld words apply', () => {
  const find = (kind: string, id: string) => (kind === 'handoff' && id === 'a' ? redact : null)

  test('each object names its person, or the input does', () => {
    const rows = z.array(z.strictObject({ handoffId: z.string(), what: freeText }).register(subjects, speaksOf('handoff', 'handoffId')))
    const value = [
      { handoffId: 'a', what: 'mill' },
      { handoffId: 'b', what: 'mill' },
    ]
    expect(redactForSubjects(rows, value, find, {})).toEqual([{ handoffId: 'a', what: '▬▬▬' }, value[1]])
    const answer = z.strictObject({ what: freeText }).register(subjects, answersAbout('handoff', 'id'))
    expect(redactForSubjects(answer, { what: 'mill' }, find, { id: 'a' })).toEqual({ what: '▬▬▬' })
    expect(redactForSubjects(answer, { what: 'mill' }, find, { id: 'b' })).toEqual({ what: 'mill' })
    expect(redactForSubjects(answer.nullable(), null, find, { id: 'a' })).toBeNull()
  })

  test('what the use case redacts is left to it, and what is never redacted stays', () => {
    const paper = z.strictObject({ what: freeText }).register(subjects, redactedByUseCase)
    const plan = z.strictObject({ what: freeText }).register(subjects, neverRedacted)
    const schema = z.strictObject({ id: z.string(), paper, plan }).register(subjects, speaksOf('handoff', 'id'))
    const value = { id: 'a', paper: { what: 'mill' }, plan: { what: 'mill' } }
    expect(redactForSubjects(schema, value, find, {})).toEqual(value)
    expect(redactFor(schema, value, redact)).toEqual({ id: 'a', paper: { what: '▬▬▬' }, plan: { what: 'mill' } })
    expect(holdsFreeText(plan)).toBe(false)
    expect(holdsFreeText(paper)).toBe(true)
  })
})
