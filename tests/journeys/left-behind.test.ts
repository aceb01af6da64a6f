import { copyFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { Book } from '../pages/book'
import { Door } from '../pages/door'
import { PASSPHRASE, setUpOffice } from '../support/founding'
import { refer } from '../support/referrals'
import { placesOf, scan } from '../support/sentinels'
import { addWorker } from '../support/workers'

const NAME = 'Zenobia Quillfeather'

async function withHer(host: Host): Promise<Book> {
  await setUpOffice(host)
  const { number } = await refer(host, NAME, { alias: 'Zenobia', note: `${NAME}: she may be called at the depot` })
  const book = new Book(host.page)
  await expect(host.page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await book.openRecord(number)
  return book
}

/** Everything that can be read of the window: what is drawn, what is heard, the address, the title, the stores. */
const readable = (host: Host): Promise<string> =>
  host.page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value)
    const stores = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, JSON.stringify(history.state)]
    return [document.documentElement.outerHTML, location.href, document.title, ...fields, ...stores].join('\n')
  })

test('after F9 nothing of her is in the window, neither drawn nor heard nor in its address (L2, P6)', async ({ host }) => {
  const book = await withHer(host)
  const palette = await book.find('Zenobia')
  await expect(palette.getByRole('option', { name: /No\. 1,/ })).toBeVisible()
  expect(await readable(host)).toContain('Zenobia')
  await host.page.keyboard.press('F9')
  await expect(new Door(host.page).heading('Who is at the desk?')).toBeVisible()
  const left = await readable(host)
  for (const word of ['Zenobia', 'Quillfeather', '780 555 0142', 'Z. Q.', 'No. 1']) expect(left, word).not.toContain(word)
  expect(await host.page.title()).toBe('Day-book')
  expect(await host.page.locator('body').ariaSnapshot()).not.toMatch(/Zenobia|Quillfeather|No\. 1/)
  const address = await host.page.evaluate(() => location.hash)
  expect(address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'id')).toMatch(/^#\/handoffs\/id\??$/)
  // Nor on the disk: book, log, and whatever Chromium keeps of a window.
  await host.quit()
  expect(scan(placesOf(host.dataFolder), ['Zenobia', 'Quillfeather', 'she may be called at the depot'])).toEqual([])
  await host.restart()
})

test('words that were just typed outlive F9 in the same breath; the next worker does not see them (S3)', async ({ host }) => {
  await setUpOffice(host)
  const hers = 'four brown kettles boil at dusk'
  await addWorker(host, { name: 'Sana Malik', roles: ['worker'], passphrase: hers })
  const { page } = host
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await page.keyboard.press('n')
  const name = page.getByRole('textbox', { name: /name/i }).first()
  await name.fill(NAME)
  await page.keyboard.press('F9')
  const door = new Door(page)
  await expect(door.heading('Who is at the desk?')).toBeVisible()
  await page.keyboard.press('2')
  await door.signIn(hers)
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  expect(await readable(host)).not.toContain(NAME)
  await page.keyboard.press('F9')
  await expect(door.heading('Who is at the desk?')).toBeVisible()
  await page.keyboard.press('1')
  await door.signIn(PASSPHRASE)
  await expect(name).toHaveValue(NAME)
})

test('closing the window in the middle of a word loses nothing', async ({ host }) => {
  test.skip(host.kind !== 'electron', 'the browser host ends its page without asking it')
  await setUpOffice(host)
  await expect(host.page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await host.page.keyboard.press('n')
  await host.page.getByRole('textbox', { name: /name/i }).first().fill(NAME)
  await host.restart()
  await new Door(host.page).signIn(PASSPHRASE)
  await expect(host.page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await host.page.keyboard.press('n')
  await expect(host.page.getByRole('textbox', { name: /name/i }).first()).toHaveValue(NAME)
})

test("'Try again' leads back to the passphrase, and the same fault is said again until it is gone", async ({ host }) => {
  await setUpOffice(host)
  await host.quit()
  const at = (name: string) => join(host.dataFolder, name)
  renameSync(at('book.db'), at('elsewhere'))
  writeFileSync(at('book.db'), 'hello '.repeat(3_000))
  await host.restart()
  const door = new Door(host.page)
  await door.signIn(PASSPHRASE)
  await expect(door.heading('This file is not Day-book’s data.')).toBeVisible()
  const again = host.page.getByRole('button', { name: 'Try again' })
  await again.click()
  await door.signIn(PASSPHRASE)
  await expect(door.heading('This file is not Day-book’s data.')).toBeVisible()
  copyFileSync(at('elsewhere'), at('book.db'))
  await again.click()
  await door.signIn(PASSPHRASE)
  await expect(host.page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
})

test('nothing that was typed is left readable: in book, log, profile or temporary folder (D1, P6)', async ({ host }) => {
  await setUpOffice(host, { shelter: 'Sentinel Amanita House', director: 'Sentinel Okonkwo' })
  await host.call('draft.save', { key: 'sentinel', body: JSON.stringify('Marigold words in a draft') })
  await host.call('session.lock', {})
  await host.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })
  expect(await host.call('draft.read', { key: 'sentinel' })).toMatchObject({ ok: true, value: { body: '"Marigold words in a draft"' } })
  await host.quit()
  expect(readdirSync(host.dataFolder)).toContain('book.db')
  expect(scan(placesOf(host.dataFolder), ['Amanita House', 'Okonkwo', 'Marigold words', PASSPHRASE])).toEqual([])
  await host.restart()
})
