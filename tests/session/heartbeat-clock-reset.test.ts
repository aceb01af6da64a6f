import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StaffId } from '#shared/domain/core/ids'
import { must, signIn, readOfficeState, createUnattendedOffice } from '../support/office/unattended-office'
import { addWorker } from '../support/office/add-workers'
import { referral } from '../support/office/scratch-office'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const YEAR = 365 * 24 * HOUR
const RUTH_PASSPHRASE = 'four green lanterns sway'
const REASON = 'the hearing was moved to this morning'

async function withReferral(assignedTo: StaffId | null = null) {
  const { office } = await createUnattendedOffice({ ports: { preventsLock: () => true } })
  return { office, ...(await createHandoff(office, assignedTo)) }
}

async function createHandoff(office: Awaited<ReturnType<typeof createUnattendedOffice>>['office'], assignedTo: StaffId | null) {
  const clinic = { id: null, name: 'Northgate Clinic', kind: 'health', phone: '', note: '', helpsToReach: false } as const
  const { id: partner } = await must(office, 'partner.save', clinic)
  const { id } = await must(office, 'handoff.create', { ...referral(partner), assignedTo })
  const { personId } = await must(office, 'handoff.read', { id })
  return { id, personId }
}

/** Sets the PC a year ahead while `act` runs, then right again, and a director accepts its clock. */
async function runAYearAhead(office: Awaited<ReturnType<typeof createUnattendedOffice>>['office'], act: () => Promise<unknown>) {
  const right = office.clock.now()
  office.clock.sleep(YEAR)
  office.office.tick()
  await act()
  office.clock.set(right)
  office.office.tick()
  await must(office, 'clock.reset', {})
}

test('a contact alerts in its time, though the clock was a year ahead in between (C3)', async () => {
  const { office } = await withReferral()
  const dueAt = (await must(office, 'board.read', {})).rows[0]?.clockAt ?? 0
  await runAYearAhead(office, () => Promise.resolve())
  office.shown.length = 0
  office.clock.sleep(dueAt - office.clock.now() + MINUTE)
  office.office.tick()
  expect(office.shown.length).toBeGreaterThan(0)
})

test('the list of times for a sealed database goes back with the clock (L5)', async () => {
  const { office } = await withReferral()
  const dueAt = (await must(office, 'board.read', {})).rows[0]?.clockAt ?? 0
  await runAYearAhead(office, () => Promise.resolve())
  await must(office, 'session.seal', {})
  office.shown.length = 0
  office.clock.sleep(dueAt - office.clock.now() + MINUTE)
  office.office.tick()
  expect(office.shown.length).toBeGreaterThan(0)
})

test('a break-glass is not in force for longer than its hour (section 13)', async () => {
  const { office } = await createUnattendedOffice({ ports: { preventsLock: () => true } })
  const ruth = await addWorker(office, { name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: RUTH_PASSPHRASE })
  const { id, personId } = await createHandoff(office, ruth)
  await must(office, 'access.restrict', { personId, named: [ruth] })
  await runAYearAhead(office, () => must(office, 'access.breakGlass', { handoffId: id, reason: REASON }))
  expect((await office.call('handoff.read', { id })).ok).toBe(false)
  office.clock.sleep(YEAR + MINUTE)
  office.office.tick()
  expect((await office.call('handoff.read', { id })).ok).toBe(false)
})

test('the window is not open to captures for a year (E5)', async () => {
  const { office } = await createUnattendedOffice({ ports: { preventsLock: () => true } })
  await runAYearAhead(office, () => must(office, 'screen.allowCapture', { on: true }))
  office.clock.advance(16 * MINUTE)
  expect((await readOfficeState(office)).screenShownUntil).toBeNull()
})

test('five words do not open the database after their time, whatever the PC says while it is closed (K4)', async () => {
  const { office } = await createUnattendedOffice()
  const added = await must(office, 'staff.add', { name: 'Tamsin Boyle', roles: ['worker'] })
  const issuedAt = office.clock.now()
  office.clock.sleep(73 * HOUR)
  office.office.tick()
  expect((await readOfficeState(office)).stage).not.toBe('open')
  office.office.quit()
  office.clock.set(issuedAt)
  // Nothing outside the database tells the latest time that was seen.
  rmSync(join(office.folder, 'next-due.json'), { force: true })
  const again = office.reopen()
  expect(await signIn(again, added.passphrase)).toMatchObject({ ok: false, failure: { reason: 'temporary_over' } })
  expect((await readOfficeState(again)).stage).toBe('sealed')
})

test('a meeting of 40 real minutes stays one, and does not end before it began, though the clock is put right during it (T3, M1)', async () => {
  const { office, id: handoffId } = await withReferral()
  office.clock.sleep(3 * 24 * HOUR)
  office.office.resume()
  const { id } = await must(office, 'meeting.begin', { handoffId, mode: 'conference_call', where: '', withoutHer: null, startedAt: null })
  const read = () => must(office, 'meeting.read', { id })
  await must(office, 'meeting.execute', { id, version: 1, command: { kind: 'presence', no: 1, presence: 'hold' } })
  office.clock.advance(15 * MINUTE)
  office.clock.set(office.clock.now() - 3 * 24 * HOUR)
  office.office.tick()
  await must(office, 'clock.reset', {})
  office.clock.advance(25 * MINUTE)
  const now = office.clock.now()
  const running = await read()
  // The screen counts on from there.
  expect(running).toMatchObject({ startedAt: now - 40 * MINUTE, runningSince: now - 40 * MINUTE, ran: 0 })
  expect(running.participants[0]).toMatchObject({ presence: 'hold', since: now - 40 * MINUTE })
  expect(await must(office, 'meeting.list', {})).toMatchObject({
    open: [{ startedAt: now - 40 * MINUTE, runningSince: now - 40 * MINUTE }],
  })
  const end = { kind: 'close', how: 'she_ended_it', words: '', at: null } as const
  await must(office, 'meeting.execute', { id, version: running.version, command: end })
  expect(await read()).toMatchObject({ startedAt: now - 40 * MINUTE, ran: 40 * MINUTE, closed: { at: now } })
})
