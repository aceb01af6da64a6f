import type { Page } from '@playwright/test'
import { expect, test } from '../../hosts/fixture'
import type { Host } from '../../hosts/host'
import { SignInPage } from '../../pages/sign-in'
import { typeInto } from '../../pages/keyboard'
import { PASSPHRASE, setUpOffice } from '../../support/office/set-up-office'
import { addWorker } from '../../support/office/add-workers'

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Pages' })

/** Expects the help to be one key away on any screen, and to close with Escape (P1, H6). */
async function expectHelpOneKeyAway(host: Host, number: string): Promise<void> {
  const { page } = host
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('F1')
  await expect(dialog).toContainText(number)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('F2')
  await expect(dialog).toContainText('We cannot say who is or is not here.')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveTitle('Day-book')
}

test('the first start, six steps and the database open by the keyboard alone; police and the sentence for callers on each (P1, H6, K2, K3)', async ({
  host,
}) => {
  const { page } = host
  const signInPage = new SignInPage(page)
  await expect(signInPage.heading('One line for every handoff, until she is reached.')).toBeVisible()
  await expectHelpOneKeyAway(host, '911')
  await page.keyboard.press('1')

  await test.step('the shelter: a name of 10,000 characters is kept and complained about', async () => {
    const name = signInPage.field('Name of the shelter')
    await expect(name).toBeFocused()
    await expectHelpOneKeyAway(host, '911')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Enter a name.')).toBeVisible()
    await page.keyboard.insertText('H'.repeat(10_000))
    await page.keyboard.press('Enter')
    await expect(page.getByText('Too long: 10000 characters. The limit is 200.')).toBeVisible()
    await expect(name).toHaveValue('H'.repeat(10_000))
    await expect(name).toBeFocused()
    await typeInto(page, name, 'Harbour House')
    await page.keyboard.press('Enter')
  })
  await test.step('the time zone by a part of a city', async () => {
    await expect(signInPage.heading('Which time zone is the shelter in?')).toBeVisible()
    await expectHelpOneKeyAway(host, '911')
    const zone = page.getByRole('combobox', { name: 'Time zone' })
    await typeInto(page, zone, 'regin')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(zone).toHaveValue('Regina, America')
    await expect(page.getByText('The time there is 9:00, Friday 20 November.')).toBeVisible()
    await signInPage.next()
  })
  await test.step('the director', async () => {
    const name = signInPage.field('First name, or the name people use')
    await expect(name).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Enter a name.')).toBeVisible()
    await page.keyboard.type('Ines Okafor')
    // Back and forth: nothing typed is lost.
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Regina, America')
    await signInPage.next()
    await expect(name).toHaveValue('Ines Okafor')
    await page.keyboard.press('Enter')
  })
  await test.step('the passphrase: too short, not the same twice, then a sentence of her own', async () => {
    await expect(signInPage.heading('A passphrase for Ines Okafor')).toBeVisible()
    await expectHelpOneKeyAway(host, '911')
    await typeInto(page, signInPage.field('Passphrase'), 'password1')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^This has 9 characters\./)).toBeVisible()
    await typeInto(page, signInPage.field('Passphrase'), PASSPHRASE)
    await typeInto(page, signInPage.field('Passphrase again'), 'seven quiet herons over mud')
    await page.keyboard.press('Enter')
    await expect(page.getByText('The two passphrases are different. Type the second one again.')).toBeVisible()
    await typeInto(page, signInPage.field('Passphrase again'), PASSPHRASE)
    await page.keyboard.press('Enter')
  })
  await test.step('twelve words: one typed back wrong is told by its line, and keeps the step', async () => {
    await expect(signInPage.heading('Twelve words, on paper')).toBeVisible()
    const paper = await signInPage.readRecoveryWords()
    await expectHelpOneKeyAway(host, '911')
    const asked = await signInPage.findWordsToTypeBack()
    for (const { place, input } of asked) await typeInto(page, input, place === asked[0]!.place ? 'violin' : paper[place - 1]!)
    await expect(page.getByText(`Check line ${asked[0]!.place} on the paper.`)).toBeVisible()
    await signInPage.next()
    await expect(signInPage.heading('Twelve words, on paper')).toBeVisible()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await typeInto(page, asked[0]!.input, paper[asked[0]!.place - 1]!)
    await signInPage.next()
  })
  await test.step('the policy to start with', async () => {
    await expect(signInPage.heading('How your office works')).toBeVisible()
    await expectHelpOneKeyAway(host, '911')
    await typeInto(page, signInPage.field('Contact within'), '0')
    await signInPage.next()
    await expect(page.getByText('Enter a number of hours from 1 to 168.')).toBeVisible()
    await expect(page.getByText('Enter who is on call.')).toBeVisible()
    await expect(signInPage.field('Contact within')).toBeFocused()
    await typeInto(page, signInPage.field('Contact within'), '24')
    await typeInto(page, signInPage.field('Shifts start at'), '7:00, 19:00')
    await typeInto(page, signInPage.field('Name'), 'Ruth Adeyemi')
    await typeInto(page, signInPage.field('Number'), '780 555 0100')
    await signInPage.next()
  })
  await expect(navigation(page)).toBeVisible()
  await expectHelpOneKeyAway(host, '780 555 0100')
})

