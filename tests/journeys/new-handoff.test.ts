import { expect, test } from '../hosts/fixture'
import { AppPage, selectOption, chooseOption } from '../pages/app'
import { NewHandoffPage } from '../pages/new-handoff'
import { RecordPage } from '../pages/record'
import { PASSPHRASE } from '../support/office/set-up-office'
import { MONDAY_NINE, setUpJourneyOffice, PASSPHRASES, ZONE } from '../support/office/journey-office'
import { createHandoff } from '../support/office/create-handoff'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

test('while she is named, records that are alike are shown across accents and scripts; choosing one brings her plan and is no second intake (H3)', async ({
  host,
}) => {
  await setUpJourneyOffice(host)
  await createHandoff(host, 'Zoë Lindqvist', { number: '780 555 0161' })
  await createHandoff(host, 'أمل رحيمي', { number: '780 555 0162' })
  const { page } = host
  const intake = new NewHandoffPage(page)
  const record = new RecordPage(page)
  await intake.open()
  await expect(intake.similarPeople.getByText('Similar records show here while you type.')).toBeVisible()
  await intake.field('Name or initials').fill('Zoe Lindqvist')
  await expect(intake.similarPeople.getByText('One record is similar. You can still go on.')).toBeVisible()
  await expect(intake.similarPeople).toContainText('No. 1')
  await intake.field('Name or initials').fill('Amal Rahimi')
  await expect(intake.similarPeople.getByText('Same name in another script')).toBeVisible()
  await expect(intake.similarPeople).toContainText('No. 2')
  await intake.field('Name or initials').fill('Nora Quist')
  await expect(intake.similarPeople.getByText('No similar records so far.')).toBeVisible()
  await intake.field('Her number').fill('(780) 555-0161')
  await expect(intake.similarPeople.getByText('Same number')).toBeVisible()
  await intake.field('Name or initials').fill('Amal Rahimi')
  await intake.field('Her number').fill('')
  await expect(intake.similarPeople).toContainText('No. 2')
  await page.keyboard.press('Alt+1')
  await expect(intake.form.getByText('is already in Day-book. Her contact plan comes with her.')).toBeVisible()
  await intake.from('She called us herself')
  await chooseOption(intake.form, 'Help with', 'Legal')
  await selectOption(page, intake.form, /What led to this/, 'Not known')
  await intake.submit()
  await record.expectNextAction('Call her now')
  await expect(record.plan).toContainText('At any hour')
  // One person, now with two handoffs.
  const palette = await new AppPage(page).search('أمل')
  await expect(palette.getByRole('group', { name: 'People' }).getByRole('option')).toHaveCount(1)
  await expect(palette.getByRole('option', { name: /(No\.|[Hh]andoff) \d+/ })).toBeVisible()
})

test('times that do not exist, are still to come or lie before the referral are told at their field, and nothing is lost (C1, C8)', async ({
  host,
}) => {
  await setUpJourneyOffice(host)
  const { page } = host
  const intake = new NewHandoffPage(page)
  const record = new RecordPage(page)
  await intake.open()
  await intake.fill({
    partner: 'She called us herself',
    name: 'Ana Ferro',
    earlier: { date: '2026-02-30', time: '9:00', because: 'the line was busy' },
  })
  const received = intake.form.getByRole('group', { name: 'When it was received' })
  for (const [date, time] of [
    ['2026-02-30', '9:00'],
    ['today', '25:00'],
    ['soon', '9:00'],
  ] as const) {
    await received.getByRole('textbox', { name: 'Date' }).fill(date)
    await received.getByRole('textbox', { name: 'Time' }).fill(time)
    await intake.submit()
    await expect(received.getByText(/^This date or time does not exist\./)).toBeVisible()
  }
  await received.getByRole('textbox', { name: 'Date' }).fill('today')
  await received.getByRole('textbox', { name: 'Time' }).fill('8:00')
  await intake.submit()
  await expect(record.sheet.getByText('due tomorrow 8:00, 24 hours after the referral')).toBeVisible()

  await record.logAttempt()
  await page.keyboard.press('F8')
  await page.keyboard.type('her sister answered')
  await record.button(/^It was earlier/).click()
  const happened = record.sheet.getByRole('group', { name: 'When it happened' })
  for (const [date, time, words] of [
    ['today', '7:59', 'This is before the referral came in. Enter a later time.'],
    ['today', '9:30', 'This time is in the future. Enter a time up to now.'],
    ['2026-13-01', '9:00', 'This date or time does not exist. Enter a date such as 2026-11-20 and a time such as 16:05.'],
  ] as const) {
    await record.moment('When it happened', date, time)
    await record.chooseOutcome('No answer')
    await expect(happened.getByText(words)).toBeVisible()
  }
  await expect(record.sheet.getByRole('textbox', { name: /^Note/ })).toHaveValue('her sister answered')
  await record.moment('When it happened', 'today', '8:30')
  await record.chooseOutcome('No answer')
  await record.acceptProposal()
  await expect(record.history.getByText(/her sister answered/)).toBeVisible()
})

