import type { CallDefinition } from '#shared/contract/call'
import { holdsFreeText, redactForSubjects } from '#shared/contract/redact'
import type { ReadableDb } from '../storage/core/db-types'
import { createRedactorFinder } from '../storage/person/withheld'

function redactWithheld(db: ReadableDb, schema: CallDefinition['input'], value: unknown, input: unknown): unknown {
  if (!holdsFreeText(schema)) return value
  const findRedactor = createRedactorFinder(db)
  return findRedactor === null ? value : redactForSubjects(schema, value, findRedactor, input)
}

/**
 * M5: redacts what the person keeps private from everybody in what is to be stored, where the contract names a subject of the
 * input. One place for all calls.
 */
export const redactInput = (db: ReadableDb, { input: schema }: Pick<CallDefinition, 'input'>, input: unknown): unknown =>
  redactWithheld(db, schema, input, input)

/** M5: redacts it in what the house reads, because the person may have said so after it was written. One place for all calls. */
export const redactAnswer = (
  db: ReadableDb,
  { output: schema }: Pick<CallDefinition, 'output'>,
  input: unknown,
  answer: unknown,
): unknown => redactWithheld(db, schema, answer, input)
