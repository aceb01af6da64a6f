import type { HandoffId } from '#shared/domain/core/ids'
import { expect, test } from '../hosts/fixture'
import type { Host } from '../hosts/host'
import { AppPage } from '../pages/app'
import { NewHandoffPage } from '../pages/new-handoff'
import { RecordPage } from '../pages/record'
import { createHandoff } from '../support/office/create-handoff'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'

test.use({ startAt: MONDAY_NINE, pcZone: ZONE })

test('text only on a shared phone: everything says "text", nothing says "call" (P8) @both-hosts', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Crisis Line' }] })
  const app = new AppPage(page)
  const record = new RecordPage(page)
  const form = new NewHandoffPage(page)
  await form.open()
  await form.fill({ partner: 'Northgate Crisis Line', name: 'Wren Castellan', safe: null })
  await form.check(form.form.getByRole('checkbox', { name: 'Text' }))
  await form.form.getByRole('checkbox', { name: 'Call' }).press('Space')
  await form.form.getByRole('radiogroup', { name: 'Whose phone' }).getByRole('radio', { name: 'Shared' }).click()
  await form.form.getByRole('radiogroup', { name: 'Safe to text?' }).getByRole('radio', { name: 'Yes' }).click()
  await form.form.getByRole('textbox', { name: 'Note' }).fill('Her sister reads along')
  await expect(form.form.getByText('Next: first text,')).toBeVisible()
  await checkAppearance(host, 'new-handoff-text-only')
  await form.submit()
  await record.expectNextAction('Text her now')
  await expect(record.button(/^Text her now/)).toBeVisible()
  const warnings = record.sheet.getByRole('list', { name: 'Before you contact her' })
  await expect(warnings).toContainText('Text only. Do not phone her.')
  await expect(warnings).toContainText('The phone is shared.')
  await expect(warnings).toContainText('Her sister reads along')
  // The whole action is above the fold of the desk's old monitor.
  await page.setViewportSize({ width: 1280, height: 720 })
  await expect(record.button(/^Text her now/)).toBeInViewport()
  await expect(warnings).toBeInViewport()
  await checkAppearance(host, 'record-text-only')
  await expect(page.getByRole('main').getByText(/\bcall\b/i)).toHaveCount(0)

  await page.keyboard.press('c')
  await expect(record.step('Is it still safe to text her?')).toBeVisible()
  await expect(record.sheet.getByText('She allows texts at any hour. It is 9:00.')).toBeVisible()
  await page.keyboard.press('Escape')
  await app.openPage('Board')
  await expect(page.getByText('Text her now').first()).toBeVisible()
  await expect(page.getByText('May text').first()).toBeVisible()
  await expect(page.locator('[data-row]')).not.toContainText(/\bcall\b/i)
  await checkAppearance(host, 'board-text-only')
})

test('the second click of a double click hits no answer; a panel takes presses from 400 ms on @both-hosts', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Crisis Line' }] })
  const handoff = await createHandoff(host, 'Wren Castellan', { from: 'Northgate Crisis Line' })
  const app = new AppPage(page)
  const record = new RecordPage(page)
  await app.openRecord(handoff.number)
  const countAttempts = async () => {
    const read = await host.call('handoff.read', { id: handoff.id })
    return read.ok ? read.value.attemptsAt.length : -1
  }
  const toHow = async () => {
    await page.keyboard.press('c')
    await page.keyboard.press('y')
    await expect(record.button(/^I dialled/)).toBeVisible()
  }

  await test.step('a real double click goes one step, wherever the pointer is', async () => {
    await toHow()
    await record.button(/^I dialled/).dblclick()
    await expect(record.step('What happened?')).toBeVisible()
    expect(await countAttempts()).toBe(0)
  })
  await test.step('the panel takes no press in its first 400 ms, and takes one after', async () => {
    await page.keyboard.press('Escape')
    await toHow()
    await holdPanelClocks()
    await page.keyboard.press('Enter')
    const answer = record.button(/^.{0,2}No answer/)
    await expect(answer).toBeVisible()
    await setPanelAge(399)
    const box = await answer.boundingBox()
    if (!box) throw new Error('no answer in view')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await expect(record.step('What happened?')).toBeVisible()
    expect(await countAttempts()).toBe(0)
    await setPanelAge(400)
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await expect(record.step(/^Try again/)).toBeVisible()
    expect(await countAttempts()).toBe(1)
  })
  await test.step('the keyboard is not held up', async () => {
    await page.keyboard.press('Enter')
    await record.logAttempt()
    await setPanelAge(10)
    await page.keyboard.press('1')
    await expect.poll(countAttempts).toBe(2)
  })

  /** From now on the age of every new panel stands still at 0. */
  async function holdPanelClocks() {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('[data-panel] { animation-play-state: paused }')
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    })
  }

  /** Sets the age (ms) of the step that is in view; it stands still there. */
  async function setPanelAge(age: number) {
    await page.locator('[data-panel]').evaluate((panel, at) => {
      for (const animation of panel.getAnimations()) animation.currentTime = at
    }, age)
  }
})

