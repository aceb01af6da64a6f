import { expect, test } from '../../hosts/fixture'
import type { Week } from './week'

/** Nine o'clock: twelve referrals from different sources. */
export async function createReferrals({ intake, record }: Week): Promise<void> {
  const clinic = { partner: 'Northgate Clinic' }
  await test.step('three who are known to be safe to call at any hour (C1)', async () => {
    expect(await intake.write({ ...clinic, name: 'Ana Ferro' })).toBe(1)
    await expect(record.sheet.getByText('due tomorrow 9:00, 24 hours after the referral')).toBeVisible()
    expect(await intake.write({ ...clinic, name: 'Bea Lund' })).toBe(2)
    expect(await intake.write({ ...clinic, name: 'Cleo Marsh' })).toBe(3)
  })
  await test.step('one whose source may be asked to help, one whose source may not (C5)', async () => {
    expect(await intake.write({ ...clinic, name: 'Dara Singh', sourceMayHelp: true })).toBe(4)
    expect(await intake.write({ ...clinic, name: 'Edda Brandt' })).toBe(5)
  })
  await test.step('one with two safe hours a day (P1), one without any safe way (C7)', async () => {
    expect(await intake.write({ ...clinic, name: 'Fay Nowak', safe: 'At some times', times: ['18:00', '20:00'] })).toBe(6)
    await record.expectNextAction('Call her at 18:00, first attempt')
    expect(await intake.write({ ...clinic, name: 'Gia Rossi', safe: 'No' })).toBe(7)
    await record.expectNextAction('Do not contact her. Check then')
    await expect(record.sheet.getByText(/^Waiting: no safe way to reach her\./).first()).toBeVisible()
  })
  await test.step('one from a source with 48 hours of its own, one from a source that is only measured (C2)', async () => {
    expect(await intake.write({ partner: 'Court Line', name: 'Hanna Vogel' })).toBe(8)
    await expect(record.sheet.getByText('due Wed 18 Nov 9:00, 48 hours after the referral')).toBeVisible()
    expect(await intake.write({ partner: 'Harvest Agency', name: 'Iris Cole' })).toBe(9)
    await expect(record.sheet.getByText('We only measure the time. No alerts.')).toBeVisible()
  })
  await test.step('one from us to another shelter, one from worker to worker, and one who rings herself (H8)', async () => {
    expect(
      await intake.write({ direction: 'From us', partner: 'Riverbend Shelter', name: 'Juno Adler', permission: 'Not asked yet' }),
    ).toBe(10)
    await record.expectNextAction('Ask her permission')
    await expect(record.sheet.getByText('Not yet. Until then, Ines Okafor is responsible.')).toBeVisible()
    expect(
      await intake.write({ direction: 'Between us', toStaff: 'Tamsin Boyle', name: 'Kaja Holm', permission: 'She was asked and said yes' }),
    ).toBe(11)
    await record.expectNextAction('Meet her, or agree a time with her')
    expect(await intake.write({ partner: 'She called us herself', name: 'Lina Duarte' })).toBe(12)
  })
}

/** Ten o'clock. */
export async function playMondayMorning({ app, intake, record, bounce, host }: Week): Promise<void> {
  const { page } = host
  await test.step('a part of the confirmation is missing: it is the next action, and the clock goes on (C4)', async () => {
    for (const number of [1, 2, 3]) {
      await app.openRecord(number)
      await record.logAttempt()
      await record.chooseOutcome('She called us')
      await record.fillConfirmation({ way: true, step: 'Intake talk on Wednesday' })
      await expect(record.sheet.getByText('To confirm: ask about deadline risks.')).toBeVisible()
      await record.saveConfirmation()
      await record.expectNextAction('Ask about deadline risks')
      await expect(record.sheet.getByText('due tomorrow 9:00, 24 hours after the referral')).toBeVisible()
    }
  })
  await test.step('outside her safe times no number is shown, and the next safe moment is said (P1)', async () => {
    await app.openRecord(6)
    await expect(record.sheet.getByText('You can call her from 18:00.')).toBeVisible()
    await page.keyboard.press('Alt+o')
    await expect(record.sheet.getByText('This is not inside her safe times. Next: today 18:00.')).toBeVisible()
    await page.keyboard.press('y')
    await expect(record.step('Not now')).toBeVisible()
    await expect(record.sheet.getByRole('alert')).toContainText('This is outside her safe times. Next: today 18:00.')
    await expect(page.getByText('780 555 0142')).toHaveCount(0)
  })
  await test.step('what has happened all the same is recorded, and marked (P1)', async () => {
    await record.logAttempt()
    await record.chooseOutcome('No answer')
    await expect(record.step('Try again today 18:00')).toBeVisible()
    await expect(record.sheet.getByText(/^Next: today 18:00, because she allows calls 18:00 to 20:00/)).toBeVisible()
    await record.acceptProposal()
    await expect(record.history.getByText(/outside her safe times/)).toBeVisible()
    await expect(record.history.getByText(/safety question not asked/)).toBeVisible()
  })
  await test.step('possible danger is the supervisor’s at once (B2)', async () => {
    await app.openRecord(12)
    await page.keyboard.press('b')
    await bounce.fill({
      reason: 'Possible danger',
      seen: 'somebody else spoke for her',
      action: 'Other help',
      what: 'The safety team rings the school',
      owner: 'Tamsin Boyle',
      due: ['today', '16:00'],
    })
    await expect(bounce.form.getByText('We tell the supervisor at once.')).toBeVisible()
    await bounce.record()
    await record.expectNextAction('Possible danger: act now')
    await expect(record.sheet.getByText(/^Ruth Adeyemi, due today 10:00/)).toBeVisible()
  })
  await test.step('her permission, in her words, before the receiver is told (H8)', async () => {
    await app.openRecord(10)
    await record.clickPrimary('Add her answer')
    await record.choose('Her answer', 'She said yes')
    await record.fill('In her words', 'if a woman rings me')
    await page.keyboard.press('Control+Enter')
    await record.expectNextAction('Ask Riverbend Shelter at 15:00 if she was reached')
    await expect(record.history.getByText('She gave her permission.')).toBeVisible()
  })
  void intake
}

