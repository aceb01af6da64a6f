import { DAY, HOUR, MINUTE, startOfDay } from '#shared/domain/core/moment'
import { officeRecords } from '../../../electron/storage/office/office-records'
import type { OfficeDatabase } from '../../../electron/storage/core/office-database'
import { raiseAlerts, findNextAlertAt } from '../../../electron/usecases/board/alerts'
import { OPEN_SCENARIOS } from './open-scenarios'
import { createRandom, createIds } from './random'
import { mustCall, loadWorkers, type SampleSession } from './sample-session'
import type { ScenarioRun } from './scenario-endings'
import { ZONE, type StaffName } from './set-up-sample'
import { PARTNERS } from './partners'
import { createPhone } from './people'
import { PAST_SCENARIOS } from './past-scenarios'
import type { ScenarioContext } from './scenario-options'
import { SampleScenario } from './scenario'

export interface Span {
  /** The end: "now" for the user who opens the office (UTC ms). */
  readonly end: number
  readonly days: number
  readonly perDay: number
}

/** Returns the time before the first referral, when the partners and their standards are saved. */
export const computeStart = ({ end, days }: Span): number => startOfDay(end - days * DAY, ZONE)

const STEPS_A_TRANSACTION = 2_000
// The timer would run every 15 s, which is slow for a year; one alert per handoff and hour is what C3 gives anyway.
const ALERTS_EVERY = HOUR

/** A calm night, a busy day: the hour of a referral. */
const HOURS = [
  [1, 0],
  [1, 3],
  [2, 6],
  [5, 8],
  [9, 9],
  [10, 10],
  [9, 11],
  [6, 12],
  [8, 13],
  [9, 14],
  [8, 15],
  [7, 16],
  [5, 17],
  [4, 19],
  [3, 21],
  [2, 23],
] as const

/** Plays every scenario of the span in the order of time, in the open database. Returns how many referrals there were. */
export function playYear(database: OfficeDatabase, span: Span, onProgress: (told: number, of: number) => void): number {
  const random = createRandom(1_916)
  const start = computeStart(span)
  const session = database.write((db): SampleSession => ({
    now: start,
    zone: ZONE,
    db,
    ids: createIds(createRandom(73), () => session.now),
    workers: loadWorkers(db),
  }))
  const partners = database.write(() => savePartners(session, random))
  const context: ScenarioContext = { session, random, partners, known: [], people: 0 }
  const waiting = [...listReferrals(span, start, context), ...listStandards(span, context)].sort((a, b) => a.at - b.at)
  let alertedAt = start

  const step = (): boolean => {
    const next = waiting[0]
    // Whatever would happen later than the end is still open.
    if (!next || next.at > span.end) return false
    waiting.shift()
    session.now = next.at
    if (session.now - alertedAt >= ALERTS_EVERY && (findNextAlertAt(session.db) ?? Infinity) <= session.now) {
      raiseAlerts(session)
      alertedAt = session.now
    }
    const result = next.run.next()
    if (!result.done) insertInOrder(waiting, { at: result.value, run: next.run })
    return true
  }

  for (let more = true; more;) {
    database.write((db) => {
      for (let steps = 0; more && steps < STEPS_A_TRANSACTION; steps += 1) more = step()
      if (!more) {
        session.now = span.end
        raiseAlerts(session)
      }
      officeRecords.raiseHighWaterMark(db, session.now, false)
    })
    onProgress(session.now - start, span.end - start)
  }
  return context.people
}

interface PendingRun {
  readonly at: number
  readonly run: ScenarioRun
}

/** Inserts in the order of time; of two at one moment the one that was there first comes first. */
function insertInOrder(waiting: PendingRun[], one: PendingRun): void {
  let at = waiting.findIndex((other) => other.at > one.at)
  if (at < 0) at = waiting.length
  waiting.splice(at, 0, one)
}

function* startLater(begin: () => ScenarioRun): ScenarioRun {
  yield* begin()
}

/** Lists every referral at its hour; a scenario that could not end in time is replaced by another one. */
function listReferrals(span: Span, start: number, context: ScenarioContext): PendingRun[] {
  const { random } = context
  const found: PendingRun[] = []
  for (let day = start; day < span.end; day = startOfDay(day + 26 * HOUR, ZONE)) {
    const count = Math.round(span.perDay * (0.4 + 1.2 * random.next()))
    for (let nth = 0; nth < count; nth += 1) {
      const at = day + random.weighted(HOURS) * HOUR + random.between(0, 59) * MINUTE
      const fits = PAST_SCENARIOS.filter(({ days }) => at + days * DAY < span.end).map(
        (scenarioKind) => [scenarioKind.weight, scenarioKind] as const,
      )
      const scenarioKind = fits.length > 0 ? random.weighted(fits) : null
      const by = random.pick<StaffName>(['Ruth', 'Ines', 'Noor', 'Tam', 'Odile', 'Soledad', 'Bao'])
      if (scenarioKind && at > start + HOUR) found.push({ at, run: startLater(() => scenarioKind.start(new SampleScenario(context, by))) })
    }
  }
  const open = OPEN_SCENARIOS.filter(({ before }) => span.end - before > start + DAY)
  return [
    ...found,
    ...open.map(({ by, before, start: tell }) => ({
      at: span.end - before,
      run: startLater(() => tell(new SampleScenario(context, by), span.end)),
    })),
  ]
}

/** Saves the partners on the first day. */
function savePartners(session: SampleSession, random: ScenarioContext['random']): ScenarioContext['partners'] {
  return new Map(
    PARTNERS.map(({ name, kind, helpsToReach, note }, nth) => [
      name,
      mustCall(session, 'Maeve', 'partner.save', { id: null, name, kind, helpsToReach, note, phone: createPhone(random, 9_000 + nth) }).id,
    ]),
  )
}

/** Saves what was agreed with a partner on its day, and at the latest on the first (C2). */
const listStandards = (span: Span, context: ScenarioContext): PendingRun[] =>
  PARTNERS.flatMap(({ name, standard }) => {
    if (standard === null) return []
    const at = Math.max(computeStart(span) + MINUTE, startOfDay(span.end - standard.daysBefore * DAY, ZONE) + 9 * HOUR)
    const run = startLater(function* () {
      const id = context.partners.get(name)
      if (id)
        mustCall(context.session, 'Ines', 'partner.saveStandard', {
          id,
          standard: { from: context.session.now, hours: standard.hours, mode: standard.mode },
        })
    })
    return [{ at, run }]
  })