test('before its time the action says so, reminds in time, and going past it is one key away (P1, C5) @both-hosts', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Crisis Line' }] })
  const handoff = await createHandoff(host, 'Wren Castellan', { from: 'Northgate Crisis Line' })
  const app = new AppPage(page)
  const record = new RecordPage(page)
  await app.openRecord(handoff.number)
  await record.expectNextAction('Call her now')
  await app.openPage('Board')
  const lane = (name: string) => page.getByRole('rowgroup', { name: new RegExp(`^${name}`) })
  await expect(lane('Due now, or this shift')).toContainText('Call her now')
  await expect(lane('Due later')).not.toContainText('Call her now')
  await app.openRecord(handoff.number)
  await record.logAttempt()
  await record.chooseOutcome('No answer')
  await record.acceptProposal()

  const action = record.button(/^Call her now/)
  await expect(record.step('Call her at 11:00, second attempt')).toBeVisible()
  await expect(action).toHaveAttribute('aria-disabled', 'true')
  await expect(record.sheet.getByText('You can call her from 11:00.')).toBeVisible()
  await expect(record.button(/^Call sooner/)).toBeVisible()
  await checkAppearance(host, 'record-before-time')
  await page.keyboard.press('c')
  await expect(record.step('Call her at 11:00, second attempt')).toBeVisible()
  await page.keyboard.press('Alt+o')
  await expect(record.step('Is it still safe to call her?')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('r')
  await expect(record.sheet.getByText('We remind you at 11:00.')).toBeVisible()
  await host.clock.advance(2 * 60 * 60_000)
  await expect(page.getByText(/^No\. \d+, due now/).first()).toBeVisible()
  await expect(action).not.toHaveAttribute('aria-disabled', 'true')
})

test('an outcome logged by mistake is taken back from any page, and the wait stands again (H13) @both-hosts', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Crisis Line' }] })
  const handoff = await createHandoff(host, 'Wren Castellan', { from: 'Northgate Crisis Line' })
  const checkAt = MONDAY_NINE + 9 * 60 * 60_000
  expect(
    await host.call('handoff.execute', { id: handoff.id, command: { kind: 'agree_waiting', checkAt, why: 'she_asked' } }),
  ).toMatchObject({ ok: true })
  const app = new AppPage(page)
  const record = new RecordPage(page)
  await app.openRecord(handoff.number)
  const readState = async () => {
    const read = await host.call('handoff.read', { id: handoff.id })
    return read.ok ? read.value.state : null
  }
  const before = await readState()
  expect(before).toEqual({ kind: 'waiting_for_her', why: 'she_asked', checkAt })
  await record.logAttempt()
  await record.chooseOutcome('Reached')
  await page.keyboard.press('Escape')
  const line = page.getByRole('status').filter({ hasText: 'puts back: Waiting, as she asked.' })
  await expect(line).toContainText('Saved today 9:0')
  await app.openPage('Board')
  await expect(line).toContainText(`No. ${handoff.number}`)
  await page.keyboard.press('Control+z')
  await expect(line).toHaveCount(0)
  expect(await readState()).toEqual(before)
})

test('changing a plan says what it does to its verification, at the button that saves (P2) @both-hosts', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Crisis Line' }] })
  const handoff = await createHandoff(host, 'Wren Castellan', { from: 'Northgate Crisis Line' })
  const app = new AppPage(page)
  const record = new RecordPage(page)
  await app.openRecord(handoff.number)
  await page.keyboard.press('v')
  const form = page.getByRole('form', { name: 'Contact plan: how to reach her safely' })
  await expect(form.getByText('Nothing is changed. The plan stays verified.')).toBeVisible()
  await form.getByRole('textbox', { name: 'Dialect' }).fill('Asmara')
  await expect(form.getByText(/^You changed the plan, so it is not verified any more/)).toBeInViewport()
  await checkAppearance(host, 'plan-verification')
  await form.getByRole('radio', { name: 'With her, now' }).click()
  await expect(form.getByText('You say that she verified all of this with you now.')).toBeInViewport()
  await form.getByRole('radio', { name: 'Not verified' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(record.plan).toContainText('Not verified')
})

test('who restricts a person stays in, reads who will see her, and can take it back (I3) @both-hosts', async ({ host }) => {
  const { page } = host
  await setUpJourneyOffice(host, { staff: ['Tamsin Boyle'], partners: [{ name: 'Northgate Crisis Line' }] })
  const handoff = await createHandoff(host, 'Wren Castellan', { from: 'Northgate Crisis Line', assignedTo: 'Tamsin Boyle' })
  const app = new AppPage(page)
  const record = new RecordPage(page)
  await app.openRecord(handoff.number)
  const access = record.plan.getByRole('region', { name: 'Who can see this' })
  await access.getByRole('button', { name: 'Edit who can see this' }).click()
  await access.getByRole('radio', { name: 'Some staff' }).click()
  await expect(access.getByRole('button', { name: 'Ines Okafor' })).toHaveAttribute('aria-pressed', 'true')
  await expect(access.getByText('After you save, they see her: Ines Okafor, Tamsin Boyle.')).toBeVisible()
  await access.getByRole('button', { name: 'Save' }).click()
  await expect(access.getByText('Only Ines Okafor and Tamsin Boyle, and supervisors.')).toBeVisible()
  await access.getByRole('button', { name: 'Undo: show her as before' }).click()
  await expect(access.getByText('Everyone in the office.')).toBeVisible()

  // The only director is in the way of nobody, but no conflict may leave her record without anybody who can change it again.
  const { personId } = await readRecord(host, handoff.id)
  const me = await host.call('office.state', {})
  const staffId = me.ok ? (me.value.me?.id ?? null) : null
  expect(await host.call('access.setConflict', { personId, staffId: staffId!, on: true })).toMatchObject({
    ok: false,
    failure: { reason: 'nobody_may_see_her' },
  })
})

async function readRecord(host: Host, id: HandoffId) {
  const read = await host.call('handoff.read', { id })
  if (!read.ok) throw new Error('no such record')
  return read.value
}