test('a passphrase that is among the commonest is refused at its field, and everything typed before stands (K3)', async ({ host }) => {
  const { page } = host
  const signInPage = new SignInPage(page)
  await page.getByRole('button', { name: 'Set up our office' }).click()
  await signInPage.field('Name of the shelter').fill('Harbour House')
  await signInPage.next()
  await signInPage.next()
  await signInPage.field('First name, or the name people use').fill('Ines Okafor')
  await signInPage.next()
  await signInPage.field('Passphrase').fill('passwordpassword')
  await signInPage.field('Passphrase again').fill('passwordpassword')
  await signInPage.next()
  const paper = await signInPage.readRecoveryWords()
  for (const { place, input } of await signInPage.findWordsToTypeBack()) await input.fill(paper[place - 1]!)
  await signInPage.next()
  await signInPage.field('Name').fill('Ruth Adeyemi')
  await signInPage.field('Number').fill('780 555 0100')
  await signInPage.next()
  await expect(signInPage.heading('A passphrase for Ines Okafor')).toBeVisible()
  await expect(page.getByText('This is too easy to guess. Use the five words, or a sentence of your own.')).toBeVisible()
  await page.getByRole('button', { name: 'Use these words' }).click()
  await signInPage.next()
  await expect(signInPage.heading('Twelve words, on paper')).toBeVisible()
  await signInPage.next()
  await expect(signInPage.field('Name')).toHaveValue('Ruth Adeyemi')
  await signInPage.next()
  await expect(navigation(page)).toBeVisible()
})

test('F9 blanks everything: no word of hers is left in the page, its accessibility tree or its title; a worker opens it again by her tile (L2, L6, S3)', async ({
  host,
}) => {
  await setUpOffice(host)
  const second = 'nine slow barges pass'
  await addWorker(host, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: second })
  expect(
    await host.call('partner.save', {
      id: null,
      name: 'Northgate Clinic',
      kind: 'health',
      phone: '780 555 0170',
      note: '',
      helpsToReach: true,
    }),
  ).toMatchObject({ ok: true })
  const { page } = host
  const signInPage = new SignInPage(page)
  await expect(navigation(page)).toBeVisible()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Name or initials' }).fill('Zofia Wren')
  await page.getByRole('textbox', { name: 'Her number' }).fill('780 555 0142')
  await page.getByRole('combobox', { name: 'From' }).fill('Northgate Clinic')
  await page.keyboard.press('F9')

  await expect(signInPage.heading('Who is at the desk?')).toBeVisible()
  await expectHelpOneKeyAway(host, '780 555 0100')
  // Fields are cleared with the page: no text, value or name can be read.
  const shown = [await page.content(), await page.locator('body').ariaSnapshot(), await page.title()].join('\n')
  for (const word of ['Zofia', 'Wren', '0142', 'Northgate', '0170', 'Harbour']) expect(shown).not.toContain(word)
  await expect(page.getByRole('textbox', { name: 'Name or initials' })).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('2')
  await expect(signInPage.field('Tamsin Boyle’s passphrase')).toBeFocused()
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(/^This is not the right passphrase\./)
  await page.keyboard.type(second)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toContainText('Tamsin Boyle')
  // The address is the window's, the draft the first worker's own: the second finds an empty form.
  await expect(page.getByRole('textbox', { name: 'Name or initials' })).toHaveValue('')
  await page.keyboard.press('F9')
  await expect(signInPage.heading('Who is at the desk?')).toBeVisible()
  await page.keyboard.press('1')
  await expect(signInPage.field('Ines Okafor’s passphrase')).toBeFocused()
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toContainText('Ines Okafor')
  await expect(page.getByRole('textbox', { name: 'Name or initials' })).toHaveValue('Zofia Wren')
  await expect(page.getByRole('textbox', { name: 'Her number' })).toHaveValue('780 555 0142')
})

test('a closed database says nothing but the time; wrong passphrases wait 2, 4, 8 seconds, also after a restart, and never for ever (K3, L5)', async ({
  host,
}) => {
  await setUpOffice(host)
  await host.restart()
  const wrong = 'seven quiet herons over mud'
  let signInPage = new SignInPage(host.page)
  await expect(signInPage.heading('Open Day-book')).toBeVisible()
  const shown = `${await host.page.content()}${await host.page.locator('body').ariaSnapshot()}`
  for (const word of ['Harbour', 'Ines', 'Okafor', 'Ruth', '0100']) expect(shown).not.toContain(word)
  await expectHelpOneKeyAway(host, '911')

  await signInPage.signIn(wrong)
  await expect(host.page.getByRole('alert')).toHaveText('This is not the right passphrase. Nothing is lost. Check Caps Lock and try again.')
  await signInPage.signIn(wrong)
  await expect(host.page.getByRole('alert')).toBeVisible()
  await expect(host.page.getByText(/^You can try again in/)).toHaveCount(0)
  let delay = 2_000
  for (let tries = 0; tries < 3; tries += 1, delay *= 2) {
    await signInPage.signIn(wrong)
    await expect(host.page.getByText(/^You can try again in \d seconds?\. Waiting keeps the data safe\.$/)).toBeVisible()
    expect(await host.call('office.state', {})).toMatchObject({ value: { tryAgainAt: host.clock.now() + delay } })
    // The right passphrase has to wait as well.
    await signInPage.signIn(PASSPHRASE)
    await expect(signInPage.heading('Open Day-book')).toBeVisible()
    if (tries === 1) {
      await host.restart()
      signInPage = new SignInPage(host.page)
      await expect(host.page.getByText(/^You can try again in/)).toBeVisible()
    }
    await host.clock.advance(delay)
    await expect(host.page.getByText(/^You can try again in/)).toHaveCount(0)
  }
  await signInPage.signIn(PASSPHRASE)
  await expect(navigation(host.page)).toBeVisible()
  await expect(host.page).toHaveTitle('Day-book')
})
