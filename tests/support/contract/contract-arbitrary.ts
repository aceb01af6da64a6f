import fc, { type Arbitrary } from 'fast-check'
import type { z } from 'zod'

/** The pool from which the values of a call are drawn, so that many of them mean something. */
export interface ValuePool {
  readonly ids: readonly string[]
  /** Ids for fields that name a worker. */
  readonly staff: readonly string[]
  /** Ways, reasons, names, numbers of the office. */
  readonly words: readonly string[]
  /** UTC ms. */
  readonly now: number
}

/** What no failure may repeat. */
export const SENTINEL = 'Zenobia'
const STAFF_FIELDS = ['staffId', 'assignedTo', 'worker', 'owner', 'to', 'lead']
const HOUR = 3_600_000
const FIRST = 946_684_800_000
const LAST = 4_102_444_800_000

interface SchemaDefinition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, string>>
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: Readonly<Record<string, unknown>> } }[]
}

/** Returns a bound that a check sets: `min_length` → `minimum` and so on. */
function bound({ checks = [] }: SchemaDefinition, check: string, key: string): number | undefined {
  const found = checks.map((one) => one._zod.def).filter((one) => one['check'] === check)
  return found.map((one) => one[key]).filter((value) => typeof value === 'number')[0]
}

function numbers(def: SchemaDefinition, { now }: ValuePool): Arbitrary<unknown> {
  const min = bound(def, 'greater_than', 'value')
  const max = bound(def, 'less_than', 'value')
  if (min !== FIRST) return fc.integer({ min: min ?? -3, max: max ?? 30 })
  const near = fc.integer({ min: -400, max: 400 }).map((half) => now + (half * HOUR) / 2)
  return fc.oneof({ weight: 6, arbitrary: near }, { weight: 1, arbitrary: fc.constantFrom(FIRST, LAST, now, now + 1, now - 1) })
}

function texts(def: SchemaDefinition, { ids, staff, words }: ValuePool, field: string): Arbitrary<string> {
  if (def.format === 'uuid')
    return fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...(STAFF_FIELDS.includes(field) ? staff : ids)) },
      { weight: 1, arbitrary: fc.uuid() },
    )
  const formats = (def.checks ?? []).map((one) => one._zod.def['format'])
  if (formats.includes('regex')) return fc.constantFrom('07:00', '19:00')
  const maxLength = Math.min(40, bound(def, 'max_length', 'maximum') ?? 40)
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength }) },
  )
}

/** Generates inputs of the schema's form; they may still break a rule. */
export function fittingInput(schema: z.ZodType, pool: ValuePool, field = ''): Arbitrary<unknown> {
  const def = schema._zod.def as unknown as SchemaDefinition
  const inner = (one: z.ZodType | undefined, name = field) => fittingInput(one as z.ZodType, pool, name)
  switch (def.type) {
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, one]) => [key, inner(one, key)])))
    case 'array': {
      const exact = bound(def, 'length_equals', 'length')
      const minLength = exact ?? bound(def, 'min_length', 'minimum') ?? 0
      return fc.array(inner(def.element), { minLength, maxLength: exact ?? Math.max(minLength, 3) })
    }
    case 'nullable':
      return fc.option(inner(def.innerType))
    case 'readonly':
      return inner(def.innerType)
    case 'optional':
      return fc.option(inner(def.innerType), { nil: undefined })
    case 'union':
      return fc.oneof(...(def.options ?? []).map((one) => inner(one)))
    case 'pipe':
      return inner(def.in)
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'boolean':
      return fc.boolean()
    case 'string':
      return texts(def, pool, field)
    case 'number':
      return numbers(def, pool)
    default:
      throw new Error(`the contract uses ${def.type}, which is not drawn yet`)
  }
}

/** Generates a sample of which a field or two are drawn anew. */
export function variedInput(sample: object, schema: z.ZodType, pool: ValuePool): Arbitrary<unknown> {
  const keys = Object.keys(sample)
  return fc
    .tuple(fittingInput(schema, pool), fc.subarray(keys, { maxLength: Math.min(2, keys.length) }))
    .map(([drawn, anew]) => ({ ...sample, ...Object.fromEntries(anew.map((key) => [key, (drawn as Record<string, unknown>)[key]])) }))
}

/** Whatever structured clone can carry, and a little more. */
export const anything: Arbitrary<unknown> = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withTypedArray: true,
  withSparseArray: true,
  withObjectString: true,
  withBoxedValues: true,
})

const createObject = (entries: readonly (readonly [string, unknown])[]): object => {
  const made = {}
  for (const [key, value] of entries) Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true })
  return made
}

const WRONG_VALUES: readonly unknown[] = [null, undefined, '', 0, -1, 1.5, NaN, Infinity, 2 ** 53, true, [], {}, 'null', '0']
const WRONG_TEXTS: readonly string[] = [
  `${SENTINEL} 780 555 0199`,
  `${SENTINEL}\uD83D`,
  `\uDC00${SENTINEL}`,
  `${SENTINEL}\u0000`,
  `\u202E${SENTINEL}`,
  "' OR 1=1 --",
  '../../etc/passwd',
  '"*" NEAR(',
  SENTINEL.repeat(3_000),
  SENTINEL.repeat(80_000),
  `a${'\u0301'.repeat(9_000)}`,
  '\u{1F600}'.repeat(15_000),
]
const wrong: Arbitrary<unknown> = fc.oneof(anything, fc.constantFrom(...WRONG_VALUES), fc.constantFrom(...WRONG_TEXTS))
const extra = fc.tuple(fc.constantFrom('__proto__', 'constructor', 'toJSON', 'then', 'extra', 'side', SENTINEL, ''), wrong)

/** Generates a fitting input with one defect: a value, a missing key, an additional key. */
export function mutatedInput(fit: Arbitrary<unknown>): Arbitrary<unknown> {
  const change = fc.record({
    steps: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 }),
    how: fc.nat({ max: 3 }),
    value: wrong,
    extra,
  })
  return fc.tuple(fit, change).map(([value, { steps, how, value: other, extra: more }]) => {
    const walk = (at: unknown, [step = 0, ...rest]: readonly number[]): unknown => {
      if (typeof at !== 'object' || at === null) return other
      const entries = Object.entries(at)
      if (entries.length === 0 || how === 0 || (rest.length === 0 && how === 1))
        return Array.isArray(at) ? [...(at as unknown[]), other] : createObject([...entries, more])
      const index = step % entries.length
      const changed =
        how === 2 && rest.length === 0
          ? entries.toSpliced(index, 1)
          : entries.map(([key, one], no): [string, unknown] => [key, no === index ? walk(one, rest) : one])
      return Array.isArray(at) ? changed.map(([, one]) => one) : createObject(changed)
    }
    return walk(value, steps)
  })
}
