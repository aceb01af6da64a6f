import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { contract, type Channel } from '#shared/contract/index'
import { expect, test } from '../../hosts/fixture'
import type { Host } from '../../hosts/host'
import { SignInPage } from '../../pages/sign-in'
import { MyPassphrasePage } from '../../pages/my-passphrase'
import { expectAccessible } from '../../support/page/axe'
import { PASSPHRASE, setUpOffice } from '../../support/office/set-up-office'
import { MONDAY_NINE, PASSPHRASES, ZONE } from '../../support/office/journey-office'
import { createHandoff } from '../../support/office/create-handoff'
import { findSentinels } from '../../support/page/sentinels'
import { addWorker } from '../../support/office/add-workers'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const PINS = { director: '274915', Tamsin: '830462', Ruth: '519073', Sana: '406128' } as const
const SANA = 'four brown kettles boil at dusk'
/** What is typed during the day about an invented person. */
const SECRET_WORDS = ['Zofia Wrenfield', '780 555 0193', 'Ask for the blue door']

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Pages' })
const readOfficeState = async (host: Host) => {
  const answer = await host.call('office.state', {})
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

/** Expects no data in the page, its tree or its title, and only sign-in to answer (L2, L6). */
async function expectNothingShown(host: Host, stage: 'locked' | 'sealed'): Promise<void> {
  const { page } = host
  const shown = [await page.content(), await page.locator('body').ariaSnapshot(), await page.title()].join('\n')
  for (const word of [...SECRET_WORDS, 'Zofia', 'Wrenfield', 'Z. W.', '0193', 'blue door', 'Harbour', 'shelter'])
    expect(shown).not.toContain(word)
  if (stage === 'sealed') for (const name of ['Ines', 'Tamsin', 'Ruth', 'Sana']) expect(shown).not.toContain(name)
  for (const channel of Object.keys(contract) as Channel[]) {
    if (contract[channel].stages.includes(stage)) continue
    expect(await host.callRaw(channel, {}), channel).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage } })
  }
}

/**
 * Lists what the window and its host have put into the temporary folder; the test runner keeps compiled tests and traces there, which
 * contain the same words.
 */
const listTemporaryFiles = (before: ReadonlySet<string>): string[] =>
  readdirSync(tmpdir())
    .filter((name) => !/^playwright-|^bash_jobs/.test(name) && (!before.has(name) || /^(playwright_|\.org\.chromium)/.test(name)))
    .map((name) => join(tmpdir(), name))