test('what is typed outlives a lock, another worker and a restart, and is hers alone (S3, ui.md 4)', async ({ host }) => {
  await setUpJourneyOffice(host, { staff: ['Tamsin Boyle'] })
  let intake = new NewHandoffPage(host.page)
  let app = new AppPage(host.page)
  await intake.open()
  await intake.field('Name or initials').fill('Ana Ferro')
  await host.page.keyboard.press('F9')
  await host.page.getByRole('button', { name: /Ines Okafor/ }).click()
  await app.signIn(PASSPHRASE)
  await expect(intake.field('Name or initials')).toHaveValue('Ana Ferro')
  await intake.field('Note').fill('says she can talk until noon')
  await expect.poll(async () => JSON.stringify(await host.call('draft.read', { key: 'create-handoff' }))).toContain('until noon')
  await host.restart()
  intake = new NewHandoffPage(host.page)
  app = new AppPage(host.page)
  await app.signIn(PASSPHRASES['Tamsin Boyle'])
  await intake.open()
  await expect(intake.field('Name or initials')).toHaveValue('')
  await host.page.keyboard.press('F9')
  await host.page.getByRole('button', { name: /Ines Okafor/ }).click()
  await app.signIn(PASSPHRASE)
  // The worker of before comes back to the board, wherever the other one was.
  await app.openPage('Board')
  await intake.open()
  await expect(intake.field('Name or initials')).toHaveValue('Ana Ferro')
  await expect(intake.field('Note')).toHaveValue('says she can talk until noon')
  await expect(intake.form.getByText('Your earlier words are back. Draft saved 9:00')).toBeVisible()
})

test('a partner on the spot, its own standard from a day on, and what runs keeps its own (C2, H6)', async ({ host }) => {
  await setUpJourneyOffice(host)
  const { page } = host
  const app = new AppPage(page)
  const intake = new NewHandoffPage(page)
  const record = new RecordPage(page)
  await test.step('not listed: added while the source is on the line', async () => {
    await intake.open()
    await intake.form.getByRole('combobox', { name: 'From' }).fill('Court Line')
    await page.getByRole('option', { name: 'Add “Court Line”' }).click()
    const fresh = intake.form.getByRole('region', { name: 'New partner' })
    await selectOption(page, fresh, /Kind$/, 'Court clinic')
    await fresh.getByRole('textbox', { name: 'Phone on file' }).fill('780 555 0170')
    await fresh.getByRole('button', { name: 'Add partner' }).click()
    await expect(intake.form.getByRole('combobox', { name: 'From' })).toHaveValue('Court Line')
    await intake.fill({ name: 'Ana Ferro' })
    await intake.submit()
    await expect(record.sheet.getByText('due tomorrow 9:00, 24 hours after the referral')).toBeVisible()
  })
  await test.step('48 hours agreed from today: the next referral has them', async () => {
    await app.openPage('Partners')
    await page.getByRole('link', { name: 'Court Line' }).click()
    await page.getByRole('link', { name: 'Set a standard' }).click()
    const form = page.getByRole('form', { name: 'Contact standard' })
    await chooseOption(form, 'Type', 'Agreed')
    await form.getByRole('textbox', { name: 'Standard', exact: true }).fill('400')
    await form.getByRole('button', { name: 'Apply from tomorrow' }).click()
    await expect(form.getByText('Enter whole hours from 1 to 168, such as 36 h.')).toBeVisible()
    await form.getByRole('textbox', { name: 'Standard', exact: true }).fill('48')
    await form.getByRole('textbox', { name: 'From' }).fill('yesterday')
    await form.getByRole('button', { name: 'Apply from yesterday' }).click()
    await expect(form.getByText('A standard can start today or later. Open handoffs keep theirs.')).toBeVisible()
    await form.getByRole('textbox', { name: 'From' }).fill('today')
    await form.getByRole('button', { name: 'Apply from today' }).click()
    await expect(page.getByText(/48 hours agreed, from today/)).toBeVisible()
    await app.openPage('Partners')
    await page.getByRole('link', { name: 'Court Line' }).click()
  })
  await page.keyboard.press('n')
  await expect(intake.form.getByRole('combobox', { name: 'From' })).toHaveValue('Court Line')
  await intake.fill({ name: 'Bea Lund' })
  await intake.submit()
  await expect(record.sheet.getByText('due Wed 18 Nov 9:00, 48 hours after the referral')).toBeVisible()
  await app.openRecord(1)
  await expect(record.sheet.getByText('due tomorrow 9:00, 24 hours after the referral')).toBeVisible()
})
