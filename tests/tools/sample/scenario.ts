import { and, asc, eq } from 'drizzle-orm'
import type { Input } from '#shared/contract/index'
import type { HandoffId, PartnerId, PersonId, StaffId } from '#shared/domain/core/ids'
import { HOUR, MINUTE } from '#shared/domain/core/moment'
import { KINDS_OF_HELP, PROMPTS, type AttemptOutcome } from '#shared/domain/core/vocabulary'
import { task } from '../../../electron/storage/schema'
import type { RandomSource } from './random'
import { mustCall } from './sample-session'
import type { StaffName } from './set-up-sample'
import { PARTNERS, type PartnerName } from './partners'
import { EVERY_DAY, type ScenarioContext, type Command, type Hours, type Plan, type ReferralOptions } from './scenario-options'
import { inventPerson, type Invented } from './people'

/** One handoff, played through the office's own calls, at the moment that the scenario has reached. */
export class SampleScenario {
  readonly context: ScenarioContext
  by: StaffName
  #id: HandoffId | null = null
  #person: PersonId | null = null
  #invented: Invented

  constructor(context: ScenarioContext, by: StaffName) {
    this.context = context
    this.by = by
    this.#invented = inventPerson(context.random, (context.people += 1))
  }

  get now(): number {
    return this.context.session.now
  }

  get random(): RandomSource {
    return this.context.random
  }

