import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { contract, type Channel } from '#shared/contract/index'
import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { Door } from '../pages/door'
import { Mine } from '../pages/mine'
import { expectAccessible } from '../support/axe'
import { PASSPHRASE, setUpOffice } from '../support/founding'
import { MONDAY_NINE, WORDS, ZONE } from '../support/journey-office'
import { refer } from '../support/referrals'
import { scan } from '../support/sentinels'
import { addWorker } from '../support/workers'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE, actionTimeout: 10_000 })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const PINS = { director: '274915', Tamsin: '830462', Ruth: '519073', Sana: '406128' } as const
const SANA = 'four brown kettles boil at dusk'
/** What is typed in the course of the day about somebody who does not exist. */
const HERS = ['Zofia Wrenfield', '780 555 0193', 'Ask for the blue door']

const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' })
const answers = async (host: Host) => {
  const answer = await host.call('office.state', {})
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

/** L2, L6: nothing of anybody is in the page, its tree or its title, and nothing but sign-in answers. */
async function saysNothing(host: Host, stage: 'locked' | 'sealed'): Promise<void> {
  const { page } = host
  const shown = [await page.content(), await page.locator('body').ariaSnapshot(), await page.title()].join('\n')
  for (const word of [...HERS, 'Zofia', 'Wrenfield', 'Z. W.', '0193', 'blue door', 'Harbour', 'shelter']) expect(shown).not.toContain(word)
  if (stage === 'sealed') for (const name of ['Ines', 'Tamsin', 'Ruth', 'Sana']) expect(shown).not.toContain(name)
  for (const channel of Object.keys(contract) as Channel[]) {
    if (contract[channel].stages.includes(stage)) continue
    expect(await host.callRaw(channel, {}), channel).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage } })
  }
}

/** What the window and its host have put into the temporary folder; the test runner keeps compiled tests and traces there, with every word of them. */
const temporary = (before: ReadonlySet<string>): string[] =>
  readdirSync(tmpdir())
    .filter((name) => !/^playwright-|^bash_jobs/.test(name) && (!before.has(name) || /^(playwright_|\.org\.chromium)/.test(name)))
    .map((name) => join(tmpdir(), name))

