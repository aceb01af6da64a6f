import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { AppPage } from '../pages/app'
import { MeetingPage } from '../pages/meeting'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const MINUTE = 60_000

/** Creates a confirmed handoff with a meeting booked so many minutes after nine. */
async function createBooked(host: Host, name: string, minutes: number): Promise<{ readonly number: number }> {
  const made = await createHandoff(host, name, { from: 'Northgate Line' })
  const runCommand = async (command: Parameters<typeof host.call<'handoff.execute'>>[1]['command']) =>
    expect(await host.call('handoff.execute', { id: made.id, command })).toMatchObject({ ok: true })
  await runCommand({
    kind: 'log_attempt',
    at: null,
    channel: 'call',
    wayId: 'w1',
    outcome: 'reached',
    safeCheck: 'safe',
    note: '',
    checkAt: null,
    override: false,
  })
  await runCommand({
    kind: 'save_confirmation',
    at: null,
    wayVerified: true,
    nextStep: { kind: 'appointment', what: 'A talk about a flat', date: null, waitLength: '', herWords: 'somebody I can see' },
    risks: { answer: 'none', dates: [] },
  })
  await runCommand({ kind: 'book_meeting', at: MONDAY_NINE + minutes * MINUTE, what: '' })
  return made
}

test('two meetings of one worker at the same time warn on the list, when one begins, and when the next is agreed (M7)', async ({
  host,
}) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: ['Tamsin Boyle'], partners: [{ name: 'Northgate Line' }] })
  const first = await createBooked(host, 'Jola Dudek', 120)
  const second = await createBooked(host, 'Mina Petrov', 150)
  const third = await createBooked(host, 'Ada Fern', 300)
  const app = new AppPage(page)
  const call = new MeetingPage(page)
  const warning = (number: number) => page.getByText(`has another meeting at the same time: handoff ${number},`)

  await test.step('the list says so at both, and not at the third', async () => {
    await app.openPage('Meetings')
    await expect(warning(first.number)).toHaveCount(1)
    await expect(warning(second.number)).toHaveCount(1)
    await expect(page.getByText('has another meeting at the same time')).toHaveCount(2)
    await checkAppearance(host, 'meetings-same-time')
  })

  await test.step('beginning one at that time says so, and goes on all the same', async () => {
    await host.clock.advance(130 * MINUTE)
    await page.getByRole('button', { name: 'Start the meeting: J. D.' }).click()
    await expect(warning(second.number)).toBeVisible()
    await checkAppearance(host, 'begin-same-time')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await expect(call.main).toBeVisible()
  })

  await test.step('the next meeting is agreed at the time of a third, and warns', async () => {
    await page.getByRole('button', { name: 'After', exact: true }).click()
    await page.getByRole('button', { name: 'Next meeting', exact: true }).click()
    await expect(warning(third.number)).toHaveCount(0)
    await call.agreeNextMeeting('2026-11-16', '14:30')
    await expect(warning(third.number)).toBeVisible()
    await checkAppearance(host, 'next-same-time')
  })
})
