import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { age, type OpenScenario } from './open-scenario'

/** Waiting for others, confirmed, bounced, under another standard. */
export const WAITING: readonly OpenScenario[] = [
  {
    by: 'Noor',
    before: age(33),
    *start(scenario, end) {
      scenario.createHandoff({ source: 'Prairie Newcomers', who: { name: 'Winta Tesfay' }, mayHelp: true })
      for (const back of [31, 22, 7]) {
        yield end - back * HOUR
        scenario.attempt('no_answer')
      }
      scenario.do({ kind: 'ask_source' })
    },
  },
  {
    by: 'Soledad',
    before: age(11),
    *start(scenario, end) {
      scenario.createHandoff({ source: 'herself', who: { name: 'Philippa Quayle' } })
      yield scenario.minutesFromNow(40, 40)
      scenario.do({ kind: 'agree_waiting', checkAt: end + 20 * HOUR, why: 'she_asked' })
    },
  },
  {
    by: 'Odile',
    before: age(9, 30),
    *start(scenario) {
      scenario.createHandoff({ source: 'Northgate Line', who: { name: 'H.', alias: 'Heron' }, noNumber: true, safe: 'no' })
    },
  },
  {
    by: 'Tam',
    before: age(6),
    *start(scenario, end) {
      scenario.createHandoff({ source: 'Two Bridges Health', who: { name: 'Gwen Larkin' } })
      yield scenario.minutesFromNow(30, 30)
      scenario.changePlan((plan) => ({ ...plan, relay: { who: 'Her sister, Fern', partnerId: null, agreed: true } }), 'source')
      scenario.attempt('not_safe_stopped', { note: 'Hung up at once.', checkAt: end + 14 * HOUR })
    },
  },
  {
    by: 'Ruth',
    before: age(2, 10),
    *start(scenario) {
      scenario.createHandoff({ to: { partner: 'Sweetgrass Housing' }, who: { name: 'Simran Gill' }, permissionGiven: false })
    },
  },
  {
    by: 'Noor',
    before: age(14),
    *start(scenario, end) {
      scenario.createHandoff({ to: { partner: 'Foothills Income Desk' }, who: { name: 'Ghislaine Côté-Lavoie' } })
      yield end - 10 * HOUR
      scenario.do({ kind: 'record_acceptance', acceptedBy: 'Their intake worker', worker: null, at: null })
    },
  },
  {
    by: 'Soledad',
    before: age(20),
    *start(scenario, end) {
      scenario.createHandoff({ source: 'Cardinal Street School', who: { name: 'Зоряна Мельник' }, language: 'Ukrainian' })
      yield end - 6 * HOUR
      scenario.attempt('reached')
      scenario.confirm({ risks: { answer: 'none', dates: [] } })
    },
  },
  {
    by: 'Maeve',
    before: 20 * DAY,
    *start(scenario, end) {
      scenario.createHandoff({ source: 'Maison des Érables', who: { name: 'Éloïse Desrochers' } })
      yield scenario.minutesFromNow(40, 40)
      scenario.attempt('reached')
      scenario.confirm()
      scenario.do({ kind: 'book_meeting', at: end - 15 * DAY, what: 'First meeting' })
      yield end - 15 * DAY + 40 * MINUTE
      scenario.meet(end - 5 * DAY, 'I lead')
      yield end - 5 * DAY + 40 * MINUTE
      scenario.verifyPlan()
      scenario.meet(end + 2 * DAY, 'She leads, I am there')
    },
  },
  {
    by: 'Tam',
    before: 9 * DAY,
    *start(scenario, end) {
      scenario.createHandoff({ source: 'Sweetgrass Housing', who: { name: 'Imogen Fairweather' } })
      yield scenario.minutesFromNow(50, 50)
      scenario.attempt('reached')
      scenario.confirm({
        nextStep: { kind: 'wait_list', what: 'Second-stage housing', date: null, waitLength: 'about six weeks', herWords: '' },
      })
      yield scenario.minutesFromNow(20, 20)
      scenario.do({ kind: 'put_on_hold', reviewAt: end + 5 * DAY, what: 'Wait list, place 7' })
    },
  },
  {
    by: 'Ines',
    before: 2 * DAY,
    *start(scenario, end) {
      scenario.createHandoff({ source: 'St. Odile Hospital, social work', who: { name: 'Łucja Żurek' } })
      yield scenario.minutesFromNow(300, 300)
      scenario.attempt('reached')
      scenario.confirm()
      yield end - 20 * HOUR
      scenario.do({
        kind: 'record_bounce',
        reason: 'language_access_gap',
        seen: 'No Polish interpreter before next Thursday.',
        change: 'Pre-booked blocks on Tuesdays.',
        action: 'other_resource',
        what: 'Ask Prairie Newcomers for one',
        owner: scenario.worker('Noor'),
        dueAt: end + 19 * HOUR,
      })
    },
  },
  {
    by: 'Soledad',
    before: age(26),
    *start(scenario, end) {
      scenario.createHandoff({ source: 'Larkspur Shelter', who: { name: 'Rosalinda Macaraeg' } })
      scenario.verifyPlan()
      for (const back of [23, 8]) {
        yield end - back * HOUR
        scenario.attempt('no_answer')
      }
    },
  },
  {
    by: 'Bao',
    before: age(27),
    *start(scenario) {
      scenario.createHandoff({ source: 'Poplar Grove Police, victim services', who: { name: 'Maren Dunmore' } })
      yield scenario.minutesFromNow(200, 200)
      scenario.attempt('no_answer')
    },
  },
]
