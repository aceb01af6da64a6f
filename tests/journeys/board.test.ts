import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { BoardPage } from '../pages/board'
import { Book, pick, square } from '../pages/book'
import { Intake } from '../pages/intake'
import { RecordSheet } from '../pages/record'
import { PASSPHRASE } from '../support/founding'
import { MONDAY_NINE, openOffice, WORDS, ZONE } from '../support/journey-office'
import { refer } from '../support/referrals'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE, actionTimeout: 10_000 })

const HOUR = 3_600_000

async function openBoard(host: Host): Promise<BoardPage> {
  await new Book(host.page).go('Board')
  const board = new BoardPage(host.page)
  await expect(board.list).toBeVisible()
  return board
}

/** Four rows in four lanes: one late, one due in this shift, one after it, one without a safe way. */
async function fourRows(host: Host): Promise<void> {
  await openOffice(host, {
    staff: ['Tamsin Boyle'],
    partners: [{ name: 'Northgate Clinic' }, { name: 'Riverbend Shelter', kind: 'shelter' }],
  })
  await refer(host, 'Ana Ferro', { from: 'Northgate Clinic' })
  await host.clock.sleep(4 * HOUR)
  await refer(host, 'Bea Lund', { from: 'Northgate Clinic' })
  await host.clock.sleep(20 * HOUR + 30 * 60_000)
  await refer(host, 'Cleo Marsh', { to: 'Riverbend Shelter', assignedTo: 'Tamsin Boyle' })
  await refer(host, 'Dara Singh', { safeToCall: 'no' })
}

test('lanes by what is needed now, and the same rows as a table; arrows choose, Enter opens, Esc leads back (ui.md)', async ({ host }) => {
  await fourRows(host)
  const { page } = host
  const board = await openBoard(host)
  const book = new Book(page)
  await expect(board.lane('Overdue')).toContainText('30 min overdue')
  await expect(board.lane('Overdue')).toContainText('A. F.')
  await expect(board.lane('Due this shift')).toContainText('B. L.')
  await expect(board.lane('Later today and after')).toContainText('C. M.')
  await expect(board.lane('Waiting on others')).toContainText('D. S.')
  await expect(board.lane('Confirmed, to book')).toContainText('Once contact is confirmed')
  await expect(book.main.getByText('One is overdue. One more is due before 19:00.')).toBeVisible()

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
    await expect(book.heading('A. F.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(board.list).toBeVisible()
  })
  await test.step('L is two steps from a logged attempt', async () => {
    await page.keyboard.press('l')
    const record = new RecordSheet(page)
    await expect(record.step('What came of it?')).toBeVisible()
    await record.cameOf('No answer')
    await expect(record.happened.getByText('Called, no answer.')).toBeVisible()
    await book.go('Board')
  })
  await test.step('the table: the same rows, sorted by due, grouped by owner', async () => {
    await board.view('Table')
    await expect(board.rows).toHaveCount(4)
    await board.row(1).click()
    await page.keyboard.press('End')
    await expect(board.rows.last()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Home')
    await expect(board.rows.first()).toHaveAttribute('aria-selected', 'true')
    await board.filter('Grouped by', 'nothing')
    const order = async () => board.rows.getByRole('rowheader').allTextContents()
    await expect.poll(order).toEqual(['A. F. 1', 'B. L. 2', 'C. M. 3', 'D. S. 4'])
    await board.filter('Sorted by', 'number, newest first')
    await expect.poll(order).toEqual(['D. S. 4', 'C. M. 3', 'B. L. 2', 'A. F. 1'])
    await board.rows.first().press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[A-Z]\. [A-Z]\.$/)
  })
})

test('filters by owner, direction, source and standing are one sentence, and one key shows all again', async ({ host }) => {
  await fourRows(host)
  const board = await openBoard(host)
  const shown = async (...numbers: number[]) => {
    for (const number of [1, 2, 3, 4]) await expect(board.row(number)).toHaveCount(numbers.includes(number) ? 1 : 0)
  }
  await shown(1, 2, 3, 4)
  for (const [label, option, ...numbers] of [
    ['Owner', 'Tamsin Boyle', 3],
    ['Direction', 'out from us', 3],
    ['Source', 'Northgate Clinic', 1, 2],
    ['Source', 'no partner', 3, 4],
    ['Standing', 'what is overdue', 1],
    ['Standing', 'what waits on others', 4],
  ] as const) {
    await board.filter(label, option)
    await shown(...(numbers as readonly number[]))
    await host.page.getByRole('button', { name: 'Show all 4' }).click()
    await shown(1, 2, 3, 4)
  }
  await board.filter('Owner', 'Tamsin Boyle')
  await board.filter('Source', 'Northgate Clinic')
  await expect(board.main.getByText('No handoff is like that.')).toBeVisible()
  await host.page.keyboard.press('Backspace')
  await shown(1, 2, 3, 4)
})