  get id(): HandoffId {
    if (this.#id === null) throw new Error('the story has not begun')
    return this.#id
  }

  worker(name: StaffName): StaffId {
    const worker = this.context.session.workers.get(name)
    if (!worker) throw new Error(`no ${name}`)
    return worker.id
  }

  /** Returns an instant that many minutes from now. */
  minutesFromNow(least: number, most: number): number {
    return this.now + this.random.between(least, most) * MINUTE
  }

  /** Returns when a worker does the next action: so many minutes after it is due, and before the person's safe stretch ends. */
  timeWhenDue(least: number, most: number): number {
    const { db } = this.context.session
    const next = db
      .select({ dueAt: task.dueAt, until: task.until })
      .from(task)
      .where(and(eq(task.handoffId, this.id), eq(task.open, 1)))
      .orderBy(asc(task.dueAt))
      .limit(1)
      .get()
    if (!next) throw new Error('nothing is due')
    const at = Math.max(this.now + MINUTE, next.dueAt) + this.random.between(least, most) * MINUTE
    return next.until === null || next.until <= this.now + MINUTE ? at : Math.max(this.now + MINUTE, Math.min(at, next.until - MINUTE))
  }

  createHandoff(change: ReferralOptions = {}): void {
    const { random, context } = this
    const again = change.again === true && context.known.length > 0 ? random.pick(context.known) : null
    const { name, alias, language, phone } = this.#invented
    const outside = change.to !== undefined
    const source = change.source ?? random.weighted([[4, 'herself' as const], ...PARTNERS.map((one) => [one.weight, one.name] as const)])
    const fromPartner = !outside && source !== 'herself'
    const safe = change.safe ?? 'yes'
    const made = mustCall(context.session, this.by, 'handoff.create', {
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
      helps: change.helps ?? [...new Set([random.pick(KINDS_OF_HELP), random.pick(KINDS_OF_HELP)])],
      prompt: random.pick(PROMPTS),
      note: change.note ?? '',
      receivedAt: change.earlier === undefined ? null : this.now - change.earlier,
      earlierBecause: change.earlier === undefined ? '' : 'Written on paper first, the desk was busy.',
      questions: {
        number: again ? { kind: 'as_in_plan' } : change.noNumber ? { kind: 'not_known' } : { kind: 'known', value: phone, readBack: true },
        safeToCall: safe,
        safeTimes: safe === 'only_at_times' ? (change.times ?? [{ weekdays: EVERY_DAY, from: 9 * 60, to: 21 * 60 }]) : [],
        language: again
          ? { kind: 'as_in_plan' }
          : random.likely(0.05)
            ? { kind: 'not_known' }
            : { kind: 'known', value: change.language ?? language },
      },
      sourceMayHelp: fromPartner && (change.mayHelp ?? random.likely(0.6)),
      mayTellSource:
        change.mayTell ??
        (fromPartner
          ? random.weighted([
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
    this.#person = mustCall(context.session, this.by, 'handoff.read', { id: made.id }).personId
  }

  partner(name: PartnerName): PartnerId {
    const id = this.context.partners.get(name)
    if (!id) throw new Error(`no ${name}`)
    return id
  }

  do(command: Command, by: StaffName = this.by): void {
    mustCall(this.context.session, by, 'handoff.execute', { id: this.id, command })
  }

  /** A meeting with her from its beginning to its end, with every step done, and the next one agreed. */
  meet(nextAt: number, what: string): void {
    const { session } = this.context
    const { id } = mustCall(session, this.by, 'meeting.begin', {
      handoffId: this.id,
      mode: 'in_person',
      where: 'At the shelter',
      withoutHer: null,
      startedAt: null,
    })
    const { steps, participants } = mustCall(session, this.by, 'meeting.read', { id })
    const { risks } = mustCall(session, this.by, 'handoff.read', { id: this.id })
    const commands: readonly Input<'meeting.execute'>['command'][] = [
      { kind: 'confidence', score: 4, words: '' },
      { kind: 'retold', times: 0 },
      { kind: 'risks', answer: risks.length > 0 ? 'dates' : 'none' },
      { kind: 'next', next: { at: nextAt, lead: this.worker(this.by), what } },
      // Nothing is ticked empty: what was not written down is skipped with a reason.
      ...steps.map(({ list, no, does }) =>
        does === 'situation' || does === 'background' || does === 'plan'
          ? ({ kind: 'set_step', list, no, state: 'skipped', reason: 'Said at intake' } as const)
          : ({ kind: 'set_step', list, no, state: 'done', reason: '' } as const),
      ),
      ...participants.map(({ no }) => ({ kind: 'understood', no, words: 'We meet again' }) as const),
      { kind: 'close', how: 'complete', words: '', at: null },
    ]
    for (const command of commands) {
      const { version } = mustCall(session, this.by, 'meeting.read', { id })
      mustCall(session, this.by, 'meeting.execute', { id, version, command })
    }
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

  /** Saves a new version of the contact plan (P5). */
  changePlan(change: (changePlan: Plan) => Plan, verifiedWith: 'her' | 'source' | null): void {
    if (this.#person === null) throw new Error('the story has not begun')
    const current = mustCall(this.context.session, this.by, 'plan.read', { personId: this.#person })
    if (!current) throw new Error('she has no plan')
    const changePlan = change(structuredClone(current.plan) as Plan)
    mustCall(this.context.session, this.by, 'plan.save', {
      personId: this.#person,
      basedOn: current.version,
      plan: changePlan,
      verifiedWith,
    })
  }

  /** Verifies way, language and hours with the person on the line (C4 a). */
  verifyPlan(hours?: Hours[]): void {
    const { random } = this
    this.changePlan(
      (changePlan) => ({
        ...changePlan,
        mayContact: 'yes',
        language: changePlan.language || this.#invented.language,
        interpreter: changePlan.interpreter === 'not_known' ? this.#invented.interpreter : changePlan.interpreter,
        safeHours: hours
          ? { kind: 'times', allowed: hours }
          : changePlan.safeHours.kind === 'not_known'
            ? { kind: 'any' }
            : changePlan.safeHours,
        ways: changePlan.ways.map((way) => ({
          ...way,
          label: way.label || 'mobile',
          whose:
            way.whose === 'not_known'
              ? random.weighted([
                  [5, 'hers_alone'],
                  [2, 'shared'],
                  [1, 'someone_elses'],
                ] as const)
              : way.whose,
          safeFor: [...new Set([...way.safeFor, 'call' as const, ...(random.likely(0.5) ? (['text'] as const) : [])])],
          voicemail:
            way.voicemail === 'not_known'
              ? random.weighted([
                  [6, 'none'],
                  [2, 'first_name_only'],
                ] as const)
              : way.voicemail,
        })),
        ifSomeoneElse: changePlan.ifSomeoneElse || (random.likely(0.4) ? 'Sorry, wrong number' : ''),
        codeWords: random.likely(0.2) ? { safe: 'blue kettle', notSafe: 'the parcel', police: 'red coat' } : changePlan.codeWords,
      }),
      'her',
    )
  }

  /** Saves all three parts of C4 at once. */
  confirm(change: Partial<Extract<Command, { kind: 'save_confirmation' }>> = {}): void {
    this.verifyPlan()
    const { random } = this
    const [kind, what] = random.pick([
      ['intake', 'Intake talk at our office'],
      ['appointment', 'Meets the housing worker'],
      ['clinic', 'Legal clinic, first talk'],
      ['self_help', 'Court self-help desk'],
    ] as const)
    const dated = random.likely(0.25)
    const risk = {
      kind: random.pick(['court_date', 'filing_window', 'benefit_cut_off', 'lease_or_notice'] as const),
      date: this.now + random.between(5, 30) * 24 * HOUR,
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
        herWords: random.likely(0.3) ? 'So I come on the morning and bring my papers.' : '',
      },
      risks: dated ? { answer: 'dates', dates: [risk] } : { answer: 'none', dates: [] },
      ...change,
    })
  }

  /** Remembers the person, who may come again. */
  rememberPerson(): void {
    if (this.#person !== null) this.context.known.push({ personId: this.#person, language: this.#invented.language })
  }
}
