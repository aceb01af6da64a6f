import { DAY, HOUR } from '#shared/domain/core/moment'
import { expect, test } from '../hosts/fixture'
import { AppPage, fillMoment } from '../pages/app'
import { RecordPage } from '../pages/record'
import { ReleasesPage } from '../pages/releases'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { expectAccessible } from '../support/page/axe'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE })

test('she signs a release to the source; it ends before the loop-back of day 2 and blocks it, until she renews it; she takes it back', async ({
  host,
}) => {
  const { page } = host
  const app = new AppPage(page)
  const record = new RecordPage(page)
  const releases = new ReleasesPage(page)
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Clinic' }] })
  const { id, number } = await createHandoff(host, 'Wren Castellan', {
    from: 'Northgate Clinic',
    sourceMayHelp: true,
    mayTellSource: 'reached_or_not',
  })
  // Day 1: written with the person. What is not allowed is shown at its field.
  await app.openRecord(number)
  await page.getByRole('link', { name: 'Open her releases' }).click()
  await expect(app.heading('New release for W. C.')).toBeVisible()
  await checkAppearance(host, 'release-new')
  await releases.fillRecipient('Northgate Clinic and Birch Street Legal', /^Use/, 'Intake worker on duty')
  await releases.fillTerms()
  await page.keyboard.press('Control+Enter')
  await expect(releases.form).toContainText('A release has one recipient only.')
  await releases.fillRecipient('Northgate', /^Northgate Clinic/, 'Intake worker on duty')
  await fillMoment(releases.form, 'Ends', 'yesterday', '12:00')
  await page.keyboard.press('Control+Enter')
  await expect(releases.form).toContainText('This end has already passed.')
  await fillMoment(releases.form, 'Ends', 'tomorrow', '5:00')
  await releases.form.getByText('she is under 18').click()
  await page.keyboard.press('Control+Enter')
  await expect(releases.form).toContainText('A parent who abuses her cannot sign.')
  await checkAppearance(host, 'release-refused')
  await releases.form.getByText('she is under 18').click()
  await page.keyboard.press('Control+Enter')
  await expect(releases.form).toContainText('Explain this to her first')
  await releases.tickExplained()
  await page.keyboard.press('Control+Enter')
  await expect(releases.sheet).toContainText('Active')
  await expect(releases.list).toContainText('ends tomorrow 5:00, in 20 h')

  // What was told under it, by a way that the person agreed to.
  await page.keyboard.press('l')
  await page.getByRole('textbox', { name: 'What we shared' }).fill('She can move from the first on.')
  await page.keyboard.press('Control+Enter')
  await expect(releases.sheet.getByRole('list', { name: 'What we shared' })).toContainText('She can move from the first on.')
  await checkAppearance(host, 'release')
  await app.openPage('Board')
  const ending = page.getByRole('region', { name: 'Releases ending within three days' })
  await expect(ending).toContainText('Northgate Clinic: ends tomorrow 5:00')
  await checkAppearance(host, 'release-board')

  // Day 2: it has ended, and the source is not asked; the screen says what to do. The PC slept through the night: the shift's screen is
  // still open.
  await host.clock.sleep(DAY + HOUR)
  await expect(ending).toHaveCount(0)
  await app.openRecord(number)
  await record.openOtherActions()
  await expect(page.getByText('Her release for them has ended.')).toBeVisible()
  expect(await host.call('handoff.execute', { id, command: { kind: 'ask_source' } })).toMatchObject({
    ok: false,
    failure: { reason: 'release_ended' },
  })
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Open her releases' }).click()
  await expect(releases.sheet).toContainText('Ended')
  await releases.list
    .getByRole('button', { name: /^Ask her to renew/ })
    .first()
    .press('Enter')
  await expect(releases.field('We may share')).toHaveValue('Whether she was reached, and when she can move.')
  await releases.tickExplained()
  await page.keyboard.press('Control+Enter')
  await expect(releases.sheet).toContainText('Active')
  await app.openRecord(number)
  await record.runAction('Ask the source')

  // She takes it back: a key, then a question, because it is for good (R2).
  await page.getByRole('link', { name: 'Open her releases' }).click()
  await expect(releases.sheet).toContainText('Active')
  await page.keyboard.press('Alt+t')
  await expect(releases.sheet.getByRole('heading', { name: 'Does she take it back?' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(releases.sheet).toContainText('Active')
  await page.keyboard.press('Alt+t')
  await page.keyboard.press('Control+Enter')
  await expect(releases.sheet).toContainText('She took it back')
  await expect(releases.list).toContainText('Nothing was shared after that.')
  await expect(page.getByRole('button', { name: /^Log what we shared/ })).toHaveCount(0)
  await page.keyboard.press('Alt+t')
  await expect(page.getByRole('heading', { name: 'Does she take it back?' })).toHaveCount(0)

  // R4: what had to be told all the same has its own register.
  await releases.list.getByRole('button', { name: 'Log sharing without consent' }).click()
  const form = releases.list.getByRole('form', { name: 'Log sharing without consent' })
  await form.getByRole('textbox', { name: 'What we shared' }).fill('That a child was hurt.')
  await form.getByRole('textbox', { name: 'With whom' }).fill('Child services')
  await form.getByRole('radio', { name: 'Child protection' }).click()
  await form.getByRole('textbox', { name: 'Which law or policy allows it' }).fill('the act on children')
  await checkAppearance(host, 'release-without')
  await form.getByRole('button', { name: 'Save in the log' }).click()
  await expect(releases.list).toContainText('Not authorized yet.')
  await releases.list.getByRole('button', { name: 'Add who authorized it' }).click()
  await releases.list.getByRole('textbox', { name: 'Who authorized it' }).fill('Ruth Adeyemi')
  await page.keyboard.press('Enter')
  await expect(releases.list).toContainText('Authorized by Ruth Adeyemi')
  await checkAppearance(host, 'release-back')
})