test('three workers and a director share the computer for a day; a draft of the first survives all of it (L1 to L6, S3)', async ({
  host,
}) => {
  const before = new Set(readdirSync(tmpdir()))
  await setUpOffice(host, { zone: ZONE })
  await addWorker(host, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: PASSPHRASES['Tamsin Boyle'] })
  await addWorker(host, { name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: PASSPHRASES['Ruth Adeyemi'] })
  const sana = await host.call('staff.add', { name: 'Sana Malik', roles: ['worker'] })
  if (!sana.ok) throw new Error('nobody was added')
  const { page } = host
  const signInPage = new SignInPage(page)
  const myPassphrase = new MyPassphrasePage(page)
  await expect(navigation(page)).toBeVisible()
  await createHandoff(host, 'Ana Ferro')
  const due = MONDAY_NINE + 24 * HOUR

  await test.step('each sets a PIN of her own; the director first', async () => {
    await myPassphrase.open()
    await myPassphrase.setPin(PASSPHRASE, '123456')
    await expect(myPassphrase.pinForm.getByText(/^This (?:PIN )?is too easy to guess\./)).toBeVisible()
    await myPassphrase.setPin('seven quiet herons over mud', PINS.director)
    await expect(myPassphrase.pinForm.getByText('That is not your passphrase. Nothing was changed.')).toBeVisible()
    await myPassphrase.setPin(PASSPHRASE, PINS.director)
    await expect(myPassphrase.pinForm.getByText('You have a PIN.')).toBeVisible()
    const staff = (await readOfficeState(host)).staff
    const number = (name: string) => String(staff.findIndex((worker) => worker.name === name) + 1)
    for (const [name, passphrase, pin] of [
      ['Tamsin Boyle', PASSPHRASES['Tamsin Boyle'], PINS.Tamsin],
      ['Ruth Adeyemi', PASSPHRASES['Ruth Adeyemi'], PINS.Ruth],
    ] as const) {
      await signInPage.lock()
      await signInPage.signInWithPassphrase(number(name), passphrase)
      await signInPage.expectSignedIn(name)
      await myPassphrase.open()
      await myPassphrase.setPin(passphrase, pin)
      await expect(myPassphrase.pinForm.getByText('You have a PIN.')).toBeVisible()
    }
  })

  const order = (await readOfficeState(host)).staff.map((worker) => worker.name)
  const key = (name: string) => String(order.indexOf(name) + 1)

  await test.step('Sana comes with five words and has to choose her own before anything else (K4)', async () => {
    await signInPage.lock()
    await signInPage.signInWithPassphrase(key('Sana Malik'), sana.value.passphrase)
    await expect(signInPage.heading('Choose your own passphrase')).toBeVisible()
    expect(await host.callRaw('board.read', {})).toMatchObject({ failure: { kind: 'closed_to_you', stage: 'choosing' } })
    await expectAccessible(page)
    await page.keyboard.type('too short')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Enter at least 14 characters\. A few words/)).toBeVisible()
    await signInPage.lock()
    await signInPage.signInWithPassphrase(key('Sana Malik'), sana.value.passphrase)
    await expect(page.getByRole('alert')).toHaveText(/^This is not the right passphrase\./)
  })

  await test.step('the director gives her five new ones; this time she chooses', async () => {
    await page.keyboard.press('Escape')
    await signInPage.signInWithPin(key('Ines Okafor'), PINS.director)
    await signInPage.expectSignedIn('Ines Okafor')
    const again = await host.call('staff.resetPassphrase', { id: sana.value.id })
    if (!again.ok) throw new Error('no new words')
    await signInPage.lock()
    await signInPage.signInWithPassphrase(key('Sana Malik'), again.value.passphrase)
    await expect(signInPage.heading('Choose your own passphrase')).toBeVisible()
    await page.getByLabel('Your new passphrase').fill(SANA)
    await page.keyboard.press('Enter')
    await signInPage.expectSignedIn('Sana Malik')
    await myPassphrase.open()
    await myPassphrase.setPin(SANA, PINS.Sana)
    await expect(myPassphrase.pinForm.getByText('You have a PIN.')).toBeVisible()
  })

  await test.step('Tamsin is in the middle of a new handoff when she has to go (L4)', async () => {
    await signInPage.lock()
    await signInPage.signInWithPin(key('Tamsin Boyle'), PINS.Tamsin)
    await signInPage.expectSignedIn('Tamsin Boyle')
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Name or initials' }).fill(SECRET_WORDS[0]!)
    await page.getByRole('textbox', { name: 'Her number' }).fill(SECRET_WORDS[1]!)
    await page.getByRole('textbox', { name: 'Note' }).fill(SECRET_WORDS[2]!)
    await signInPage.lock()
    await expectNothingShown(host, 'locked')
    await expect(signInPage.workerName('Tamsin Boyle')).toContainText('1 draft')
    await expect(signInPage.workerName('Ruth Adeyemi')).not.toContainText('draft')
    await expectAccessible(page)
  })

  await test.step('Ruth takes the desk with her PIN and finds an empty form', async () => {
    await page.keyboard.press(key('Ruth Adeyemi'))
    await expect(signInPage.pinField).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.type('51')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText('A PIN has six digits or more, and only digits.')
    await page.getByRole('button', { name: 'Use my passphrase instead' }).click()
    await expect(page.getByLabel('Ruth Adeyemi’s passphrase')).toBeFocused()
    await page.keyboard.press('Escape')
    await signInPage.signInWithPin(key('Ruth Adeyemi'), PINS.Ruth)
    await signInPage.expectSignedIn('Ruth Adeyemi')
    await expect(page.getByRole('textbox', { name: 'Name or initials' })).toHaveValue('')
  })

  await test.step('nobody is at the desk: it warns, any key keeps it, then it locks by itself (L2)', async () => {
    await host.clock.setWorkerAbsent()
    await host.clock.advance(2 * MINUTE - 15_000)
    const line = page.getByText(/^The screen locks in \d+ seconds\. Press any key to stay\.$/)
    await expect(page.getByRole('alert')).toContainText('Press any key to stay.')
    await expectAccessible(page)
    await page.locator('body').focus()
    await page.keyboard.press('Shift')
    await expect(line).toHaveCount(0)
    expect((await readOfficeState(host)).locksAt).toBeNull()
    await host.clock.advance(MINUTE)
    expect((await readOfficeState(host)).stage).toBe('open')
    await host.clock.advance(MINUTE)
    await expect(signInPage.heading('Who is at the desk?')).toBeVisible()
    await expectNothingShown(host, 'locked')
    await host.clock.setWorkerPresent()
  })

  await test.step('five wrong PINs in all close the database, whoever they are from (L3)', async () => {
    await signInPage.signInWithPin(key('Sana Malik'), '111222')
    await expect(page.getByRole('alert')).toHaveText(
      'This is not the right PIN. 4 tries are left. Then the data is closed and encrypted, and you need a passphrase.',
    )
    await signInPage.signInWithPin(key('Sana Malik'), '111223')
    await expect(page.getByRole('alert')).toContainText('3 tries')
    await page.keyboard.press('Escape')
    await signInPage.signInWithPin(key('Ruth Adeyemi'), '111224')
    await expect(page.getByRole('alert')).toContainText('2 tries')
    await page.keyboard.type('111225')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(
      'This is not the right PIN. After one more wrong PIN from anyone, the data is closed and encrypted. Then you need a passphrase.',
    )
    await page.keyboard.type('111226')
    await page.keyboard.press('Enter')
    await expect(signInPage.heading('Open Day-book')).toBeVisible()
    await expectNothingShown(host, 'sealed')
    await expectAccessible(page)
  })

  await test.step('a closed database still knows its times, and says so (L5)', async () => {
    await host.clock.sleep(due - 2 * HOUR - host.clock.now())
    await expect(page.getByText('1 contact is due before 9:00. Sign in.')).toBeVisible()
    await host.clock.sleep(2 * HOUR - 1)
    await host.clock.advance(2)
    await expect(page.getByText('One contact is overdue.')).toBeVisible()
    expect((await host.notifications()).at(-1)).toBe('A contact needs a worker now. Sign in to Day-book.')
    await expectNothingShown(host, 'sealed')
  })

  await test.step('the PC sleeps, or is locked: the database is closed at once (L2)', async () => {
    for (const event of ['suspend', 'lock-screen'] as const) {
      await signInPage.signIn(PASSPHRASE)
      await signInPage.expectSignedIn('Ines Okafor')
      await host.power(event)
      await expect(signInPage.heading('Open Day-book')).toBeVisible()
      await host.power(event === 'suspend' ? 'resume' : 'unlock-screen')
      await expectNothingShown(host, 'sealed')
    }
  })

  await test.step('Shift F9 closes it by hand, from the desk and from the lock; afterwards no PIN is enough', async () => {
    await signInPage.signIn(PASSPHRASE)
    await signInPage.expectSignedIn('Ines Okafor')
    await page.keyboard.press('Shift+F9')
    await expect(signInPage.heading('Open Day-book')).toBeVisible()
    await signInPage.signIn(PASSPHRASE)
    await signInPage.expectSignedIn('Ines Okafor')
    await signInPage.lock()
    await page.keyboard.press(key('Tamsin Boyle'))
    await expect(page.getByLabel('Tamsin Boyle’s passphrase')).toBeFocused()
    await page.keyboard.press('Shift+F9')
    await expect(signInPage.heading('Open Day-book')).toBeVisible()
  })

  await test.step('and Tamsin finds every word where she left it (S3)', async () => {
    await host.restart()
    const { page: fresh } = host
    await new SignInPage(fresh).signIn(PASSPHRASES['Tamsin Boyle'])
    await expect(navigation(fresh)).toBeVisible()
    await fresh.keyboard.press('n')
    await expect(fresh.getByRole('textbox', { name: 'Name or initials' })).toHaveValue(SECRET_WORDS[0]!)
    await expect(fresh.getByRole('textbox', { name: 'Her number' })).toHaveValue(SECRET_WORDS[1]!)
    await expect(fresh.getByRole('textbox', { name: 'Note' })).toHaveValue(SECRET_WORDS[2]!)
  })

  await test.step('nothing of hers lies anywhere but in the database, and there it cannot be read', async () => {
    await host.quit()
    expect(findSentinels([host.dataFolder, ...listTemporaryFiles(before)], SECRET_WORDS)).toEqual([])
  })
})
