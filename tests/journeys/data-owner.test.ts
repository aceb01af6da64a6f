import type { PersonId } from '#shared/domain/core/ids'
import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { DataOwnerPage } from '../pages/data-owner'
import { NewHandoffPage } from '../pages/new-handoff'
import { BouncePage } from '../pages/record'
import { MONDAY_NINE, setUpJourneyOffice, PASSPHRASES, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

async function switchWorker(host: Host, passphrase: string): Promise<void> {
  await host.call('session.lock', {})
  await expect(host.page.getByRole('heading', { name: 'Who is at the desk?' })).toBeVisible()
  expect(await host.call('session.signIn', { passphrase, staffId: null })).toMatchObject({ ok: true })
  await expect(host.page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
}

test('the director names a data owner; what she rewords, adds, retires, hides and requires meets the next worker (B1, H7, section 14)', async ({
  host,
}) => {
  const { page } = host
  const owner = new DataOwnerPage(page)
  const { settings } = owner
  await setUpJourneyOffice(host, {
    staff: ['Tamsin Boyle', 'Ruth Adeyemi'],
    partners: [{ name: 'Northgate Crisis Line', kind: 'crisis_line' }],
  })
  const handoff = await createHandoff(host, 'Marta Lindqvist')
  const shown = await host.call('handoff.read', { id: handoff.id })
  const personId = (shown.ok ? shown.value.personId : '') as PersonId

  await test.step('the director decides until somebody is named', async () => {
    await settings.open('Decision rights')
    await settings.nameDecider('data owner', 'Ruth Adeyemi')
  })

  await test.step('Ruth rewords one reason, adds one, retires one and puts one first', async () => {
    await switchWorker(host, PASSPHRASES['Ruth Adeyemi'])
    await settings.open('Bounce reasons')
    await owner.reword('Did not come', { 'In a few words': 'She did not come' })
    await expect(owner.line('She did not come')).toBeVisible()
    await page.keyboard.press('a')
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.row.wrong')).toHaveCount(1)
    await page.getByRole('textbox', { name: 'In a few words' }).fill('no interpreter')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Another reason has the same words. Enter different words.')).toBeVisible()
    await checkAppearance(host, 'reason-new')
    await page.keyboard.press('Escape')
    await owner.add('system', { 'In a few words': 'No bus', 'What is seen': 'no bus that day', 'What to change next': 'a ride' })
    await owner.retire('Wait too long')
    await expect(page.getByRole('heading', { name: 'No longer used' })).toBeVisible()
    const system = page.getByRole('region', { name: 'system', exact: true })
    await page.getByRole('button', { name: 'Move up: No bus' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Move up: No bus' })).toBeFocused()
    await expect(system.getByRole('rowheader').nth(-2)).toHaveText('No bus')
    await page.getByRole('link', { name: 'Possible danger', exact: true }).click()
    await expect(page.getByText('Day-book needs this reason, so it stays on the list. You can edit its words.')).toBeVisible()
    await page.keyboard.press('Escape')
    await checkAppearance(host, 'reasons')
  })

  await test.step('and hides a field, requires another, and says a third in other words', async () => {
    await settings.open('Form fields')
    await page.getByRole('link', { name: 'May we contact her?', exact: true }).click()
    await expect(page.getByText('This field is always on the form. Her safety or the count depends on it.')).toBeVisible()
    await expect(page.getByRole('radio')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await owner.changeField('Another name to show', 'Hidden')
    await owner.changeField('Note', 'Required', 'What they said')
    await owner.changeField('Who else may answer', 'Required')
    await owner.changeField('When her phone has signal', 'Hidden')
    await owner.changeField('Language', null, 'Her own language')
    await expect(owner.line('Note')).toContainText('Required')
    await checkAppearance(host, 'fields')
  })

  await test.step('a worker reads who decides, and may change nothing', async () => {
    await switchWorker(host, PASSPHRASES['Tamsin Boyle'])
    await settings.open('Bounce reasons')
    await expect(page.getByText('Ruth Adeyemi is the data owner and can change these.')).toBeVisible()
    await expect(settings.main.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('rowheader', { name: 'No bus' })).toBeVisible()
    await settings.open('Form fields')
    await expect(page.getByText('Ruth Adeyemi is the data owner and can change these.')).toBeVisible()
    await expect(settings.main.getByRole('link', { name: 'Note' })).toHaveCount(0)
    await page.evaluate(() => void (location.hash = '#/settings/fields/note'))
    await expect(settings.app.heading('Form fields')).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
  })

  await test.step('her referral is not taken without what is required; not known is an answer', async () => {
    const intake = new NewHandoffPage(page)
    await settings.app.openPage('Board')
    await intake.open()
    await expect(intake.field('Another name to show')).toHaveCount(0)
    await expect(intake.field('Her own language')).toBeVisible()
    await intake.from('Northgate Crisis Line')
    await intake.field('Name or initials').fill('Ada Brook')
    await intake.form.getByRole('toolbar', { name: 'Help with' }).getByRole('button', { name: 'Housing' }).click()
    await intake.form.getByRole('button', { name: /What led to this/ }).click()
    await page.getByRole('option', { name: 'She left today', exact: true }).click()
    await intake.field('Her number').fill('780 555 0199')
    await intake.form.getByRole('radio', { name: 'Yes', exact: true }).first().click()
    await intake.field('Her own language').fill('English')
    await expect(intake.form.getByText('One answer is missing: What they said. You can choose “Not known”.')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(intake.form.getByText('This is required. You can choose “Not known”.')).toBeVisible()
    await expect(intake.field('What they said')).toBeFocused()
    await checkAppearance(host, 'intake-required')
    await intake.form.getByRole('button', { name: 'Not known: What they said' }).click()
    await expect(intake.field('What they said')).toHaveValue('Not known')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Next', { exact: true })).toBeVisible()
  })

  await test.step('so is her plan, without what is hidden', async () => {
    await page.evaluate((id) => void (location.hash = `#/people/${id}/plan`), personId)
    await expect(page.getByRole('form', { name: 'Contact plan: how to reach her safely' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'When her phone has signal' })).toHaveCount(0)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('This is required. You can choose “Not known”.')).toBeVisible()
    await page.getByRole('button', { name: 'Not known: Who else may answer' }).click()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('form', { name: 'Contact plan: how to reach her safely' })).toHaveCount(0)
    const plan = await host.call('plan.read', { personId })
    expect(plan).toMatchObject({ value: { version: 2, plan: { whoMayAnswer: 'Not known', language: 'English' } } })
  })

  await test.step('and the bounce offers the new reason and not the retired one', async () => {
    await page.evaluate((id) => void (location.hash = `#/handoffs/${id}/bounce`), handoff.id)
    const { form } = new BouncePage(page)
    await expect(form.getByRole('radio', { name: 'No bus', exact: true })).toBeVisible()
    await expect(form.getByRole('radio', { name: 'She did not come', exact: true })).toBeVisible()
    await expect(form.getByRole('radio', { name: 'Wait too long', exact: true })).toHaveCount(0)
  })
})
