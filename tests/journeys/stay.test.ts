import { expect, test } from '../hosts/fixture'
import { AppPage, selectOption } from '../pages/app'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE })

const DAY = 86_400_000

test('she moves in, is asked on day 3 what she wants, a goal is handed on in one step, and contact goes on when she leaves (A3, A4)', async ({
  host,
}) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: ['Ruth Adeyemi'], partners: [{ name: 'Northgate Crisis Line' }] })
  await createHandoff(host, 'Marta Lindqvist', { from: 'Northgate Crisis Line' })
  const app = new AppPage(page)
  const { main } = app
  await app.openPage('People')
  await main.getByRole('searchbox', { name: 'Search people' }).fill('lindq')
  await main.getByRole('link', { name: 'M. L.' }).press('Enter')
  await page.getByRole('link', { name: 'Start a stay' }).press('Enter')
  await expect(app.heading('Stay and goals')).toBeVisible()

  // A typing error loses nothing, and the form says what is wrong.
  await main.getByRole('textbox', { name: 'Day of intake' }).fill('2026-11-20')
  await main.getByRole('textbox', { name: 'Time of intake' }).fill('9:00')
  await main.getByRole('button', { name: 'Start the stay' }).click()
  await expect(main.getByRole('group', { name: 'Start', exact: true })).toContainText('in the future')
  await main.getByRole('textbox', { name: 'Day of intake' }).fill('today')
  await main.getByRole('textbox', { name: 'Time of intake' }).fill('7:30')
  await main.getByRole('button', { name: 'Start the stay' }).click()
  await expect(main).toContainText('Here since today 7:30, day 1.')

  // Day 3: the board says so and leads to the stay.
  await app.openPage('Board')
  await expect(main.getByRole('region', { name: 'Goals to ask about' })).toHaveCount(0)
  await host.clock.sleep(2 * DAY)
  const due = main.getByRole('region', { name: 'Goals to ask about' })
  await expect(due).toContainText('M. L.: day 3, ask about her goals')
  await checkAppearance(host, 'board-goals')
  await due.getByRole('link', { name: /M\. L\./ }).press('Enter')
  await page.keyboard.press('a')
  const form = main.getByRole('form', { name: 'Add a goal' })
  await expect(form.getByRole('textbox', { name: 'What she wants, in her words' })).toBeFocused()
  await page.keyboard.type('a flat near the school')
  await page.keyboard.press('Control+Enter')
  await expect(form).toContainText('This is required.')
  await selectOption(page, form, /Help she needs/, 'Housing')
  await page.keyboard.press('Control+Enter')
  const goal = main.getByRole('group', { name: 'a flat near the school' })
  await expect(goal).toContainText('Needs: Housing.')
  await checkAppearance(host, 'stay')
  await main.getByRole('button', { name: 'Mark as talked' }).press('Enter')
  await expect(main).toContainText('Goals conversation held today 9:00.')

  await goal.getByRole('button', { name: 'Hand off', exact: true }).click()
  const hand = goal.getByRole('form', { name: 'Hand off', exact: true })
  await selectOption(page, hand, /Who can help/, 'Ruth Adeyemi supervisor')
  await hand.getByRole('checkbox', { name: 'I asked her just now, and she agrees' }).press('Space')
  await hand.getByRole('button', { name: 'Hand it off' }).click()
  await goal.getByRole('link', { name: /Handed off: No\. 2/ }).press('Enter')
  await expect(main.getByText('No. 2', { exact: true }).first()).toBeVisible()
  await expect(main).toContainText('a flat near the school')

  // The person leaves, and wants contact.
  await app.openPage('People')
  await main.getByRole('link', { name: 'People who stay here' }).press('Enter')
  await expect(main.getByRole('row', { name: /M\. L\./ })).toContainText('day 3')
  await checkAppearance(host, 'staying')
  await main.getByRole('link', { name: 'M. L.' }).press('Enter')
  await main.getByRole('button', { name: 'Save', exact: true }).click()
  await main.getByRole('radio', { name: 'Yes' }).click()
  await main.getByRole('textbox', { name: 'How, and what is safe' }).fill('a text on Fridays')
  await main.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(main.getByRole('group', { name: 'Next contact' })).toContainText('time')
  await main.getByRole('textbox', { name: 'Day of the next contact' }).fill('2026-11-27')
  await main.getByRole('textbox', { name: 'Time of the next contact' }).fill('16:00')
  await main.getByRole('button', { name: 'Save', exact: true }).click()
  await checkAppearance(host, 'stay-after')
  const palette = await app.search('people who stay')
  await palette.getByRole('option', { name: /People who stay here/ }).click()
  await expect(main.getByRole('region', { name: 'Left, wants contact' })).toContainText('a text on Fridays')
})
