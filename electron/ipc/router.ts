import type { Answer, Entry, Failure, Stage, Topic } from '#shared/contract/entry'
import type { AuditLine } from '#shared/domain/audit'
import type { PersonId } from '#shared/domain/ids'
import type { Outcome } from '#shared/domain/outcome'
import type { z } from 'zod'
import type { Ids, Log } from '../ports'
import type { Book } from '../storage/book'
import type { ReadableDb, WritableDb } from '../storage/database'
import { storageFault } from '../storage/faults'
import { mergedIds } from '../storage/merges'
import type { AnyUseCase, AuditDetail, Me } from '../usecases/context'
import type { Ledger } from '../usecases/ledger'
import { isPlain } from './plain'
import { withLiving, withoutStrangers } from './strangers'
import { traceOf } from './trace'

/** A call about the office itself (set-up, sign-in, keys): it works without an open book or outside one transaction, and may take its time. */
export type OfficeCall = (input: never) => Outcome<unknown, Failure> | Promise<Outcome<unknown, Failure>>

/** What the router has to know of the office at the moment of a call. */
export interface Desk {
  readonly stage: Stage
  readonly book: Book | null
  readonly me: Me | null
  readonly zone: string
  readonly ledger: Pick<Ledger, 'append' | 'committed' | 'keepRead' | 'keepRefused'>
  readonly ids: Ids
  readonly log: Log
  /** D6: too little space left to write safely. */
  readonly isFull: boolean
  /** Effective time (T3), UTC ms. */
  now(): number
  /** I3: people who do not exist for whoever sits at the desk, and every id by which they could be named. */
  hidden(db: ReadableDb): { readonly people: ReadonlySet<PersonId>; readonly ids: ReadonlySet<string> }
  /** Runs inside each writing transaction, before COMMIT. */
  mark(db: WritableDb, now: number): void
  /** After COMMIT. */
  changed(topics: readonly Topic[]): void
}

export type Calls = Readonly<Record<string, Entry>>
export type Route = (channel: string, raw: unknown) => Promise<Answer<unknown>>

const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure })

function invalid(error: z.ZodError): { readonly ok: false; readonly failure: Failure } {
  // Our own refinements say a word of theirs; zod's sentences are not passed on, because some quote the value.
  const word = (issue: z.core.$ZodIssue) => (issue.code === 'custom' && /^[a-z_]{1,40}$/.test(issue.message) ? issue.message : issue.code)
  return failed({ kind: 'invalid', fields: error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), code: word(issue) })) })
}

/** T1: the record, person, partner or worker that a call names; for something new, what it answers. */
function aboutOf(...named: readonly unknown[]): string | null {
  for (const one of named)
    for (const key of ['id', 'handoffId', 'personId', 'staffId'] as const)
      if (typeof one === 'object' && one !== null && key in one && typeof one[key as never] === 'string') return one[key as never]
  return null
}

/** Section 13, L1: where and by whom, as the contract says; decided here and nowhere else. */
function mayCall({ stages, who }: Entry, { stage, me }: Pick<Desk, 'stage' | 'me'>): boolean {
  if (!stages.includes(stage)) return false
  return who === null || me?.roles.some((role) => who.includes(role)) === true
}

/**
 * The one door into the office (I1): known call → allowed in this stage and to this role → input of the contract's form →
 * one transaction with its audit line → use case → output of the contract's form → COMMIT → topics. It never throws and
 * never says more than the closed list of failures.
 */
