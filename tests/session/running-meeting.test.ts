import { describe, expect, test } from 'vitest'
import type { Input } from '#shared/contract/index'
import type { MeetingId } from '#shared/domain/core/ids'
import { must, signIn, readOfficeState, createUnattendedOffice } from '../support/office/unattended-office'
import { referral } from '../support/office/scratch-office'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Creates an office without a present worker, with a running conference call. */
async function startMeeting() {
  const said: (string | null)[] = []
  const { office } = await createUnattendedOffice({ ports: { tray: { setText: (text) => void said.push(text) } } })
  const partner = await must(office, 'partner.save', {
    id: null,
    name: 'Northgate Line',
    kind: 'agency',
    phone: '',
    note: '',
    helpsToReach: true,
  })
  const { id: handoffId } = await must(office, 'handoff.create', referral(partner.id))
  const { id } = await must(office, 'meeting.begin', { handoffId, mode: 'conference_call', where: '', withoutHer: null, startedAt: null })
  let version = 1
  const runCommand = async (command: Input<'meeting.execute'>['command']) =>
    void ({ version } = await must(office, 'meeting.execute', { id, version, command }))
  const wait = (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      office.clock.advance(MINUTE)
      office.office.tick()
    }
  }
  const stage = async () => (await readOfficeState(office)).stage
  const read = (meeting: MeetingId = id) => must(office, 'meeting.read', { id: meeting })
  return { office, said, does: runCommand, wait, stage, read, id }
}

describe('while a meeting runs (L2)', () => {
  test('the screen does not lock, and warns of nothing, while everybody waits in a queue', async () => {
    const { office, wait, stage } = await startMeeting()
    wait(40)
    expect(await stage()).toBe('open')
    expect((await readOfficeState(office)).locksAt).toBeNull()
  })

  test('a pause ends it, and so does the end of the meeting', async () => {
    const { wait, does: runCommand, stage } = await startMeeting()
    await runCommand({ kind: 'pause' })
    wait(4)
    expect(await stage()).toBe('locked')
    const other = await startMeeting()
    await other.does({ kind: 'close', how: 'she_ended_it', words: '', at: null })
    other.wait(4)
    expect(await other.stage()).toBe('locked')
  })

  test('F9 blanks the screen all the same; the database stays open, the call runs on, and she is back in it', async () => {
    const { office, wait, stage, read } = await startMeeting()
    const { runningSince } = await read()
    await must(office, 'session.lock', {})
    wait(90)
    expect(await stage()).toBe('locked')
    expect((await signIn(office)).ok).toBe(true)
    expect(await read()).toMatchObject({ runningSince, ran: 0 })
  })

  test('the locked screen of the PC locks the screen and does not close the database; a sleep closes it', async () => {
    const { office, stage } = await startMeeting()
    office.office.osLocked()
    expect(await stage()).toBe('locked')
    office.office.osLocked()
    expect(await stage()).toBe('locked')
    office.office.suspend()
    expect(await stage()).toBe('sealed')
  })

  test('neither are ten hours since the passphrase an end of it, as long as somebody goes on with it', async () => {
    const { wait, does: runCommand, stage } = await startMeeting()
    for (let hour = 0; hour < 11; hour += 1) {
      wait(60)
      await runCommand({ kind: 'retold', times: hour })
    }
    expect(await stage()).toBe('open')
  })

  test('a call that somebody forgot to pause does not leave the database open for the night', async () => {
    const { office, stage } = await startMeeting()
    office.clock.sleep(3 * HOUR + MINUTE)
    office.office.tick()
    office.clock.sleep(4 * MINUTE)
    office.office.tick()
    expect(await stage()).toBe('locked')
  })
})

describe('the tray (M1, L6)', () => {
  test('says how long somebody has been on hold, and no name; and nothing once they are back', async () => {
    const { office, said, wait, does: runCommand } = await startMeeting()
    wait(3)
    expect(said).toEqual([])
    await runCommand({ kind: 'join', who: 'other', name: 'Ada Fern', staffId: null, partnerId: null, role: 'helps', rule: '' })
    await runCommand({ kind: 'presence', no: 3, presence: 'hold' })
    office.office.tick()
    expect(said).toEqual(['Still on hold: less than a minute'])
    wait(42)
    expect(said.at(-1)).toBe('Still on hold: 42 min')
    await runCommand({ kind: 'presence', no: 3, presence: 'on' })
    expect(said.at(-1)).toBeNull()
  })

  test('nothing is said of a call that is paused, nor of a database that is closed', async () => {
    const { office, said, does: runCommand } = await startMeeting()
    await runCommand({ kind: 'presence', no: 1, presence: 'hold' })
    await runCommand({ kind: 'pause' })
    expect(said.at(-1)).toBeNull()
    await runCommand({ kind: 'resume' })
    expect(said.at(-1)).toMatch(/^Still on hold/)
    office.office.suspend()
    expect(said.at(-1)).toBeNull()
  })
})
