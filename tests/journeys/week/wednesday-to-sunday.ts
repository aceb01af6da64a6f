import { expect, test } from '../../hosts/fixture'
import { PASSPHRASE } from '../../support/office/set-up-office'
import { Week } from './week'

export async function playWednesday(week: Week): Promise<void> {
  const { app, record, bounce, host } = week
  await week.advanceToDay('Wed', '9:30')
  await test.step('the fallback is over: the app says that a bounce is due, a person records it (C6)', async () => {
    await app.openRecord(5)
    await record.expectNextAction('Record the bounce')
    await record.clickPrimary('Record the bounce')
    const beside = host.page.getByRole('complementary', { name: 'Attempts so far' })
    await expect(beside.getByText('All required attempts are made, or there was no safe time for them.')).toBeVisible()
    await bounce.record()
    await expect(bounce.form.getByText('Choose a reason.')).toBeVisible()
    await bounce.fill({
      reason: 'Not reached',
      seen: 'three tries, once her sister answered',
      action: 'Other help',
      what: 'The drop-in knows her',
      owner: 'Tamsin Boyle',
      due: ['tomorrow', '12:00'],
    })
    await bounce.record()
    await record.expectNextAction('The drop-in knows her')
    await expect(record.sheet.getByText(/^Tamsin Boyle, due tomorrow 12:00/)).toBeVisible()
    await expect(record.history.getByText(/The fallback was done\./)).toBeVisible()
  })
  await test.step('without a safe way it is never bad contact info (C7)', async () => {
    await app.openRecord(7)
    await host.page.keyboard.press('b')
    await bounce.fill({
      reason: 'Bad contact info',
      seen: 'no number is safe',
      action: 'Relay',
      owner: 'Ines Okafor',
      due: ['tomorrow', '12:00'],
    })
    await bounce.record()
    await expect(
      bounce.form.getByText('There is no safe way to reach her. Use the relay she agreed to, or wait for her call.'),
    ).toBeVisible()
    await expect(bounce.form.getByRole('textbox', { name: 'What was seen' })).toHaveValue('no number is safe')
    await host.page.keyboard.press('Escape')
    await record.expectNextAction('Check if she called')
    await record.logAttempt()
    await record.chooseOutcome('She called us')
    await expect(record.step('Confirmed means all three parts')).toBeVisible()
    await record.fillConfirmation({ way: true, step: 'She rings on Friday', dates: 'She says: none' })
    await record.confirm()
  })
  await test.step('a 48-hour source: reached in the second window, after its own standard (C2, C5)', async () => {
    await app.openRecord(8)
    await record.expectNextAction('Neutral check: say no name')
    await record.call('Neutral check', '780 555 0142')
    await record.chooseOutcome('Reached')
    await record.fillConfirmation({ way: true, step: 'Duty counsel on Friday', dates: 'She says: none' })
    await record.confirm()
    await expect(record.sheet.getByText('Confirmed today 9:30, later than the standard')).toBeVisible()
  })
}

export async function playThursdayAndFriday(week: Week): Promise<void> {
  const { app, record, intake, host } = week
  await week.advanceToDay('Thu', '12:00')
  await test.step('the bounce is settled and closed after review (section 6)', async () => {
    await app.openRecord(5)
    await record.clickPrimary('Do it now')
    await record.choose('Next', 'Close after review')
    await record.fill('What happened', 'the drop-in has not seen her')
    await host.page.keyboard.press('Control+Enter')
    await record.expectNextAction('Nothing to do. This handoff is closed.')
  })
  await test.step('help was received: closed (section 3)', async () => {
    await app.openRecord(11)
    await record.runAction('Close handoff', () => record.choose('How it ended', 'Help was received'))
    await record.expectNextAction('Nothing to do. This handoff is closed.')
  })
  await week.advanceToDay('Fri', '16:00')
  await test.step('reopened with a reason; the old outcome stays, and contact is due anew (H2)', async () => {
    await app.openRecord(5)
    await record.clickPrimary('Reopen')
    await host.page.keyboard.press('Control+Enter')
    await expect(record.sheet.getByText('Enter this first.')).toBeVisible()
    await record.fill('Reason', 'she rang the drop-in')
    await host.page.keyboard.press('Control+Enter')
    await record.expectNextAction('Neutral check: say no name')
    await expect(record.sheet.getByText('due tomorrow 16:00, 24 hours after it started again')).toBeVisible()
    await expect(record.history.getByText('Reopened.')).toBeVisible()
    await expect(record.history.getByText(/^Closed: /).first()).toBeVisible()
  })
  await test.step('a thirteenth, received an hour ago, with the reason why it is added later (C1, C8)', async () => {
    expect(
      await intake.write({
        partner: 'Northgate Clinic',
        name: 'Mona Petrov',
        earlier: { date: 'today', time: '15:00', because: 'the line was busy' },
      }),
    ).toBe(13)
    await expect(record.sheet.getByText('due tomorrow 15:00, 24 hours after the referral')).toBeVisible()
  })
}

/** Closed on Saturday at ten, opened on Sunday at noon: two deadlines have passed, the clock has not stopped. */
export async function playWeekend(before: Week): Promise<void> {
  const { host } = before
  await before.advanceToDay('Sat', '10:00')
  const shown = (await host.notifications()).length
  await host.restart(before.toInstant('Sun', '12:00') - host.clock.now())
  const week = new Week(host)
  const { app, record } = week
  await expect(app.heading('Open Day-book')).toBeVisible()
  await app.signIn(PASSPHRASE)
  await test.step('one alert for all that passed while the app was closed, and one line for each handoff (C3, T3)', async () => {
    const texts = (await host.notifications()).slice(shown)
    // While the database is still closed only the times are known (L5).
    expect(texts).toEqual([
      'A contact needs a worker now. Sign in to Day-book.',
      expect.stringMatching(/^\d+ contacts need a worker now\.$/),
    ])
    const alerts = await host.call('alert.list', {})
    const numbers = alerts.ok ? alerts.value.filter(({ at }) => at === host.clock.now()).map(({ number }) => number) : []
    expect(numbers).toContain(5)
    expect(numbers).toContain(13)
    expect(new Set(numbers).size).toBe(numbers.length)
    await expect(app.alerts.getByText(/overdue/)).toBeVisible()
  })
  await test.step('what happened on Friday is written on Sunday, and marked as added later (C8)', async () => {
    await app.openRecord(13)
    await expect(record.sheet.getByText('was due yesterday 15:00, 24 hours after the referral')).toBeVisible()
    await expect(record.history.getByText('The 24 hours have passed. The workflow owner was told.')).toBeVisible()
    await record.logAttempt()
    await host.page.keyboard.press('t')
    await record.moment('When it happened', '2026-11-20', '17:00')
    await record.chooseOutcome('No answer')
    await record.acceptProposal()
    await expect(record.history.getByText(/added later/)).toBeVisible()
    await expect(record.sheet.getByText('1 of 3 attempts')).toBeVisible()
  })
}
