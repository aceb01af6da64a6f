import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { AppPage } from '../pages/app'
import { RecordPage } from '../pages/record'
import { PASSPHRASE } from '../support/office/set-up-office'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { createHandoff } from '../support/office/create-handoff'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Sleeps until a minute before and is awake over the moment, so that it comes as a deadline and not as a waking. */
async function advanceTo(host: Host, at: number): Promise<void> {
  await host.clock.sleep(at - MINUTE - host.clock.now())
  await host.clock.set(at)
}

test('four hours before, one hour before, at the due time and hourly until someone acts, in words that say nobody; also while the screen is locked (C3, P6, S5)', async ({
  host,
}) => {
  await setUpJourneyOffice(host)
  await createHandoff(host, 'Ana Ferro')
  const { page } = host
  const app = new AppPage(page)
  const due = MONDAY_NINE + 24 * HOUR
  const heard = async () => [...(await host.notifications())]

  await advanceTo(host, due - 4 * HOUR - 1)
  expect(await heard()).toEqual([])
  await expect(app.alerts).toHaveCount(0)
  await host.clock.set(due - 4 * HOUR)
  expect(await heard()).toEqual(['A contact is due soon.'])
  await expect(app.alerts.getByText('No. 1, due in 4 h.')).toBeVisible()
  await app.alerts.getByRole('button', { name: 'Seen' }).click()
  await expect(app.alerts).toHaveCount(0)
  await page.keyboard.press('F9')
  await expect(app.heading('Who is at the desk?')).toBeVisible()
  await advanceTo(host, due - HOUR)
  await advanceTo(host, due)
  expect(await heard()).toEqual(['A contact is due soon.', 'A contact is due soon.', 'A contact is due now.'])
  await host.clock.set(due + 1)
  await expect(page.getByText('One contact is overdue.')).toBeVisible()
  await advanceTo(host, due + HOUR)
  await advanceTo(host, due + 2 * HOUR)
  expect((await heard()).slice(3)).toEqual(['A contact is still waiting.', 'A contact is still waiting.'])
  expect([await page.content(), ...(await heard())].join(' ')).not.toMatch(/Ana|Ferro|A\. F\.|0142/)

  await test.step('somebody acts: the hourly alert ends', async () => {
    await app.signIn(PASSPHRASE)
    await app.alerts.getByRole('button', { name: 'Open', exact: true }).click()
    const record = new RecordPage(page)
    await record.logAttempt()
    await record.chooseOutcome('No answer')
    await record.acceptProposal()
    const before = (await heard()).length
    await advanceTo(host, due + 3 * HOUR)
    expect(await heard()).toHaveLength(before)
  })
})

test('an alert waits for her safe times (C3)', async ({ host }) => {
  await setUpJourneyOffice(host)
  // Every day from 18:00 to 20:00; the standard ends at nine in the morning.
  await createHandoff(host, 'Fay Nowak', {
    safeToCall: 'only_at_times',
    safeTimes: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 18 * 60, to: 20 * 60 }],
  })
  const due = MONDAY_NINE + 24 * HOUR
  for (const at of [due - 4 * HOUR, due - HOUR, due, due + HOUR, due + 9 * HOUR - 1]) await advanceTo(host, at)
  expect(await host.notifications()).toEqual([])
  await host.clock.set(due + 9 * HOUR)
  expect(await host.notifications()).toEqual(['A contact is still waiting.'])
})

test('one alert for each handoff after a sleep and after a restart, said once for all of them, before the board is seen (C3, T3)', async ({
  host,
}) => {
  await setUpJourneyOffice(host)
  await createHandoff(host, 'Ana Ferro')
  await createHandoff(host, 'Bea Lund')
  await test.step('the PC slept over three moments of both', async () => {
    await host.clock.sleep(23 * HOUR + 30 * MINUTE)
    expect(await host.notifications()).toEqual(['2 contacts need a worker now.'])
    expect(await host.call('alert.list', {})).toMatchObject({ ok: true, value: [{ level: 'before' }, { level: 'before' }] })
  })
  await host.restart(3 * HOUR)
  const app = new AppPage(host.page)
  await expect(app.heading('Open Day-book')).toBeVisible()
  // L5: before anybody signs in only the times are known. Who is due is said as soon as the book opens, before its first screen.
  await app.signIn(PASSPHRASE)
  expect(await host.notifications()).toEqual([
    '2 contacts need a worker now.',
    'A contact needs a worker now. Sign in to Day-book.',
    '2 contacts need a worker now.',
  ])
  const alerts = await host.call('alert.list', {})
  expect(alerts).toMatchObject({ ok: true, value: [{ level: 'hourly' }, { level: 'hourly' }] })
  expect(alerts.ok && alerts.value.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([1, 2])
  await expect(app.alerts.getByText(/^No\. [12], 2 h 30 min overdue\./)).toBeVisible()
  await expect(app.alerts.getByText('And 1 more.')).toBeVisible()
  await host.clock.advance(MINUTE)
  expect(await host.notifications()).toHaveLength(3)
})