test('words of time tick by themselves and with the office’s clock (ui.md 3, T3)', async ({ host }) => {
  await openOffice(host)
  await refer(host, 'Ana Ferro')
  const board = await openBoard(host)
  await expect(board.row(1)).toContainText('due in 24 h')
  await host.clock.sleep(20 * HOUR + 48 * 60_000)
  await expect(board.row(1)).toContainText('due in 3 h 12 min')
  await expect(host.page.getByRole('banner').getByText('5:48', { exact: true })).toBeVisible()
  // The office’s clock stands still; this window counts on by itself to the next minute.
  await host.clock.set(host.clock.now() + 59_000)
  await expect(host.page.getByRole('banner').getByText('5:49', { exact: true })).toBeVisible()
  await expect(board.row(1)).toContainText('due in 3 h 11 min')
})

test('while she is named, records that are alike are shown across accents and scripts; choosing one brings her plan and is no second intake (H3)', async ({
  host,
}) => {
  await openOffice(host)
  await refer(host, 'Zoë Lindqvist', { number: '780 555 0161' })
  await refer(host, 'أمل رحيمي', { number: '780 555 0162' })
  const { page } = host
  const intake = new Intake(page)
  const record = new RecordSheet(page)
  await intake.begin()
  await expect(intake.alike.getByText('Records that are alike appear here while you type.')).toBeVisible()
  await intake.field('Name or initials').fill('Zoe Lindqvist')
  await expect(intake.alike.getByText('One record is alike. It does not stop you.')).toBeVisible()
  await expect(intake.alike).toContainText('No. 1')
  await intake.field('Name or initials').fill('Amal Rahimi')
  await expect(intake.alike.getByText('The same name in another script')).toBeVisible()
  await expect(intake.alike).toContainText('No. 2')
  await intake.field('Name or initials').fill('Nora Quist')
  await expect(intake.alike.getByText('Nobody is alike so far.')).toBeVisible()
  await intake.field('Her number').fill('(780) 555-0161')
  await expect(intake.alike.getByText('The same number')).toBeVisible()
  await intake.field('Name or initials').fill('Amal Rahimi')
  await intake.field('Her number').fill('')
  await expect(intake.alike).toContainText('No. 2')
  await page.keyboard.press('Alt+1')
  await expect(intake.form.getByText('is in the book. Her contact plan comes with her.')).toBeVisible()
  await intake.from('She called us herself')
  await square(intake.form, 'Help with', 'Legal')
  await pick(page, intake.form, /What prompted it/, 'Not known')
  await intake.open()
  await record.next('Call her now')
  await expect(record.plan).toContainText('At any hour')
  // One person, now with two handoffs.
  const palette = await new Book(page).find('أمل')
  await expect(palette.getByRole('group', { name: 'People' }).getByRole('option')).toHaveCount(1)
  await expect(palette.getByRole('option', { name: /No\. 3,/ })).toBeVisible()
})

test('times that do not exist, are still to come or lie before the referral are told at their field, and nothing is lost (C1, C8)', async ({
  host,
}) => {
  await openOffice(host)
  const { page } = host
  const intake = new Intake(page)
  const record = new RecordSheet(page)
  await intake.begin()
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
    await intake.open()
    await expect(received.getByText(/^There is no such time\./)).toBeVisible()
  }
  await received.getByRole('textbox', { name: 'Date' }).fill('today')
  await received.getByRole('textbox', { name: 'Time' }).fill('8:00')
  await intake.open()
  await expect(record.sheet.getByText('due tomorrow 8:00, 24 h after the referral')).toBeVisible()

  await record.log()
  await page.keyboard.press('F8')
  await page.keyboard.type('her sister answered')
  await record.button(/^It was earlier/).click()
  const happened = record.sheet.getByRole('group', { name: 'When it happened' })
  for (const [date, time, words] of [
    ['today', '7:59', 'That is before the referral came in. Write a later time.'],
    ['today', '9:30', 'That time is still to come. Write a time up to now.'],
    ['2026-13-01', '9:00', 'There is no such time. Write a date such as 2026-11-20 and a time such as 16:05.'],
  ] as const) {
    await record.moment('When it happened', date, time)
    await record.cameOf('No answer')
    await expect(happened.getByText(words)).toBeVisible()
  }
  await expect(record.sheet.getByRole('textbox', { name: /^A few words/ })).toHaveValue('her sister answered')
  await record.moment('When it happened', 'today', '8:30')
  await record.cameOf('No answer')
  await record.take()
  await expect(record.happened.getByText(/her sister answered/)).toBeVisible()
})

