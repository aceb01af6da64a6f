import type { Page } from '@playwright/test'
import { expect, test } from '../../hosts/fixture'
import { SignInPage } from '../../pages/sign-in'
import { expectAccessible } from '../../support/page/axe'
import { PASSPHRASE, setUpOffice } from '../../support/office/set-up-office'
import { MONDAY_NINE, PASSPHRASES, ZONE } from '../../support/office/journey-office'
import { addWorker } from '../../support/office/add-workers'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Pages' })

test('a forgotten passphrase: the twelve words from the paper, then a new one; the old one opens nothing (K2, K4)', async ({ host }) => {
  const { page } = host
  const offered = await host.call('setup.createRecoveryWords', {})
  if (!offered.ok) throw new Error('no words')
  const { words } = offered.value
  await setUpOffice(host, { zone: ZONE })
  const signInPage = new SignInPage(page)
  await expect(navigation(page)).toBeVisible()
  await page.keyboard.press('Shift+F9')
  await expect(signInPage.heading('Open Day-book')).toBeVisible()
  await page.getByRole('button', { name: 'Use the recovery words' }).click()
  await expect(signInPage.heading('Enter the twelve recovery words')).toBeVisible()
  await expect(signInPage.field('Word 1')).toBeFocused()
  await expectAccessible(page)

  await signInPage.field('Word 1').fill('violinn')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is not one of the possible words. Check the paper.')).toBeVisible()
  await expect(page.getByText('Enter this word.')).toHaveCount(11)
  await expectAccessible(page)
  // As a sheet is copied: numbers, capitals, line ends.
  await signInPage.paste('Word 1', words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n'))
  await expect(signInPage.field('Word 12')).toHaveValue(words[11]!)
  await signInPage.field('Word 3').fill(words[2] === 'violin' ? 'wagon' : 'violin')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('These twelve words do not open this data. Check the paper again, line by line.')
  // The third wrong try brings a delay (K3). What is wrong stays in view with it and after it.
  for (const word of ['above', 'able']) {
    await signInPage.field('Word 3').fill(word)
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(/^These twelve words do not open this data\./)
  }
  await expect(page.getByText(/^You can try again in \d seconds/)).toBeVisible()
  await host.clock.advance(3_000)
  await expect(page.getByText(/^You can try again/)).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveText(/^These twelve words do not open this data\./)
  await signInPage.field('Word 3').fill(words[2]!)
  await page.keyboard.press('Enter')

  await expect(signInPage.heading('A new passphrase for Ines Okafor')).toBeVisible()
  await expectAccessible(page)
  // A recovery that is not finished opens nothing.
  await signInPage.lock()
  await page.keyboard.press('Escape')
  await page.keyboard.press('0')
  await page.getByRole('button', { name: 'Use the recovery words' }).click()
  await signInPage.paste('Word 1', words.join(' '))
  await page.keyboard.press('Enter')
  await expect(signInPage.heading('A new passphrase for Ines Okafor')).toBeVisible()
  await page.getByRole('button', { name: 'Use these words' }).click()
  const chosen = await page.getByLabel('Your new passphrase').inputValue()
  expect(chosen.split(' ')).toHaveLength(5)
  await page.getByRole('button', { name: /^Save and open Day-book/ }).click()
  await signInPage.expectSignedIn('Ines Okafor')

  await page.keyboard.press('Shift+F9')
  await signInPage.signIn(PASSPHRASE)
  await expect(page.getByRole('alert')).toHaveText(/^This is not the right passphrase\./)
  await signInPage.signIn(chosen)
  await signInPage.expectSignedIn('Ines Okafor')
  const shown = `${await page.content()} ${await page.locator('body').ariaSnapshot()}`
  expect(shown).not.toContain(words.slice(0, 3).join(' '))
})

test('two directors: after the recovery words she says which one she is, and nobody else can be picked (K4)', async ({ host }) => {
  const offered = await host.call('setup.createRecoveryWords', {})
  if (!offered.ok) throw new Error('no words')
  await setUpOffice(host, { zone: ZONE })
  await addWorker(host, { name: 'Ruth Adeyemi', roles: ['director'], passphrase: PASSPHRASES['Ruth Adeyemi'] })
  await addWorker(host, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: PASSPHRASES['Tamsin Boyle'] })
  const { page } = host
  const signInPage = new SignInPage(page)
  await expect(navigation(page)).toBeVisible()
  await page.keyboard.press('Shift+F9')
  await page.getByRole('button', { name: 'Use the recovery words' }).click()
  await signInPage.paste('Word 1', offered.value.words.join(' '))
  await page.keyboard.press('Enter')
  await expect(signInPage.heading('Which director are you?')).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2)
  await expect(page.getByText('Tamsin Boyle')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: /Ines Okafor/ }).click()
  await expect(signInPage.heading('A new passphrase for Ines Okafor')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Ruth Adeyemi/ }).click()
  await page.getByLabel('Your new passphrase').fill('eight tall willows lean east')
  await page.keyboard.press('Enter')
  await signInPage.expectSignedIn('Ruth Adeyemi')
  // The other director's passphrase still works.
  await signInPage.lock()
  await page.keyboard.press('0')
  await signInPage.signIn(PASSPHRASE)
  await signInPage.expectSignedIn('Ines Okafor')
})
