import { DAY, HOUR, MINUTE } from '#shared/domain/moment'
import type { OpenPlot } from './board'
import { age } from './board-due'

/** Waiting on others, confirmed, bounced, under another standard. */
export const WAITING: readonly OpenPlot[] = [
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
      tale.plan((plan) => ({ ...plan, relay: { who: 'Her sister, Fern', partnerId: null, agreed: true } }), 'source')
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