/** Two calls an hour apart count as one; at one o'clock the second counts. */
export async function playTries(week: Week): Promise<void> {
  const { app, record } = week
  await test.step('the first try of two who are not reached, and of one with 48 hours', async () => {
    for (const number of [4, 5, 8]) {
      await week.tryToCall(number, 'No answer', 'Try again today 12:00')
      await expect(
        record.sheet.getByText(/^Next: today 12:00, because we wait 2 h between attempts, and the last was 10:0\d\./),
      ).toBeVisible()
      await record.acceptProposal()
      await expect(record.sheet.getByText('1 of 3 attempts')).toBeVisible()
    }
  })
  await week.advanceToDay('Mon', '11:00')
  await test.step('a text an hour after the call: both are written down, one counts (C5)', async () => {
    await app.openRecord(4)
    await record.logAttempt()
    await record.button('Choose another way').click()
    await record.choose('How', /^Text her.*: saved with a mark\)$/)
    await record.chooseOutcome('Message sent')
    await expect(record.step('Try again today 13:00')).toBeVisible()
    await record.acceptProposal()
    await expect(record.sheet.getByText('1 of 3 attempts')).toBeVisible()
    await expect(record.history.getByText(/not allowed in her plan/)).toBeVisible()
  })
  await week.advanceToDay('Mon', '13:00')
  await test.step('the second try of the first window; the third belongs to the second window (C5)', async () => {
    await week.tryToCall(4, 'No answer', 'Try again tomorrow 9:00')
    // Offered beside the third try; today she is left in peace.
    const ask = record.sheet.getByRole('checkbox', { name: 'Also ask Northgate Clinic to help reach her. She agreed to this.' })
    await expect(ask).toBeChecked()
    await ask.press('Space')
    await record.acceptProposal()
    await expect(record.sheet.getByText('2 of 3 attempts')).toBeVisible()
    await week.tryToCall(5, 'Someone else answered', 'Try again tomorrow 9:00')
    await expect(record.sheet.getByRole('checkbox', { name: /^Also ask/ })).toHaveCount(0)
    await record.acceptProposal()
    await record.openOtherActions()
    await expect(record.sheet.getByText(/She did not allow us to ask the source/)).toBeVisible()
  })
  await test.step('with 48 hours the second window begins on Wednesday (C5)', async () => {
    await week.tryToCall(8, 'No answer', 'Try again Wed 18 Nov 9:00')
    await record.acceptProposal()
  })
}

/** Afternoon and evening. */
export async function playMondayEvening(week: Week): Promise<void> {
  const { app, record, host } = week
  await week.advanceToDay('Mon', '15:00')
  await test.step('the receiver is asked, accepts, and reaches her (H8, H9)', async () => {
    await app.openRecord(10)
    await record.expectNextAction('Ask Riverbend Shelter if she was reached')
    await record.clickPrimary('Ask the receiver')
    await expect(record.step('What does Riverbend Shelter say?')).toBeVisible()
    await record.chooseOutcome('They are trying')
    await record.acceptProposal()
    await record.runAction('Record who accepted', () => record.fill('Accepted by', 'Moira at the intake'))
    await expect(record.sheet.getByText('Moira at the intake, today 15:00')).toBeVisible()
  })
  await test.step('the receiving worker accepts; it is hers, and the first stays beside her (H5, H9)', async () => {
    await app.openRecord(11)
    await record.runAction('Record who accepted', () => record.pick(/^Which worker/, 'Tamsin Boyle'))
    const facts = record.sheet.getByRole('definition')
    await expect(facts.filter({ hasText: /^Tamsin Boyle$/ })).toBeVisible()
    await expect(facts.filter({ hasText: /^Ines Okafor$/ })).toBeVisible()
    await record.clickPrimary('Log the attempt')
    await record.chooseOutcome('Met her, or agreed a time with her')
    await record.fillConfirmation({ way: true, step: 'Tamsin meets her on Tuesday', dates: 'She says: none' })
    await record.confirm()
    await record.clickPrimary('Book the meeting')
    await record.moment('Meeting at', 'tomorrow', '11:00')
    await host.page.keyboard.press('Control+Enter')
    await record.expectNextAction('Lead the meeting tomorrow 11:00')
  })
  await week.advanceToDay('Mon', '17:30')
  await test.step('the receiver reached her in time (H8)', async () => {
    await app.openRecord(10)
    await record.clickPrimary('Ask the receiver')
    await record.chooseOutcome('They reached her')
    await record.fillConfirmation({ way: true, step: 'A bed from Wednesday', dates: 'She says: none' })
    await record.confirm()
    await expect(record.sheet.getByText('Confirmed today 17:30', { exact: true })).toBeVisible()
  })
  await week.advanceToDay('Mon', '18:30')
  await test.step('inside her hours she is reached; a date that she does not know stays open (C4)', async () => {
    await app.openRecord(6)
    await record.call('Call her now', '780 555 0142')
    await record.chooseOutcome('Reached')
    await record.fillConfirmation({ way: true, step: 'The clinic rings on Thursday', dates: 'She does not know' })
    await record.saveConfirmation()
    await record.expectNextAction('Ask about deadline risks')
  })
}
