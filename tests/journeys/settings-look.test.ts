import { expect, test } from '../hosts/fixture'
import { Book } from '../pages/book'
import { Settings } from '../pages/staff'
import { LIVELY, livelyOffice } from '../support/lively'
import { look } from '../support/look'

test.use({ ...LIVELY, actionTimeout: 10_000 })

test('the pages of the settings pass axe by day, by night and at 200%, for a director and for a worker', async ({ host }) => {
  test.setTimeout(240_000)
  const { page } = host
  await livelyOffice(host)
  const settings = new Settings(page)
  await settings.open('Shelter and help numbers')
  await look(host, 'settings')
  await settings.open('Screen lock')
  await look(host, 'settings-desk')
  await settings.open('Staff and roles')
  await look(host, 'staff')
  await page.keyboard.press('a')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.row.wrong')).toHaveCount(1)
  await look(host, 'staff-add')
  await page.keyboard.type('Noor')
  await page.keyboard.press('Control+Enter')
  await expect(settings.book.heading('Five words for Noor')).toBeVisible()
  await look(host, 'staff-words')
  await page.getByRole('button', { name: 'Done' }).click()
  await settings.openWorker('Tamsin Boyle')
  await look(host, 'staff-one')
  await page.getByRole('button', { name: 'Tamsin Boyle has left' }).click()
  await expect(page.getByRole('button', { name: /^Tamsin Boyle has left; assign \d+ to Ines Okafor$/ })).toBeVisible()
  await look(host, 'staff-leaving')
  await settings.open('Passphrases and keys')
  await look(host, 'keys')
  await page.getByRole('button', { name: 'Make new recovery words' }).click()
  await expect(page.getByRole('list', { name: 'Recovery words' })).toBeVisible()
  await look(host, 'keys-words')
  await page.keyboard.press('Escape')
  await settings.open('Activity log')
  await expect(page.getByRole('heading', { name: 'The data is complete, as far as this computer can tell.' })).toBeVisible()
  await look(host, 'book-whole')

  await host.call('session.lock', {})
  await expect(new Book(page).heading('Who is at the desk?')).toBeVisible()
  await host.call('session.signIn', { passphrase: 'nine slow barges pass', staffId: null })
  await new Book(page).go('Settings')
  await expect(
    page.getByText('Only the director can open Screen lock, Staff and roles, Passphrases and keys, and the Activity log.'),
  ).toBeVisible()
  await expect(settings.parts.getByRole('link')).toHaveText([
    'Shelter and help numbers',
    'Contact standard',
    'My passphrase and PIN',
    'Safety overrides',
    'Bounce reasons',
    'Form fields',
  ])
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await look(host, 'settings-worker')
  await page.evaluate(() => (location.hash = '#/settings/keys'))
  await expect(page.getByText('This page is for the director.')).toBeVisible()
  await look(host, 'settings-not-hers')
})
