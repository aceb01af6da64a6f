import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../../hosts/fixture'
import type { Host } from '../../hosts/host'
import { SettingsPage } from '../../pages/settings'
import { expectAccessible } from '../../support/page/axe'
import { PASSPHRASE, setUpOffice } from '../../support/office/set-up-office'
import { ZONE } from '../../support/office/journey-office'
import { createHandoff } from '../../support/office/create-handoff'
import { addWorker } from '../../support/office/add-workers'

test.use({ pcZone: ZONE })

const RUTH = 'four green lanterns sway'
const HOUR = 3_600_000

/** What somebody does who has the file in hand: takes it aside, or puts it back. */
function swapDataFolder(host: Host, how: 'away' | 'back'): void {
  const app = join(host.dataFolder, 'book.db')
  const aside = join(host.dataFolder, 'aside.db')
  if (how === 'away') return copyFileSync(app, aside)
  copyFileSync(aside, app)
  rmSync(aside)
  for (const more of ['book.db-wal', 'book.db-shm']) rmSync(join(host.dataFolder, more), { force: true })
}
async function start(host: Host, closedFor: number, passphrase = PASSPHRASE): Promise<void> {
  await host.restart(closedFor)
  expect(await host.call('session.signIn', { passphrase, staffId: null })).toMatchObject({ ok: true })
}

test('the book is whole; an older file put back is missing so many entries, explained, and whole again; the trail is read and exported (T1) @both-hosts', async ({
  host,
}) => {
  await setUpOffice(host, { zone: ZONE })
  await addWorker(host, { name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: RUTH })
  const settings = new SettingsPage(host.page)

  await test.step('whole, as far as this PC can tell', async () => {
    await settings.open('Is the book whole?')
    await expect(host.page.getByRole('heading', { name: 'Yes, as far as this PC can tell.' })).toBeVisible()
    for (const line of [
      'No entry was changed.',
      'Nothing is out of order.',
      'Nothing is missing at the end.',
      'The file is sound.',
      'The clock is right.',
    ])
      await expect(host.page.getByText(line)).toBeVisible()
    await expect(
      host.page.getByText(/^The newest entry is no\. \d+\. Its code begins [\da-f]{4} [\da-f]{4} [\da-f]{4} [\da-f]{4}\.$/),
    ).toBeVisible()
    await expect(host.page.getByText('Ines Okafor added Ruth Adeyemi to the staff.')).toBeVisible()
    await expect(host.page.getByText(/tamper/i)).toHaveCount(0)
    await expectAccessible(host.page)
    await host.screenshot('book-whole')
  })

  await test.step('the trail as one sentence asks for it', async () => {
    await host.page.getByRole('button', { name: /Which entries/ }).click()
    await host.page.getByRole('option', { name: 'the keys' }).click()
    await expect(host.page.getByText('Ruth Adeyemi chose a new passphrase.')).toBeVisible()
    await expect(host.page.getByText('Ines Okafor added Ruth Adeyemi to the staff.')).toHaveCount(0)
  })

  await test.step('an older file is put back: how many are missing, from when, by whom', async () => {
    await host.quit()
    swapDataFolder(host, 'away')
    await start(host, HOUR)
    await createHandoff(host, 'Marta Lindqvist')
    await host.call('session.lock', {})
    expect(await host.call('session.signIn', { passphrase: RUTH, staffId: null })).toMatchObject({ ok: true })
    await createHandoff(host, 'Zofia Wren')
    await host.quit()
    swapDataFolder(host, 'back')
    await start(host, 24 * HOUR)
    const { page } = host
    const there = new SettingsPage(page)
    await expect(page.getByRole('status').filter({ hasText: /whole/ })).toBeVisible()
    await there.open('Is the book whole?')
    await expect(
      page.getByRole('heading', { name: /^This file is missing \d+ entries last seen on this PC on Friday 20 November, 10:00\.$/ }),
    ).toBeVisible()
    const safe = page.getByText(
      /^Safe: everything from before, and everything written since\. Not here: \d+ entries, at 10:00, by .+ and .+\.$/,
    )
    await expect(safe).toContainText(/Ruth Adeyemi \(\d+\)/)
    await expect(safe).toContainText(/Ines Okafor \(\d+\)/)
    await expect(page.getByText('Nothing is missing at the end.')).toHaveCount(0)
    await expect(page.getByText('No entry was changed.')).toBeVisible()
    await expectAccessible(page)
    await host.screenshot('book-missing')
    // It stays until it is explained.
    await page.keyboard.press('r')
    await expect(page.getByRole('heading', { name: /^This file is missing \d+ entries/ })).toBeVisible()
  })

  await test.step('she says why; then it is whole, and her answer stands in the trail', async () => {
    const { page } = host
    await page.keyboard.press('e')
    await expect(page.getByRole('heading', { name: 'Yes, as far as this PC can tell.' })).toBeVisible()
    await expect(page.getByText('Ines Okafor said why entries were missing.')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: /may not be whole|not whole/ })).toHaveCount(0)
    await start(host, HOUR)
    const there = new SettingsPage(host.page)
    await there.open('Is the book whole?')
    await expect(host.page.getByRole('heading', { name: 'Yes, as far as this PC can tell.' })).toBeVisible()
  })

  await test.step('what a director has to read is read once', async () => {
    const { page } = host
    expect(await host.call('screen.allowCapture', { on: true })).toMatchObject({ ok: true })
    await expect(page.getByText('Ines Okafor let the window be seen in pictures, or protected it again.')).toBeVisible()
    await host.screenshot('book-to-read')
    await page.getByRole('button', { name: 'I have read them' }).click()
    await expect(page.getByText('Nothing new.')).toBeVisible()
    expect(await host.call('audit.listUnread', {})).toEqual({ ok: true, value: [] })
  })

  await test.step('the list as a file with a name that says nothing', async () => {
    const { page } = host
    await page.keyboard.press('x')
    await expect(page.getByRole('status').filter({ hasText: /^The list is saved\./ })).toBeVisible()
    const [file, ...more] = await host.exports()
    expect(more).toEqual([])
    expect(file!.name).toMatch(/^day-book-audit-2026-11-\d\d\.csv$/)
    const lines = file!.text.trim().split(/\r?\n/)
    const exportedLine = await host.call('audit.list', { before: null, kinds: ['exported'] })
    expect(lines[0]).toContain('Who,What')
    expect(lines.some((line) => line.includes('explained'))).toBe(true)
    expect(lines.filter((line) => line.includes('Ruth Adeyemi')).length).toBeGreaterThan(0)
    expect(exportedLine).toMatchObject({ value: { rows: [{ by: 'Ines Okafor' }] } })
    // A code is 64 hexadecimal digits: now and then four of them are those of her number.
    const said = lines.map((line) => line.replace(/[0-9a-f]{64}/, '')).join('\n')
    for (const word of ['Marta', 'Zofia', 'Lindqvist', 'Wren', '0142', 'Harbour']) expect(said).not.toContain(word)
  })
})
