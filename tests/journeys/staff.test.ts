import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { selectOption } from '../pages/app'
import { SignInPage } from '../pages/sign-in'
import { SettingsPage } from '../pages/settings'
import { expectAccessible } from '../support/page/axe'
import { PASSPHRASE, setUpOffice } from '../support/office/set-up-office'
import { ZONE } from '../support/office/journey-office'
import { createHandoff } from '../support/office/create-handoff'

test.use({ pcZone: ZONE })

const TAM = 'nine slow barges pass'
const RUTH = 'four green lanterns sway'

const findStaffId = async (host: Host, name: string) => {
  const answer = await host.call('office.state', {})
  return (answer.ok ? answer.value.staff.concat(answer.value.me ?? []) : []).find((one) => one.name === name)!.id
}
/** Locks the screen and signs another worker in with a passphrase. */
async function switchTo(host: Host, name: string, passphrase: string) {
  await host.call('session.lock', {})
  return host.call('session.signIn', { passphrase, staffId: await findStaffId(host, name) })
}
async function choosePassphrase(host: Host, name: string, words: string, own: string): Promise<void> {
  expect(await switchTo(host, name, words)).toMatchObject({ ok: true })
  expect(await host.call('session.choosePassphrase', { staffId: null, passphrase: own })).toMatchObject({ ok: true })
  expect(await switchTo(host, 'Ines Okafor', PASSPHRASE)).toMatchObject({ ok: true })
}

