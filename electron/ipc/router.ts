import type { Answer, CallDefinition, Failure, Stage, Topic } from '#shared/contract/call'
import type { NewAuditEntry } from '#shared/domain/audit/audit-log'
import type { SteadyTime } from '#shared/domain/core/elapsed'
import type { PersonId } from '#shared/domain/core/ids'
import type { Outcome } from '#shared/domain/core/outcome'
import type { z } from 'zod'
import type { Ids, Log } from '../ports'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { ReadableDb, WritableDb } from '../storage/core/db-types'
import { toStorageFault } from '../storage/core/database-faults'
import { loadMergedIds } from '../storage/person/merges'
import type { AuditDetail, Me, SessionCalls, UseCases } from '../session/call-context'
import type { OpenDatabase } from '../session/open-database'
import { isJsonSafe } from './json-safe'
import { resolveMergedIds, hideRestrictedIds } from './rewrite-ids'
import { describeError } from './describe-error'
import { redactAnswer, redactInput } from './redact-call'

/** What the router knows of the office at the moment of a call. */
export interface RouterSession {
  readonly stage: Stage
  readonly database: OfficeDatabase | null
  readonly me: Me | null
  readonly zone: string
  readonly openDatabase: Pick<OpenDatabase, 'appendEntry' | 'afterCommit' | 'recordRead' | 'recordRefusal'>
  readonly ids: Ids
  readonly log: Log
  /** D6: too little space is left to write safely. */
  readonly isFull: boolean
  /** Effective time (T3), UTC ms. */
  now(): number
  /** The same moment by the clock that nobody sets. */
  steady(): SteadyTime
  /** I3: people who do not exist for the caller, and every id by which they could be named. */
  hidden(db: ReadableDb): { readonly people: ReadonlySet<PersonId>; readonly ids: ReadonlySet<string> }
  /** Raises the high-water mark (T3) inside each writing transaction, before COMMIT. */
  raiseHighWaterMark(db: WritableDb, now: number): void
  /** Tells the screens after COMMIT what has changed. */
  changed(topics: readonly Topic[]): void
}

/** A contract: the definition of each call by its channel's name. */
export type ContractCalls = Readonly<Record<string, CallDefinition>>
/** Carries one call out. Never rejects. */
export type CallRouter = (channel: string, raw: unknown) => Promise<Answer<unknown>>

const fail = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure })

function toInvalidFailure(error: z.ZodError): { readonly ok: false; readonly failure: Failure } {
  // Our own refinements answer a code; zod's sentences are not passed on, because some quote the value.
  const toIssueCode = (issue: z.core.$ZodIssue) =>
    issue.code === 'custom' && /^[a-z_]{1,40}$/.test(issue.message) ? issue.message : issue.code
  return fail({
    kind: 'invalid',
    fields: error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), code: toIssueCode(issue) })),
  })
}

/** Finds the record, person, partner or worker that a call names; for something new, the one in its answer (T1). */
function findSubjectId(...named: readonly unknown[]): string | null {
  for (const one of named)
    for (const key of ['id', 'handoffId', 'personId', 'staffId'] as const)
      if (typeof one === 'object' && one !== null && key in one && typeof one[key as never] === 'string') return one[key as never]
  return null
}

/** True when the contract allows the call in this stage and to this role (section 13, L1). Decided only here. */
function mayCall({ stages, who }: CallDefinition, { stage, me }: Pick<RouterSession, 'stage' | 'me'>): boolean {
  if (!stages.includes(stage)) return false
  return who === null || me?.roles.some((role) => who.includes(role)) === true
}

type RunCall = (input: unknown) => Promise<Outcome<unknown, Failure>>

/** Carries calls out one after the other: deriving a key takes time, and two sign-ins at once would share one session. */
function createQueue(): (call: RunCall) => RunCall {
  let last: Promise<unknown> = Promise.resolve()
  return (call) => (input) => {
    const turn = last.then(() => call(input))
    last = turn.catch(() => undefined)
    return turn
  }
}

// The router's input comes from zod at run time, so here, and only here, the compiler's word for a call's form is given up.
type UncheckedUseCase = (context: never, input: never) => Outcome<unknown>
type UncheckedSessionCall = (input: never) => Outcome<unknown, Failure> | Promise<Outcome<unknown, Failure>>

/**
 * Creates the only way into the office (I1): known call → allowed in this stage and to this role → input of the contract's form →
 * one transaction with its audit entry, or the session's function → output of the contract's form → COMMIT → topics. The router
 * never throws and never says more than the closed list of failures.
 */
