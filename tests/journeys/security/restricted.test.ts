import { expect, test } from '../../hosts/fixture'
import type { Host } from '../../hosts/host'
import { BoardPage } from '../../pages/board'
import { AppPage, selectOption, chooseOption } from '../../pages/app'
import { PASSPHRASE } from '../../support/office/set-up-office'
import { MONDAY_NINE, setUpJourneyOffice, PASSPHRASES, ZONE, type Colleague } from '../../support/office/journey-office'
import { checkAppearance } from '../../support/page/appearance'
import { createHandoff } from '../../support/office/create-handoff'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE })

const REASON = 'the court rang about her order'

/** Changes the worker over the bridge; doing it on the screen is another journey. */
async function switchWorker(host: Host, name: Colleague | 'Ines Okafor'): Promise<void> {
  const staff = await host.call('staff.list', {})
  if (!staff.ok) throw new Error('the book is not open')
  const staffId = staff.value.find((one) => one.name === name)!.id
  await host.call('session.lock', {})
  const passphrase = name === 'Ines Okafor' ? PASSPHRASE : PASSPHRASES[name]
  expect(await host.call('session.signIn', { staffId, passphrase })).toMatchObject({ ok: true })
  await new AppPage(host.page).openPage('Board')
}

test('a restricted person is seen by few, is a neutral line to others, and opens with a reason for an hour (I3, S5)', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: ['Tamsin Boyle', 'Ruth Adeyemi'], partners: [{ name: 'Northgate Crisis Line' }] })
  const handoff = await createHandoff(host, 'Marta Lindqvist', { from: 'Northgate Crisis Line', assignedTo: 'Tamsin Boyle' })
  const other = await createHandoff(host, 'Bea Lund', { from: 'Northgate Crisis Line' })
  const app = new AppPage(page)
  const board = new BoardPage(page)
  const lines = page.getByRole('region', { name: 'Restricted' })
  const sight = page.getByRole('region', { name: 'Who can see this' })

  await app.openRecord(handoff.number)
  await expect(sight).toContainText('Everyone in the office.')
  await sight.getByRole('button', { name: 'Edit who can see this' }).press('Enter')
  await chooseOption(sight, 'Shown to', 'Some staff')
  await expect(sight).toContainText('Tamsin Boyle has a task for her and stays on the list.')
  // Whoever restricts stays in, and may take herself out; who will see her is said before it is saved.
  await expect(sight).toContainText('After you save, they see her: Ines Okafor, Ruth Adeyemi, Tamsin Boyle.')
  await chooseOption(sight, 'Which staff', 'Ines Okafor')
  await expect(sight).toContainText('You are not on this list.')
  // Whoever has something to do for her cannot be left out.
  await chooseOption(sight, 'Which staff', 'Tamsin Boyle')
  await expect(sight.getByRole('button', { name: 'Tamsin Boyle' })).toHaveAttribute('aria-pressed', 'true')
  await checkAppearance(host, 'record-who-may-see')
  await sight.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(sight).toHaveCount(0)
  await expect(page.getByText('Marta', { exact: false })).toHaveCount(0)

  await page.keyboard.press('Escape')
  await expect(board.row(other.number)).toBeVisible()
  await expect(board.row(handoff.number)).toHaveCount(0)
  await expect(lines).toContainText('A restricted record, due tomorrow 9:00. Ask Tamsin Boyle.')
  const palette = await app.search('Marta')
  await expect(palette.getByRole('option', { name: /M\. L\./ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await checkAppearance(host, 'board-restricted')
  await board.showAs('Table')
  await expect(lines).toBeVisible()
  await checkAppearance(host, 'table-restricted')
  await board.showAs('Lanes')

  await lines.getByRole('button', { name: /^Open with a reason/ }).press('Enter')
  const reason = lines.getByRole('textbox', { name: 'Why do you need to open it?' })
  await expect(reason).toBeFocused()
  await page.keyboard.type('court')
  await page.keyboard.press('Enter')
  await expect(lines).toContainText('Write a little more')
  await checkAppearance(host, 'board-reason')
  await reason.fill(REASON)
  await page.keyboard.press('Enter')
  await expect(app.heading('M. L.')).toBeVisible()
  await expect(app.main).toContainText('You opened this with a reason. It stays open until 10:00. Every director reads the reason.')
  await expect(app.main.getByText('Restricted', { exact: true })).toBeVisible()
  await checkAppearance(host, 'record-break-glass')
  await host.clock.sleep(61 * 60_000)
  await expect(app.heading('M. L.')).toHaveCount(0)

  await switchWorker(host, 'Ruth Adeyemi')
  await expect(board.row(handoff.number)).toBeVisible()
  await expect(lines).toHaveCount(0)
  await app.openRecord(handoff.number)
  await expect(sight).toContainText('Only Tamsin Boyle, and supervisors.')
  await sight.getByRole('button', { name: 'Edit who can see this' }).click()
  await selectOption(page, sight, /A worker who must never see this/, 'Tamsin Boyle')
  await sight.getByRole('button', { name: 'Block worker' }).click()
  await expect(sight).toContainText('This worker still has a task for her.')
  await selectOption(page, sight, /A worker who must never see this/, 'Ines Okafor')
  await sight.getByRole('button', { name: 'Block worker' }).click()
  await expect(sight).toContainText('Never shown to Ines Okafor.')
  await checkAppearance(host, 'record-conflict')

  await switchWorker(host, 'Ines Okafor')
  await expect(lines).toContainText('Ask Tamsin Boyle.')
  await expect(lines.getByRole('button')).toHaveCount(0)

  await switchWorker(host, 'Tamsin Boyle')
  await app.openRecord(handoff.number)
  await expect(app.heading('M. L.')).toBeVisible()
  // A worker sees that it is restricted, not how.
  await expect(app.main.getByText('Restricted', { exact: true })).toBeVisible()
  await expect(sight).toHaveCount(0)
})