test('what is typed outlives a lock, another worker and a restart, and is hers alone (S3, ui.md 4)', async ({ host }) => {
  await openOffice(host, { staff: ['Tamsin Boyle'] })
  let intake = new Intake(host.page)
  let book = new Book(host.page)
  await intake.begin()
  await intake.field('Name or initials').fill('Ana Ferro')
  await host.page.keyboard.press('F9')
  await host.page.getByRole('button', { name: /Ines Okafor/ }).click()
  await book.signIn(PASSPHRASE)
  await expect(intake.field('Name or initials')).toHaveValue('Ana Ferro')
  await intake.field('Note').fill('says she can talk until noon')
  await expect.poll(async () => JSON.stringify(await host.call('draft.read', { key: 'handoff.new' }))).toContain('until noon')
  await host.restart()
  intake = new Intake(host.page)
  book = new Book(host.page)
  await book.signIn(WORDS['Tamsin Boyle'])
  await intake.begin()
  await expect(intake.field('Name or initials')).toHaveValue('')
  await host.page.keyboard.press('F9')
  await host.page.getByRole('button', { name: /Ines Okafor/ }).click()
  await book.signIn(PASSPHRASE)
  if (!(await intake.form.isVisible())) await intake.begin()
  await expect(intake.field('Name or initials')).toHaveValue('Ana Ferro')
  await expect(intake.field('Note')).toHaveValue('says she can talk until noon')
  await expect(intake.form.getByText('Your earlier words are back. Draft saved 9:00')).toBeVisible()
})

test('a partner on the spot, its own standard from a day on, and what runs keeps its own (C2, H6)', async ({ host }) => {
  await openOffice(host)
  const { page } = host
  const book = new Book(page)
  const intake = new Intake(page)
  const record = new RecordSheet(page)
  await test.step('not listed: added while the source is on the line', async () => {
    await intake.begin()
    await intake.form.getByRole('combobox', { name: 'From' }).fill('Court Line')
    await page.getByRole('option', { name: 'Add “Court Line”' }).click()
    const fresh = intake.form.getByRole('region', { name: 'A new partner' })
    await pick(page, fresh, /Kind$/, 'Court clinic')
    await fresh.getByRole('textbox', { name: 'Phone on file' }).fill('780 555 0170')
    await fresh.getByRole('button', { name: 'Add the partner' }).click()
    await expect(intake.form.getByRole('combobox', { name: 'From' })).toHaveValue('Court Line')
    await intake.fill({ name: 'Ana Ferro' })
    await intake.open()
    await expect(record.sheet.getByText('due tomorrow 9:00, 24 h after the referral')).toBeVisible()
  })
  await test.step('48 hours agreed from today: the next referral has them', async () => {
    await book.go('Partners')
    await page.getByRole('link', { name: 'Court Line' }).click()
    await page.getByRole('button', { name: 'Set a standard' }).click()
    const form = page.getByRole('form', { name: 'Own standard' })
    await square(form, 'How', 'Agreed')
    await form.getByRole('textbox', { name: 'Hours' }).fill('400')
    await form.getByRole('button', { name: 'Set it' }).click()
    await expect(form.getByText('Write a number of hours from 1 to 168.')).toBeVisible()
    await form.getByRole('textbox', { name: 'Hours' }).fill('48')
    await form.getByRole('textbox', { name: 'From which day' }).fill('yesterday')
    await form.getByRole('button', { name: 'Set it' }).click()
    await expect(form.getByText('It cannot begin before today. What runs already keeps its own.')).toBeVisible()
    await form.getByRole('textbox', { name: 'From which day' }).fill('today')
    await form.getByRole('button', { name: 'Set it' }).click()
    await expect(page.getByText(/48 h agreed, from today/)).toBeVisible()
  })
  await page.keyboard.press('n')
  await expect(intake.form.getByRole('combobox', { name: 'From' })).toHaveValue('Court Line')
  await intake.fill({ name: 'Bea Lund' })
  await intake.open()
  await expect(record.sheet.getByText('due Wed 18 Nov 9:00, 48 h after the referral')).toBeVisible()
  await book.openRecord(1)
  await expect(record.sheet.getByText('due tomorrow 9:00, 24 h after the referral')).toBeVisible()
})