export function createRouter<C extends ContractCalls>(
  contract: C,
  useCases: UseCases<C>,
  sessionCalls: SessionCalls<C>,
  session: RouterSession,
): CallRouter {
  const runOnSession =
    (entry: CallDefinition, call: UncheckedSessionCall): RunCall =>
    async (input) => {
      const { database } = session
      const visibleInput =
        database === null || entry.mayNameHidden
          ? input
          : hideRestrictedIds(input, database.read((db) => session.hidden(db)).ids, () => session.ids.uuid())
      const outcome = await call(visibleInput as never)
      return outcome.ok ? { ok: true, value: entry.output.parse(outcome.value) } : outcome
    }

  const runInTransaction = (entry: CallDefinition, useCase: UncheckedUseCase, input: unknown): Outcome<unknown, Failure> => {
    const { database, me } = session
    if (database === null || me === null) return fail({ kind: 'closed_to_you', stage: session.stage })
    const now = session.now()
    let detail: AuditDetail = {}
    const buildAuditLine = (value: unknown): NewAuditEntry | null => {
      const kind = detail.kind === undefined ? entry.audits : detail.kind
      return kind === null
        ? null
        : { at: now, by: me.id, kind, about: detail.about ?? findSubjectId(input, value), facts: detail.facts ?? {} }
    }
    const runUseCase = (db: WritableDb): Outcome<unknown, Failure> => {
      const { people, ids } = session.hidden(db)
      const audit = (more: AuditDetail) => void (detail = { ...detail, ...more })
      const call = { db, now, steady: session.steady(), zone: session.zone, me, ids: session.ids, hidden: people, audit }
      const resolvedInput = resolveMergedIds(input, loadMergedIds(db))
      const visibleInput = entry.mayNameHidden ? resolvedInput : hideRestrictedIds(resolvedInput, ids, () => session.ids.uuid())
      const outcome = useCase(call as never, redactInput(db, entry, visibleInput) as never)
      return outcome.ok ? { ok: true, value: redactAnswer(db, entry, visibleInput, entry.output.parse(outcome.value)) } : outcome
    }
    if (entry.does === 'reads') {
      // By its type a reading use case gets a `ReadableDb`; the database itself refuses to write.
      const outcome = database.read((db) => runUseCase(db as WritableDb))
      const auditLine = outcome.ok ? buildAuditLine(outcome.value) : null
      if (auditLine !== null) session.openDatabase.recordRead(auditLine)
      return outcome
    }
    if (session.isFull) return fail({ kind: 'storage', what: 'full' })
    let auditLine: NewAuditEntry | null = null
    const outcome = database.write(
      (db) => {
        const result = runUseCase(db)
        if (!result.ok) return result
        auditLine = buildAuditLine(result.value)
        if (auditLine !== null) session.openDatabase.appendEntry(db, auditLine)
        session.raiseHighWaterMark(db, now)
        return result
      },
      ({ ok }) => ok,
    )
    // T1: what the audit log still owes is written only together with a line.
    if (outcome.ok && auditLine !== null) session.openDatabase.afterCommit()
    return outcome
  }

  const queue = createQueue()
  const bindCall = (channel: string, entry: CallDefinition): RunCall => {
    if (entry.runs === 'transaction') {
      const useCase = (useCases as Readonly<Record<string, UncheckedUseCase>>)[channel]
      if (useCase === undefined) throw new Error(`no use case for ${channel}`)
      return (input) => Promise.resolve(runInTransaction(entry, useCase, input))
    }
    const sessionCall = (sessionCalls as Readonly<Record<string, UncheckedSessionCall>>)[channel]
    if (sessionCall === undefined) throw new Error(`no session call for ${channel}`)
    const run = runOnSession(entry, sessionCall)
    return entry.runs === 'queued' ? queue(run) : run
  }
  const boundCalls = new Map(Object.entries(contract).map(([channel, entry]) => [channel, { entry, run: bindCall(channel, entry) }]))

  const logError = (channel: string, error: unknown) => {
    const { event, where } = describeError(error)
    session.log.error(`${channel} ${event}`, where)
  }
  // The change is committed: a listener that fails must not make it look as if it were not (D4).
  const announceTopics = (channel: string, topics: readonly Topic[]) => {
    try {
      session.changed(topics)
    } catch (error) {
      logError(channel, error)
    }
  }
  const recordRefusal = (
    channel: string,
    failure: Failure,
    by = session.me?.id ?? null,
  ): { readonly ok: false; readonly failure: Failure } => {
    try {
      session.openDatabase.recordRefusal(by, session.now(), channel, failure)
    } catch (error) {
      logError(channel, error)
    }
    return fail(failure)
  }

  return async (channel, raw) => {
    const bound = boundCalls.get(channel)
    if (bound === undefined) return recordRefusal('unknown', { kind: 'invalid', fields: [{ path: '', code: 'unknown_call' }] })
    const { entry, run } = bound
    if (!mayCall(entry, session)) return recordRefusal(channel, { kind: 'closed_to_you', stage: session.stage })
    // Another worker may be signed in when the call ends.
    const by = session.me?.id ?? null
    try {
      if (!isJsonSafe(raw)) return recordRefusal(channel, { kind: 'invalid', fields: [{ path: '', code: 'not_plain' }] })
      const input = entry.input.safeParse(raw)
      if (!input.success) return recordRefusal(channel, toInvalidFailure(input.error).failure)
      const answer = await run(input.data)
      if (!answer.ok) return recordRefusal(channel, answer.failure, by)
      if (entry.topics.length > 0) announceTopics(channel, entry.topics)
      return answer
    } catch (error) {
      const what = toStorageFault(error)
      if (what !== null) return fail({ kind: 'storage', what })
      logError(channel, error)
      return fail({ kind: 'broken' })
    }
  }
}
