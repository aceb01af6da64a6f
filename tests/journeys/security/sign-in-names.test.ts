import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../../hosts/fixture'
import type { Host } from '../../hosts/host'
import { SignInPage } from '../../pages/sign-in'
import { MyPassphrasePage } from '../../pages/my-passphrase'
import { expectAccessible } from '../../support/page/axe'
import { PASSPHRASE, setUpOffice } from '../../support/office/set-up-office'
import { MONDAY_NINE, PASSPHRASES, ZONE } from '../../support/office/journey-office'
import { createHandoff } from '../../support/office/create-handoff'
import { addWorker } from '../../support/office/add-workers'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const PIN = '274915'
const navigation = (page: Page) => page.getByRole('navigation', { name: 'Pages' })

const readState = async (host: Host) => {
  const answer = await host.call('office.state', {})
  return answer.ok ? answer.value : null
}

test('eleven names: numbers for nine, arrows for the others, and 0 for somebody else (L4)', async ({ host }) => {
  await setUpOffice(host, { zone: ZONE })
  for (let n = 1; n <= 10; n += 1)
    expect(await host.call('staff.add', { name: `Colleague ${n}`, roles: ['worker'] })).toMatchObject({ ok: true })
  const { page } = host
  const signInPage = new SignInPage(page)
  await expect(navigation(page)).toBeVisible()
  await signInPage.lock()
  const { staff } = (await readState(host))!
  expect(staff).toHaveLength(11)
  const last = staff.at(-1)!.name
  for (let n = 0; n < 11; n += 1) await page.keyboard.press('ArrowDown')
  await expect(signInPage.workerName(last)).toBeFocused()
  await expect(signInPage.workerName(last)).toBeInViewport()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(signInPage.field(`${last}’s passphrase`)).toBeFocused()
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await page.keyboard.press('0')
  await expect(signInPage.field('Passphrase')).toBeFocused()
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await signInPage.expectSignedIn('Ines Okafor')
})

test('she changes her own passphrase and takes her PIN away (K3, L3)', async ({ host }) => {
  await setUpOffice(host, { zone: ZONE })
  const { page } = host
  const signInPage = new SignInPage(page)
  const myPassphrase = new MyPassphrasePage(page)
  const next = 'eight tall willows lean east'
  await expect(navigation(page)).toBeVisible()
  await myPassphrase.open()
  await myPassphrase.setPin(PASSPHRASE, PIN)
  await expect(myPassphrase.pinForm.getByText('You have a PIN.')).toBeVisible()
  await myPassphrase.changePassphrase('', '')
  await expect(myPassphrase.passphraseForm.getByText('Enter the passphrase you have now.')).toBeVisible()
  await myPassphrase.changePassphrase(PASSPHRASE, 'passwordpassword')
  await expect(myPassphrase.passphraseForm.getByText(/^This (?:PIN )?is too easy to guess\./)).toBeVisible()
  await myPassphrase.changePassphrase(PASSPHRASE, next)
  await expect(myPassphrase.passphraseForm.getByText('Your new passphrase works from now on.')).toBeVisible()
  await expectAccessible(page)
  await signInPage.lock()
  // The only worker's tile is open already.
  await expect(signInPage.pinField).toBeFocused()
  await page.keyboard.type(PIN)
  await page.keyboard.press('Enter')
  await signInPage.expectSignedIn('Ines Okafor')
  await myPassphrase.pinForm.getByLabel('Your passphrase now').fill(next)
  await myPassphrase.pinForm.getByRole('button', { name: 'Remove my PIN' }).click()
  await expect(myPassphrase.pinForm.getByText('Your PIN is removed. Use your passphrase to unlock the screen.')).toBeVisible()
  await signInPage.lock()
  await signInPage.signIn(PASSPHRASE)
  await expect(page.getByRole('alert')).toHaveText(/^This is not the right passphrase\./)
  await page.keyboard.type(next)
  await page.keyboard.press('Enter')
  await signInPage.expectSignedIn('Ines Okafor')
})

test('a list of times that somebody changed says nothing but that (L5)', async ({ host }) => {
  await setUpOffice(host, { zone: ZONE })
  await createHandoff(host, 'Ana Ferro')
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
  await addWorker(host, { name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: PASSPHRASES['Ruth Adeyemi'] })
  await addWorker(host, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: PASSPHRASES['Tamsin Boyle'] })
  const { page } = host
  const signInPage = new SignInPage(page)
  const unnamed = page.getByText(
    'There is no workflow owner and no data owner yet. They decide the contact standard, the forms and the reports.',
  )
  const jumped = page.getByText(/^This computer’s clock changed suddenly\./)
  const right = page.getByRole('button', { name: 'The computer’s clock is right' })
  await expect(unnamed).toBeVisible()
  await host.clock.jump(-HOUR)
  await expect(jumped).toBeVisible()
  await signInPage.lock()
  await signInPage.signInWithPassphrase('3', PASSPHRASES['Tamsin Boyle'])
  await signInPage.expectSignedIn('Tamsin Boyle')
  await expect(jumped).toBeVisible()
  await expect(right).toHaveCount(0)
  await expect(unnamed).toHaveCount(0)
  await signInPage.lock()
  await signInPage.signInWithPassphrase('2', PASSPHRASES['Ruth Adeyemi'])
  await signInPage.expectSignedIn('Ruth Adeyemi')
  await right.click()
  await expect(jumped).toHaveCount(0)
  await signInPage.lock()
  await signInPage.signInWithPassphrase('1', PASSPHRASE)
  await signInPage.expectSignedIn('Ines Okafor')
  await expect(page.getByText(/^\d+ new entr(y|ies) in the activity log for you\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => location.hash)).toContain('/settings/activity-log')
})
