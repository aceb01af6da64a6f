import { DAY, HOUR, localOf, MINUTE } from '#shared/domain/moment'
import type { Telling } from './endings'
import type { StaffName } from './founding'
import { EVERY_DAY, type Referral, type Tale } from './tale'

/** One of the handoffs that are open when the sample ends: when it begins, in ms before the end, and what has happened so far. */
export interface OpenPlot {
  readonly by: StaffName
  readonly before: number
  readonly tell: (tale: Tale, end: number) => Telling
}

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
const age = (h: number, min = 0): number => h * HOUR + min * MINUTE

export const OPEN_PLOTS: readonly OpenPlot[] = [
  {
    by: 'Ines',
    before: age(24, 37),
    *tell(tale, end) {
      tale.refer({
        source: 'Riverside Court Clinic',
        who: { name: 'Kinvara Moss' },
        ...times(tale, end, -1_400, 140),
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
      tale.confirm()
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
  {
    by: 'Noor',
    before: age(33),
    *tell(tale, end) {
      tale.refer({ source: 'Prairie Newcomers', who: { name: 'Winta Tesfay' }, mayHelp: true })
      for (const back of [31, 22, 7]) {
        yield end - back * HOUR
        tale.attempt('no_answer')
      }
      tale.do({ kind: 'ask_source' })
    },
  },
  {
    by: 'Soledad',
    before: age(11),
    *tell(tale, end) {
      tale.refer({ source: 'herself', who: { name: 'Philippa Quayle' } })
      yield tale.in(40, 40)
      tale.do({ kind: 'agree_waiting', checkAt: end + 20 * HOUR, why: 'she_asked' })
    },
  },
  {
    by: 'Odile',
    before: age(9, 30),
    *tell(tale) {
      tale.refer({ source: 'Northgate Line', who: { name: 'H.', alias: 'Heron' }, noNumber: true, safe: 'no' })
    },
  },
  {
    by: 'Tam',
    before: age(6),
    *tell(tale, end) {
      tale.refer({ source: 'Two Bridges Health', who: { name: 'Gwen Larkin' } })
      yield tale.in(30, 30)
      tale.plan((plan) => ({ ...plan, relay: { who: 'Her sister, Fern', agreed: true } }), 'source')
      tale.attempt('not_safe_stopped', { note: 'Hung up at once.', checkAt: end + 14 * HOUR })
    },
  },
  {
    by: 'Ruth',
    before: age(2, 10),
    *tell(tale) {
      tale.refer({ to: { partner: 'Sweetgrass Housing' }, who: { name: 'Simran Gill' }, permissionGiven: false })
    },
  },
  {
    by: 'Noor',
    before: age(14),
    *tell(tale, end) {
      tale.refer({ to: { partner: 'Foothills Income Desk' }, who: { name: 'Ghislaine Côté-Lavoie' } })
      yield end - 10 * HOUR
      tale.do({ kind: 'record_acceptance', acceptedBy: 'Their intake worker', worker: null, at: null })
    },
  },
  {
    by: 'Soledad',
    before: age(20),
    *tell(tale, end) {
      tale.refer({ source: 'Cardinal Street School', who: { name: 'Зоряна Мельник' }, language: 'Ukrainian' })
      yield end - 6 * HOUR
      tale.attempt('reached')
      tale.confirm({ risks: { answer: 'none', dates: [] } })
    },
  },
  {
    by: 'Maeve',
    before: 20 * DAY,
    *tell(tale, end) {
      tale.refer({ source: 'Maison des Érables', who: { name: 'Éloïse Desrochers' } })
      yield tale.in(40, 40)
      tale.attempt('reached')
      tale.confirm()
      tale.do({ kind: 'book_meeting', at: end - 15 * DAY, what: 'First meeting' })
      yield end - 15 * DAY + 40 * MINUTE
      tale.do({ kind: 'meeting_held', nextAt: end - 5 * DAY, what: 'I lead' })
      yield end - 5 * DAY + 40 * MINUTE
      tale.verifyPlan()
      tale.do({ kind: 'meeting_held', nextAt: end + 2 * DAY, what: 'She leads, I am there' })
    },
  },
  {
    by: 'Tam',
    before: 9 * DAY,
    *tell(tale, end) {
      tale.refer({ source: 'Sweetgrass Housing', who: { name: 'Imogen Fairweather' } })
      yield tale.in(50, 50)
      tale.attempt('reached')
      tale.confirm({
        nextStep: { kind: 'wait_list', what: 'Second-stage housing', date: null, waitLength: 'about six weeks', herWords: '' },
      })
      yield tale.in(20, 20)
      tale.do({ kind: 'put_on_hold', reviewAt: end + 5 * DAY, what: 'Wait list, place 7' })
    },
  },
  {
    by: 'Ines',
    before: 2 * DAY,
    *tell(tale, end) {
      tale.refer({ source: 'St. Odile Hospital, social work', who: { name: 'Łucja Żurek' } })
      yield tale.in(300, 300)
      tale.attempt('reached')
      tale.confirm()
      yield end - 20 * HOUR
      tale.do({
        kind: 'record_bounce',
        reason: 'language_access_gap',
        seen: 'No Polish interpreter before next Thursday.',
        change: 'Pre-booked blocks on Tuesdays.',
        action: 'other_resource',
        what: 'Ask Prairie Newcomers for one',
        owner: tale.worker('Noor'),
        dueAt: end + 19 * HOUR,
      })
    },
  },
  {
    by: 'Soledad',
    before: age(26),
    *tell(tale, end) {
      tale.refer({ source: 'Larkspur Shelter', who: { name: 'Rosalinda Macaraeg' } })
      tale.verifyPlan()
      for (const back of [23, 8]) {
        yield end - back * HOUR
        tale.attempt('no_answer')
      }
    },
  },
  {
    by: 'Bao',
    before: age(27),
    *tell(tale) {
      tale.refer({ source: 'Poplar Grove Police, victim services', who: { name: 'Maren Dunmore' } })
      yield tale.in(200, 200)
      tale.attempt('no_answer')
    },
  },
]
