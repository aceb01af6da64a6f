import { expect } from '@playwright/test'
import type { Input, Output } from '#shared/contract/index'
import type { Host } from '../../hosts/host'
import { setUpJourneyOffice, ZONE } from './journey-office'
import { createHandoff, type ReferralOptions } from './create-handoff'

type Command = Input<'handoff.execute'>['command']
type Handoff = Output<'handoff.create'>

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Monday 16 November 2026, 16:05 at the shelter; the board is viewed on Tuesday at 16:42. */
export const MONDAY_AFTERNOON = Date.UTC(2026, 10, 16, 22, 5)

const attempt = (
  outcome: Extract<Command, { kind: 'log_attempt' }>['outcome'],
  channel: Extract<Command, { kind: 'log_attempt' }>['channel'] = 'call',
): Command => ({
  kind: 'log_attempt',
  at: null,
  channel,
  wayId: channel === 'call' ? 'w1' : null,
  outcome,
  safeCheck: 'safe',
  note: '',
  checkAt: null,
  override: false,
})
const parts = (all: boolean): Command => ({
  kind: 'save_confirmation',
  at: null,
  wayVerified: true,
  nextStep: { kind: 'appointment', what: 'Intake talk, Thursday 14:00', date: null, waitLength: '', herWords: 'somebody I can see' },
  risks: all ? { answer: 'none', dates: [] } : null,
})

/**
 * Creates an afternoon's board: something in every lane, names in two languages, a court date, a person who may be called only in the
 * evening.
 */
export async function createFullBoard(
  host: Host,
): Promise<{ readonly overdue: Handoff; readonly confirmed: Handoff; readonly fresh: Handoff; readonly closed: Handoff }> {
  await setUpJourneyOffice(host, {
    staff: ['Tamsin Boyle', 'Ruth Adeyemi'],
    partners: [
      { name: 'Riverside Court Clinic', kind: 'court_clinic' },
      { name: 'Northgate Crisis Line', kind: 'crisis_line' },
      { name: 'Harvest Agency', helpsToReach: false },
      { name: 'Willow Shelter', kind: 'shelter' },
    ],
  })
  const act = async ({ id }: Handoff, ...commands: readonly Command[]) => {
    for (const command of commands) expect(await host.call('handoff.execute', { id, command })).toMatchObject({ ok: true })
  }
  const from = (name: string, person: string, more: ReferralOptions = {}) => createHandoff(host, person, { from: name, ...more })
  const evenings: ReferralOptions = { safeToCall: 'only_at_times', safeTimes: [{ weekdays: [1, 2, 3, 4, 5], from: 18 * 60, to: 20 * 60 }] }
  const tomorrow = MONDAY_AFTERNOON + 41 * HOUR

  const overdue = await from('Riverside Court Clinic', 'Marta Lindqvist', {
    sourceMayHelp: true,
    mayTellSource: 'reached_or_not',
    risks: [{ kind: 'court_date', date: tomorrow, what: 'Hearing', routedTo: 'Ruth' }],
  })
  await host.clock.sleep(30 * MINUTE)
  await act(overdue, attempt('no_answer'))
  const closed = await from('Northgate Crisis Line', 'Ada Brook')
  await act(closed, attempt('reached'), parts(true), { kind: 'close', as: 'help_received', reason: 'she has a room' })
  await host.clock.sleep(16 * HOUR)
  await act(overdue, attempt('no_answer'))
  const confirmed = await from('Northgate Crisis Line', 'Jola Dudek', { number: '780 555 0161' })
  await act(confirmed, attempt('reached'), parts(true))
  const onHold = await from('Riverside Court Clinic', 'Noor Haddad', { number: '780 555 0162' })
  await act(onHold, attempt('reached'), parts(true), { kind: 'put_on_hold', reviewAt: tomorrow, what: 'a family room' })
  const partly = await from('Harvest Agency', 'Zoë Wilde', { number: '780 555 0163' })
  await act(partly, attempt('she_called_us'), parts(false))
  await host.clock.sleep(3 * HOUR)
  await from('Northgate Crisis Line', 'Gia Rossi', { safeToCall: 'no' })
  await from('Riverside Court Clinic', 'سمر الحسن', { ...evenings, number: '780 555 0164' })
  await createHandoff(host, 'Pela Kovac', { to: 'Willow Shelter', assignedTo: 'Tamsin Boyle' })
  const bounced = await from('Harvest Agency', 'Lina Duarte', { number: '780 555 0165' })
  const ruth = await host.call('staff.list', {})
  await act(bounced, {
    kind: 'record_bounce',
    reason: 'capacity_delay',
    seen: 'three weeks for a place',
    change: 'say it up front',
    action: 'other_resource',
    what: 'Ask Willow Shelter for a room',
    owner: (ruth.ok ? ruth.value.find(({ name }) => name === 'Ruth Adeyemi') : undefined)!.id,
    dueAt: host.clock.now() + 5 * HOUR,
  })
  await host.clock.sleep(2 * HOUR)
  await from('Northgate Crisis Line', 'Ines Vidal', { number: '780 555 0166', assignedTo: 'Tamsin Boyle' })
  await host.clock.sleep(MONDAY_AFTERNOON + 24 * HOUR + 37 * MINUTE - host.clock.now())
  const fresh = await from('Northgate Crisis Line', 'Bea Lund', { number: '780 555 0167', sourceMayHelp: true })
  const alerts = await host.call('alert.list', {})
  await host.call('alert.markSeen', { ids: alerts.ok ? alerts.value.map(({ id }) => id) : [] })
  return { overdue, confirmed, fresh, closed }
}

export const FULL_BOARD_OPTIONS = { pcZone: ZONE, startAt: MONDAY_AFTERNOON } as const
