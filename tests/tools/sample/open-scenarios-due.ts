import { DAY, HOUR, toLocalTime, MINUTE } from '#shared/domain/core/moment'
import { age, type OpenScenario } from './open-scenario'
import { EVERY_DAY, type ReferralOptions } from './scenario-options'
import type { SampleScenario } from './scenario'

/** Returns daily hours from and until so many minutes after the end, on whole quarters of an hour. */
function hoursAround(scenario: SampleScenario, end: number, from: number, until: number): NonNullable<ReferralOptions['times']> {
  const quarter = (minutes: number): number =>
    Math.floor(toLocalTime(end + minutes * MINUTE, scenario.context.session.zone).minute / 15) * 15
  return [{ weekdays: EVERY_DAY, from: quarter(from), to: quarter(until) }]
}
const times = (scenario: SampleScenario, end: number, from: number, until: number): ReferralOptions => ({
  safe: 'only_at_times',
  times: hoursAround(scenario, end, from, until),
})
const risk = (
  kind: 'court_date' | 'filing_window' | 'lease_or_notice' | 'benefit_cut_off',
  date: number,
): NonNullable<ReferralOptions['risks']>[number] => ({ kind, date, what: '', routedTo: 'Birch Street Legal' })

/** Overdue, due this shift, and later today. */
export const DUE_NOW: readonly OpenScenario[] = [
  {
    by: 'Ines',
    before: age(24, 37),
    *start(scenario, end) {
      scenario.createHandoff({
        source: 'Riverside Court Clinic',
        who: { name: 'Kinvara Moss' },
        ...times(scenario, end, -400, 140),
        risks: [risk('court_date', end + 4 * DAY)],
        mayTell: 'reached_or_not',
        helps: ['legal', 'housing'],
      })
      // The person was with the clinic's worker: the plan was verified with the person.
      scenario.verifyPlan()
      yield scenario.minutesFromNow(15, 15)
      scenario.attempt('no_answer')
      yield end - 90 * MINUTE
      scenario.attempt('no_answer', { note: 'Rang out.' })
    },
  },
  {
    by: 'Ruth',
    before: age(28, 12),
    *start(scenario, end) {
      scenario.createHandoff({ source: 'Northgate Line', who: { name: 'W.', alias: 'Wren' }, safe: 'not_known', mayHelp: true })
      yield scenario.minutesFromNow(60, 60)
      scenario.attempt('no_answer')
      yield end - 7 * HOUR
      scenario.attempt('someone_else_answered', { note: 'Wrong number, I said.' })
    },
  },
  {
    by: 'Ines',
    before: age(23, 12),
    *start(scenario, end) {
      scenario.createHandoff({ source: 'Birch Street Legal', who: { name: 'Thảo Bùi' }, ...times(scenario, end, 20, 80) })
    },
  },
  {
    by: 'Ruth',
    before: age(22, 42),
    *start(scenario, end) {
      scenario.createHandoff({ source: 'Northgate Line', who: { name: 'أمل رحيمي' }, language: 'Arabic', ...times(scenario, end, 80, 200) })
      yield scenario.minutesFromNow(120, 120)
      scenario.attempt('no_answer')
    },
  },
  {
    by: 'Ruth',
    before: 3 * DAY,
    *start(scenario, end) {
      scenario.createHandoff({ to: { staff: 'Noor' }, who: { name: 'Jagoda Lis' }, risks: [risk('lease_or_notice', end + 10 * DAY)] })
      yield scenario.minutesFromNow(90, 90)
      scenario.do({ kind: 'record_acceptance', acceptedBy: 'Noor', worker: scenario.worker('Noor'), at: null })
      scenario.by = 'Noor'
      yield scenario.minutesFromNow(200, 200)
      scenario.attempt('reached', { channel: 'in_person', wayId: null })
      scenario.confirm({ risks: { answer: 'dates', dates: [risk('lease_or_notice', end + 10 * DAY)] } })
      yield scenario.minutesFromNow(30, 30)
      scenario.do({ kind: 'book_meeting', at: end + 108 * MINUTE, what: 'Conference call with the housing desk' })
    },
  },
  {
    by: 'Ines',
    before: age(21, 47),
    *start(scenario, end) {
      scenario.createHandoff({ source: 'Hillcrest House', who: { name: 'Solveig Oduya' } })
      yield end - 5 * HOUR
      scenario.attempt('reached', { note: 'Three minutes, the bus came.' })
      scenario.verifyPlan()
      scenario.do({
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
    *start(scenario, end) {
      scenario.createHandoff({
        source: 'Wapiti Family Centre',
        who: { name: 'Parwana Dost' },
        ...times(scenario, end, 210, 300),
        risks: [risk('filing_window', end + 7 * DAY)],
      })
    },
  },
  {
    by: 'Ruth',
    before: age(17, 42),
    *start(scenario) {
      scenario.createHandoff({
        source: 'Northgate Line',
        who: { name: 'نسرین امانی' },
        language: 'Dari',
        note: 'A Dari interpreter is booked for the evening.',
      })
      yield scenario.minutesFromNow(60, 60)
      scenario.attempt('interpreter_missing')
    },
  },
]
