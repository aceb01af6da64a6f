import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { BoardPage } from '../pages/board'
import { AppPage } from '../pages/app'
import { RecordPage } from '../pages/record'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { createHandoff } from '../support/office/create-handoff'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const HOUR = 3_600_000

async function openBoard(host: Host): Promise<BoardPage> {
  await new AppPage(host.page).openPage('Board')
  const board = new BoardPage(host.page)
  await expect(board.list).toBeVisible()
  return board
}

/** Creates four rows in four lanes: one late, one due in this shift, one after it, one without a safe way. */
async function fourRows(host: Host): Promise<void> {
  await setUpJourneyOffice(host, {
    staff: ['Tamsin Boyle'],
    partners: [{ name: 'Northgate Clinic' }, { name: 'Riverbend Shelter', kind: 'shelter' }],
  })
  await createHandoff(host, 'Ana Ferro', { from: 'Northgate Clinic' })
  await host.clock.sleep(4 * HOUR)
  await createHandoff(host, 'Bea Lund', { from: 'Northgate Clinic' })
  await host.clock.sleep(20 * HOUR + 30 * 60_000)
  await createHandoff(host, 'Cleo Marsh', { to: 'Riverbend Shelter', assignedTo: 'Tamsin Boyle' })
  await createHandoff(host, 'Dara Singh', { safeToCall: 'no' })
}

test('lanes by what is needed now, and the same rows as a table; arrows choose, Enter opens, Esc leads back (ui.md)', async ({ host }) => {
  await fourRows(host)
  const { page } = host
  const board = await openBoard(host)
  const app = new AppPage(page)
  await expect(board.lane('Overdue')).toContainText('30 min overdue')
  await expect(board.lane('Overdue')).toContainText('A. F.')
  await expect(board.lane('Due now, or this shift')).toContainText('B. L.')
  await expect(board.lane('Due later')).toContainText('C. M.')
  await expect(board.lane('Waiting on others')).toContainText('D. S.')
  await expect(board.lane('Confirmed: book meeting')).toContainText('When contact is confirmed')
  await expect(app.main.getByText('One is overdue. One more is due before 19:00.')).toBeVisible()

  await test.step('the first row is open beside the list; arrows, J and K choose another', async () => {
    await expect(board.sheet('A. F.')).toBeVisible()
    await page.keyboard.press('j')
    await expect(board.row(2)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(board.row(1)).toBeFocused()
    await page.keyboard.press('k')
    await expect(board.row(1)).toHaveAttribute('aria-selected', 'true')
  })
  await test.step('the name is shown only while it is held (L6)', async () => {
    await expect(page.getByText('Ana Ferro')).toHaveCount(0)
    await page.keyboard.down('i')
    await expect(board.sheet('Ana Ferro')).toBeVisible()
    await page.keyboard.up('i')
    await expect(board.sheet('A. F.')).toBeVisible()
    await expect(page.getByText('Ana Ferro')).toHaveCount(0)
  })
  await test.step('Enter opens the record, Esc leads back', async () => {
    await board.row(1).press('Enter')
    await expect(app.heading('A. F.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(board.list).toBeVisible()
  })
  await test.step('L is two steps from a logged attempt', async () => {
    await page.keyboard.press('l')
    const record = new RecordPage(page)
    await expect(record.step('What happened?')).toBeVisible()
    await record.chooseOutcome('No answer')
    await expect(record.history.getByText('Called, no answer.')).toBeVisible()
    await app.openPage('Board')
  })
  await test.step('the table: the same rows, sorted by due, grouped by owner', async () => {
    await board.showAs('Table')
    await expect(board.rows).toHaveCount(4)
    await board.row(1).click()
    await page.keyboard.press('End')
    await expect(board.rows.last()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Home')
    await expect(board.rows.first()).toHaveAttribute('aria-selected', 'true')
    await board.chooseFilter('Group by', 'none')
    const order = async () => board.rows.getByRole('rowheader').allTextContents()
    await expect.poll(order).toEqual(['A. F. 1', 'B. L. 2', 'C. M. 3', 'D. S. 4'])
    await board.chooseFilter('Sort by', 'number, newest first')
    await expect.poll(order).toEqual(['D. S. 4', 'C. M. 3', 'B. L. 2', 'A. F. 1'])
    await board.rows.first().press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[A-Z]\. [A-Z]\.$/)
  })
})

test('filters by owner, direction, source and status are one sentence, and one key shows all again', async ({ host }) => {
  await fourRows(host)
  const board = await openBoard(host)
  const shown = async (...numbers: number[]) => {
    for (const number of [1, 2, 3, 4]) await expect(board.row(number)).toHaveCount(numbers.includes(number) ? 1 : 0)
  }
  await shown(1, 2, 3, 4)
  for (const [label, option, ...numbers] of [
    ['Owner', 'Tamsin Boyle', 3],
    ['Direction', 'from us', 3],
    ['Source', 'Northgate Clinic', 1, 2],
    ['Source', 'no partner', 3, 4],
    ['Status', 'overdue', 1],
    ['Status', 'waiting on others', 4],
  ] as const) {
    await board.chooseFilter(label, option)
    await shown(...(numbers as readonly number[]))
    await host.page.getByRole('button', { name: 'Show all 4' }).click()
    await shown(1, 2, 3, 4)
  }
  await board.chooseFilter('Owner', 'Tamsin Boyle')
  await board.chooseFilter('Source', 'Northgate Clinic')
  await expect(board.main.getByText('No handoffs match these filters.')).toBeVisible()
  await host.page.keyboard.press('Backspace')
  await shown(1, 2, 3, 4)
})

test('words of time tick by themselves and with the office’s clock (ui.md 3, T3)', async ({ host }) => {
  await setUpJourneyOffice(host)
  await createHandoff(host, 'Ana Ferro')
  const board = await openBoard(host)
  await expect(board.row(1)).toContainText('due in 24 h')
  await host.clock.sleep(20 * HOUR + 48 * 60_000)
  await expect(board.row(1)).toContainText('due in 3 h 12 min')
  await expect(host.page.getByRole('banner').getByText('5:48', { exact: true })).toBeVisible()
  await host.clock.set(host.clock.now() + 59_000)
  // The office’s clock stands still; this window, let go for once, counts on by itself to the next minute.
  await host.page.evaluate(() => void delete window.stoppedClock)
  await expect(host.page.getByRole('banner').getByText('5:49', { exact: true })).toBeVisible()
  await expect(board.row(1)).toContainText('due in 3 h 11 min')
})