test('the director adds two workers, names who decides, resets one, and one leaves; the key changes and everybody left comes in (K1 to K4, H4)', async ({
  host,
}) => {
  const { page } = host
  await setUpOffice(host, { zone: ZONE })
  const settings = new SettingsPage(page)
  const { app } = settings
  await settings.open('Staff and roles')
  await expect(page.getByText('One works here.')).toBeVisible()
  await expectAccessible(page)
  await host.screenshot('staff-alone')

  await test.step('two workers, each with five words that open the database once', async () => {
    await page.keyboard.press('a')
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.wrong')).not.toHaveCount(0)
    await page.keyboard.press('Escape')
    const tam = await settings.addWorker('Tamsin Boyle')
    await expect(settings.workerLine('Tamsin Boyle')).toContainText('not signed in yet; words valid until Mon 23 Nov 9:00')
    const ruth = await settings.addWorker('Ruth Adeyemi', 'supervisor')
    await choosePassphrase(host, 'Tamsin Boyle', tam, TAM)
    await choosePassphrase(host, 'Ruth Adeyemi', ruth, RUTH)
    expect(await switchTo(host, 'Tamsin Boyle', tam)).toMatchObject({ ok: false })
    expect(await switchTo(host, 'Ines Okafor', PASSPHRASE)).toMatchObject({ ok: true })
    await settings.open('Staff and roles')
    await expect(settings.workerLine('Tamsin Boyle')).toContainText('set')
    await expect(settings.workerLine('Tamsin Boyle')).toContainText('today 9:00')
  })

  await test.step('a name and roles are changed; the last director stays one', async () => {
    await settings.openWorker('Tamsin Boyle')
    await settings.role('front desk')
    await page.getByRole('textbox', { name: 'First name, or the name people use' }).fill('Tam')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Saved.', { exact: true }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(settings.workerLine('Tam')).toContainText('front desk, worker')
    await settings.openWorker('Ines Okafor')
    await settings.role('worker')
    await settings.role('director')
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.row.wrong')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(settings.workerLine('Ines Okafor')).toContainText('director')
  })

  await test.step('who decides, and a deputy', async () => {
    await settings.open('Decision rights')
    await settings.nameDecider('workflow owner', 'Ruth Adeyemi', 'Ines Okafor')
    await settings.nameDecider('data owner', 'Tam')
    await expect(page.getByText('No one is chosen yet')).toHaveCount(0)
    const rights = await host.call('staff.overview', {})
    const [ruth, ines, tam] = [
      await findStaffId(host, 'Ruth Adeyemi'),
      await findStaffId(host, 'Ines Okafor'),
      await findStaffId(host, 'Tam'),
    ]
    expect(rights).toMatchObject({
      value: {
        rights: [
          { right: 'workflow_owner', holder: ruth, deputy: ines, deputyActs: false },
          { right: 'data_owner', holder: tam, deputy: null },
        ],
      },
    })
    await expectAccessible(page)
    await host.screenshot('staff')
  })

  await test.step('new words for one who forgot hers: the old passphrase is dead (K4)', async () => {
    await settings.open('Staff and roles')
    await settings.openWorker('Ruth Adeyemi')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make new words for her' }).click()
    const words = await settings.readFiveWords('Ruth Adeyemi')
    await expect(settings.workerLine('Ruth Adeyemi')).toContainText('not signed in yet')
    expect(await switchTo(host, 'Ruth Adeyemi', RUTH)).toMatchObject({ ok: false, failure: { reason: 'wrong_passphrase' } })
    await choosePassphrase(host, 'Ruth Adeyemi', words, `${RUTH} slowly`)
  })

  await test.step('one leaves: everything of hers goes to others in one step (H4)', async () => {
    const three = [
      await createHandoff(host, 'Marta Lindqvist'),
      await createHandoff(host, 'Zofia Wren'),
      await createHandoff(host, 'Ada Brook'),
    ]
    const tam = await findStaffId(host, 'Tam')
    for (const { id } of three)
      expect(
        await host.call('handoff.execute', { id, command: { kind: 'assign', to: tam, reason: 'she speaks her language' } }),
      ).toMatchObject({
        ok: true,
      })
    await settings.open('Staff and roles')
    await expect(settings.workerLine('Tam').getByRole('cell').last()).toHaveText('3')
    await settings.openWorker('Tam')
    await page.getByRole('button', { name: 'Tam has left' }).click()
    await expect(page.getByText('She is the data owner.')).toBeVisible()
    await selectOption(page, settings.main, /Assign all to/, 'Ruth Adeyemi')
    await selectOption(page, settings.main, new RegExp(`Assign handoff ${three[1]!.number} to`), 'Ines Okafor')
    await expectAccessible(page)
    await host.screenshot('staff-leaving')
    await page.getByRole('button', { name: 'Tam has left; assign 3 to Ruth Adeyemi and others' }).click()
    await expect(app.heading('Tam has left.')).toBeVisible()
    const owner = async (id: (typeof three)[number]['id']) => {
      const answer = await host.call('handoff.read', { id })
      return answer.ok ? answer.value.assignedTo?.id : null
    }
    const [ruth, ines] = [await findStaffId(host, 'Ruth Adeyemi'), await findStaffId(host, 'Ines Okafor')]
    expect([await owner(three[0]!.id), await owner(three[1]!.id), await owner(three[2]!.id)]).toEqual([ruth, ines, ruth])
    await expectAccessible(page)
    await host.screenshot('staff-gone')
  })

  await test.step('the book gets a new key; whoever stays comes in, whoever left does not', async () => {
    await page.getByRole('button', { name: 'Change the encryption key' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'The encryption key is changed.' }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Back to the staff' }).click()
    await expect(page.getByRole('heading', { name: 'Former staff' })).toBeVisible()
    await settings.open('Passphrases and keys')
    await expect(page.getByText('This is encryption key number 2.')).toBeVisible()
    await expect(page.getByText('Two of them get the new key at their next sign-in.')).toBeVisible()
    await expectAccessible(page)
    await host.screenshot('keys')
    await host.restart()
    expect(await host.call('session.signIn', { passphrase: TAM, staffId: null })).toMatchObject({ ok: false })
    expect(await host.call('session.signIn', { passphrase: `${RUTH} slowly`, staffId: null })).toMatchObject({ ok: true })
    expect(await switchTo(host, 'Ines Okafor', PASSPHRASE)).toMatchObject({ ok: true })
    const keys = await host.call('keys.read', {})
    expect(keys).toMatchObject({ value: { waiting: 0, directors: 1, staff: 1, recovery: true } })
  })
})

test('new recovery words: printed with two lines and no name, three typed back, and the old ones are dead (K2) @both-hosts', async ({
  host,
}) => {
  const old = await host.call('setup.createRecoveryWords', {})
  await setUpOffice(host, { zone: ZONE })
  const { page } = host
  const settings = new SettingsPage(page)
  await settings.open('Passphrases and keys')
  const make = page.getByRole('button', { name: 'Make new recovery words' })
  await make.click()
  const signInPage = new SignInPage(page)
  const paper = await signInPage.readRecoveryWords()
  expect(paper).toHaveLength(12)

  await page.emulateMedia({ media: 'print' })
  const sheet = await page.locator('body').innerText()
  expect(sheet).toContain('these twelve words, in this order, open Day-book')
  for (const word of paper) expect(sheet).toContain(word)
  for (const word of ['Harbour', 'Okafor', 'Settings', 'Passphrases and keys', 'Type three', 'shelter']) expect(sheet).not.toContain(word)
  await host.screenshot('keys-words-print')
  await page.emulateMedia({ media: 'screen' })

  const asked = await signInPage.findWordsToTypeBack()
  for (const { place, input } of asked.slice(0, 2)) await input.fill(paper[place - 1]!)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Type word[^.]*\. Then you can go on\.$/)).toBeVisible()
  await asked[2]!.input.fill(paper[asked[2]!.place - 1]!.toUpperCase())
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^The new words work now\./)).toBeVisible()
  // Shown once: not in the page any more.
  for (const word of paper) await expect(page.getByRole('listitem').filter({ hasText: new RegExp(`^\\d+${word}$`) })).toHaveCount(0)

  await host.restart()
  if (!old.ok) throw new Error('no words were offered')
  expect(await host.call('session.recover', { words: old.value.words })).toMatchObject({ ok: false, failure: { reason: 'wrong_words' } })
  expect(await host.call('session.recover', { words: paper })).toMatchObject({ ok: true })
  expect(await host.call('office.state', {})).toMatchObject({ value: { stage: 'choosing', recovering: true } })
})
