import { and, asc, eq } from 'drizzle-orm'
import type { HandoffId, PartnerId, PersonId, StaffId } from '#shared/domain/ids'
import { HOUR, MINUTE } from '#shared/domain/moment'
import { KINDS_OF_HELP, PROMPTS, type AttemptOutcome } from '#shared/domain/vocabulary'
import { task } from '../../../electron/storage/schema'
import type { Chance } from './chance'
import { must } from './desk'
import type { StaffName } from './founding'
import { PARTNERS, type PartnerName } from './partners'
import { EVERY_DAY, type Cast, type Command, type Hours, type Plan, type Referral } from './referral'
import { inventPerson, type Invented } from './people'

/** One handoff, told from the desk. Its verbs are the office's own calls, at the moment that the story has come to. */
export class Tale {
  readonly cast: Cast
  by: StaffName
  #id: HandoffId | null = null
  #person: PersonId | null = null
  #invented: Invented

  constructor(cast: Cast, by: StaffName) {
    this.cast = cast
    this.by = by
    this.#invented = inventPerson(cast.chance, (cast.people += 1))
  }

  get now(): number {
    return this.cast.desk.now
  }

  get chance(): Chance {
    return this.cast.chance
  }

  get id(): HandoffId {
    if (this.#id === null) throw new Error('the story has not begun')
    return this.#id
  }

  worker(name: StaffName): StaffId {
    const worker = this.cast.desk.workers.get(name)
    if (!worker) throw new Error(`no ${name}`)
    return worker.id
  }

  /** Minutes from now. */
  in(least: number, most: number): number {
    return this.now + this.chance.between(least, most) * MINUTE
  }

  /** When somebody gets round to the next action: so many minutes after it is due, and before her safe stretch ends. */
  whenDue(least: number, most: number): number {
    const { db } = this.cast.desk
    const next = db
      .select({ dueAt: task.dueAt, until: task.until })
      .from(task)
      .where(and(eq(task.handoffId, this.id), eq(task.open, 1)))
      .orderBy(asc(task.dueAt))
      .limit(1)
      .get()
    if (!next) throw new Error('nothing is due')
    const at = Math.max(this.now + MINUTE, next.dueAt) + this.chance.between(least, most) * MINUTE
    return next.until === null || next.until <= this.now + MINUTE ? at : Math.max(this.now + MINUTE, Math.min(at, next.until - MINUTE))
  }

  refer(change: Referral = {}): void {
    const { chance, cast } = this
    const again = change.again === true && cast.known.length > 0 ? chance.pick(cast.known) : null
    const { name, alias, language, phone } = this.#invented
    const outside = change.to !== undefined
    const source = change.source ?? chance.weighted([[4, 'herself' as const], ...PARTNERS.map((one) => [one.weight, one.name] as const)])
    const fromPartner = !outside && source !== 'herself'
    const safe = change.safe ?? 'yes'
    const made = must(cast.desk, this.by, 'handoff.create', {
      direction: change.to === undefined ? 'incoming' : 'partner' in change.to ? 'outgoing' : 'internal',
      source: outside
        ? { kind: 'staff', id: this.worker(this.by) }
        : source === 'herself'
          ? { kind: 'herself' }
          : { kind: 'partner', id: this.partner(source) },
      receiver:
        change.to === undefined
          ? { kind: 'us' }
          : 'partner' in change.to
            ? { kind: 'partner', id: this.partner(change.to.partner) }
            : { kind: 'staff', id: this.worker(change.to.staff) },
      person: again
        ? { kind: 'existing', id: again.personId }
        : { kind: 'new', name: change.who?.name ?? name, alias: change.who?.alias ?? (change.who ? '' : alias) },
      helps: change.helps ?? [...new Set([chance.pick(KINDS_OF_HELP), chance.pick(KINDS_OF_HELP)])],
      prompt: chance.pick(PROMPTS),
      note: change.note ?? '',
      receivedAt: change.earlier === undefined ? null : this.now - change.earlier,
      earlierBecause: change.earlier === undefined ? '' : 'Written on paper first, the desk was busy.',
      questions: {
        number: again ? { kind: 'as_in_plan' } : change.noNumber ? { kind: 'not_known' } : { kind: 'known', value: phone, readBack: true },
        safeToCall: safe,
        safeTimes: safe === 'only_at_times' ? (change.times ?? [{ weekdays: EVERY_DAY, from: 9 * 60, to: 21 * 60 }]) : [],
        language: again
          ? { kind: 'as_in_plan' }
          : chance.likely(0.05)
            ? { kind: 'not_known' }
            : { kind: 'known', value: change.language ?? language },
      },
      sourceMayHelp: fromPartner && (change.mayHelp ?? chance.likely(0.6)),
      mayTellSource:
        change.mayTell ??
        (fromPartner
          ? chance.weighted([
              [6, 'receipt_only'],
              [3, 'reached_or_not'],
              [2, 'and_next_step'],
            ] as const)
          : 'receipt_only'),
      risks: change.risks ?? [],
      permissionGiven: change.permissionGiven ?? outside,
      assignedTo: this.worker(this.by),
    })
    this.#id = made.id
    this.#person = must(cast.desk, this.by, 'handoff.read', { id: made.id }).personId
  }

  partner(name: PartnerName): PartnerId {
    const id = this.cast.partners.get(name)
    if (!id) throw new Error(`no ${name}`)
    return id
  }

  do(command: Command, by: StaffName = this.by): void {
    must(this.cast.desk, by, 'handoff.do', { id: this.id, command })
  }

  attempt(outcome: AttemptOutcome, change: Partial<Extract<Command, { kind: 'log_attempt' }>> = {}): void {
    const stopped = outcome === 'not_safe_stopped'
    this.do({
      kind: 'log_attempt',
      at: null,
      channel: 'call',
      wayId: 'w1',
      outcome,
      safeCheck: stopped ? 'not_safe' : 'safe',
      note: '',
      checkAt: null,
      override: false,
      ...change,
    })
  }

  /** P5: a new version of her plan. */
  plan(change: (plan: Plan) => Plan, verifiedWith: 'her' | 'source' | null): void {
    if (this.#person === null) throw new Error('the story has not begun')
    const current = must(this.cast.desk, this.by, 'plan.read', { personId: this.#person })
    if (!current) throw new Error('she has no plan')
    const plan = change(structuredClone(current.plan) as Plan)
    must(this.cast.desk, this.by, 'plan.save', { personId: this.#person, basedOn: current.version, plan, verifiedWith })
  }

  /** What is asked when she is on the line: way, language and hours, verified with her (C4 a). */
  verifyPlan(hours?: Hours[]): void {
    const { chance } = this
    this.plan(
      (plan) => ({
        ...plan,
        mayContact: 'yes',
        language: plan.language || this.#invented.language,
        interpreter: plan.interpreter === 'not_known' ? this.#invented.interpreter : plan.interpreter,
        safeHours: hours ? { kind: 'times', allowed: hours } : plan.safeHours.kind === 'not_known' ? { kind: 'any' } : plan.safeHours,
        ways: plan.ways.map((way) => ({
          ...way,
          label: way.label || 'mobile',
          whose:
            way.whose === 'not_known'
              ? chance.weighted([
                  [5, 'hers_alone'],
                  [2, 'shared'],
                  [1, 'someone_elses'],
                ] as const)
              : way.whose,
          safeFor: [...new Set([...way.safeFor, 'call' as const, ...(chance.likely(0.5) ? (['text'] as const) : [])])],
          voicemail:
            way.voicemail === 'not_known'
              ? chance.weighted([
                  [6, 'none'],
                  [2, 'first_name_only'],
                ] as const)
              : way.voicemail,
        })),
        ifSomeoneElse: plan.ifSomeoneElse || (chance.likely(0.4) ? 'Sorry, wrong number' : ''),
        codeWords: chance.likely(0.2) ? { safe: 'blue kettle', notSafe: 'the parcel', police: 'red coat' } : plan.codeWords,
      }),
      'her',
    )
  }

  /** All three parts of C4 at once. */
  confirm(change: Partial<Extract<Command, { kind: 'save_confirmation' }>> = {}): void {
    this.verifyPlan()
    const { chance } = this
    const [kind, what] = chance.pick([
      ['intake', 'Intake talk at our office'],
      ['appointment', 'Meets the housing worker'],
      ['clinic', 'Legal clinic, first talk'],
      ['self_help', 'Court self-help desk'],
    ] as const)
    const dated = chance.likely(0.25)
    const risk = {
      kind: chance.pick(['court_date', 'filing_window', 'benefit_cut_off', 'lease_or_notice'] as const),
      date: this.now + chance.between(5, 30) * 24 * HOUR,
      what: '',
      routedTo: 'Birch Street Legal',
    }
    this.do({
      kind: 'save_confirmation',
      at: null,
      wayVerified: true,
      nextStep: {
        kind,
        what,
        date: null,
        waitLength: '',
        herWords: chance.likely(0.3) ? 'So I come on the morning and bring my papers.' : '',
      },
      risks: dated ? { answer: 'dates', dates: [risk] } : { answer: 'none', dates: [] },
      ...change,
    })
  }

  /** She may come again one day. */
  remember(): void {
    if (this.#person !== null) this.cast.known.push({ personId: this.#person, language: this.#invented.language })
  }
}
