import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contract, type Channel } from '#shared/contract/index'
import { subjects, type RedactionSubject } from '#shared/contract/redact'
import { getTextKind, TEXT_KINDS, type TextKind } from '#shared/contract/text-kinds'
import { instants } from '#shared/contract/values'

/** A text of a schema: where it stands, what it is, and whose withheld words apply there. */
interface FoundText {
  readonly path: string
  readonly kind: TextKind | 'uuid' | 'unmarked'
  readonly subject: RedactionSubject | null
  /** Names the subject is among the fields of its object or of the call's input. */
  readonly isNamed: boolean
}

const unwrap = (schema: z.ZodType): z.ZodType | null =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly
    ? (schema.def.innerType as z.ZodType)
    : null

const listFields = (schema: z.ZodType): readonly string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])

/** Every text that a schema may hold. A kind of schema that nobody has thought of here counts as an unmarked text. */
function listTexts(root: z.ZodType, input: z.ZodType = root): readonly FoundText[] {
  const texts: FoundText[] = []
  const visit = (schema: z.ZodType, path: string, above: Pick<FoundText, 'subject' | 'isNamed'>): void => {
    const subject = subjects.get(schema)
    const fields = subject !== undefined && 'namedBy' in subject && subject.namedBy === 'input' ? listFields(input) : listFields(schema)
    const here = subject === undefined ? above : { subject, isNamed: !('field' in subject) || fields.includes(subject.field) }
    const add = (kind: FoundText['kind']) => void texts.push({ path, kind, ...here })
    const each = (schemas: readonly z.ZodType[], name: (index: number) => string) => {
      for (const [index, one] of schemas.entries()) visit(one, name(index), here)
    }
    const marked = getTextKind(schema)
    const inner = unwrap(schema)
    if (marked !== undefined) add(marked)
    else if (inner !== null) visit(inner, path, here)
    else if (schema instanceof z.ZodObject) {
      for (const [key, field] of Object.entries(schema.shape as Record<string, z.ZodType>)) visit(field, `${path}.${key}`, here)
      const { catchall } = schema.def
      if (catchall !== undefined && !(catchall instanceof z.ZodNever)) visit(catchall as z.ZodType, `${path}.*`, here)
    } else if (schema instanceof z.ZodArray) visit(schema.element as z.ZodType, `${path}[]`, here)
    else if (schema instanceof z.ZodUnion) each(schema.options as readonly z.ZodType[], (index) => `${path}|${index}`)
    else if (schema instanceof z.ZodTuple) each(schema.def.items as readonly z.ZodType[], (index) => `${path}[${index}]`)
    else if (schema instanceof z.ZodRecord) visit(schema.valueType as z.ZodType, `${path}.*`, here)
    else if (schema instanceof z.ZodPipe) visit(schema.in as z.ZodType, path, here)
    else if (schema instanceof z.ZodUUID) add('uuid')
    else if (
      !(schema instanceof z.ZodNumber) &&
      !(schema instanceof z.ZodBoolean) &&
      !(schema instanceof z.ZodLiteral) &&
      !(schema instanceof z.ZodEnum) &&
      !(schema instanceof z.ZodNull) &&
      schema !== instants
    )
      add('unmarked')
  }
  visit(root, '', { subject: null, isNamed: true })
  return texts
}

const channels = Object.keys(contract) as readonly Channel[]
const outputs = channels.flatMap((channel) =>
  listTexts(contract[channel].output, contract[channel].input).map((text) => ({ ...text, channel })),
)
const name = ({ channel, path }: { readonly channel: Channel; readonly path: string }) => `${channel}${path}`

/** Answers whose reader is not the house, or whose rows each have a person of their own: the use case redacts them. */
const REDACTED_BY_USE_CASE: readonly Channel[] = [
  'clientSummary.read',
  'releasePaper.read',
  'partner.enquiry',
  'audit.list',
  'audit.listUnread',
]
/** The person is reached by the contact plan, so nothing of it is redacted. */
const NEVER_REDACTED = ['handoff.read.plan', 'plan.read', 'plan.versions']

describe('every text of the contract', () => {
  test('is marked as free text or as something that holds none, so that a new field cannot be forgotten (M5)', () => {
    expect(outputs.length).toBeGreaterThan(300)
    expect(outputs.filter(({ kind }) => kind === 'unmarked').map(name)).toEqual([])
  })

  test('that is free text says whose withheld words apply, by an id that is there (M5)', () => {
    const free = outputs.filter(({ kind }) => kind === 'free_text')
    expect(free.length).toBeGreaterThan(60)
    expect(free.filter(({ subject }) => subject === null).map(name)).toEqual([])
    expect(outputs.filter(({ isNamed }) => !isNamed).map(name)).toEqual([])
  })

  test('is left to the use case, or never redacted, only where this list says so', () => {
    const ofKind = (kind: RedactionSubject['kind']) => outputs.filter(({ subject }) => subject?.kind === kind)
    expect(new Set(ofKind('use_case').map(({ channel }) => channel))).toEqual(new Set(REDACTED_BY_USE_CASE))
    expect(ofKind('nobody').filter((text) => !NEVER_REDACTED.some((path) => name(text).startsWith(path)))).toEqual([])
  })

  test('of an input that is redacted before it is stored names its subject (M5)', () => {
    const inputs = channels.flatMap((channel) => listTexts(contract[channel].input).map((text) => ({ ...text, channel })))
    expect(inputs.filter(({ isNamed }) => !isNamed).map(name)).toEqual([])
    expect(new Set(inputs.flatMap(({ subject, channel }) => (subject === null ? [] : [channel])))).toEqual(
      new Set<Channel>([
        'meeting.begin',
        'meeting.execute',
        'meeting.saveText',
        'accompaniment.decide',
        'accompaniment.increase',
        'accompaniment.end',
        'release.recordDisclosure',
        'release.revoke',
        'withoutConsent.write',
        'stay.saveLaterContact',
        'goal.save',
        'goal.drop',
      ]),
    )
  })

  test('has a kind that some text has', () => {
    const inputs = channels.flatMap((channel) => listTexts(contract[channel].input))
    const kinds = new Set([...outputs, ...inputs].map(({ kind }) => kind))
    expect(TEXT_KINDS.filter((kind) => !kinds.has(kind))).toEqual([])
  })
})
