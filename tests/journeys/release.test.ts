import { DAY, HOUR } from '#shared/domain/moment'
import { expect, test } from '../hosts/fixture'
import { Book, moment } from '../pages/book'
import { RecordSheet } from '../pages/record'
import { Releases } from '../pages/releases'
import { MONDAY_NINE, openOffice, ZONE } from '../support/journey-office'
import { look } from '../support/look'
import { refer } from '../support/referrals'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE, actionTimeout: 10_000 })

test('she signs a release to the source; it ends before the loop-back of day 2 and blocks it, until she renews it; she takes it back', async ({
  host,
}) => {
  test.setTimeout(120_000)
  const { page } = host
  const book = new Book(page)
  const record = new RecordSheet(page)
  const releases = new Releases(page)
  await openOffice(host, { partners: [{ name: 'Northgate Clinic' }] })
  const { id, number } = await refer(host, 'Wren Castellan', {
    from: 'Northgate Clinic',
    sourceMayHelp: true,
    mayTellSource: 'reached_or_not',
  })
  // Day 1: written with her. What may not be, says so at its field.
  await book.openRecord(number)
  await page.getByRole('link', { name: 'Open her releases' }).click()
  await expect(book.heading('New release for W. C.')).toBeVisible()
  await look(host, 'release-new')
  await releases.to('Northgate Clinic and Birch Street Legal', /^Use/, 'Intake worker on duty')
  await releases.words()
  await page.keyboard.press('Control+Enter')
  await expect(releases.leaf).toContainText('A release has one recipient only.')
  await releases.to('Northgate', /^Northgate Clinic/, 'Intake worker on duty')
  await moment(releases.leaf, 'Ends', 'yesterday', '12:00')
  await page.keyboard.press('Control+Enter')
  await expect(releases.leaf).toContainText('This end has already passed.')
  await moment(releases.leaf, 'Ends', 'tomorrow', '5:00')
  await releases.leaf.getByText('she is under 18').click()
  await page.keyboard.press('Control+Enter')
  await expect(releases.leaf).toContainText('A parent who abuses her cannot sign.')
  await look(host, 'release-refused')
  await releases.leaf.getByText('she is under 18').click()
  await page.keyboard.press('Control+Enter')
  await expect(releases.leaf).toContainText('Explain this to her first')
  await releases.explained()
  await page.keyboard.press('Control+Enter')
  await expect(releases.sheet).toContainText('Active')
  await expect(releases.beside).toContainText('ends tomorrow 5:00, in 20 h')

  // What was told under it, by a way that she agreed to.
  await page.keyboard.press('l')
  await page.getByRole('textbox', { name: 'What we shared' }).fill('She can move from the first on.')
  await page.keyboard.press('Control+Enter')
  await expect(releases.sheet.getByRole('list', { name: 'What we shared' })).toContainText('She can move from the first on.')
  await look(host, 'release')
  await book.go('Board')
  const ending = page.getByRole('region', { name: 'Releases ending within three days' })
  await expect(ending).toContainText('Northgate Clinic: ends tomorrow 5:00')
  await look(host, 'release-board')

  // Day 2: it has ended, and the source is not asked; what to do stands there.
  // The PC slept through the night: the shift's screen is still open.
  await host.clock.sleep(DAY + HOUR)
  await expect(ending).toHaveCount(0)
  await book.openRecord(number)
  await record.others()
  await expect(page.getByText('Her release for them has ended.')).toBeVisible()
  expect(await host.call('handoff.do', { id, command: { kind: 'ask_source' } })).toMatchObject({
    ok: false,
    failure: { reason: 'release_ended' },
  })
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Open her releases' }).click()
  await expect(releases.sheet).toContainText('Ended')
  await page.keyboard.press('n')
  await expect(releases.field('We may share')).toHaveValue('Whether she was reached, and when she can move.')
  await releases.explained()
  await page.keyboard.press('Control+Enter')
  await expect(releases.sheet).toContainText('Active')
  await book.openRecord(number)
  await record.act('Ask the source')

  // She takes it back: one key, and for good.
  await page.getByRole('link', { name: 'Open her releases' }).click()
  await expect(releases.sheet).toContainText('Active')
  await page.keyboard.press('Control+r')
  await expect(releases.sheet).toContainText('She took it back')
  await expect(releases.beside).toContainText('Nothing was shared after that.')
  await expect(page.getByRole('button', { name: /^Log what we shared/ })).toHaveCount(0)
  await page.keyboard.press('Control+r')

  // R4: what had to be told all the same has its own register.
  await releases.beside.getByRole('button', { name: 'Log sharing without consent' }).click()
  const form = releases.beside.getByRole('form', { name: 'Log sharing without consent' })
  await form.getByRole('textbox', { name: 'What we shared' }).fill('That a child was hurt.')
  await form.getByRole('textbox', { name: 'With whom' }).fill('Child services')
  await form.getByRole('radio', { name: 'Child protection' }).click()
  await form.getByRole('textbox', { name: 'Which law or policy allows it' }).fill('the act on children')
  await look(host, 'release-without')
  await form.getByRole('button', { name: 'Save in the log' }).click()
  await expect(releases.beside).toContainText('Not authorized yet.')
  await releases.beside.getByRole('button', { name: 'Add who authorized it' }).click()
  await releases.beside.getByRole('textbox', { name: 'Who authorized it' }).fill('Ruth Adeyemi')
  await page.keyboard.press('Enter')
  await expect(releases.beside).toContainText('Authorized by Ruth Adeyemi')
  await look(host, 'release-back')
})
