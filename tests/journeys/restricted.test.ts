import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { BoardPage } from '../pages/board'
import { Book, pick, square } from '../pages/book'
import { PASSPHRASE } from '../support/founding'
import { MONDAY_NINE, openOffice, WORDS, ZONE, type Colleague } from '../support/journey-office'
import { look } from '../support/look'
import { refer } from '../support/referrals'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE, actionTimeout: 10_000 })

const REASON = 'the court rang about her order'

/** Somebody else sits down, over the bridge: how that is done at the desk is another journey. */
async function sits(host: Host, name: Colleague | 'Ines Okafor'): Promise<void> {
  const staff = await host.call('staff.list', {})
  if (!staff.ok) throw new Error('the book is not open')
  const staffId = staff.value.find((one) => one.name === name)!.id
  await host.call('session.lock', {})
  const passphrase = name === 'Ines Okafor' ? PASSPHRASE : WORDS[name]
  expect(await host.call('session.signIn', { staffId, passphrase })).toMatchObject({ ok: true })
  await new Book(host.page).go('Board')
}

test('a restricted person is seen by few, is a neutral line to others, and opens with a reason for an hour (I3, S5)', async ({ host }) => {
  test.setTimeout(240_000)
  const { page } = host
  await openOffice(host, { staff: ['Tamsin Boyle', 'Ruth Adeyemi'], partners: [{ name: 'Northgate Crisis Line' }] })
  const hers = await refer(host, 'Marta Lindqvist', { from: 'Northgate Crisis Line', assignedTo: 'Tamsin Boyle' })
  const other = await refer(host, 'Bea Lund', { from: 'Northgate Crisis Line' })
  const book = new Book(page)
  const board = new BoardPage(page)
  const lines = page.getByRole('region', { name: 'Restricted' })
  const sight = page.getByRole('region', { name: 'Who can see this' })

  await book.openRecord(hers.number)
  await expect(sight).toContainText('Everyone in the office.')
  await sight.getByRole('button', { name: 'Edit who can see this' }).press('Enter')
  await square(sight, 'Shown to', 'Some staff')
  await expect(sight).toContainText('Tamsin Boyle has a task for her and stays on the list.')
  await expect(sight).toContainText('You are not on this list.')
  // Whoever has something to do for her cannot be left out.
  await square(sight, 'Which staff', 'Tamsin Boyle')
  await expect(sight.getByRole('button', { name: 'Tamsin Boyle' })).toHaveAttribute('aria-pressed', 'true')
  await look(host, 'record-who-may-see')
  await sight.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(sight).toHaveCount(0)
  await expect(page.getByText('Marta', { exact: false })).toHaveCount(0)

  await page.keyboard.press('Escape')
  await expect(board.row(other.number)).toBeVisible()
  await expect(board.row(hers.number)).toHaveCount(0)
  await expect(lines).toContainText('A restricted record, due tomorrow 9:00. Ask Tamsin Boyle.')
  const palette = await book.find('Marta')
  await expect(palette.getByRole('option', { name: /M\. L\./ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await look(host, 'board-restricted')
  await board.view('Table')
  await expect(lines).toBeVisible()
  await look(host, 'table-restricted')
  await board.view('Lanes')

  await lines.getByRole('button', { name: /^Open with a reason/ }).press('Enter')
  const reason = lines.getByRole('textbox', { name: 'Why do you need to open it?' })
  await expect(reason).toBeFocused()
  await page.keyboard.type('court')
  await page.keyboard.press('Enter')
  await expect(lines).toContainText('Write a little more')
  await look(host, 'board-reason')
  await reason.fill(REASON)
  await page.keyboard.press('Enter')
  await expect(book.heading('M. L.')).toBeVisible()
  await expect(book.main).toContainText('You opened this with a reason. It stays open until 10:00. Every director reads the reason.')
  await expect(book.main.getByText('Restricted', { exact: true })).toBeVisible()
  await look(host, 'record-glass')
  await host.clock.sleep(61 * 60_000)
  await expect(book.heading('M. L.')).toHaveCount(0)

  await sits(host, 'Ruth Adeyemi')
  await expect(board.row(hers.number)).toBeVisible()
  await expect(lines).toHaveCount(0)
  await book.openRecord(hers.number)
  await expect(sight).toContainText('Only Tamsin Boyle, and supervisors.')
  await sight.getByRole('button', { name: 'Edit who can see this' }).click()
  await pick(page, sight, /A worker who must never see this/, 'Tamsin Boyle')
  await sight.getByRole('button', { name: 'Block worker' }).click()
  await expect(sight).toContainText('This worker still has a task for her.')
  await pick(page, sight, /A worker who must never see this/, 'Ines Okafor')
  await sight.getByRole('button', { name: 'Block worker' }).click()
  await expect(sight).toContainText('Never shown to Ines Okafor.')
  await look(host, 'record-conflict')

  await sits(host, 'Ines Okafor')
  await expect(lines).toContainText('Ask Tamsin Boyle.')
  await expect(lines.getByRole('button')).toHaveCount(0)

  await sits(host, 'Tamsin Boyle')
  await book.openRecord(hers.number)
  await expect(book.heading('M. L.')).toBeVisible()
  // A worker sees that it is restricted, not how.
  await expect(book.main.getByText('Restricted', { exact: true })).toBeVisible()
  await expect(sight).toHaveCount(0)
})