export function createRouter(
  contract: Calls,
  useCases: Readonly<Record<string, AnyUseCase>>,
  officeCalls: Readonly<Record<string, OfficeCall>>,
  desk: Desk,
): Route {
  const carryOut = async (channel: string, entry: Entry, input: unknown): Promise<Outcome<unknown, Failure>> => {
    const officeCall = Object.hasOwn(officeCalls, channel) ? officeCalls[channel] : undefined
    if (officeCall !== undefined) {
      const { book } = desk
      const named =
        book === null || entry.beyond ? input : withoutStrangers(input, book.read((db) => desk.hidden(db)).ids, () => desk.ids.uuid())
      const outcome = await officeCall(named as never)
      return outcome.ok ? { ok: true, value: entry.output.parse(outcome.value) } : outcome
    }
    const useCase = useCases[channel]
    const { book, me } = desk
    if (useCase === undefined || book === null || me === null) return failed({ kind: 'closed_to_you', stage: desk.stage })
    const now = desk.now()
    let detail: AuditDetail = {}
    const line = (value: unknown): AuditLine | null => {
      const kind = detail.kind === undefined ? entry.keeps : detail.kind
      return kind === null ? null : { at: now, by: me.id, kind, about: detail.about ?? aboutOf(input, value), facts: detail.facts ?? {} }
    }
    const run = (db: WritableDb): Outcome<unknown, Failure> => {
      const { people, ids } = desk.hidden(db)
      const keep = (more: AuditDetail) => void (detail = { ...detail, ...more })
      const call = { db, now, zone: desk.zone, me, ids: desk.ids, hidden: people, keep }
      const living = withLiving(input, mergedIds(db))
      const outcome = useCase(call as never, (entry.beyond ? living : withoutStrangers(living, ids, () => desk.ids.uuid())) as never)
      return outcome.ok ? { ok: true, value: entry.output.parse(outcome.value) } : outcome
    }
    if (entry.does === 'reads') {
      // By its type a reading use case gets a `ReadableDb`; the book holds the connection to it.
      const outcome = book.read((db) => run(db as WritableDb))
      const kept = outcome.ok ? line(outcome.value) : null
      if (kept !== null) desk.ledger.keepRead(kept)
      return outcome
    }
    if (desk.isFull) return failed({ kind: 'storage', what: 'full' })
    let kept: AuditLine | null = null
    const outcome = book.write(
      (db) => {
        const done = run(db)
        if (!done.ok) return done
        kept = line(done.value)
        if (kept !== null) desk.ledger.append(db, kept)
        desk.mark(db, now)
        return done
      },
      ({ ok }) => ok,
    )
    // T1: what the trail still owes was written only together with a line.
    if (outcome.ok && kept !== null) desk.ledger.committed()
    return outcome
  }

  const logged = (channel: string, error: unknown) => {
    const { event, where } = traceOf(error)
    desk.log.error(`${channel} ${event}`, where)
  }
  // It is written: whoever cannot be told must not make it look as if it were not (D4).
  const announce = (channel: string, topics: readonly Topic[]) => {
    try {
      desk.changed(topics)
    } catch (error) {
      logged(channel, error)
    }
  }
  const refused = (channel: string, failure: Failure, by = desk.me?.id ?? null): { readonly ok: false; readonly failure: Failure } => {
    try {
      desk.ledger.keepRefused(by, desk.now(), channel, failure)
    } catch (error) {
      logged(channel, error)
    }
    return failed(failure)
  }

  return async (channel, raw) => {
    const entry = typeof channel === 'string' && Object.hasOwn(contract, channel) ? contract[channel] : undefined
    if (entry === undefined) return refused('unknown', { kind: 'invalid', fields: [{ path: '', code: 'unknown_call' }] })
    if (!mayCall(entry, desk)) return refused(channel, { kind: 'closed_to_you', stage: desk.stage })
    // Somebody else may sit there when it ends.
    const by = desk.me?.id ?? null
    try {
      if (!isPlain(raw)) return refused(channel, { kind: 'invalid', fields: [{ path: '', code: 'not_plain' }] })
      const input = entry.input.safeParse(raw)
      if (!input.success) return refused(channel, invalid(input.error).failure)
      const answer = await carryOut(channel, entry, input.data)
      if (!answer.ok) return refused(channel, answer.failure, by)
      if (entry.topics.length > 0) announce(channel, entry.topics)
      return answer
    } catch (error) {
      const what = storageFault(error)
      if (what !== null) return failed({ kind: 'storage', what })
      logged(channel, error)
      return failed({ kind: 'broken' })
    }
  }
}