test('three workers and a director share the desk for a day; a draft of the first survives all of it (L1 to L6, S3)', async ({ host }) => {
  test.setTimeout(180_000)
  const before = new Set(readdirSync(tmpdir()))
  await setUpOffice(host, { zone: ZONE })
  await addWorker(host, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: WORDS['Tamsin Boyle'] })
  await addWorker(host, { name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: WORDS['Ruth Adeyemi'] })
  const sana = await host.call('staff.add', { name: 'Sana Malik', roles: ['worker'] })
  if (!sana.ok) throw new Error('nobody was added')
  const { page } = host
  const door = new Door(page)
  const mine = new Mine(page)
  await expect(pages(page)).toBeVisible()
  await refer(host, 'Ana Ferro')
  const due = MONDAY_NINE + 24 * HOUR

  await test.step('each sets a PIN of her own; the director first', async () => {
    await mine.open()
    await mine.setPin(PASSPHRASE, '123456')
    await expect(mine.pinForm.getByText(/^This (?:PIN )?is too easy to guess\./)).toBeVisible()
    await mine.setPin('seven quiet herons over mud', PINS.director)
    await expect(mine.pinForm.getByText('That is not your passphrase. Nothing was changed.')).toBeVisible()
    await mine.setPin(PASSPHRASE, PINS.director)
    await expect(mine.pinForm.getByText('You have a PIN.')).toBeVisible()
    const staff = (await answers(host)).staff
    const number = (name: string) => String(staff.findIndex((worker) => worker.name === name) + 1)
    for (const [name, passphrase, pin] of [
      ['Tamsin Boyle', WORDS['Tamsin Boyle'], PINS.Tamsin],
      ['Ruth Adeyemi', WORDS['Ruth Adeyemi'], PINS.Ruth],
    ] as const) {
      await door.lock()
      await door.come(number(name), passphrase)
      await door.sits(name)
      await mine.open()
      await mine.setPin(passphrase, pin)
      await expect(mine.pinForm.getByText('You have a PIN.')).toBeVisible()
    }
  })

  const order = (await answers(host)).staff.map((worker) => worker.name)
  const key = (name: string) => String(order.indexOf(name) + 1)

  await test.step('Sana comes with five words and has to choose her own before anything else (K4)', async () => {
    await door.lock()
    await door.come(key('Sana Malik'), sana.value.passphrase)
    await expect(door.heading('Choose your own passphrase')).toBeVisible()
    expect(await host.callRaw('board.read', {})).toMatchObject({ failure: { kind: 'closed_to_you', stage: 'choosing' } })
    await expectAccessible(page)
    await page.keyboard.type('too short')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Enter at least 14 characters\. A few words/)).toBeVisible()
    await door.lock()
    await door.come(key('Sana Malik'), sana.value.passphrase)
    await expect(page.getByRole('alert')).toHaveText(/^This is not the right passphrase\./)
  })

  await test.step('the director gives her five new ones; this time she chooses', async () => {
    await page.keyboard.press('Escape')
    await door.enter(key('Ines Okafor'), PINS.director)
    await door.sits('Ines Okafor')
    const again = await host.call('staff.reset', { id: sana.value.id })
    if (!again.ok) throw new Error('no new words')
    await door.lock()
    await door.come(key('Sana Malik'), again.value.passphrase)
    await expect(door.heading('Choose your own passphrase')).toBeVisible()
    await page.getByLabel('Your new passphrase').fill(SANA)
    await page.keyboard.press('Enter')
    await door.sits('Sana Malik')
    await mine.open()
    await mine.setPin(SANA, PINS.Sana)
    await expect(mine.pinForm.getByText('You have a PIN.')).toBeVisible()
  })

  await test.step('Tamsin is in the middle of a new handoff when she has to go (L4)', async () => {
    await door.lock()
    await door.enter(key('Tamsin Boyle'), PINS.Tamsin)
    await door.sits('Tamsin Boyle')
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Name or initials' }).fill(HERS[0]!)
    await page.getByRole('textbox', { name: 'Her number' }).fill(HERS[1]!)
    await page.getByRole('textbox', { name: 'Note' }).fill(HERS[2]!)
    await door.lock()
    await saysNothing(host, 'locked')
    await expect(door.tile('Tamsin Boyle')).toContainText('1 draft')
    await expect(door.tile('Ruth Adeyemi')).not.toContainText('draft')
    await expectAccessible(page)
  })

  await test.step('Ruth takes the desk with her PIN and finds an empty form', async () => {
    await page.keyboard.press(key('Ruth Adeyemi'))
    await expect(door.pin).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.type('51')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText('A PIN has six digits or more, and only digits.')
    await page.getByRole('button', { name: 'Use my passphrase instead' }).click()
    await expect(page.getByLabel('Ruth Adeyemi’s passphrase')).toBeFocused()
    await page.keyboard.press('Escape')
    await door.enter(key('Ruth Adeyemi'), PINS.Ruth)
    await door.sits('Ruth Adeyemi')
    await expect(page.getByRole('textbox', { name: 'Name or initials' })).toHaveValue('')
  })

  await test.step('nobody is at the desk: it warns, any key keeps it, then it locks by itself (L2)', async () => {
    await host.clock.leave()
    await host.clock.advance(2 * MINUTE - 15_000)
    const line = page.getByText(/^The screen locks in \d+ seconds\. Press any key to stay\.$/)
    await expect(page.getByRole('alert')).toContainText('Press any key to stay.')
    await expectAccessible(page)
    await page.locator('body').focus()
    await page.keyboard.press('Shift')
    await expect(line).toHaveCount(0)
    expect((await answers(host)).locksAt).toBeNull()
    await host.clock.advance(MINUTE)
    expect((await answers(host)).stage).toBe('open')
    await host.clock.advance(MINUTE)
    await expect(door.heading('Who is at the desk?')).toBeVisible()
    await saysNothing(host, 'locked')
    await host.clock.attend()
  })

  await test.step('five wrong PINs in all close the book, whoever they are from (L3)', async () => {
    await door.enter(key('Sana Malik'), '111222')
    await expect(page.getByRole('alert')).toHaveText(
      'This is not the right PIN. 4 tries are left. Then the data is closed and encrypted, and you need a passphrase.',
    )
    await door.enter(key('Sana Malik'), '111223')
    await expect(page.getByRole('alert')).toContainText('3 tries')
    await page.keyboard.press('Escape')
    await door.enter(key('Ruth Adeyemi'), '111224')
    await expect(page.getByRole('alert')).toContainText('2 tries')
    await page.keyboard.type('111225')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(
      'This is not the right PIN. After one more wrong PIN from anyone, the data is closed and encrypted. Then you need a passphrase.',
    )
    await page.keyboard.type('111226')
    await page.keyboard.press('Enter')
    await expect(door.heading('Open Day-book')).toBeVisible()
    await saysNothing(host, 'sealed')
    await expectAccessible(page)
  })

  await test.step('a closed book still knows its times, and says so (L5)', async () => {
    await host.clock.sleep(due - 2 * HOUR - host.clock.now())
    await expect(page.getByText('1 contact is due before 9:00. Sign in.')).toBeVisible()
    await host.clock.sleep(2 * HOUR - 1)
    await host.clock.advance(2)
    await expect(page.getByText('One contact is overdue.')).toBeVisible()
    expect((await host.notifications()).at(-1)).toBe('A contact needs a worker now. Sign in to Day-book.')
    await saysNothing(host, 'sealed')
  })

  await test.step('the PC sleeps, or is locked: the book is closed at once (L2)', async () => {
    for (const event of ['suspend', 'lock-screen'] as const) {
      await door.signIn(PASSPHRASE)
      await door.sits('Ines Okafor')
      await host.power(event)
      await expect(door.heading('Open Day-book')).toBeVisible()
      await host.power(event === 'suspend' ? 'resume' : 'unlock-screen')
      await saysNothing(host, 'sealed')
    }
  })

  await test.step('Shift F9 closes it by hand, from the desk and from the lock; afterwards no PIN is enough', async () => {
    await door.signIn(PASSPHRASE)
    await door.sits('Ines Okafor')
    await page.keyboard.press('Shift+F9')
    await expect(door.heading('Open Day-book')).toBeVisible()
    await door.signIn(PASSPHRASE)
    await door.sits('Ines Okafor')
    await door.lock()
    await page.keyboard.press(key('Tamsin Boyle'))
    await expect(page.getByLabel('Tamsin Boyle’s passphrase')).toBeFocused()
    await page.keyboard.press('Shift+F9')
    await expect(door.heading('Open Day-book')).toBeVisible()
  })

  await test.step('and Tamsin finds every word where she left it (S3)', async () => {
    await host.restart()
    const { page: fresh } = host
    await new Door(fresh).signIn(WORDS['Tamsin Boyle'])
    await expect(pages(fresh)).toBeVisible()
    await fresh.keyboard.press('n')
    await expect(fresh.getByRole('textbox', { name: 'Name or initials' })).toHaveValue(HERS[0]!)
    await expect(fresh.getByRole('textbox', { name: 'Her number' })).toHaveValue(HERS[1]!)
    await expect(fresh.getByRole('textbox', { name: 'Note' })).toHaveValue(HERS[2]!)
  })

  await test.step('nothing of hers lies anywhere but in the book, and there it cannot be read', async () => {
    await host.quit()
    expect(scan([host.dataFolder, ...temporary(before)], HERS)).toEqual([])
  })
})
