import { z } from 'zod'
import { getTextKind } from './text-kinds'

/** Replaces what the person keeps private in one text (M5). */
export type Redact = (text: string) => string

/** What names the person whose withheld words apply: the person or something that is about the person. */
export const SUBJECT_KINDS = ['person', 'handoff', 'meeting', 'stay', 'goal', 'release'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/**
 * Whose withheld words apply in an object: `field` is an id in the object itself or in the call's input. `use_case`: the use
 * case redacts it, because who reads it is not the house (a partner, a sheet of paper). `nobody`: it is shown as it was
 * written.
 */
export type RedactionSubject =
  | { readonly kind: SubjectKind; readonly field: string; readonly namedBy: 'value' | 'input' }
  | { readonly kind: 'use_case' }
  | { readonly kind: 'nobody' }

/** Whose withheld words apply: `z.strictObject(…).register(subjects, speaksOf('handoff', 'handoffId'))`. */
export const subjects = z.registry<RedactionSubject>()

/** An object is about the person whom its own `field` names. */
export const speaksOf = (kind: SubjectKind, field: string): RedactionSubject => ({ kind, field, namedBy: 'value' })
/** An answer is about the person whom the call's input names in `field`. */
export const answersAbout = (kind: SubjectKind, field: string): RedactionSubject => ({ kind, field, namedBy: 'input' })
/** The use case redacts this itself with `redactFor`, because its reader is a partner or a sheet of paper. */
export const redactedByUseCase: RedactionSubject = { kind: 'use_case' }
/** Nothing of it is redacted: the person is reached by the contact plan, and chose its words. */
export const neverRedacted: RedactionSubject = { kind: 'nobody' }

/** Finds the redactor for the person whom an id names; null where the person keeps nothing private. */
export type FindRedactor = (kind: SubjectKind, id: string) => Redact | null

interface RedactionContext {
  readonly redact: Redact | null
  /** Null where one redactor holds for the whole value. */
  readonly findRedactor: FindRedactor | null
  readonly input: unknown
}
type Walk = (value: unknown, context: RedactionContext) => unknown

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const redactText: Walk = (value, { redact }) => (typeof value === 'string' && redact !== null ? redact(value) : value)

const listWalks = (schemas: readonly z.ZodType[]): readonly Walk[] => schemas.map(getWalk).filter((walk) => walk !== null)

function walkObject(shape: Readonly<Record<string, z.ZodType>>, others: z.ZodType | undefined): Walk | null {
  const walks = new Map(Object.entries(shape).flatMap(([key, schema]) => listWalks([schema]).map((walk) => [key, walk] as const)))
  const otherWalk = others === undefined ? null : getWalk(others)
  if (walks.size === 0 && otherWalk === null) return null
  return (value, context) => {
    if (!isObject(value)) return value
    const redacted: Record<string, unknown> = {}
    for (const [key, field] of Object.entries(value)) {
      const walk = Object.hasOwn(shape, key) ? walks.get(key) : otherWalk
      redacted[key] = walk ? walk(field, context) : field
    }
    return redacted
  }
}

function walkEach(element: z.ZodType): Walk | null {
  const walk = getWalk(element)
  return walk && ((value, context) => (Array.isArray(value) ? value.map((one) => walk(one, context)) : value))
}

function walkTuple(items: readonly z.ZodType[], rest: z.ZodType | null): Walk | null {
  const walks = items.map(getWalk)
  const restWalk = rest && getWalk(rest)
  if (restWalk === null && walks.every((walk) => walk === null)) return null
  return (value, context) =>
    Array.isArray(value)
      ? value.map((one: unknown, index) => (index < walks.length ? walks[index]?.(one, context) : restWalk?.(one, context)) ?? one)
      : value
}

/** A text that is marked in one of the options is redacted: rather too much than too little. */
function walkUnion(options: readonly z.ZodType[]): Walk | null {
  const walks = listWalks(options)
  if (walks.length === 0) return null
  return (value, context) => walks.reduce((redacted, walk) => walk(redacted, context), value)
}

const listDiscriminants = (schema: z.ZodType | undefined): readonly unknown[] =>
  schema instanceof z.ZodLiteral ? [...schema.values] : schema instanceof z.ZodEnum ? schema.options : []

/** The option that the discriminator names; every option where it names none of them. */
function walkDiscriminatedUnion(discriminator: string, options: readonly z.ZodType[]): Walk | null {
  const walkAny = walkUnion(options)
  if (walkAny === null) return null
  const walks = new Map(
    options.flatMap((option) =>
      option instanceof z.ZodObject
        ? listDiscriminants((option.shape as Record<string, z.ZodType>)[discriminator]).map((named) => [named, getWalk(option)] as const)
        : [],
    ),
  )
  return (value, context) => {
    const walk = isObject(value) ? walks.get(value[discriminator]) : null
    return walk === undefined ? walkAny(value, context) : walk === null ? value : walk(value, context)
  }
}

/** What holds a schema that stands for another one: nullable, optional, default, read-only. */
const unwrap = (schema: z.ZodType): z.ZodType | null =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly
    ? (schema.def.innerType as z.ZodType)
    : null

function createContentWalk(schema: z.ZodType): Walk | null {
  if (schema instanceof z.ZodObject)
    return walkObject(schema.shape as Record<string, z.ZodType>, schema.def.catchall as z.ZodType | undefined)
  if (schema instanceof z.ZodArray) return walkEach(schema.element as z.ZodType)
  if (schema instanceof z.ZodDiscriminatedUnion)
    return walkDiscriminatedUnion(schema.def.discriminator, schema.options as readonly z.ZodType[])
  if (schema instanceof z.ZodUnion) return walkUnion(schema.options as readonly z.ZodType[])
  if (schema instanceof z.ZodTuple) return walkTuple(schema.def.items as readonly z.ZodType[], schema.def.rest as z.ZodType | null)
  if (schema instanceof z.ZodRecord) return walkObject({}, schema.valueType as z.ZodType)
  if (schema instanceof z.ZodPipe) return walkUnion([schema.in as z.ZodType, schema.out as z.ZodType])
  const inner = unwrap(schema)
  return inner && getWalk(inner)
}

function createWalk(schema: z.ZodType): Walk | null {
  const subject = subjects.get(schema)
  if (subject?.kind === 'nobody') return null
  const textKind = getTextKind(schema)
  if (textKind !== undefined) return textKind === 'free_text' ? redactText : null
  const walk = createContentWalk(schema)
  if (walk === null || subject === undefined) return walk
  return (value, context) => {
    const { findRedactor, input } = context
    if (findRedactor === null || value === null || value === undefined) return walk(value, context)
    if (subject.kind === 'use_case') return value
    const named = subject.namedBy === 'input' ? input : value
    const id = isObject(named) ? named[subject.field] : undefined
    return walk(value, { ...context, redact: typeof id === 'string' ? findRedactor(subject.kind, id) : null })
  }
}

/** A schema never changes, so its way to the marked texts is looked for once. */
const walksBySchema = new WeakMap<z.ZodType, Walk | null>()

/** What redacts the marked texts in a value of this schema; null where it holds none. */
function getWalk(schema: z.ZodType): Walk | null {
  const known = walksBySchema.get(schema)
  if (known !== undefined) return known
  const walk = createWalk(schema)
  walksBySchema.set(schema, walk)
  return walk
}

/** True for a schema whose values may hold a text that is marked as free text. */
export const holdsFreeText = (schema: z.ZodType): boolean => getWalk(schema) !== null

/** The value with every text redacted that its schema marks as free text; everything else stays as it is. */
export const redactFor = <T>(schema: z.ZodType, value: T, redact: Redact): T =>
  (getWalk(schema)?.(value, { redact, findRedactor: null, input: null }) ?? value) as T

/** The same for what holds texts about several people: each object says by `speaksOf` or `answersAbout` whose words apply. */
export const redactForSubjects = <T>(schema: z.ZodType, value: T, findRedactor: FindRedactor, input: unknown): T =>
  (getWalk(schema)?.(value, { redact: null, findRedactor, input }) ?? value) as T
