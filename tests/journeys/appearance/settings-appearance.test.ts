import { expect, test } from '../../hosts/fixture'
import { AppPage } from '../../pages/app'
import { SettingsPage } from '../../pages/settings'
import { FULL_BOARD_OPTIONS, createFullBoard } from '../../support/office/full-board'
import { checkAppearance } from '../../support/page/appearance'

test.use(FULL_BOARD_OPTIONS)

test('the pages of the settings pass axe by day, by night and at 200%, for a director and for a worker', async ({ host }) => {
  const { page } = host
  await createFullBoard(host)
  const settings = new SettingsPage(page)
  await settings.open('Shelter and help numbers')
  await checkAppearance(host, 'settings')
  await settings.open('Screen lock')
  await checkAppearance(host, 'settings-desk')
  await settings.open('Staff and roles')
  await checkAppearance(host, 'staff')
  await page.keyboard.press('a')
  await expect(page.getByRole('textbox', { name: 'First name, or the name people use' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.row.wrong')).toHaveCount(1)
  await checkAppearance(host, 'staff-add')
  await page.keyboard.type('Noor')
  await page.keyboard.press('Control+Enter')
  await expect(settings.app.heading('Five words for Noor')).toBeVisible()
  await checkAppearance(host, 'staff-words')
  await page.getByRole('button', { name: 'Done' }).click()
  await settings.openWorker('Tamsin Boyle')
  await checkAppearance(host, 'staff-one')
  await page.getByRole('button', { name: 'Tamsin Boyle has left' }).click()
  await expect(page.getByRole('button', { name: /^Tamsin Boyle has left; assign \d+ to Ines Okafor$/ })).toBeVisible()
  await checkAppearance(host, 'staff-leaving')
  await settings.open('Decision rights')
  await checkAppearance(host, 'rights')
  await settings.open('Meeting steps')
  await checkAppearance(host, 'meeting-steps')
  await settings.open('Passphrases and keys')
  await checkAppearance(host, 'keys')
  await page.getByRole('button', { name: 'Make new recovery words' }).click()
  await expect(page.getByRole('list', { name: 'Recovery words' })).toBeVisible()
  await checkAppearance(host, 'keys-words')
  await page.keyboard.press('Escape')
  await settings.open('Activity log')
  await expect(page.getByRole('heading', { name: 'The data is complete, as far as this computer can tell.' })).toBeVisible()
  await checkAppearance(host, 'book-whole')

  await host.call('session.lock', {})
  await expect(new AppPage(page).heading('Who is at the desk?')).toBeVisible()
  await host.call('session.signIn', { passphrase: 'nine slow barges pass', staffId: null })
  await new AppPage(page).openPage('Settings')
  await expect(
    page.getByText('Only the director can open Staff and roles, Decision rights, Screen lock, Passphrases and keys, and the Activity log.'),
  ).toBeVisible()
  await expect(settings.sections.getByRole('link')).toHaveText([
    'Shelter and help numbers',
    'Contact standard',
    'Meeting steps',
    'Bounce reasons',
    'Form fields',
    'My passphrase and PIN',
    'My absence',
    'Safety overrides',
  ])
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await checkAppearance(host, 'settings-worker')
  await page.evaluate(() => (location.hash = '#/settings/keys'))
  await expect(page.getByText('This page is for the director.')).toBeVisible()
  await checkAppearance(host, 'settings-not-hers')
})
