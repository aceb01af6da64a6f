import { expect, test } from '../hosts/fixture'
import { AppPage, selectOption, chooseOption } from '../pages/app'
import { NewHandoffPage } from '../pages/new-handoff'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE })

test('a person is found, has one page over all her handoffs, and two records of her become one and two again', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: [], partners: [{ name: 'Northgate Crisis Line' }] })
  const first = await createHandoff(host, 'Marta Lindqvist', { from: 'Northgate Crisis Line' })
  const second = await createHandoff(host, 'Marta Lindkvist', { from: 'Northgate Crisis Line' })
  const app = new AppPage(page)
  const main = app.main
  const side = page.getByRole('complementary', { name: 'About her' })
  const found = main.getByRole('region', { name: 'People' })
  const find = main.getByRole('searchbox', { name: 'Search people' })

  await app.openPage('People')
  await checkAppearance(host, 'people')
  await find.fill('lindk')
  await expect(found.getByRole('row')).toHaveCount(2)
  await checkAppearance(host, 'people-found')
  await expect(main.getByText('Lindkvist')).toHaveCount(0)
  await found.getByRole('link', { name: 'M. L.' }).press('Enter')
  await expect(app.heading('M. L.')).toBeVisible()
  await expect(main.getByRole('region', { name: 'History' })).toContainText(`No. ${second.number}`)

  // Facts about the person; spellings are searched like the name, and are shown nowhere.
  await page.keyboard.press('e')
  await side.getByRole('textbox', { name: 'Alias' }).fill('Wren')
  await side.getByRole('textbox', { name: 'Other spellings' }).fill('Marthe')
  await checkAppearance(host, 'person-change')
  await page.keyboard.press('Control+Enter')
  await expect(app.heading('Wren')).toBeVisible()
  await expect(main.getByText('Marthe')).toHaveCount(0)
  await checkAppearance(host, 'person')

  await side.getByRole('button', { name: 'Join another record' }).click()
  await side.getByRole('searchbox').fill('lindq')
  await side.getByRole('button', { name: 'This is her' }).click()
  const pair = page.getByRole('form', { name: 'Are these the same person?' })
  await expect(pair.getByRole('region', { name: 'Record one' })).toContainText('Wren')
  await expect(pair.getByRole('region', { name: 'Record two' })).toContainText('M. L.')
  await page.keyboard.press('Control+Enter')
  await expect(pair).toContainText('Enter how you know it.')
  await expect(pair).toContainText('Gaps are filled from the other record.')
  await chooseOption(pair, 'Which record stays?', /Wren$/)
  await pair.getByRole('textbox', { name: 'How do you know it is the same person?' }).fill('the same number, she says so')
  await checkAppearance(host, 'people-together')
  await page.keyboard.press('Control+Enter')
  const herHandoffs = main.getByRole('region', { name: 'Her handoffs' })
  await expect(herHandoffs).toContainText(`No. ${first.number}`)
  await expect(herHandoffs).toContainText(`No. ${second.number}`)
  await expect(side).toContainText('Reason: the same number, she says so')
  await checkAppearance(host, 'person-joined')
  await app.openPage('People')
  await find.fill('lindq')
  await expect(found.getByRole('link', { name: 'Wren' })).toBeVisible()
  await find.fill('marthe')
  await found.getByRole('link', { name: 'Wren' }).press('Enter')

  await side.getByRole('button', { name: 'Undo joining M. L.' }).click()
  await expect(herHandoffs).not.toContainText(`No. ${first.number}`)
  await expect(herHandoffs).toContainText(`No. ${second.number}`)
})

test('what she told is written once: at the referral, more of it on her page, and read beside every record (section 3)', async ({
  host,
}) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: [], partners: [{ name: 'Northgate Crisis Line' }] })
  const app = new AppPage(page)
  const intake = new NewHandoffPage(page)
  const side = page.getByRole('complementary', { name: 'Contact plan' })
  const known = page.getByRole('complementary', { name: 'About her' })

  await intake.open()
  await intake.fill({ partner: 'Northgate Crisis Line', name: 'Marta Lindqvist' })
  await expect(intake.form.getByRole('group', { name: 'Household' })).toHaveCount(0)
  await intake.form.getByRole('button', { name: 'What else she told us' }).press('Enter')
  await selectOption(page, intake.form, / Age$/, '25 to 59')
  await chooseOption(intake.form, 'Household', 'She told us')
  await intake.check(intake.form.getByRole('checkbox', { name: 'None: Pets' }))
  await intake.field('Access needs').fill('No stairs')
  await intake.submit()
  await expect(intake.form.getByText('Enter how many people, including her, or choose “Not known”.')).toBeVisible()
  await checkAppearance(host, 'intake-told-wrong')
  await intake.field('Adults, including her').fill('1')
  await intake.field('Children 6 to 12').fill('2')
  await checkAppearance(host, 'intake-told')
  await intake.submit()
  await expect(side).toContainText('No stairs')
  await expect(side).toContainText('one adult, 2 children aged 6 to 12')
  await expect(side.getByText('Culture and faith')).toHaveCount(0)
  await checkAppearance(host, 'record-told')

  await side.getByRole('link', { name: 'Open her page' }).click()
  await expect(app.heading('M. L.')).toBeVisible()
  await expect(known).toContainText('25 to 59')
  await expect(known).toContainText('Not asked')
  await checkAppearance(host, 'person-told')
  await page.keyboard.press('e')
  await known.getByRole('textbox', { name: 'Groups she names' }).fill('Métis')
  await intake.check(known.getByRole('checkbox', { name: 'Not known: Culture and faith' }))
  await checkAppearance(host, 'person-told-change')
  await page.keyboard.press('Control+Enter')
  await expect(known).toContainText('Métis')
  await expect(known.getByText('Not asked')).toHaveCount(0)
})

test('of those who are alike at a referral two are chosen and compared, whichever they are (H3)', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: [], partners: [{ name: 'Northgate Crisis Line' }] })
  for (const name of ['Marta Lindqvist', 'Marta Lindkvist', 'Martha Lindquist'])
    await createHandoff(host, name, { from: 'Northgate Crisis Line' })
  const intake = new NewHandoffPage(page)
  await intake.open()
  await intake.field('Name or initials').fill('Marta Lindqvist')
  const compare = (number: number) => intake.similarPeople.getByRole('checkbox', { name: `Compare: M. L., No. ${number}` })
  const link = intake.similarPeople.getByRole('link', { name: 'Same person? Compare these two records' })
  await expect(intake.similarPeople.getByRole('listitem')).toHaveCount(3)
  await expect(link).toHaveCount(0)
  for (const number of [1, 2]) await intake.check(compare(number))
  // A third one takes the place of the first.
  await intake.check(compare(3))
  await expect(compare(1)).not.toBeChecked()
  await checkAppearance(host, 'intake-compare')
  await link.press('Enter')
  const pair = page.getByRole('form', { name: 'Are these the same person?' })
  await expect(pair.getByRole('region', { name: 'Record one' })).toContainText('No. 2')
  await expect(pair.getByRole('region', { name: 'Record two' })).toContainText('No. 3')
})
