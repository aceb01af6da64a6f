import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { Door } from '../pages/door'
import { Mine } from '../pages/mine'
import { expectAccessible } from '../support/axe'
import { PASSPHRASE, setUpOffice } from '../support/founding'
import { MONDAY_NINE, WORDS, ZONE } from '../support/journey-office'
import { refer } from '../support/referrals'
import { addWorker } from '../support/workers'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE, actionTimeout: 10_000 })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const PIN = '274915'
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' })

const state = async (host: Host) => {
  const answer = await host.call('office.state', {})
  return answer.ok ? answer.value : null
}

test('eleven names: numbers for nine, arrows for the others, and 0 for somebody else (L4)', async ({ host }) => {
  test.setTimeout(120_000)
  await setUpOffice(host, { zone: ZONE })
  for (let n = 1; n <= 10; n += 1)
    expect(await host.call('staff.add', { name: `Colleague ${n}`, roles: ['worker'] })).toMatchObject({ ok: true })
  const { page } = host
  const door = new Door(page)
  await expect(pages(page)).toBeVisible()
  await door.lock()
  const { staff } = (await state(host))!
  expect(staff).toHaveLength(11)
  const last = staff.at(-1)!.name
  for (let n = 0; n < 11; n += 1) await page.keyboard.press('ArrowDown')
  await expect(door.tile(last)).toBeFocused()
  await expect(door.tile(last)).toBeInViewport()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(door.field(`${last}’s passphrase`)).toBeFocused()
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await page.keyboard.press('0')
  await expect(door.field('Passphrase')).toBeFocused()
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await door.sits('Ines Okafor')
})

test('she changes her own passphrase and takes her PIN away (K3, L3)', async ({ host }) => {
  await setUpOffice(host, { zone: ZONE })
  const { page } = host
  const door = new Door(page)
  const mine = new Mine(page)
  const next = 'eight tall willows lean east'
  await expect(pages(page)).toBeVisible()
  await mine.open()
  await mine.setPin(PASSPHRASE, PIN)
  await expect(mine.pinForm.getByText('You have a PIN.')).toBeVisible()
  await mine.change('', '')
  await expect(mine.passphraseForm.getByText('Enter the passphrase you have now.')).toBeVisible()
  await mine.change(PASSPHRASE, 'passwordpassword')
  await expect(mine.passphraseForm.getByText(/^This (?:PIN )?is too easy to guess\./)).toBeVisible()
  await mine.change(PASSPHRASE, next)
  await expect(mine.passphraseForm.getByText('Your new passphrase works from now on.')).toBeVisible()
  await expectAccessible(page)
  await door.lock()
  // The only one who works here: her tile is open already.
  await expect(door.pin).toBeFocused()
  await page.keyboard.type(PIN)
  await page.keyboard.press('Enter')
  await door.sits('Ines Okafor')
  await mine.pinForm.getByLabel('Your passphrase now').fill(next)
  await mine.pinForm.getByRole('button', { name: 'Remove my PIN' }).click()
  await expect(mine.pinForm.getByText('Your PIN is removed. Use your passphrase to unlock the screen.')).toBeVisible()
  await door.lock()
  await door.signIn(PASSPHRASE)
  await expect(page.getByRole('alert')).toHaveText(/^This is not the right passphrase\./)
  await page.keyboard.type(next)
  await page.keyboard.press('Enter')
  await door.sits('Ines Okafor')
})

test('a list of times that somebody changed says nothing but that (L5)', async ({ host }) => {
  await setUpOffice(host, { zone: ZONE })
  await refer(host, 'Ana Ferro')
  await host.clock.advance(MINUTE)
  await host.quit()
  const file = join(host.dataFolder, 'next-due.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(String(MONDAY_NINE + 24 * HOUR), String(MONDAY_NINE + 48 * HOUR)))
  await host.restart(23 * HOUR)
  await expect(host.page.getByText('The list of due times was changed outside Day-book. Sign in to see what is due.')).toBeVisible()
  await expect(host.page.getByText(/contact is due/)).toHaveCount(0)
  await expectAccessible(host.page)
})

test('the director is told what only she can do; whoever leads the shift says that the clock is right (T3, section 13)', async ({
  host,
}) => {
  await setUpOffice(host, { zone: ZONE })
  await addWorker(host, { name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: WORDS['Ruth Adeyemi'] })
  await addWorker(host, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: WORDS['Tamsin Boyle'] })
  const { page } = host
  const door = new Door(page)
  const unnamed = page.getByText(
    'There is no workflow owner and no data owner yet. They decide the contact standard, the forms and the reports.',
  )
  const jumped = page.getByText(/^This computer’s clock changed suddenly\./)
  const right = page.getByRole('button', { name: 'The computer’s clock is right' })
  await expect(unnamed).toBeVisible()
  await host.clock.jump(-HOUR)
  await expect(jumped).toBeVisible()
  await door.lock()
  await door.come('3', WORDS['Tamsin Boyle'])
  await door.sits('Tamsin Boyle')
  await expect(jumped).toBeVisible()
  await expect(right).toHaveCount(0)
  await expect(unnamed).toHaveCount(0)
  await door.lock()
  await door.come('2', WORDS['Ruth Adeyemi'])
  await door.sits('Ruth Adeyemi')
  await right.click()
  await expect(jumped).toHaveCount(0)
  await door.lock()
  await door.come('1', PASSPHRASE)
  await door.sits('Ines Okafor')
  await expect(page.getByText(/^\d+ new entr(y|ies) in the activity log for you\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => location.hash)).toContain('/settings/book')
})
