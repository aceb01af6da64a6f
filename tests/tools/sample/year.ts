import { DAY, HOUR, MINUTE, startOfDay } from '#shared/domain/moment'
import { records } from '../../../electron/storage/office-records'
import type { Book } from '../../../electron/storage/book'
import { fireAlerts, nextAlertAt } from '../../../electron/usecases/alerts'
import { OPEN_PLOTS } from './board'
import { chanceFrom, idsFrom } from './chance'
import { must, workersIn, type SampleDesk } from './desk'
import type { Telling } from './endings'
import { ZONE, type StaffName } from './founding'
import { PARTNERS } from './partners'
import { phoneOf } from './people'
import { PLOTS } from './plots'
import type { Cast } from './referral'
import { Tale } from './tale'

export interface Span {
  /** The end: "now" for whoever opens the office (UTC ms). */
  readonly end: number
  readonly days: number
  readonly perDay: number
}

/** Before the first referral: the partners and their standards are written down. */
export const startOf = ({ end, days }: Span): number => startOfDay(end - days * DAY, ZONE)

const STEPS_A_TRANSACTION = 2_000
// The timer would look every 15 s; a year of that is long, and one alert a handoff and hour is what C3 gives anyway.
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

/** Tells every story of the span in the order of time, in the open book. Answers how many referrals there were. */
export function tellYear(book: Book, span: Span, onProgress: (told: number, of: number) => void): number {
  const chance = chanceFrom(1_916)
  const start = startOf(span)
  const desk = book.write((db): SampleDesk => ({
    now: start,
    zone: ZONE,
    db,
    ids: idsFrom(chanceFrom(73), () => desk.now),
    workers: workersIn(db),
  }))
  const partners = book.write(() => settle(desk, chance))
  const cast: Cast = { desk, chance, partners, known: [], people: 0 }
  const waiting = [...arrivals(span, start, cast), ...standards(span, cast)].sort((a, b) => a.at - b.at)
  let alertedAt = start

  const step = (): boolean => {
    const next = waiting[0]
    // Whatever would happen later than the end is still open.
    if (!next || next.at > span.end) return false
    waiting.shift()
    desk.now = next.at
    if (desk.now - alertedAt >= ALERTS_EVERY && (nextAlertAt(desk.db) ?? Infinity) <= desk.now) {
      fireAlerts(desk)
      alertedAt = desk.now
    }
    const went = next.telling.next()
    if (!went.done) insert(waiting, { at: went.value, telling: next.telling })
    return true
  }

  for (let more = true; more;) {
    book.write((db) => {
      for (let steps = 0; more && steps < STEPS_A_TRANSACTION; steps += 1) more = step()
      if (!more) {
        desk.now = span.end
        fireAlerts(desk)
      }
      records.mark(db, desk.now, false)
    })
    onProgress(desk.now - start, span.end - start)
  }
  return cast.people
}

interface Pending {
  readonly at: number
  readonly telling: Telling
}

/** Keeps the order of time; of two at one moment the one that was there first. */
function insert(waiting: Pending[], one: Pending): void {
  let at = waiting.findIndex((other) => other.at > one.at)
  if (at < 0) at = waiting.length
  waiting.splice(at, 0, one)
}

function* after(begin: () => Telling): Telling {
  yield* begin()
}

/** Every referral, at its hour; one whose story could not end in time is another story. */
function arrivals(span: Span, start: number, cast: Cast): Pending[] {
  const { chance } = cast
  const found: Pending[] = []
  for (let day = start; day < span.end; day = startOfDay(day + 26 * HOUR, ZONE)) {
    const count = Math.round(span.perDay * (0.4 + 1.2 * chance.next()))
    for (let nth = 0; nth < count; nth += 1) {
      const at = day + chance.weighted(HOURS) * HOUR + chance.between(0, 59) * MINUTE
      const fits = PLOTS.filter(({ days }) => at + days * DAY < span.end).map((plot) => [plot.weight, plot] as const)
      const plot = fits.length > 0 ? chance.weighted(fits) : null
      const by = chance.pick<StaffName>(['Ruth', 'Ines', 'Noor', 'Tam', 'Odile', 'Soledad', 'Bao'])
      if (plot && at > start + HOUR) found.push({ at, telling: after(() => plot.tell(new Tale(cast, by))) })
    }
  }
  const open = OPEN_PLOTS.filter(({ before }) => span.end - before > start + DAY)
  return [
    ...found,
    ...open.map(({ by, before, tell }) => ({ at: span.end - before, telling: after(() => tell(new Tale(cast, by), span.end)) })),
  ]
}

/** The partners, written down on the first day. */
function settle(desk: SampleDesk, chance: Cast['chance']): Cast['partners'] {
  return new Map(
    PARTNERS.map(({ name, kind, helpsToReach, note }, nth) => [
      name,
      must(desk, 'Maeve', 'partner.save', { id: null, name, kind, helpsToReach, note, phone: phoneOf(chance, 9_000 + nth) }).id,
    ]),
  )
}

/** C2: what was agreed with a partner, on its day, and at the latest on the first. */
const standards = (span: Span, cast: Cast): Pending[] =>
  PARTNERS.flatMap(({ name, standard }) => {
    if (standard === null) return []
    const at = Math.max(startOf(span) + MINUTE, startOfDay(span.end - standard.daysBefore * DAY, ZONE) + 9 * HOUR)
    const telling = after(function* () {
      const id = cast.partners.get(name)
      if (id)
        must(cast.desk, 'Ines', 'partner.setStandard', {
          id,
          standard: { from: cast.desk.now, hours: standard.hours, mode: standard.mode },
        })
    })
    return [{ at, telling }]
  })
