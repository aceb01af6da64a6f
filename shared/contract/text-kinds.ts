import { z } from 'zod'

/**
 * What a text of the contract is. Only `free_text` may hold what the person keeps private, so it is what redaction follows
 * (M5); every other text of an output says here why it needs none. A text without a kind fails the law in
 * `tests/laws/contract/text-kinds.test.ts`.
 */
export const TEXT_KINDS = [
  /** A worker typed it about the person. */
  'free_text',
  /** How the person is called: the label, the alias, the initials, the name and its spellings, the pronoun. */
  'person_name',
  'worker_name',
  /** A partner or a worker, from whom and to whom a handoff goes. */
  'party_name',
  /** An id, a code of a list, or several of them with blanks between. */
  'code',
  /** What the office writes about itself and its rules: the shelter, its policy, the labels of its lists, a law or contract. */
  'office_words',
  /** What the directory says about a partner. */
  'partner_words',
  /** A number to dial or a value of the contact plan: the person is reached by it. */
  'contact_value',
  /** Words of the person that were stored without names and without what the person keeps private (A3, A6). */
  'anonymous_words',
  /** A release stays as the person signed it (section 8). */
  'signed_words',
  /** A worker's own unsent words (S3). */
  'draft',
  /** The list of what the person keeps private, for the worker who keeps it. */
  'withheld_words',
  /** A passphrase or recovery words, shown once. */
  'secret',
] as const
export type TextKind = (typeof TEXT_KINDS)[number]

const textKinds = z.registry<{ readonly kind: TextKind }>()

/** Marks a schema of a text with its kind; the last mark counts. */
export function markText<S extends z.ZodType>(kind: TextKind, schema: S): S {
  textKinds.add(schema, { kind })
  return schema
}

/** The kind that a schema is marked with; undefined where it has none. */
export const getTextKind = (schema: z.ZodType): TextKind | undefined => textKinds.get(schema)?.kind

const createText = (kind: TextKind) => markText(kind, z.string())

/** The texts of outputs. What is typed comes in through `line`, `optionalLine` and `note` of `values.ts`, which are free text. */
export const freeText = createText('free_text')
export const personName = createText('person_name')
export const workerName = createText('worker_name')
export const partyName = createText('party_name')
export const code = createText('code')
export const officeWords = createText('office_words')
export const partnerWords = createText('partner_words')
export const contactValue = createText('contact_value')
export const anonymousWords = createText('anonymous_words')
export const signedWords = createText('signed_words')
export const withheldWords = createText('withheld_words')
