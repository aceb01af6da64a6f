import { DAY, HOUR, localOf, MINUTE } from '#shared/domain/moment'
import type { OpenPlot } from './board'
import { EVERY_DAY, type Referral } from './referral'
import type { Tale } from './tale'

/** Daily hours from and until so many minutes after the end, on whole quarters of an hour. */
function hoursAround(tale: Tale, end: number, from: number, until: number): NonNullable<Referral['times']> {
  const quarter = (minutes: number): number => Math.floor(localOf(end + minutes * MINUTE, tale.cast.desk.zone).minute / 15) * 15
  return [{ weekdays: EVERY_DAY, from: quarter(from), to: quarter(until) }]
}
const times = (tale: Tale, end: number, from: number, until: number): Referral => ({
  safe: 'only_at_times',
  times: hoursAround(tale, end, from, until),
})
const risk = (
  kind: 'court_date' | 'filing_window' | 'lease_or_notice' | 'benefit_cut_off',
  date: number,
): NonNullable<Referral['risks']>[number] => ({ kind, date, what: '', routedTo: 'Birch Street Legal' })
/** Hours and minutes as milliseconds. */
export const age = (h: number, min = 0): number => h * HOUR + min * MINUTE

/** Overdue, due this shift, and later today. */
export const DUE_NOW: readonly OpenPlot[] = [
  {
    by: 'Ines',
    before: age(24, 37),
    *tell(tale, end) {
      tale.refer({
        source: 'Riverside Court Clinic',
        who: { name: 'Kinvara Moss' },
        ...times(tale, end, -400, 140),
        risks: [risk('court_date', end + 4 * DAY)],
        mayTell: 'reached_or_not',
        helps: ['legal', 'housing'],
      })
      // She stood beside the clinic's worker: the plan was checked with her.
      tale.verifyPlan()
      yield tale.in(15, 15)
      tale.attempt('no_answer')
      yield end - 90 * MINUTE
      tale.attempt('no_answer', { note: 'Rang out.' })
    },
  },
  {
    by: 'Ruth',
    before: age(28, 12),
    *tell(tale, end) {
      tale.refer({ source: 'Northgate Line', who: { name: 'W.', alias: 'Wren' }, safe: 'not_known', mayHelp: true })
      yield tale.in(60, 60)
      tale.attempt('no_answer')
      yield end - 7 * HOUR
      tale.attempt('someone_else_answered', { note: 'Wrong number, I said.' })
    },
  },
  {
    by: 'Ines',
    before: age(23, 12),
    *tell(tale, end) {
      tale.refer({ source: 'Birch Street Legal', who: { name: 'Thảo Bùi' }, ...times(tale, end, 20, 80) })
    },
  },
  {
    by: 'Ruth',
    before: age(22, 42),
    *tell(tale, end) {
      tale.refer({ source: 'Northgate Line', who: { name: 'أمل رحيمي' }, language: 'Arabic', ...times(tale, end, 80, 200) })
      yield tale.in(120, 120)
      tale.attempt('no_answer')
    },
  },
  {
    by: 'Ruth',
    before: 3 * DAY,
    *tell(tale, end) {
      tale.refer({ to: { staff: 'Noor' }, who: { name: 'Jagoda Lis' }, risks: [risk('lease_or_notice', end + 10 * DAY)] })
      yield tale.in(90, 90)
      tale.do({ kind: 'record_acceptance', acceptedBy: 'Noor', worker: tale.worker('Noor'), at: null })
      tale.by = 'Noor'
      yield tale.in(200, 200)
      tale.attempt('reached', { channel: 'in_person', wayId: null })
      tale.confirm({ risks: { answer: 'dates', dates: [risk('lease_or_notice', end + 10 * DAY)] } })
      yield tale.in(30, 30)
      tale.do({ kind: 'book_meeting', at: end + 108 * MINUTE, what: 'Conference call with the housing desk' })
    },
  },
  {
    by: 'Ines',
    before: age(21, 47),
    *tell(tale, end) {
      tale.refer({ source: 'Hillcrest House', who: { name: 'Solveig Oduya' } })
      yield end - 5 * HOUR
      tale.attempt('reached', { note: 'Three minutes, the bus came.' })
      tale.verifyPlan()
      tale.do({
        kind: 'save_confirmation',
        at: null,
        wayVerified: true,
        nextStep: { kind: 'intake', what: 'Intake talk tomorrow at ten', date: null, waitLength: '', herWords: 'At ten, the blue door.' },
        risks: null,
      })
    },
  },
  {
    by: 'Tam',
    before: age(19, 27),
    *tell(tale, end) {
      tale.refer({
        source: 'Wapiti Family Centre',
        who: { name: 'Parwana Dost' },
        ...times(tale, end, 210, 300),
        risks: [risk('filing_window', end + 7 * DAY)],
      })
    },
  },
  {
    by: 'Ruth',
    before: age(17, 42),
    *tell(tale) {
      tale.refer({
        source: 'Northgate Line',
        who: { name: 'نسرین امانی' },
        language: 'Dari',
        note: 'A Dari interpreter is booked for the evening.',
      })
      yield tale.in(60, 60)
      tale.attempt('interpreter_missing')
    },
  },
]
