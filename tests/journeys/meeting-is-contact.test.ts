import { expect, test } from '../hosts/fixture'
import { AppPage } from '../pages/app'
import { MeetingPage } from '../pages/meeting'
import { RecordPage } from '../pages/record'
import { createHandoff } from '../support/office/create-handoff'
import { MONDAY_NINE, setUpJourneyOffice, ZONE } from '../support/office/journey-office'
import { checkAppearance } from '../support/page/appearance'

test.use({ pcZone: ZONE, startAt: MONDAY_NINE })

const MINUTE = 60_000

test('a meeting with her is contact: its steps give the three parts, closing confirms, and one key finishes the handoff (H10) @both-hosts', async ({
  host,
}) => {
  const { page } = host
  await setUpJourneyOffice(host, { partners: [{ name: 'Northgate Crisis Line' }] })
  const handoff = await createHandoff(host, 'Wren Castellan', { from: 'Northgate Crisis Line' })
  const app = new AppPage(page)
  const call = new MeetingPage(page)
  const record = new RecordPage(page)
  const goTo = async (step: string, question: string) => {
    await call.steps.getByRole('button', { name: new RegExp(`^${step}`) }).click()
    await expect(call.question(question)).toBeVisible()
  }

  await test.step('it begins from the record while contact is due', async () => {
    await host.clock.advance(30 * MINUTE)
    await app.openRecord(handoff.number)
    await call.press('m')
    await expect(record.step('How will you meet?')).toBeVisible()
    await record.choose('How', 'In person')
    await call.press('Control+Enter')
    await expect(call.question('Urgent tasks done')).toBeVisible()
  })
  await test.step('before the end it says what contact still needs', async () => {
    await call.press('F4')
    await expect(call.question('How does it end?')).toBeVisible()
    const needed = call.main.getByRole('list', { name: 'Still needed' })
    await expect(needed.getByRole('listitem')).toHaveCount(3)
    await expect(needed).toContainText('Verify her contact plan with her')
    await checkAppearance(host, 'meeting-contact-missing')
    await call.press('Escape')
  })
  await test.step('what she answers in the meeting is typed nowhere else', async () => {
    await call.steps.getByRole('button', { name: 'During' }).click()
    await goTo('Plan', 'Who does what, and by when?')
    await call.type('Bring the form to the clinic')
    await call.press('Tab')
    await call.type('Wren')
    await call.press('Tab')
    await call.type('2026-11-20')
    await call.press('Tab')
    await call.type('12:00')
    await call.press('Enter')
    await expect(call.planLine('Bring the form to the clinic')).toContainText('Fri 20 Nov 12:00')
    await goTo('What happens next', 'What happens next, in your own words?')
    await call.main.getByRole('textbox').first().fill('I bring the form on Friday')
    await goTo('Deadline risks', 'Which deadlines are coming?')
    await call.main.getByRole('radio', { name: 'She has no deadlines' }).click()
    await goTo('How to reach us', 'Does she know who to call safely?')
    await call.press('1')
    await expect(call.main.getByRole('radio', { name: 'Yes, verified with her' })).toBeChecked()
    await checkAppearance(host, 'meeting-plan-check')
  })
  await test.step('she ends it, and contact is confirmed', async () => {
    await call.press('F4')
    await expect(call.main.getByText('All three parts are there: contact is confirmed.')).toBeVisible()
    await call.press('Alt+e')
    await call.press('Control+Enter')
    await expect(call.question('The meeting has ended')).toBeVisible()
    await expect(call.main.getByRole('button', { name: 'Close: help is scheduled' })).toBeVisible()
    await checkAppearance(host, 'meeting-contact-closed')
    const read = await host.call('handoff.read', { id: handoff.id })
    expect(read.ok && read.value.state).toEqual({ kind: 'accompanying', held: 1 })
  })
  await test.step('help is scheduled: one button closes the handoff, and its history says so', async () => {
    await call.main.getByRole('button', { name: 'Close: help is scheduled' }).click()
    await expect(call.main.getByRole('region', { name: 'Finish the handoff' })).toHaveCount(0)
    await call.press('Enter')
    await expect(record.history.getByText('She was in the meeting. Contact is made.')).toBeVisible()
    await expect(record.history.getByText(/bring the form/i).first()).toBeVisible()
    await checkAppearance(host, 'record-after-meeting')
  })
})
