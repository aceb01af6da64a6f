import { expect, test } from '../hosts/fixture'
import { AppPage, fillMoment } from '../pages/app'
import { RecordPage } from '../pages/record'
import { PASSPHRASE } from '../support/office/set-up-office'
import { MONDAY_NINE, setUpJourneyOffice, PASSPHRASES, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'
import { createHandoff } from '../support/office/create-handoff'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE })

const EVENINGS = [{ weekdays: [1, 2, 3, 4, 5], from: 18 * 60, to: 20 * 60 }]

test('her plan in full, an interpreter inside her hours, and a number shown past a rule whose reason is owed (section 5, P1, P5)', async ({
  host,
}) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: ['Tamsin Boyle'], partners: [{ name: 'Northgate Crisis Line' }] })
  const handoff = await createHandoff(host, 'Selam Haile', {
    from: 'Northgate Crisis Line',
    safeToCall: 'only_at_times',
    safeTimes: EVENINGS,
    assignedTo: 'Tamsin Boyle',
  })
  await host.call('session.lock', {})
  await host.call('session.signIn', { passphrase: PASSPHRASES['Tamsin Boyle'], staffId: null })
  const app = new AppPage(page)
  const record = new RecordPage(page)
  await app.openRecord(handoff.number)

  await test.step('the proposal says why in one sentence (C5)', async () => {
    await record.expectNextAction('Call her at 18:00, first attempt')
    await expect(record.sheet.getByText('Next: today 18:00, because she allows calls 18:00 to 20:00.')).toBeVisible()
  })
  await test.step('dialect, interpreter, sign, mail and a relay through a partner are part of her plan', async () => {
    await page.keyboard.press('v')
    const form = page.getByRole('form', { name: 'Contact plan: how to reach her safely' })
    await form.getByRole('textbox', { name: 'Dialect' }).fill('Asmara')
    await form.getByRole('button', { name: /Interpreter/ }).click()
    await page.getByRole('option', { name: 'Needed, not from her own community' }).click()
    await form.getByRole('radiogroup', { name: 'Mail' }).getByRole('radio', { name: 'None' }).click()
    await form.getByRole('button', { name: /A partner/ }).click()
    await page.getByRole('option', { name: 'Northgate Crisis Line' }).click()
    await expect(form.getByText(/^This partner has not agreed to carry messages/)).toBeVisible()
    await checkAppearance(host, 'plan-full')
    await page.keyboard.press('Control+Enter')
    await expect(record.plan).toContainText('English, Asmara. Interpreter needed, not from her own community.')
    await expect(record.plan).toContainText('This partner has not agreed to carry messages.')
  })
  await test.step('an interpreter is booked first, and only inside her hours', async () => {
    await record.expectNextAction('Book an interpreter first')
    await record.clickPrimary('Book an interpreter')
    await fillMoment(record.sheet, 'From', 'today', '12:00')
    await fillMoment(record.sheet, 'Until', 'today', '13:00')
    await page.keyboard.press('Control+Enter')
    await expect(record.sheet.getByText('This is not a safe time to contact her. Her next safe time: today 18:00.')).toBeVisible()
    await checkAppearance(host, 'record-interpreter')
    await fillMoment(record.sheet, 'From', 'today', '19:00')
    await fillMoment(record.sheet, 'Until', 'today', '19:30')
    await page.keyboard.press('Control+Enter')
    await expect(record.sheet.getByText(/^Next: today 19:00, because an interpreter is booked, 19:00 to 19:30/)).toBeVisible()
    await expect(record.history).toContainText('An interpreter was booked, today 19:00 to 19:30.')
  })
  await test.step('a number shown past a rule waits for its reason on the board, and is explained there (P1)', async () => {
    await page.keyboard.press('Alt+o')
    await page.keyboard.press('y')
    await expect(record.step('Not now')).toBeVisible()
    await page.keyboard.press('Alt+o')
    await expect(record.sheet.getByText('780 555 0142')).toBeVisible()
    await page.keyboard.press('Escape')
    await app.openPage('Board')
    const owed = page.getByText(/^You made a safety override for handoff 1, today 9:0\d/)
    await expect(owed).toBeVisible()
    await checkAppearance(host, 'board-owed')
    await page.getByRole('link', { name: 'Add reason', exact: true }).click()
    await expect(app.heading('Safety overrides')).toBeVisible()
    await page.getByRole('button', { name: 'Add reason for handoff 1' }).click()
    await page.getByRole('textbox', { name: 'Why was it needed?' }).fill('she texted the code word')
    await checkAppearance(host, 'overrides')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('You have no reasons left to write.')).toBeVisible()
    await app.openPage('Board')
    await expect(owed).toHaveCount(0)
  })
  await test.step('her draft stays while the director verifies the plan, and she sees the change beside it (P5)', async () => {
    await app.openRecord(handoff.number)
    await page.keyboard.press('v')
    await page.getByRole('textbox', { name: 'Name to use' }).fill('Mrs H.')
    await expect(page.getByText(/^Draft saved/)).toBeVisible()
    await switchWorker(PASSPHRASE)
    const { personId } = await read(handoff.id)
    const now = await host.call('plan.read', { personId })
    if (!now.ok || !now.value) throw new Error('no plan')
    const saved = await host.call('plan.save', {
      personId,
      basedOn: now.value.version,
      plan: { ...now.value.plan, signal: 'on the bus' } as never,
      verifiedWith: 'her',
    })
    expect(saved).toMatchObject({ ok: true })
    await switchWorker(PASSPHRASES['Tamsin Boyle'])
    await app.openRecord(handoff.number)
    await page.keyboard.press('v')
    await expect(page.getByText('Someone else saved a newer plan while you were writing.')).toBeVisible()
    await expect(page.getByText(/It was verified with her today 9:0\d, by Ines Okafor/)).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Name to use' })).toHaveValue('Mrs H.')
    await page.getByRole('button', { name: 'Use theirs: When her phone has signal' }).click()
    await checkAppearance(host, 'plan-changed')
    await page.getByRole('button', { name: 'I have read it. Keep mine' }).click()
    await page.keyboard.press('Control+Enter')
    await expect(record.plan).toContainText('on the bus')
    await expect(record.plan).toContainText('Mrs H.')
  })
  await test.step('whoever has the list finds it there, with the reason', async () => {
    await switchWorker(PASSPHRASE)
    const list = await host.call('override.list', {})
    expect(list).toMatchObject({ ok: true, value: [{ number: 1, by: 'Tamsin Boyle', mine: false, reason: 'she texted the code word' }] })
  })

  async function switchWorker(passphrase: string) {
    await host.call('session.lock', {})
    await expect(app.heading('Who is at the desk?')).toBeVisible()
    expect(await host.call('session.signIn', { passphrase, staffId: null })).toMatchObject({ ok: true })
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  }

  async function read(id: string) {
    const answer = await host.call('handoff.read', { id })
    if (!answer.ok) throw new Error('not read')
    return answer.value
  }
})
