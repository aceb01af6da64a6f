import { HOUR } from '#shared/domain/core/moment'
import { expect, test } from '../hosts/fixture'
import { BoardPage } from '../pages/board'
import { AppPage, fillMoment, selectOption } from '../pages/app'
import { RecordPage } from '../pages/record'
import { SettingsPage } from '../pages/settings'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const COURT = MONDAY_NINE + 50 * HOUR

test('a closed handoff’s court date calls, is taken note of and moved with a reason; it stays on the board', async ({ host }) => {
  const { page } = host
  const app = new AppPage(page)
  const sheet = new RecordPage(page)
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Clinic' }] })
  const court = { kind: 'court_date', date: COURT, what: 'custody', routedTo: 'the legal clinic' } as const
  const { id } = await createHandoff(host, 'Wren Castellan', { from: 'Northgate Clinic', risks: [court] })
  await createHandoff(host, 'Ottoline Marsh', { from: 'Northgate Clinic' })
  expect(
    await host.call('handoff.execute', { id, command: { kind: 'close', as: 'other_outcome', reason: 'moved in with her sister' } }),
  ).toMatchObject({
    ok: true,
  })
  const ahead = page.getByRole('region', { name: 'Coming deadlines' })
  await expect(ahead).toContainText('Court date, Wed 18 Nov')
  await expect(ahead).toContainText('Handled by the legal clinic.')
  await expect(ahead).not.toContainText('Not seen by anyone yet.')

  await host.clock.advance(2 * HOUR + 60_000)
  expect(await host.notifications()).toContain('A deadline is near.')
  expect((await host.notifications()).join()).not.toContain('W. C.')
  await expect(ahead).toContainText('Not seen by anyone yet.')
  await expect(app.alerts).toContainText('No. 1: a deadline is in 47 h.')
  await checkAppearance(host, 'dates-ahead')

  await ahead.getByRole('link', { name: /No\. 1/ }).press('Enter')
  const dates = sheet.plan.getByRole('region', { name: 'Deadline risks' })
  await dates.getByRole('button', { name: 'I have seen it' }).click()
  await expect(dates).toContainText('Ines Okafor saw it')
  await dates.getByRole('button', { name: 'Edit', exact: true }).click()
  const form = dates.getByRole('form', { name: 'Edit this date' })
  await fillMoment(form, 'The date', '2026-12-01', '9:30')
  await page.keyboard.press('Control+Enter')
  await expect(form.locator('.field.wrong')).toHaveCount(1)
  await form.getByRole('textbox', { name: 'Why it changes' }).fill('the court moved it')
  await checkAppearance(host, 'dates-record')
  await page.keyboard.press('Control+Enter')
  await expect(dates).toContainText('Court date, Tue 1 Dec 9:30')
  await expect(sheet.history).toContainText('A date was changed: Court date, now Tue 1 Dec 9:30. Before: Wed 18 Nov 11:00.')
  await expect(sheet.history).toContainText('the court moved it')
  await page.keyboard.press('Escape')
  await expect(ahead).toContainText('Court date, Tue 1 Dec')
  await expect(app.alerts).toHaveCount(0)
})

test('a worker keeps a view, gives several at once, and goes away: all by keyboard but the pickers (H4)', async ({ host }) => {
  const { page } = host
  const board = new BoardPage(page)
  const app = new AppPage(page)
  await setUpJourneyOffice(host, { staff: ['Tamsin Boyle', 'Ruth Adeyemi'], partners: [{ name: 'Northgate Clinic' }] })
  for (const name of ['Wren Castellan', 'Ottoline Marsh', 'Ines Park', 'Amal Rahimi'])
    await createHandoff(host, name, { from: 'Northgate Clinic', assignedTo: 'Ines Okafor' })

  await test.step('a view of her own, in the sentence and in the palette', async () => {
    await board.showAs('Table')
    await board.chooseFilter('Group by', 'none')
    await board.chooseFilter('Direction', 'to us')
    await page.keyboard.press('f')
    await expect(page.getByRole('textbox', { name: 'Name of this view' })).toBeFocused()
    await page.keyboard.type('Mine to us')
    await page.keyboard.press('Enter')
    await expect(board.main.getByRole('button', { name: /My views$|^Mine to us/ })).toBeVisible()
    await page.keyboard.press('Backspace')
    await expect(board.main.getByRole('button', { name: 'Remove this view' })).toHaveCount(0)
    await app.search('my view')
    await page.getByRole('option', { name: /Mine to us/ }).click()
    await expect(board.main.getByRole('button', { name: /Remove this view/ })).toBeVisible()
  })

  await test.step('X and Shift with an arrow choose rows; G gives them in one step', async () => {
    await board.row(1).click()
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+ArrowDown')
    const foot = page.getByRole('group', { name: '2 selected' })
    await expect(foot).toBeVisible()
    await page.keyboard.press('g')
    await foot.getByRole('button', { name: /Assign 2 to/ }).click()
    await page.getByRole('option', { name: /^Ruth Adeyemi/ }).click()
    await foot.getByRole('textbox', { name: 'Why' }).fill('my shift ends')
    await checkAppearance(host, 'give-many')
    await foot.getByRole('button', { name: 'Assign', exact: true }).click()
    await expect(foot).toHaveCount(0)
    await expect(board.list.getByRole('row', { name: /Ruth Adeyemi/ })).toHaveCount(2)
  })

  await test.step('away until a day: what is open goes to Tamsin, and she is marked in the pickers', async () => {
    const settings = new SettingsPage(page)
    await settings.open('My passphrase and PIN')
    await page.getByRole('button', { name: 'I am away …' }).click()
    await expect(app.heading('I am away')).toBeVisible()
    await page.getByRole('button', { name: /^Mark as away and assign 2/ }).click()
    await expect(page.locator('.row.wrong')).toHaveCount(1)
    await page.getByRole('textbox', { name: 'First day back' }).fill('2026-11-20')
    await page.getByRole('textbox', { name: 'Time back' }).fill('8:00')
    await selectOption(page, settings.main, /Assign all to/, 'Tamsin Boyle')
    await checkAppearance(host, 'away')
    // What she has goes now, also where she goes later: she is asked before it does.
    await page.getByRole('textbox', { name: 'First day away' }).fill('2026-11-18')
    await page.getByRole('textbox', { name: 'From what time' }).fill('8:00')
    await page.getByRole('button', { name: 'Mark as away and assign 2 to Tamsin Boyle' }).click()
    await expect(page.getByText('Tick this if all of it can move now.')).toBeVisible()
    await checkAppearance(host, 'away-later')
    await expect(page.getByRole('checkbox', { name: 'Assign all 2 now' })).toBeFocused()
    await page.getByRole('textbox', { name: 'First day away' }).fill('')
    await page.getByRole('textbox', { name: 'From what time' }).fill('')
    await expect(page.getByRole('checkbox', { name: 'Assign all 2 now' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Mark as away and assign 2 to Tamsin Boyle' }).click()
    await expect(page.getByText('Ines Okafor, away until Fri 20 Nov')).toBeVisible()
    await settings.open('Staff and roles')
    await expect(settings.workerLine('Ines Okafor, away until Fri 20 Nov')).toBeVisible()
    await app.openPage('Board')
    await expect(board.list.getByRole('row', { name: /Tamsin Boyle/ })).toHaveCount(2)
    await board.row(1).click()
    await page.keyboard.press('g')
    await page.getByRole('button', { name: /Assign to/ }).click()
    await expect(page.getByRole('option', { name: /Ines Okafor, away until Fri 20 Nov/ })).toBeVisible()
    await page.keyboard.press('Escape')
  })
})
